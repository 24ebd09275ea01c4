"""What the collection must know of each article's title."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, cast

from artlint import Article, Fact, Facts, Title, digest
from artlint_titles.articlehood import is_part, is_redirect, is_templated, is_unpublished
from artlint_titles.editions import page_name
from artlint_titles.untitled import MARKUP, UNTITLED, untitled_facts

_QUOTES = str.maketrans("‘’“”«»„‟–—‑", '\'\'""""""---')
# The first line of a mail or of another format is no title.
_HEADER = r"(?:From|To|Cc|Date|Subject|Author|Abstract|Content-[Tt]ype|Message-ID|Status|Version): |:\w+:|\.\. "
# Two pages may begin at the same heading by chance; with three of one folder it is the pages' plan.
_HEADED_ALIKE = 3


class TitleValue(NamedTuple):
    """A title fact's value: the title as written, its source, the declared language, the value of the scope's key."""

    text: str
    source: str
    language: str
    key: str

    @classmethod
    def of(cls, fact: Fact) -> "TitleValue":
        return cls._make(cast(Sequence[str], fact.value))


class TitleFacts(NamedTuple):
    """Gathers the title of each article that stands for itself; `key` names an entry of the front matter to add."""

    key: str = ""

    def collect(self, article: Article) -> Iterator[Fact]:
        title = article.title
        if title is None or not title.text.strip(MARKUP):
            yield from untitled_facts(article)
        if title is None or is_part(article) or is_redirect(article) or is_unpublished(article):
            return
        if is_templated(title.text) or (title.source == "first line" and re.match(_HEADER, title.text)):
            return
        entry = article.metadata.get(self.key) if self.key else None
        value = TitleValue(
            shown(title.text), title.source, article.language.lower(), (entry.text or "") if entry else ""
        )
        yield Fact(_key(title, article), article.place(title.start, title.end), value)


def _key(title: Title, article: Article) -> str:
    """The title as compared; with what tells apart pages that all begin at the site's name as a heading.

    In HTML that is the title element, in Markdown the heading below a banner in HTML.
    """
    second = title.text
    if article.format == "html":
        others = (other.text for other in article.titles if other.source == "title element")
        second = next(others, second)
    elif article.format == "markdown" and article.text.startswith("<", title.start):
        below = (block.text for block in article.blocks if block.kind == "heading" and block.start >= title.end)
        second = next(below, second)
    return f"title\0{normal(title.text)}\0{normal(second)}"


def normal(title: str) -> str:
    """The title as compared: case, kinds of quotes, dashes and blanks do not count."""
    if not title.isascii():
        import unicodedata  # for titles that need it

        title = unicodedata.normalize("NFKC", title.translate(_QUOTES))
    return " ".join(shown(title).split()).casefold()


def shown(title: str) -> str:
    """The title without the sign of the link to itself that Sphinx and others put behind headings."""
    return title.rstrip(" ¶#").strip() or title if title.endswith(("¶", " #")) else title


def shared_titles(facts: Facts) -> Sequence[tuple[int, Sequence[Fact]]]:
    """The titles of two articles or more, by key, each with its facts."""
    untitled = digest(UNTITLED)
    return [(key, group) for key, group in facts.groups(min_articles=2) if key != untitled]


def headed_alike(facts: Facts) -> Mapping[tuple[str, int], Sequence[Fact]]:
    """Articles of one folder that have no title but begin at the same heading, three or more, by folder and key."""
    found: dict[tuple[str, int], list[Fact]] = {}
    for key, group in facts.derived(shared_titles):
        for fact in group if len(group) >= _HEADED_ALIKE else ():
            if TitleValue.of(fact).source == "heading":
                found.setdefault((folder_of(fact.path), key), []).append(fact)
    return {
        where: group for where, group in found.items() if len({page_name(fact.path) for fact in group}) >= _HEADED_ALIKE
    }


def folder_of(path: str) -> str:
    return path.rpartition("/")[0]
