"""The parser's events turned into blocks and links with places; the one module that knows pyromark.

Containers (lists, quotes, tables) give their number to the blocks inside; only leaves become blocks.
"""

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple, cast

from artlint.article import Block, Link
from artlint.readers.inline_html import anchor, html_links, image, visible_text
from artlint.readers.markdown_source import MarkdownSource

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyromark import Event, Range

_INLINE = frozenset(("Emphasis", "Strong", "Strikethrough", "Superscript", "Subscript"))
_CONTAINERS = frozenset(("List", "BlockQuote", "Table", "FootnoteDefinition"))
# Up to the first character that no address in running text holds; GFM's "autolink extension", section 6.9.
_ADDRESS = r"https?://[^\s<>`\"、。，；！？（）「」]+"


class _Container(NamedTuple):
    """An open list, quote or table."""

    name: str
    group: int


class _OpenLink(NamedTuple):
    """A link whose text is still to come; `number` is its place in `links`, `part` its text's in `parts`."""

    kind: str
    target: str
    title: str
    start: int
    number: int
    part: int


class _OpenAnchor(NamedTuple):
    """An inline `<a>` whose text is still to come."""

    tag: str
    start: int
    part: int


def parse_blocks(text: str, body: int) -> tuple[list[Block], list[Link]]:
    """The blocks and links of the Markdown in `text` from the offset `body` on, in the source's order."""
    from pyromark import Markdown, Options  # 5 ms that text and HTML need not pay

    options = (
        Options.ENABLE_TABLES
        | Options.ENABLE_FOOTNOTES
        | Options.ENABLE_STRIKETHROUGH
        | Options.ENABLE_TASKLISTS
        | Options.ENABLE_GFM
    )
    source = MarkdownSource(text, body)
    builder = _Builder(source)
    builder.read(Markdown(options=options).events_with_range(source.masked, merge_text=True))
    return builder.blocks, builder.links


