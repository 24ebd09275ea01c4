"""The units of an article: lines of plain text, blocks of Markdown and HTML."""

from collections.abc import Iterator, Mapping, Sequence

from artlint import Article, Block
from artlint_boilerplate.unit import SENTENCE_ENDS, Unit, new_unit, normalised_all

# A block that is links or image descriptions for the most part is a menu, an index or a gallery.
_LINKED = 0.6
# Three or more lines of under 40 characters without the end of a sentence are a list, whatever its markup.
_FEWEST_LISTED, _LONGEST_LISTED = 3, 40

_UNSURE = frozenset(("paragraph", "quote", "definition", "html"))
# Template tags, containers, and a fence that a component's tag hides from the parser.
_TEMPLATE = ("{%", "{{", "<%", ":::", "```")
# The properties of a component: `<Table rows={[ … ]} />`.
_PROPERTIES = "={"


def units(article: Article) -> Sequence[Unit]:
    """The article's units in their order; to be had by `article.derived(units)`."""
    if article.format != "text":
        return list(_block_units(article))
    from artlint_boilerplate.text_units import text_units  # not for Markdown and HTML

    return text_units(article)


def _block_units(article: Article) -> Iterator[Unit]:
    texts = normalised_all([block[1] for block in article.blocks])
    links, images = _lengths(article, "link"), _lengths(article, "image")
    for number, (text, block) in enumerate(zip(texts, article.blocks, strict=True)):
        if not text:
            continue
        kind, visible, start, end, level, _ = block
        if text.startswith(_TEMPLATE) or (text[0] == "<" and _PROPERTIES in text):
            kind = "template"
        elif kind in _UNSURE:
            kind = _kind(block, article.text)
        if kind == "heading":  # a link to itself or to the table of contents does not make it a line of links
            yield new_unit(Unit, (text, start, end, kind, visible, level))
            continue
        if number in links and links[number] >= _LINKED * len(text):
            kind = "links"
        elif number in images and images[number] >= _LINKED * len(visible):
            kind = "image"
        yield new_unit(Unit, (text, start, end, kind, visible, 0))


def _kind(block: Block, source: str) -> str:
    """The block's kind; raw HTML and lines that only list something as what they are."""
    kind, text, start, end, _, group = block
    if kind == "html":
        source = source[start:end].lower()
        return "cell" if "<td" in source or "<tr" in source else "html"
    if group and kind != "quote":
        return "entry"  # a paragraph in a list, a glossary or a table
    if "\n" not in text or kind == "definition":
        return kind
    lines = text.count("\n") + 1
    if lines >= _FEWEST_LISTED and len(text) < _LONGEST_LISTED * lines and SENTENCE_ENDS.isdisjoint(text):
        return "item"
    return kind


def _lengths(article: Article, kind: str) -> Mapping[int, int]:
    """By block, how many of its characters are links, or descriptions of images."""
    lengths: dict[int, int] = {}
    for link in article.links:
        if link[0] == kind and link[5] >= 0:
            lengths[link[5]] = lengths.get(link[5], 0) + len(link[1])
    return lengths
