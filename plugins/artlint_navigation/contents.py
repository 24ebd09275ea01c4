"""Tables of contents: `SUMMARY.md` of mdBook and GitBook, and `toctree` directives in MyST Markdown."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple, cast

from artlint import Article, Fact, Facts, Place, digest

CONTENTS = digest("navigation contents")
_MOST_FENCES = 100  # an unclosed one is searched to the end of the text
_FENCE = r"(?ms)^(?P<fence>`{3,}|:{3,})\{toctree\}[^\n]*\n(?P<body>.*?)^(?P=fence)\s*$"
_ENTRY = r"(?m)^[ \t]*(?!:)(?:(?P<title>[^<\n]+?)[ \t]*<(?P<named>[^<>\n]+)>|(?P<bare>[^\s:<>*][^\s<>*]*))[ \t]*$"


class ListedArticle(NamedTuple):
    """An entry of the table of contents in the article `path`."""

    path: str
    place: Place
    target: str
    title: str


def contents_facts(article: Article) -> Iterator[Fact]:
    """The entries of the article's table of contents, in its order: address and title."""
    if article.format != "markdown":
        return
    if article.path.rpartition("/")[2].lower() == "summary.md":
        for link in article.links:
            if link.kind == "link" and _is_article(link.target):
                yield _fact(article.place(link.start, link.end), link.target, link.text)
    elif "{toctree}" in article.text:
        for fence in islice(re.finditer(_FENCE, article.text), _MOST_FENCES):
            yield from _toctree(article, fence)


def entries_of(facts: Facts) -> Iterator[ListedArticle]:
    """The entries of all tables of contents, each table's in its order."""
    for fact in facts[CONTENTS]:
        target, title = cast(tuple[str, str], fact.value)
        yield ListedArticle(fact.path, fact.place, target, title)


def _is_article(target: str) -> bool:
    """Whether an entry leads to an article: drafts have an empty address, links to other sites a scheme."""
    return bool(target) and ":" not in target.partition("/")[0] and not target.startswith("#")


def _toctree(article: Article, fence: re.Match[str]) -> Iterator[Fact]:
    options = re.match(r"(?:---\n.*?^---\n)?(?::[^\n]*\n)*", fence["body"], re.MULTILINE | re.DOTALL)
    start = fence.start("body") + (options.end() if options else 0)
    for entry in re.compile(_ENTRY).finditer(article.text, start, fence.end("body")):
        target = entry["named"] or entry["bare"]
        if "://" not in target and target != "self":
            yield _fact(article.place(entry.start(), entry.end()), target, entry["title"] or "")


def _fact(place: Place, target: str, title: str) -> Fact:
    return Fact(CONTENTS, place, [target, title])