class _Builder:
    """Takes the events in the source's order; `blocks` and `links` grow."""

    def __init__(self, source: MarkdownSource) -> None:
        self.source = source
        self.offset: Callable[[int], int] = source.offset
        self.blocks: list[Block] = []
        self.links: list[Link] = []
        self.parts: list[str] = []  # the text of the open leaf
        self.kind = ""  # of the leaf that is open, "" for none
        self.start = 0
        self.first_link = 0  # of the open leaf
        self.has_prose = False  # anything but template tags in the open leaf
        self.containers: list[_Container] = []
        self.groups = 0
        self.item_is_new = False
        self.open_links: list[_OpenLink] = []
        self.anchor: _OpenAnchor | None = None

    def read(self, events: "Iterable[tuple[Event, Range]]") -> None:
        """All events in one loop: a call for each text and emphasis, four of five, would cost half as much again."""
        parts, masked = self.parts, bool(self.source.tags)
        done = 0  # where the event before ended
        for event, span in events:
            if type(event) is str:
                self.rule(span) if event == "Rule" else parts.append("\n")
            elif "Text" in event:
                text = event["Text"]
                if not self.kind:
                    self.open_leaf(self.prose_kind(), span["start"])
                if masked:
                    text = self.restored(text, span)
                if "://" in text and not self.open_links:
                    self.addresses(text, span)
                parts.append(text)
            elif "Start" in event:
                tag = event["Start"]
                if tag in _INLINE if type(tag) is str else "Link" in tag or "Image" in tag:
                    if not self.kind:
                        self.open_leaf(self.prose_kind(), span["start"])
                    if type(tag) is not str:
                        self.open_link(cast(Mapping[str, Mapping[str, str]], tag), span)
                else:
                    self.open_block(tag, span, done)
            elif "End" in event:
                name = event["End"]
                if name == "Link" or name == "Image":
                    self.close_link(span)
                elif type(name) is not str or name not in _INLINE:
                    self.close_block(name if type(name) is str else next(iter(name)), span, done)
            else:
                self.other_inline(cast(Mapping[str, str], event), span)
            done = span["end"]

    def open_block(self, tag: object, span: "Range", done: int) -> None:
        self.flush(done)
        name, detail = next(iter(tag.items())) if isinstance(tag, dict) else (str(tag), None)
        if name == "Item":
            self.item_is_new = True
        elif name == "Paragraph":
            self.open_leaf(self.prose_kind(), span["start"])
        elif name in _CONTAINERS:
            self.groups += 1
            self.containers.append(_Container(name, self.groups))
        elif name == "Heading":
            self.open_leaf(f"heading{detail['level'][1]}", span["start"])
        elif name in ("CodeBlock", "HtmlBlock", "TableCell"):
            self.open_leaf({"CodeBlock": "code", "HtmlBlock": "html", "TableCell": "cell"}[name], span["start"])

    def close_block(self, name: str, span: "Range", done: int) -> None:
        # A tight list item has no paragraph whose end could be taken: its text ends with the last inline event.
        self.flush(done if name == "Item" else span["end"])
        if name in _CONTAINERS:
            self.containers.pop()
        elif name == "Item":
            self.item_is_new = False

    def rule(self, span: "Range") -> None:
        self.flush(span["start"])
        start, end = self.source.trimmed(self.offset(span["start"]), self.offset(span["end"]))
        self.blocks.append(Block("rule", "", start, end, len(self.containers), self.group))

    def other_inline(self, event: Mapping[str, str], span: "Range") -> None:
        """Code, HTML, and what leaves no text: footnote references and check boxes."""
        name, value = next(iter(event.items()))
        if name == "TaskListMarker":
            return
        if not self.kind:
            self.open_leaf(self.prose_kind(), span["start"])
        if name == "Code":
            self.parts.append(self.restored(value, span) if self.source.tags else value)
        elif name == "Html":
            self.parts.append(value)
        elif name == "InlineHtml":
            self.inline_html(value, span)

    def restored(self, text: str, span: "Range") -> str:
        """`text` with the template tags that the parser was not shown."""
        text, has_prose = self.source.restored(text, span["start"], span["end"])
        self.has_prose = self.has_prose or has_prose
        return text

    def addresses(self, text: str, span: "Range") -> None:
        """Links for the bare addresses in running text."""
        if self.anchor or self.kind in ("code", "html"):
            return
        start, end = self.offset(span["start"]), self.source.characters(span["start"], span["end"])
        for match in re.finditer(_ADDRESS, text):
            address = match[0].rstrip("?!.,:;*_~'\"")
            if address.endswith(")") and address.count("(") < address.count(")"):
                address = address.rstrip(")")
            found = self.source.text.find(address, start, start + end)
            if found >= 0:
                start, end = found + len(address), end - (found + len(address) - start)
                self.links.append(Link("link", address, address, found, start, len(self.blocks)))

    def open_link(self, tag: Mapping[str, Mapping[str, str]], span: "Range") -> None:
        kind, detail = ("link", tag["Link"]) if "Link" in tag else ("image", tag["Image"])
        target = detail["dest_url"]
        if detail["link_type"] == "Email":
            target = f"mailto:{target}"
        start = self.offset(span["start"])
        self.open_links.append(_OpenLink(kind, target, detail["title"], start, len(self.links), len(self.parts)))
        self.links.append(_TO_COME)

    def close_link(self, span: "Range") -> None:
        kind, target, title, start, number, part = self.open_links.pop()
        if self.source.tags:
            target = self.source.restored_target(target, span["start"], span["end"])
        parts = self.parts
        text = parts[part] if len(parts) == part + 1 else "".join(parts[part:])
        self.links[number] = Link(kind, text, target, start, self.offset(span["end"]), len(self.blocks), title)

    def inline_html(self, tag: str, span: "Range") -> None:
        self.has_prose = True
        lowered = tag[:4].lower()
        if lowered[:3] == "<br":
            self.parts.append("\n")
        elif lowered == "<img":
            start = self.offset(span["start"])
            found = image(tag, start, self.offset(span["end"]), len(self.blocks))
            self.links.append(found)
            self.parts.append(found.text)
        elif lowered[:2] == "<a" and not lowered[2:3].isalnum():
            self.anchor = _OpenAnchor(tag, self.offset(span["start"]), len(self.parts))
        elif lowered[:3] == "</a" and self.anchor:
            text = "".join(self.parts[self.anchor.part :])
            end = self.offset(span["end"])
            self.links += anchor(self.anchor.tag, text, self.anchor.start, end, len(self.blocks))
            self.anchor = None

    @property
    def group(self) -> int:
        return self.containers[-1].group if self.containers else 0

    def prose_kind(self) -> str:
        container = self.containers[-1].name if self.containers else ""
        if container == "List":
            return "item" if self.item_is_new else "paragraph"
        return "quote" if container == "BlockQuote" else "paragraph"

    def open_leaf(self, kind: str, start: int) -> None:
        self.kind, self.start, self.first_link = kind, self.offset(start), len(self.links)
        self.has_prose = self.item_is_new = False

    def flush(self, end: int) -> None:
        """The open leaf becomes a block, unless a reader sees nothing of it."""
        kind, level = self.kind, len(self.containers)
        if not kind:
            return
        text = "".join(self.parts)
        self.kind, self.anchor = "", None
        self.parts.clear()
        start, stop = self.source.trimmed(self.start, self.offset(end))
        if kind == "html":
            text = self.html_text(text, start, stop)
        elif kind == "code":
            text = text.strip("\n")
        else:
            text, start, stop = self.source.without_directives(text.strip(), start, stop)
            if kind[0] == "h":
                kind, level = "heading", int(kind[7])
                text = self.source.without_attributes(text)
            elif not text and self.first_link == len(self.links):
                return
            if self.source.tags and text and not self.has_prose:
                kind = "template"
        self.blocks.append(Block(kind, text, start, stop, level, self.group))

    def html_text(self, html: str, start: int, end: int) -> str:
        """The visible text of a block of HTML, whose links are added."""
        source = self.source.text[start:end]
        self.links += html_links(source, start, len(self.blocks))
        return visible_text(source if self.source.tags else html)


_TO_COME = Link("link", "", "", 0, 0)
