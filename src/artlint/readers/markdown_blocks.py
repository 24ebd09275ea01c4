"""The parser's events turned into blocks and links with places.

Containers (lists, quotes, tables) give their number to the blocks inside; only leaves become blocks.
"""

from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from artlint.article import Block, Link
from artlint.readers.inline_html import anchor, html_links, image, visible_text
from artlint.readers.markdown_dialects import bare_links, without_attributes, without_directives
from artlint.readers.markdown_source import MarkdownSource
from artlint.readers.templates import is_filled

if TYPE_CHECKING:
    from pyromark.event import Range, _Image, _Link, _Tag, _TagEnd

    from artlint.readers.markdown_source import Event, Events

_INLINE = ("Strong", "Emphasis", "Strikethrough")
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
    builder.read()
    if "<" in text:  # in HTML, an image ends before the link that it stands in
        builder.links.sort(key=attrgetter("start"))
    return builder.blocks, builder.links


class _Builder:
    """Takes the events in the source's order; `blocks` and `links` grow."""

    def __init__(self, source: MarkdownSource) -> None:
        self.source = source
        self.text = source.text
        self.events = source.events()
        self.offset = source.offset
        self.masked = bool(source.tags)
        self.has_directives = source.has_directives
        self.blocks: list[Block] = []
        self.links: list[Link] = []
        self.kind = ""  # of the open leaf
        self.parts: list[str] = []  # its text
        self.tagged: set[int] = set()  # those of its parts that hold template tags
        self.has_prose = False  # whether they hold anything else, or there is code or HTML beside them
        self.containers: list[_Container] = []
        self.groups = 0
        self.item_is_new = False
        # Tag, number in `links`, first of `parts`; a class for them would be seen in the time of all.
        self.open_links: list[tuple[_Link | _Image, int, int]] = []
        self.anchor: _OpenAnchor | None = None

    def read(self) -> None:
        """All blocks; what stands between them is the text of a tight list item, which has no paragraph around it."""
        for event, span in self.events:
            if "Start" in event:
                if not self.open_block(event["Start"], span):
                    self.item_text(event, span)
            elif "End" in event:
                self.close_block(event["End"])
            elif event == "Rule":
                self.rule(span)
            elif "Text" in event or "Code" in event or "InlineHtml" in event:
                self.item_text(event, span)

    def item_text(self, event: "Event", span: "Range") -> None:
        """A block for the text that the event begins; the event that ends it is that of another block."""
        start, number = self.open_leaf(self.prose_kind(), span)
        event, span, last = self.running_text(chain(((event, span),), self.events), span)
        self.close_leaf(start, last["end"], number)
        if "Start" in event:
            self.open_block(event["Start"], span)
        elif "End" in event:
            self.close_block(event["End"])
        else:
            self.rule(span)

    def open_block(self, tag: "_Tag", span: "Range") -> bool:
        """Whether the tag opens a block; a leaf is taken to its end."""
        if isinstance(tag, str):
            if tag == "Paragraph":
                self.leaf(self.prose_kind() if self.containers else "paragraph", span)
            elif tag == "Item":
                self.item_is_new = True
            elif tag in _LEAVES:
                self.leaf(_LEAVES[tag], span)
            else:
                return tag not in _INLINE
        elif "Heading" in tag:
            self.leaf("heading", span, int(tag["Heading"]["level"][1]))
        elif "CodeBlock" in tag:
            self.leaf("code", span)
        elif "Link" in tag or "Image" in tag:
            return False
        else:
            self.groups += 1
            self.containers.append(_Container(next(iter(tag)), self.groups))
        return True

    def close_block(self, tag: "_TagEnd") -> None:
        if tag == "Item":
            self.item_is_new = False
        elif not isinstance(tag, str) or tag in _CONTAINERS:
            self.containers.pop()

    def rule(self, span: "Range") -> None:
        start, end = self.source.trimmed(self.offset(span["start"]), self.offset(span["end"]))
        self.blocks.append(Block("rule", "", start, end, len(self.containers), self.group))

    def leaf(self, kind: str, span: "Range", level: int = 0) -> None:
        """A block for the element that stands at `span`."""
        start, number = self.open_leaf(kind, span)
        self.running_text(self.events, span)
        self.close_leaf(start, span["end"], number, level)

    def open_leaf(self, kind: str, span: "Range") -> tuple[int, int]:
        """Where the leaf starts, and the number of its first link."""
        self.kind, self.parts, self.anchor = kind, [], None
        if self.tagged:
            self.tagged = set()
        self.has_prose = self.item_is_new = False
        return self.offset(span["start"]), len(self.links)

    def running_text(self, events: "Events", last: "Range") -> "tuple[Event, Range, Range]":  # noqa: C901  the hot loop
        """Takes the open leaf's text and links: the event that ends it, its range and that of the event before.

        All in one loop, the commonest first: a call for each event would cost half as much again.
        """
        parts, masked, links, open_links = self.parts, self.masked, self.links, self.open_links
        for event, span in events:
            if "Text" in event:
                text = event["Text"]
                if masked and not text.isascii():
                    text = self.restored(text, span)
                if ":" in text and "://" in text and not open_links:
                    self.addresses(text, span)
                parts.append(text)
            elif "End" in event:
                name = event["End"]
                if name == "Link" or name == "Image":
                    self.close_link(span)
                elif name not in _INLINE:
                    break
            elif "Start" in event:
                tag = event["Start"]
                if isinstance(tag, str):
                    if tag not in _INLINE:
                        break
                elif "Link" in tag or "Image" in tag:
                    open_links.append((tag, len(links), len(parts)))
                    links.append(_TO_COME)
                else:
                    break
            elif event == "SoftBreak" or event == "HardBreak":
                parts.append("\n")
            elif "Code" in event:
                text = event["Code"]
                if masked and not text.isascii():
                    text = self.restored(text, span, is_code=True)
                parts.append(text)
                self.has_prose = True
            elif "Html" in event:
                parts.append(event["Html"])
            elif "InlineHtml" in event:
                self.inline_html(event["InlineHtml"], span)
            elif event == "Rule":
                break
            last = span
        return event, span, last

    def close_leaf(self, start: int, end: int, number: int, level: int = 0) -> None:
        """The open leaf becomes a block, unless a reader sees nothing of it."""
        kind, source, text, stop = self.kind, self.text, "".join(self.parts), self.offset(end)
        while stop > start and source[stop - 1] in " \t\r\n":
            stop -= 1
        containers, group = self.containers, 0
        if containers:
            level, group = level or len(containers), containers[-1][1]
        if kind in _PROSE:
            text = text.strip()
            if self.has_directives and (":::" in text or "{:" in text):
                text, start, stop = without_directives(text, source, start, stop)
        else:
            text, start, stop = self.special(text, start, stop)
        if self.masked and (self.tagged or not text) and kind not in ("code", "html"):
            kind = self.kind_of_tags(text, number < len(self.links))
        if text or kind in ("heading", "code", "html") or number < len(self.links):
            self.blocks.append(_new(Block, (kind, text, start, stop, level, group)))

    def kind_of_tags(self, text: str, has_links: bool) -> str:
        """The leaf's kind, another where template tags are all there is."""
        parts, tagged = self.parts, self.tagged
        if self.has_prose or not all(part.isspace() for number, part in enumerate(parts) if number not in tagged):
            return self.kind
        if text:
            return "template"
        return "html" if not has_links and self.kind in _PROSE and self.source.comments else self.kind

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

    def restored(self, text: str, span: "Range", is_code: bool = False) -> str:
        """`text` with the template tags that the parser was not shown."""
        if not is_filled(text):
            return text
        self.tagged.add(len(self.parts))
        text, has_prose = self.source.restored(text, span["start"], span["end"], self.kind == "code" or is_code)
        self.has_prose = self.has_prose or has_prose
        return text

    def addresses(self, text: str, span: "Range") -> None:
        """Links for the bare addresses in running text."""
        if self.anchor or self.kind in ("code", "html"):
            return
        start, end = self.offset(span["start"]), self.offset(span["end"])
        self.links += bare_links(text, self.text, start, end, len(self.blocks))

    def close_link(self, span: "Range") -> None:
        tag, number, part = self.open_links.pop()
        kind, detail = ("link", tag["Link"]) if "Link" in tag else ("image", tag["Image"])
        target = detail["dest_url"]
        if "@" in target and detail["link_type"] == "Email":
            target = f"mailto:{target}"
        if self.masked and not target.isascii():
            target = self.source.restored_target(target, span["start"], span["end"])
        text, start, end = "".join(self.parts[part:]), self.offset(span["start"]), self.offset(span["end"])
        its = kind, text, target, start, end, len(self.blocks), detail["title"], "", ""
        self.links[number] = _new(Link, its)

    def inline_html(self, tag: str, span: "Range") -> None:
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


_TO_COME = Link("link", "", "", 0, 0)
_new = tuple.__new__  # a NamedTuple's own constructor takes 2.5 times as long, and there are many blocks and links
