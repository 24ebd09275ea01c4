"""The parser's events turned into blocks and links with places; the one module that knows pyromark.

Containers (lists, quotes, tables) give their number to the blocks inside; only leaves become blocks.
"""

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from artlint.article import Block, Link
from artlint.readers.inline_html import anchor, html_links, image, visible_text
from artlint.readers.markdown_dialects import bare_links, without_attributes, without_directives
from artlint.readers.markdown_source import MarkdownSource

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyromark import Markdown
    from pyromark.event import Event, Range, _Image, _Link, _Tag, _TagEnd

_INLINE = frozenset(("Emphasis", "Strong", "Strikethrough", "Superscript", "Subscript"))
_CONTAINERS = frozenset(("List", "BlockQuote", "Table", "FootnoteDefinition"))
_LEAVES = {"HtmlBlock": "html", "TableCell": "cell"}
_PROSE = frozenset(("paragraph", "item", "quote"))


class _Container(NamedTuple):
    """An open list, quote or table."""

    name: str
    group: int


class _OpenAnchor(NamedTuple):
    """An inline `<a>` whose text is still to come."""

    tag: str
    start: int
    part: int


def parse_blocks(text: str, body: int) -> tuple[list[Block], list[Link]]:
    """The blocks and links of the Markdown in `text` from the offset `body` on, in the source's order."""
    source = MarkdownSource(text, body)
    builder = _Builder(source)
    builder.read(_parser().events_with_range(source.masked, merge_text=True))
    if "<" in text:  # in HTML, an image ends before the link that it stands in
        builder.links.sort(key=_start_of)
    return builder.blocks, builder.links


@cache
def _parser() -> "Markdown":
    from pyromark import Markdown, Options  # 5 ms that text and HTML need not pay

    options = (
        Options.ENABLE_TABLES
        | Options.ENABLE_FOOTNOTES
        | Options.ENABLE_STRIKETHROUGH
        | Options.ENABLE_TASKLISTS
        | Options.ENABLE_GFM
    )
    return Markdown(options=options)


