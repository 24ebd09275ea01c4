"""The blocks and links inside one element of a page, each with its place in the source."""

from itertools import islice

from turbohtml import Element, Text

from artlint.article import Block, Link
from artlint.readers.html_scope import SKIPPED, is_of_the_site
from artlint.readers.html_source import Source

_KINDS = {
    "p": "paragraph",
    "li": "item",
    "td": "cell",
    "th": "cell",
    "dt": "definition",
    "dd": "definition",
    "pre": "code",
    "figcaption": "paragraph",
    "caption": "cell",
    **{f"h{level}": "heading" for level in range(1, 7)},
}
_CONTAINERS = frozenset(
    ("address", "article", "aside", "blockquote", "body", "center", "details", "div", "dl", "fieldset", "figure")
    + ("footer", "form", "header", "hgroup", "html", "main", "menu", "noscript", "ol", "section", "summary")
    + ("table", "tbody", "tfoot", "thead", "tr", "ul")
)
_GROUPS = frozenset(("ul", "ol", "menu", "dl", "table", "blockquote"))
# What a block without a kind of its own stays inside of: in <pre> it is a highlighted part of the code.
_KEPT = frozenset(("quote", "item", "code"))
_UNSEEN = SKIPPED - {"nav", "head"}
_BLOCKS = SKIPPED | _CONTAINERS | _KINDS.keys() | {"hr"}
# What a leaf must hold none of for its text to be all there is to it.
_MORE_THAN_TEXT = ", ".join(sorted(_BLOCKS | {"a", "br", "img"}))
_SPECIAL = frozenset(("a", "br", "img"))
# Marks that generators hang behind headings and definitions as links to themselves.
_SELF_LINKS = frozenset(("", "¶", "#", "§", "🔗", "\u200b", "link", "permalink"))
# Doxygen sets each line of a listing as an element of its own, in one of this class.
_LISTING = "fragment"
# Two frames a level; real pages stay under 40, hostile ones must not exhaust the stack.
_DEEPEST = 200


