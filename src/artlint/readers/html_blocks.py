"""The blocks and links inside one element of a page, each with its place in the source."""

import re
from bisect import bisect_left

from turbohtml import Element, Text

from artlint.article import Block, Link

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
_SKIPPED = frozenset(
    ("script", "style", "template", "nav", "svg", "math", "iframe", "object", "button", "select", "textarea", "head")
)
_BLOCKS = _SKIPPED | _CONTAINERS | _KINDS.keys() | {"hr"}
# Classes of navigation bars in DocBook, Sphinx, WordPress, Jekyll and Hugo themes: their text is no article's.
_NAVIGATION = frozenset(
    ("navheader", "navfooter", "related", "sphinxsidebar", "sidebar", "breadcrumb", "breadcrumbs", "pagination")
    + ("pager", "nav-links", "post-navigation", "site-header", "site-footer", "footer", "toc", "skip-link")
)
# Two frames a level; real pages stay under 40, hostile ones must not exhaust the stack.
_DEEPEST = 200


class Source:
    """The page's text, and the way from the parser's offsets back to the article's.

    The parser counts code points with each line end as one; `start` is where front matter ends.
    """

    def __init__(self, text: str, start: int) -> None:
        body = text[start:]
        self.start = start
        self.normalised = body if "\r" not in body else re.sub(r"\r\n?", "\n", body)
        self.pairs: list[int] = []  # normalised offsets of line ends that take two characters
        if len(self.normalised) != len(body):
            found = re.finditer("\r\n", body)
            self.pairs = [match.start() - number for number, match in enumerate(found)]

    def original(self, offset: int) -> int:
        return self.start + offset + bisect_left(self.pairs, offset)

    def outer(self, element: Element) -> tuple[int, int]:
        """From the start tag to the end tag, both included; the start tag alone where no end tag stands."""
        location = element.source_location
        if location is None:
            return self.start, self.start
        last = location.end_tag or location.start_tag
        return self.original(location.start_tag.start_offset), self.original(last.end_offset)

    def inner(self, element: Element) -> tuple[int, int]:
        """Between the tags, without blanks at the ends."""
        location = element.source_location
        if location is None:
            return self.start, self.start
        end = location.end_tag.start_offset if location.end_tag else location.start_tag.end_offset
        return self.trimmed(location.start_tag.end_offset, max(end, location.start_tag.end_offset))

    def attribute(self, element: Element, name: str) -> tuple[int, int]:
        """The attribute's value, quotes not included."""
        location = element.source_location
        span = location.attrs.get(name) if location else None
        if span is None:
            return self.outer(element)
        written = self.normalised[span.start_offset : span.end_offset]
        value = re.search(r"=\s*[\"']?", written)
        quote = 1 if value and value[0][-1] in "\"'" else 0
        start = span.start_offset + (value.end() if value else 0)
        return self.original(start), self.original(max(start, span.end_offset - quote))

    def trimmed(self, start: int, end: int) -> tuple[int, int]:
        piece = self.normalised[start:end]
        start += len(piece) - len(piece.lstrip())
        return self.original(start), self.original(max(start, end - len(piece) + len(piece.rstrip())))


