"""Tables of contents: lists of articles in their order, in articles and in files that are none.

`SUMMARY.md` of mdBook and GitBook, Sphinx's `toctree` (reStructuredText and MyST), `nav` of `mkdocs.yml`, Jupyter
Book's `_toc.yml`. The last two and `.rst` files are outlines: no article, and no rule judges their text.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple, cast

from artlint import Article, Fact, Facts, Place, digest
from artlint_navigation.pages import outline_page

CONTENTS = digest("navigation contents")
SUMMARY, TOCTREE, MKDOCS, BOOK = "summary", "toctree", "mkdocs", "book"  # kinds
_SUMMARY_NAME = "summary.md"


class ListedArticle(NamedTuple):
    """An entry of the table of contents in the file `path`.

    `target` is the address as written, to be read from `folder` (relative to the file's own); `table` tells
    several tables of one file apart.
    """

    path: str
    place: Place
    kind: str
    target: str
    title: str
    table: int = 0
    folder: str = ""

    @property
    def is_pattern(self) -> bool:
        """Whether the entry stands for all articles whose name fits it."""
        return self.kind == TOCTREE and bool(re.search(r"[*?\[]", self.target))


def contents_facts(article: Article) -> Iterator[Fact]:
    """The entries of the article's tables of contents, in their order."""
    if article.format == "markdown" and article.path.rpartition("/")[2].lower() == _SUMMARY_NAME:
        for link in article.links:
            if link.kind == "link" and _is_article(link.target):
                yield _fact(article.place(link.start, link.end), SUMMARY, link.target, link.text)
    elif article.format in ("markdown", "text") and "toctree" in article.text:
        yield from _toctrees(article)


def outline_facts(outline: Article) -> Iterator[Fact]:
    """What a file that is no article tells: itself where it is a page of the site, and the articles that it lists."""
    if outline.path.lower().endswith(".rst"):
        yield outline_page(outline)
        yield from _toctrees(outline)
        return
    from artlint_navigation.site_files import book_toc, mkdocs_nav  # only where a site has such a file

    if outline.path.lower().endswith(("_toc.yml", "_toc.yaml")):
        folder, kind, entries = "", BOOK, book_toc(outline.text)
    else:
        (folder, entries), kind = mkdocs_nav(outline.text), MKDOCS
    for entry in entries:
        yield _fact(outline.place(entry.start, entry.end), kind, entry.target, entry.title, folder=folder)


def entries_of(facts: Facts) -> Iterator[ListedArticle]:
    """The entries of all tables of contents, each table's in its order."""
    for fact in facts[CONTENTS]:
        kind, target, title, table, folder = cast(tuple[str, str, str, int, str], fact.value)
        yield ListedArticle(fact.path, fact.place, kind, target, title, table, folder)


def _is_article(target: str) -> bool:
    """Whether an entry leads to an article: drafts have an empty address, links to other sites a scheme."""
    return bool(target) and ":" not in target.partition("/")[0] and not target.startswith("#")


def _toctrees(article: Article) -> Iterator[Fact]:
    from artlint_navigation.toctrees import toctrees  # few articles have one

    for table, entries in enumerate(toctrees(article)):
        for entry in entries:
            yield _fact(article.place(entry.start, entry.end), TOCTREE, entry.target, entry.title, table)


def _fact(place: Place, kind: str, target: str, title: str, table: int = 0, folder: str = "") -> Fact:
    values: Sequence[str | int] = [kind, target, title, table, folder]
    return Fact(CONTENTS, place, values)
