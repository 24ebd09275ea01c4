"""The units of an article: lines of plain text, blocks of Markdown and HTML."""

import re
from collections.abc import Iterator, Sequence

from artlint import Article, Block
from artlint_boilerplate.text_units import text_units
from artlint_boilerplate.unit import Unit

# A block that is links or image descriptions for the most part is a menu, an index or a gallery.
_LINKED = 0.6
# Three or more lines of under 40 characters without the end of a sentence are a list, whatever its markup.
_FEWEST_LISTED, _LONGEST_LISTED = 3, 40

_TEMPLATE = ("{%", "{{", "<%", ":::")
_SENTENCE_END = re.compile(r"[.!?。！？؟।…]")


def units(article: Article) -> Sequence[Unit]:
    """The article's units in their order; to be had by `article.derived(units)`."""
    return list(text_units(article) if article.format == "text" else _block_units(article))


def _block_units(article: Article) -> Iterator[Unit]:
    linked, pictured = _link_lengths(article), {link.block for link in article.links if link.kind == "image"}
    for number, block in enumerate(article.blocks):
        text = " ".join(block.text.split()).casefold()
        if not text:
            continue
        kind = "template" if text.startswith(_TEMPLATE) else _kind(block, article.text)
        if number in linked and linked[number] >= _LINKED * len(text):
            kind = "links"
        elif number in pictured and _is_picture(article, block, number):
            kind = "image"
        yield Unit(text, block.start, block.end, kind, block.text, block.level if kind == "heading" else 0)


def _kind(block: Block, text: str) -> str:
    """The block's kind; raw HTML and lines that only list something as what they are."""
    if block.kind == "html":
        source = text[block.start : block.end].lower()
        return "cell" if "<td" in source or "<tr" in source else "html"
    if block.group and block.kind in ("paragraph", "definition"):
        return "entry"  # a paragraph in a list, a glossary or a table
    lines = block.text.count("\n") + 1 if block.kind in ("paragraph", "quote") else 1
    if lines >= _FEWEST_LISTED and len(block.text) < _LONGEST_LISTED * lines and not _SENTENCE_END.search(block.text):
        return "item"
    return block.kind


def _link_lengths(article: Article) -> dict[int, int]:
    """By block, how many of its characters are links."""
    lengths: dict[int, int] = {}
    for link in article.links:
        if link.kind == "link" and link.block >= 0:
            lengths[link.block] = lengths.get(link.block, 0) + len(link.text)
    return lengths


def _is_picture(article: Article, block: Block, number: int) -> bool:
    """Whether the block is images alone, its text their descriptions."""
    alts = sum(len(link.text) for link in article.links if link.kind == "image" and link.block == number)
    return alts >= _LINKED * len(block.text)