class _Builder:
    """Takes the events in the source's order; `blocks` and `links` grow."""

    def __init__(self, source: MarkdownSource) -> None:
        self.source = source
        self.text = source.text
        self.offset: Callable[[int], int] = source.offset
        self.masked = bool(source.tags)
        self.has_directives = source.has_directives
        self.blocks: list[Block] = []
        self.links: list[Link] = []
        self.parts: list[str] = []  # the text of the open leaf
        self.kind = ""  # of the leaf that is open, "" for none
        self.start = self.heading = 0
        self.first_link = 0  # of the open leaf
        self.has_prose = False  # anything but template tags in the open leaf
        self.containers: list[_Container] = []
        self.groups = 0
        self.item_is_new = False
        # Tag, start, number in `links`, first of `parts`; a class for them would be seen in the time of all.
        self.open_links: list[tuple[_Link | _Image, int, int, int]] = []
        self.anchor: _OpenAnchor | None = None

    def read(self, events: "Iterable[tuple[Event, Range]]") -> None:  # noqa: C901  the one hot loop
        """All events in one loop: a call for each text and emphasis, four of five, would cost half as much again."""
        parts, masked, inline = self.parts, self.masked, _INLINE
        last: Range = {"start": 0, "end": 0}  # of the event before
        for event, span in events:
            if isinstance(event, str):
                self.rule(span) if event == "Rule" else parts.append("\n")
            elif "Text" in event:
                if not self.kind:
                    self.open_leaf(self.prose_kind(), span["start"])
                text = self.restored(event["Text"], span) if masked else event["Text"]
                if "://" in text and not self.open_links:
                    self.addresses(text, span)
                parts.append(text)
            elif "Start" in event:
                tag = event["Start"]
                if not isinstance(tag, str) and ("Link" in tag or "Image" in tag):
                    if not self.kind:
                        self.open_leaf(self.prose_kind(), span["start"])
                    self.open_links.append((tag, self.offset(span["start"]), len(self.links), len(parts)))
                    self.links.append(_TO_COME)
                elif not isinstance(tag, str) or tag not in inline:
                    if self.kind:
                        self.flush(last["end"])
                    self.open_block(tag, span)
                elif not self.kind:
                    self.open_leaf(self.prose_kind(), span["start"])
            elif "End" in event:
                name = event["End"]
                if name == "Link" or name == "Image":
                    self.close_link(span)
                elif not isinstance(name, str) or name not in inline:
                    if self.kind:
                        # A tight item has no paragraph whose end could be taken: it ends with the last inline event.
                        self.flush(last["end"] if name == "Item" else span["end"])
                    self.close_block(name)
            elif "Code" in event:
                if not self.kind:
                    self.open_leaf(self.prose_kind(), span["start"])
                parts.append(self.restored(event["Code"], span, is_code=True) if masked else event["Code"])
                self.has_prose = True
            elif "Html" in event:
                parts.append(event["Html"])
            elif "InlineHtml" in event:
                self.inline_html(event["InlineHtml"], span)
            last = span

    def open_block(self, tag: "_Tag", span: "Range") -> None:
        if isinstance(tag, str):
            if tag == "Item":
                self.item_is_new = True
            elif tag == "Paragraph":
                self.open_leaf(self.prose_kind(), span["start"])
            elif tag in _LEAVES:
                self.open_leaf(_LEAVES[tag], span["start"])
        elif "Heading" in tag:
            self.heading = int(tag["Heading"]["level"][1])
            self.open_leaf("heading", span["start"])
        elif "CodeBlock" in tag:
            self.open_leaf("code", span["start"])
        else:
            self.groups += 1
            self.containers.append(_Container(next(iter(tag)), self.groups))

    def close_block(self, tag: "_TagEnd") -> None:
        if isinstance(tag, str):
            if tag == "Item":
                self.item_is_new = False
            elif tag in _CONTAINERS:
                self.containers.pop()
        elif "Heading" not in tag:
            self.containers.pop()

    def rule(self, span: "Range") -> None:
        if self.kind:
            self.flush(span["start"])
        start, end = self.source.trimmed(self.offset(span["start"]), self.offset(span["end"]))
        self.blocks.append(Block("rule", "", start, end, len(self.containers), self.group))

    def restored(self, text: str, span: "Range", is_code: bool = False) -> str:
        """`text` with the template tags that the parser was not shown."""
        text, has_prose = self.source.restored(text, span["start"], span["end"], self.kind == "code" or is_code)
        self.has_prose = self.has_prose or has_prose
        return text

    def addresses(self, text: str, span: "Range") -> None:
        """Links for the bare addresses in running text."""
        if self.anchor or self.kind in ("code", "html"):
            return
        start = self.offset(span["start"])
        end = start + self.source.characters(span["start"], span["end"])
        self.links += bare_links(text, self.text, start, end, len(self.blocks))

    def close_link(self, span: "Range") -> None:
        tag, start, number, part = self.open_links.pop()
        kind, detail = ("link", tag["Link"]) if "Link" in tag else ("image", tag["Image"])
        target = detail["dest_url"]
        if "@" in target and detail["link_type"] == "Email":
            target = f"mailto:{target}"
        if self.masked:
            target = self.source.restored_target(target, span["start"], span["end"])
        text, title = "".join(self.parts[part:]), detail["title"]
        its = kind, text, target, start, self.offset(span["end"]), len(self.blocks), title, "", ""
        self.links[number] = _new(Link, its)

    def inline_html(self, tag: str, span: "Range") -> None:
        if not self.kind:
            self.open_leaf(self.prose_kind(), span["start"])
        if self.masked:
            tag = self.restored(tag, span)
        self.has_prose = True
        name = tag[:4].lower()
        if name[:3] == "<br":
            self.parts.append("\n")
        elif name == "<img":
            found = image(tag, self.offset(span["start"]), self.offset(span["end"]), len(self.blocks))
            self.links.append(found)
            self.parts.append(found.text)
        elif name[:2] == "<a" and not name[2:3].isalnum():
            self.anchor = _OpenAnchor(tag, self.offset(span["start"]), len(self.parts))
        elif name[:3] == "</a" and self.anchor:
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
        kind, source, text, start, stop = self.kind, self.text, "".join(self.parts), self.start, self.offset(end)
        while stop > start and source[stop - 1] in " \t\r\n":
            stop -= 1
        containers = self.containers
        level, group = (len(containers), containers[-1][1]) if containers else (0, 0)
        if kind in _PROSE:
            text = text.strip()
            if self.has_directives and (":::" in text or "{:" in text):
                text, start, stop = without_directives(text, source, start, stop)
        else:
            text, start, stop = self.special(text, start, stop)
            level = self.heading if kind == "heading" else level
        has_links = self.first_link < len(self.links)
        if self.masked and not self.has_prose and kind not in ("code", "html"):
            is_comment = not text and not has_links and kind in _PROSE and self.source.comments
            kind = "template" if text else "html" if is_comment else kind
        if text or kind in ("heading", "code", "html") or has_links:
            self.blocks.append(_new(Block, (kind, text, start, stop, level, group)))
        self.kind, self.anchor = "", None
        self.parts.clear()

    def special(self, text: str, start: int, end: int) -> tuple[str, int, int]:
        """The text and range of a heading, a cell, code or HTML."""
        if self.kind == "html":
            # The parser's text lacks the quote marks before the lines, the source has the template tags.
            source = self.text[start:end]
            self.links += html_links(source, start, len(self.blocks))
            text = visible_text(source if self.masked else text)
        elif self.kind == "code":
            text = text.strip("\n")
        else:
            text = without_attributes(text.strip())
        while start < end and self.text[start] in " \t\r\n":
            start += 1
        return text, start, end


def _start_of(link: Link) -> int:
    return link.start


_TO_COME = Link("link", "", "", 0, 0)
_new = tuple.__new__  # a NamedTuple's own constructor takes 2.5 times as long, and there are many blocks and links