class Blocks:
    """Walks one element; `blocks` and `links` grow, `seen` holds the elements of the links.

    Text nodes have no place of their own: a block starts where the tag before it ended and ends where the
    next block's tag starts.
    """

    def __init__(self, source: Source, scope_is_body: bool) -> None:
        self.source = source
        self.scope_is_body = scope_is_body
        self.has_listings = _LISTING in source.normalised
        self.blocks: list[Block] = []
        self.links: list[Link] = []
        self.seen: set[Element] = set()
        self.parts: list[str] = []
        self.unclosed: list[int] = []  # blocks without an end tag, whose end is the next tag that is met
        self.unclosed_from = 0
        self.from_ = 0  # where the open block's content starts
        self.first_link = 0  # of the open block
        self.groups = 0
        self.depth = 0

    def read(self, scope: Element) -> None:
        location = scope.source_location
        self.from_ = location.start_tag.end_offset if location else 0
        self.walk(scope, _KINDS.get(scope.tag, "paragraph"), 0, 0)
        end = location.end_tag.start_offset if location and location.end_tag else len(self.source.normalised)
        self.flush("paragraph", end, 0, 0)

    def walk(self, parent: Element, kind: str, level: int, group: int) -> None:
        if self.depth >= _DEEPEST:
            self.parts.append(parent.text)
            return
        self.depth += 1
        for node in parent:
            if type(node) is Text:
                self.parts.append(node.data)
            elif isinstance(node, Element):
                tag = node.tag
                if tag in _BLOCKS:
                    self.block(node, tag, kind, level, group)
                elif tag not in _SPECIAL and is_text_alone(node):
                    self.parts.append(node.text)
                else:
                    self.inline(node, tag, kind, level, group)
        self.depth -= 1

    def block(self, node: Element, tag: str, kind: str, level: int, group: int) -> None:
        """A block element: what stood before it ends, it has its own blocks, the rest goes on after it."""
        if tag in _UNSEEN and getattr(node.parent, "tag", "") not in _CONTAINERS:
            return  # a drawing or button in running text does not end it
        location = node.source_location
        if location is None:  # made by the parser: an unwritten tbody or body
            self.walk(node, kind, level, group)
            return
        self.flush(kind, location.start_tag.start_offset, level, group)
        self.from_ = location.start_tag.end_offset
        end = location.end_tag
        if is_of_the_site(node, tag, self.scope_is_body):
            self.from_ = max(self.from_, end.end_offset if end else 0)
            return
        if tag == "hr":
            self.blocks.append(Block("rule", "", *self.source.outer(node), level, group))
            return
        own = _KINDS.get(tag)
        if own == "heading":
            level = int(tag[1])
        elif tag in _GROUPS:
            self.groups += 1
            level, group = level + 1, self.groups
        if self.has_listings and tag == "div" and node.has_class(_LISTING):
            own = "code"
        elif own is None:
            own = "quote" if tag == "blockquote" else kind if kind in _KEPT else "paragraph"
        elif tag == "p" and kind in ("quote", "code"):
            own = kind
        if tag in _KINDS and is_text_alone(node):
            self.parts.append(node.text)
        else:
            self.walk(node, own, level, group)
        self.flush(own, end.start_offset if end else None, level, group)
        if end:
            self.from_ = end.end_offset

    def inline(self, node: Element, tag: str, kind: str, level: int, group: int) -> None:
        if tag == "br":
            self.parts.append("\n")
        elif tag == "img":
            alt = node.attr("alt") or ""
            self.parts.append(alt)
            target, title = node.attr("src") or "", node.attr("title") or ""
            place = self.source.outer(node)
            self.links.append(Link("image", alt, target.strip(), *place, len(self.blocks), title))
        elif tag == "a" and node.attr("href") is not None:
            self.anchor(node, kind, level, group)
        elif tag != "span" or not node.has_class("mw-editsection"):
            self.walk(node, kind, level, group)

    def anchor(self, node: Element, kind: str, level: int, group: int) -> None:
        """A link: its text is the block's too, unless it is a mark that leads to its own heading."""
        position, number, block = len(self.parts), len(self.links), len(self.blocks)
        self.links.append(_TO_COME)
        self.seen.add(node)
        if is_text_alone(node):
            self.parts.append(node.text)
        else:
            self.walk(node, kind, level, group)
        text = one_line("".join(self.parts[position:])) or one_line(node.text) or node.attr("aria-label") or ""
        if self.first_link > number and len(self.blocks) == block:
            block = -1  # a block ended inside of it, and nothing was seen in that
        self.links[number] = link = link_of(node, text, self.source, block)
        if link.target[:1] == "#" and text.lower() in _SELF_LINKS:
            del self.parts[position:]

    def flush(self, kind: str, end: int | None, level: int, group: int) -> None:
        """What was gathered becomes a block; `end` None where no end tag is written."""
        text = "".join(self.parts)
        self.parts = []
        if text and not text.isspace():
            self.add(kind, text, end, level, group)
        elif self.first_link < len(self.links):
            self.unblocked()
        self.first_link = len(self.links)
        if self.unclosed and end is not None:
            self.close(end)

    def add(self, kind: str, text: str, end: int | None, level: int, group: int) -> None:
        if kind == "code":
            visible = text.strip("\n")
        elif "\n" in text:
            visible = "\n".join(filter(None, map(one_line, text.split("\n"))))
        else:
            visible = one_line(text)
        stop = self.from_ if end is None else max(self.from_, end)
        self.blocks.append(_new(Block, (kind, visible, *self.source.trimmed(self.from_, stop), level, group)))
        if end is None:
            self.unclosed.append(len(self.blocks) - 1)
            self.unclosed_from = self.from_

    def unblocked(self) -> None:
        """The links since the last block stand in none: nothing of them is seen."""
        for number in range(self.first_link, len(self.links)):
            if self.links[number].block == len(self.blocks):
                self.links[number] = self.links[number]._replace(block=-1)

    def close(self, end: int) -> None:
        """Blocks without an end tag end at the offset `end` at the latest."""
        for number in self.unclosed:
            start, stop = self.source.trimmed(self.unclosed_from, max(self.unclosed_from, end))
            self.blocks[number] = self.blocks[number]._replace(start=start, end=stop)
        self.unclosed = []


def is_text_alone(element: Element) -> bool:
    """Whether the element's text is all that is to be read of it."""
    return (len(element) < 2 and type(next(iter(element), None)) is Text) or element.select_one(_MORE_THAN_TEXT) is None


def link_of(element: Element, text: str, source: Source, block: int = -1) -> Link:
    """The link that an `<a>` or `<link>` is."""
    attribute = element.attr
    if element.tag == "link":
        kind, place, classes = "relation", source.outer(element), ""
    else:
        kind, place, classes = "link", source.link(element), classes_around(element)
    target, rel = (attribute("href") or "").strip(), (attribute("rel") or "").lower()
    return _new(Link, (kind, text, target, *place, block, attribute("title") or "", rel, classes))


def classes_around(element: Element) -> str:
    """The classes and ids of the element and its four nearest ancestors, lower-case."""
    found: list[str] = []
    for current in (element, *islice(element.ancestors, 4)):
        if isinstance(current, Element) and current.attrs:
            found += (current.attr("class") or "", current.attr("id") or "")
    return " ".join(" ".join(found).lower().split()) if found else ""


def one_line(text: str) -> str:
    return " ".join(text.split())


_new = tuple.__new__  # a NamedTuple's own constructor takes 2.5 times as long, and there are many blocks and links
_TO_COME = Link("link", "", "", 0, 0)
