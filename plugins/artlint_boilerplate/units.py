"""The units of an article: lines of plain text, blocks of Markdown and HTML."""

import re
from collections.abc import Iterator, Sequence

from artlint import Article, Block
from artlint_boilerplate.unit import Unit, has_only_spaces, new_unit, normalised

# A block that is links or image descriptions for the most part is a menu, an index or a gallery.
_LINKED = 0.6
# Three or more lines of under 40 characters without the end of a sentence are a list, whatever its markup.
_FEWEST_LISTED, _LONGEST_LISTED = 3, 40

_RUNNING = ("paragraph", "quote", "definition")
_TEMPLATE = ("{%", "{{", "<%", ":::")
_SENTENCE_END = re.compile(r"[.!?。！？؟।…]")


def units(article: Article) -> Sequence[Unit]:
    """The article's units in their order; to be had by `article.derived(units)`."""
    if article.format != "text":
        return list(_block_units(article))
    from artlint_boilerplate.text_units import text_units  # not for Markdown and HTML

    return list(text_units(article))


def _block_units(article: Article) -> Iterator[Unit]:
    linked, pictured = _link_lengths(article), {link.block for link in article.links if link.kind == "image"}
    only_spaces = has_only_spaces("".join([block.text for block in article.blocks]))
    for number, block in enumerate(article.blocks):
        kind, visible, start, end, level, _ = block
        text = normalised(visible, only_spaces)
        if not text:
            continue
        kind = "template" if text.startswith(_TEMPLATE) else _kind(block, article.text)
        if kind == "heading":
            pass  # a link to itself or to the table of contents does not make it a line of links
        elif number in linked and linked[number] >= _LINKED * len(text):
            kind = "links"
        elif number in pictured and _is_picture(article, block, number):
            kind = "image"
        yield new_unit(Unit, (text, start, end, kind, visible, level if kind == "heading" else 0))


def _kind(block: Block, source: str) -> str:
    """The block's kind; raw HTML and lines that only list something as what they are."""
    kind, text, start, end, _, group = block
    if kind == "html":
        source = source[start:end].lower()
        return "cell" if "<td" in source or "<tr" in source else "html"
    if kind not in _RUNNING:
        return kind
    if group and kind != "quote":
        return "entry"  # a paragraph in a list, a glossary or a table
    lines = text.count("\n") + 1 if kind != "definition" else 1
    if lines >= _FEWEST_LISTED and len(text) < _LONGEST_LISTED * lines and not _SENTENCE_END.search(text):
        return "item"
    return kind


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
