"""A parsed page: scope, titles, metadata, relations; with `html_blocks` the only part that knows turbohtml."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import turbohtml
from turbohtml import Document, Element

from artlint.article import Block, Entry, Link, Title
from artlint.readers.html_blocks import Blocks, link_of, one_line
from artlint.readers.html_scope import article_scope
from artlint.readers.html_source import Source
from artlint.readers.html_titles import titles


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
    scope = article_scope(document, content)
    reading = Blocks(source, scope is None or scope.tag == "body")
    if scope is not None:
        reading.read(scope)
    page = Page(reading.blocks, reading.links)
    page.links += _outer_links(document, source, reading.seen)
    page.links.sort(key=lambda link: link.start)
    page.metadata = dict(_metadata(document, source))
    page.titles = list(titles(document, scope, source, page.metadata))
    root = document.select_one("html[lang]")
    page.language = (root.attr("lang") or "") if root else ""
    return page


def _metadata(document: Document, source: Source) -> Iterator[tuple[str, Entry]]:
    for meta in document.select("meta[content]"):
        name = meta.attr("name") or meta.attr("property")
        content = meta.attr("content")
        if name and content is not None:
            yield name.lower(), Entry(content, content, *source.attribute(meta, "content"))


def _outer_links(document: Document, source: Source, seen: set[Element]) -> Iterator[Link]:
    """The page's declared relations, and the links outside of the article."""
    for element in document.select("link[rel][href], a[href]"):
        if element in seen:
            continue
        text = one_line(element.text) or element.attr("aria-label") or _alternative(element)
        yield link_of(element, text, source)


def _alternative(element: Element) -> str:
    """The text of the image in a link."""
    image = element.select_one("img[alt]")
    return one_line((image.attr("alt") or "") if image is not None else "")
