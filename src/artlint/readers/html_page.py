"""A parsed page: scope, titles, metadata, relations; with `html_blocks` the only part that knows turbohtml."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import turbohtml
from turbohtml import Document, Element

from artlint.article import Block, Entry, Link, Title
from artlint.readers.html_blocks import Blocks, Source, classes_around, is_skipped, one_line

# From the most explicit mark of an article to the least; content classes are those of the common generators.
_SCOPES = (
    "[itemprop~=articleBody]",
    "article",
    "main, [role=main]",
    ".post-content, .entry-content, .article-body, .article-content, .post-body, .markdown-body, .td-content",
    "#content, #main-content, .document .body",
)


@dataclass
class Page:
    """What is read from one page."""

    blocks: list[Block] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    titles: list[Title] = field(default_factory=list)
    metadata: dict[str, Entry] = field(default_factory=dict)
    language: str = ""


def read_page(text: str, start: int, content: str) -> Page:
    """The page in `text` from `start` on; `content` is the user's selector of the article, or ""."""
    source = Source(text, start)
    document = turbohtml.parse(source.normalised, source_locations=True)
    scope = _scope(document, content)
    reading = Blocks(source)
    if scope is not None:
        reading.read(scope)
    page = Page(reading.blocks, reading.links)
    page.links += _outer_links(document, source, {link.start for link in page.links})
    page.links.sort(key=lambda link: link.start)
    page.metadata = dict(_metadata(document, source))
    page.titles = list(_titles(document, scope, source, page.metadata))
    root = document.select_one("html[lang]")
    page.language = (root.attr("lang") or "") if root else ""
    return page


def _scope(document: Document, content: str) -> Element | None:
    """The element that holds the article: the user's, the most explicit one that holds text, or the body."""
    if content:
        return document.select_one(content)
    for selector in _SCOPES:
        candidates = [element for element in document.select(selector) if element.text.strip()]
        outermost = [element for element in candidates if element.closest("nav, aside, footer") is None]
        if len(outermost) == 1 or (outermost and _holds(outermost[0], outermost[1:])):
            return outermost[0]
        if outermost and selector != "article":  # several articles make a list page: the next selector holds them all
            return outermost[0]
    return document.select_one("body")


def _holds(outer: Element, others: list[Element]) -> bool:
    """Whether all the others stand inside of the first."""
    return all(outer in other.ancestors for other in others)


def _titles(document: Document, scope: Element | None, source: Source, metadata: dict[str, Entry]) -> Iterator[Title]:
    inside = scope.select("h1") if scope is not None else []
    for first in (inside or [found for found in document.select("h1") if not is_skipped(found)])[:1]:
        if text := one_line(first.text):
            yield Title(text, "h1", *source.inner(first))
    for element in document.select("head > title, body > title")[:1]:
        if text := one_line(element.text):
            yield Title(text, "title element", *source.inner(element))
    og_title = metadata.get("og:title")
    if og_title and og_title.text:
        yield Title(og_title.text, "og:title", og_title.start, og_title.end)
    for level in "23456":
        heading = scope.select_one(f"h{level}") if scope is not None else None
        if heading is not None and (text := one_line(heading.text)):
            yield Title(text, "heading", *source.inner(heading))
            return


def _metadata(document: Document, source: Source) -> Iterator[tuple[str, Entry]]:
    for meta in document.select("meta[content]"):
        name = meta.attr("name") or meta.attr("property")
        content = meta.attr("content")
        if name and content is not None:
            yield name.lower(), Entry(content, content, *source.attribute(meta, "content"))


def _outer_links(document: Document, source: Source, known: set[int]) -> Iterator[Link]:
    """The page's declared relations, and the links outside of the article."""
    for element in document.select("link[rel][href], a[href]"):
        start, end = source.outer(element)
        if start in known:
            continue
        kind = "relation" if element.tag == "link" else "link"
        text = one_line(element.text) or (element.attr("aria-label") or "")
        yield Link(
            kind,
            text,
            (element.attr("href") or "").strip(),
            start,
            end,
            title=element.attr("title") or "",
            rel=(element.attr("rel") or "").lower(),
            classes=classes_around(element) if kind == "link" else "",
        )
