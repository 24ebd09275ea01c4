"""What an article can be found by: its path, titles, names and aliases."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple, cast

from artlint import Article, Entry, Fact, Place, digest
from artlint_navigation.reference import Packed, Reference, unpacked
from artlint_navigation.text_lines import info_node

PAGE, CHAINED = digest("navigation page"), digest("navigation page with references")
INDEX_NAME = r"(?i)(?:index|_index|readme|home|toc|contents|summary)\.\w+"
_NAMES = ("permalink", "slug", "id", "url", "uid", "og:url", "abbrlink")
_ALIASES = ("aliases", "redirect_from", "redirectfrom", "redirects")
_LONGEST_TITLE = 200
_LONGEST_REDIRECT = 3000  # characters in which a page that does nothing else says where it leads
_REFRESH = r"(?i)<meta\b[^>]*\bhttp-equiv\s*=\s*[\"']?refresh\b[^>]*>"
_REFRESH_ADDRESS = r"(?i)content\s*=\s*[\"']?\s*[0-5]\s*[;,]\s*url\s*=\s*['\"]?(?P<address>[^\"'>]+)"
_RST_TITLE = r"(?m)^(?P<title>[^\W_].*)\n(?P<mark>[-=~^\"'`#*+.:_])(?P=mark){2,}[ \t]*$"
_DATE = r"\d{4}-\d{2}-\d{2}"
_DATED_NAME = r"(?:^|/)(\d{4}-\d{2}-\d{2})-[^/]*$"


class Page(NamedTuple):
    """An article as the target of references.

    `names` are permalinks, slugs, ids and canonical addresses; `aliases` are addresses that redirect to it;
    `moved` is where it redirects itself. `place` is its title's. An outline is a page of the site that is no
    article: it is found by its address alone.
    """

    path: str
    place: Place
    titles: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    language: str = ""
    date: str = ""
    is_draft: bool = False
    moved: str = ""
    is_outline: bool = False

    @property
    def title(self) -> str:
        """The title that readers see, or else the path."""
        return self.titles[0] if self.titles else self.path


def page_fact(article: Article, references: Sequence[Packed]) -> Fact:
    """The article's identity and references as one fact, so that the judgement opens each article's facts once.

    It is filed under `CHAINED` where there are references, else under `PAGE`: a collection without any is
    known by the lack of the first key.
    """
    title = article.title
    place = article.place(title.start, title.end) if title else article.line_place(1)
    metadata = article.metadata
    values: list[object] = [
        list(dict.fromkeys(_titles(article))),
        list(dict.fromkeys(_names(article))),
        [text for key in _ALIASES if key in metadata for text in _texts(metadata[key])],
        article.language,
        _date(article),
        _is_draft(article),
        _moved(article),
    ]
    while values and not values[-1]:
        values.pop()
    key = CHAINED if references else PAGE
    return Fact(key, place, cast(Sequence[str], [references, *values]))  # plain data all through


def outline_page(outline: Article) -> Fact:
    """The identity of a reStructuredText page, which is no article."""
    found = re.search(_RST_TITLE, outline.text)
    place = outline.place(*found.span("title")) if found else outline.line_place(1)
    titles = [" ".join(found["title"].replace("`", "").split())] if found else []
    return Fact(PAGE, place, cast(Sequence[str], [[], titles, [], [], "", "", 0, "", 1]))


def page_of(fact: Fact) -> Page:
    """The page that `page_fact` made the fact from."""
    values = cast(tuple[tuple[str, ...], ...], fact.value)
    return Page(fact.path, fact.place, *values[1:])  # type: ignore[arg-type]  # the fields in their order


def references_of(fact: Fact) -> Iterator[Reference]:
    """The references of the page that `page_fact` made the fact from."""
    values = cast(tuple[tuple[Packed, ...], ...], fact.value)
    for reference in values[0]:
        yield unpacked(reference, fact.path)


def _titles(article: Article) -> Iterator[str]:
    yield from (" ".join(title.text.split()) for title in article.titles)
    for key in ("title_short", "short-title", "sidebar_label", "nav_title", "linkTitle"):
        if key in article.metadata and (text := article.metadata[key].text):
            yield text
    if article.format == "text":
        yield from _first_line(article)


def _first_line(article: Article) -> Iterator[str]:
    """The first line as a title where the reader saw none, or the name of the Info node whose header it is."""
    if article.blocks:
        line = " ".join(article.blocks[0].text.partition("\n")[0].split())
        if node := info_node(line):
            yield node
        elif not article.titles and len(line) <= _LONGEST_TITLE:
            yield line


def _names(article: Article) -> Iterator[str]:
    for key in _NAMES:
        entry = article.metadata.get(key)
        if entry and (text := entry.text):
            yield text
    path = article.metadata.get("path")
    if path and path.raw.startswith("/"):  # the page's address in Gatsby and in Zola
        yield path.raw.strip()
    if article.format == "html":
        yield from (link.target for link in article.links if link.kind == "relation" and link.rel == "canonical")


def _moved(article: Article) -> str:
    """Where the article redirects to; "" if it does not."""
    metadata = article.metadata
    found = (metadata[key] for key in ("redirect_to", "redirectTo", "redirect") if key in metadata)
    declared = next((entry.text or "" for entry in found if isinstance(entry.value, str)), "")
    if declared or article.format != "html":
        return declared
    head = article.text[:_LONGEST_REDIRECT]
    refresh = re.search(_REFRESH, head) if "refresh" in head.lower() else None
    address = re.search(_REFRESH_ADDRESS, refresh[0]) if refresh else None
    return address["address"].strip() if address else ""


def _texts(entry: Entry) -> list[str]:
    items = entry.items or (entry,)
    return [item.text for item in items if item.text]


def _date(article: Article) -> str:
    entry = article.metadata.get("date")
    found = re.match(_DATE, entry.raw) if entry else re.search(_DATED_NAME, article.path)
    if not found:
        return ""
    return found[1] if found.lastindex else found[0]


def _is_draft(article: Article) -> int:
    draft, published = article.metadata.get("draft"), article.metadata.get("published")
    return int(bool((draft and draft.value is True) or (published and published.value is False)))