class Blocks:
    """Walks one element; `blocks` and `links` grow.

    Text nodes have no place of their own: a block starts where the tag before it ended and ends where the
    next block's tag starts.
    """

    def __init__(self, source: Source) -> None:
        self.source = source
        self.blocks: list[Block] = []
        self.links: list[Link] = []
        self.parts: list[str] = []
        self.open_links: list[Element] = []
        self.unclosed: list[int] = []  # blocks without an end tag, whose end is the next tag that is met
        self.unclosed_from = 0
        self.from_ = 0  # where the open block's content starts
        self.groups = 0
        self.depth = 0

    def read(self, scope: Element) -> None:
        location = scope.source_location
        self.from_ = location.start_tag.end_offset if location else 0
        self.walk(scope, "paragraph", 0, 0)
        end = location.end_tag.start_offset if location and location.end_tag else len(self.source.normalised)
        self.flush("paragraph", end, 0, 0)

    def walk(self, parent: Element, kind: str, level: int, group: int) -> None:
        if self.depth >= _DEEPEST:
            self.parts.append(parent.text)
            return
        self.depth += 1
        for node in parent:
            if isinstance(node, Text):
                self.parts.append(node.data)
            elif isinstance(node, Element):
                tag = node.tag
                if tag in _BLOCKS:
                    self.block(node, tag, kind, level, group)
                else:
                    self.inline(node, tag, kind, level, group)
        self.depth -= 1

    def block(self, node: Element, tag: str, kind: str, level: int, group: int) -> None:
        """A block element: what stood before it ends, it has its own blocks, the rest goes on after it."""
        location = node.source_location
        if location is None:  # made by the parser: an unwritten tbody or body
            self.walk(node, kind, level, group)
            return
        self.flush(kind, location.start_tag.start_offset, level, group)
        self.from_ = location.start_tag.end_offset
        end = location.end_tag
        if tag in _SKIPPED or not _NAVIGATION.isdisjoint((node.attr("class") or "").lower().split()):
            self.from_ = max(self.from_, end.end_offset if end else 0)
            return
        if tag == "hr":
            self.blocks.append(Block("rule", "", *self.source.outer(node), level, group))
            return
        inner_group = self.new_group() if tag in _GROUPS else group
        inner_level = int(tag[1]) if _KINDS.get(tag) == "heading" else level + (tag in _GROUPS)
        inner_kind = (
            "quote" if tag == "blockquote" else _KINDS.get(tag, kind if kind in ("quote", "item") else "paragraph")
        )
        if tag == "p" and kind == "quote":
            inner_kind = "quote"
        self.walk(node, inner_kind, inner_level, inner_group)
        self.flush(inner_kind, end.start_offset if end else None, inner_level, inner_group)
        if end:
            self.from_ = end.end_offset

    def inline(self, node: Element, tag: str, kind: str, level: int, group: int) -> None:
        if tag == "br":
            self.parts.append("\n")
        elif tag == "img":
            alt = node.attr("alt") or ""
            self.parts.append(alt)
            self.links.append(self.link(node, "image", alt, node.attr("src") or ""))
        elif tag == "a" and node.attr("href") is not None:
            position = len(self.parts)
            self.walk(node, kind, level, group)
            text = one_line("".join(self.parts[position:])) or one_line(node.text) or node.attr("aria-label") or ""
            self.links.append(self.link(node, "link", text, node.attr("href") or ""))
        else:
            self.walk(node, kind, level, group)

    def link(self, node: Element, kind: str, text: str, target: str) -> Link:
        start, end = self.source.outer(node)
        rel, title = (node.attr("rel") or "").lower(), node.attr("title") or ""
        classes = classes_around(node) if kind == "link" else ""
        return Link(kind, text, target.strip(), start, end, len(self.blocks), title, rel, classes)

    def flush(self, kind: str, end: int | None, level: int, group: int) -> None:
        """What was gathered becomes a block; `end` None where no end tag is written."""
        text = "".join(self.parts)
        self.parts = []
        visible = text.strip("\n") if kind == "code" else "\n".join(filter(None, map(one_line, text.split("\n"))))
        if visible and not visible.isspace():
            stop = self.from_ if end is None else max(self.from_, end)
            self.blocks.append(Block(kind, visible, *self.source.trimmed(self.from_, stop), level, group))
            if end is None:
                self.unclosed.append(len(self.blocks) - 1)
                self.unclosed_from = self.from_
        if end is not None:
            self.close(end)

    def close(self, end: int) -> None:
        """Blocks without an end tag end at the offset `end` at the latest."""
        for number in self.unclosed:
            start, stop = self.source.trimmed(self.unclosed_from, max(self.unclosed_from, end))
            self.blocks[number] = self.blocks[number]._replace(start=start, end=stop)
        self.unclosed = []

    def new_group(self) -> int:
        self.groups += 1
        return self.groups


def classes_around(element: Element) -> str:
    """The classes and ids of the element and its four nearest ancestors, lower-case."""
    found: list[str] = []
    current: Element | None = element
    for _ in range(5):
        if current is None:
            break
        found += (current.attr("class") or "", current.attr("id") or "")
        parent = current.parent
        current = parent if isinstance(parent, Element) else None
    return " ".join(" ".join(found).lower().split())


def is_skipped(element: Element) -> bool:
    """Whether the element stands in a part of the page that is no text: navigation, scripts, forms."""
    return element.closest(", ".join(sorted(_SKIPPED))) is not None


def one_line(text: str) -> str:
    return " ".join(text.split())
