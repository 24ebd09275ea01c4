"""The parser's events turned into blocks and links with places; the one module that knows pyromark.

Containers (lists, quotes, tables) give their number to the blocks inside; only leaves become blocks. The
parser counts UTF-8 bytes, articles count code points: `_Offsets` translates.
"""

import re
from typing import cast

from artlint.article import Block, Link
from artlint.readers.templates import FILLER, mask, unmasked

_TAG = re.compile(r"<!--.*?-->|<[^>]*>", re.DOTALL)
_HREF = re.compile(r"<a\b[^>]*?\bhref\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))", re.IGNORECASE)
_REL = re.compile(r"\brel\s*=\s*[\"']?([^\"'>]*)", re.IGNORECASE)
_ANCHOR = re.compile(r"<a\b[^>]*>(.*?)</a\s*>", re.IGNORECASE | re.DOTALL)

_FILLER_ALONE = re.compile(rf"[{FILLER}\s]*")

_LEAVES = {"Paragraph", "TableCell", "DefinitionListTitle", "DefinitionListDefinition"}


def parse_blocks(text: str, body: int) -> tuple[list[Block], list[Link]]:
    """The blocks and links of the Markdown in `text` from the offset `body` on, in the source's order."""
    from pyromark import Markdown, Options  # 5 ms that text and HTML need not pay

    options = Options.ENABLE_TABLES | Options.ENABLE_FOOTNOTES | Options.ENABLE_STRIKETHROUGH | Options.ENABLE_TASKLISTS
    source = text[body:] if body else text
    masked = mask(source)
    builder = _Builder(source, masked is not source, body)
    for event, span in Markdown(options=options).events_with_range(masked, merge_text=True):
        if type(event) is dict:
            for name, value in event.items():
                builder.take(name, value, span["start"], span["end"])
        else:
            builder.take(cast(str, event), "", span["start"], span["end"])
    return builder.blocks, sorted(builder.links, key=lambda link: link.start)


class _Offsets:
    """Byte offsets of the parser to code points of the text; quick where they move little at a time."""

    def __init__(self, source: str, base: int) -> None:
        self.base = base
        self.ascii = source.isascii()
        self.content = b"" if self.ascii else source.encode()
        self.byte = self.character = 0

    def __call__(self, byte: int) -> int:
        if self.ascii:
            return self.base + byte
        if byte >= self.byte:
            self.character += len(self.content[self.byte : byte].decode())
        else:
            self.character -= len(self.content[byte : self.byte].decode())
        self.byte = byte
        return self.base + self.character


class _Builder:
    """Takes the events one by one; `blocks` and `links` grow."""

    def __init__(self, source: str, masked: bool, base: int) -> None:
        self.source = source
        self.content = source.encode() if masked else b""
        self.offset = _Offsets(source, base)
        self.base = base
        self.blocks: list[Block] = []
        self.links: list[Link] = []
        self.parts: list[str] = []
        self.kind = ""  # of the leaf that is open, "" for none
        self.start = self.end = 0  # bytes of the open leaf
        self.heading = 0
        self.containers: list[tuple[str, int]] = []  # kind and group of open lists, quotes, tables
        self.groups = 0
        self.item_is_new = False
        self.has_prose = False  # anything but template tags in the open leaf
        self.open_links: list[tuple[str, str, str, int, int, int]] = []
        self.anchor: tuple[str, str, int, int] | None = None

    def take(self, name: str, value: object, start: int, end: int) -> None:
        if name == "Text":
            self.text(cast(str, value), start, end)
        elif name == "Start":
            self.opened(value, start, end)
        elif name == "End":
            self.closed(value, end)
        elif name == "Code":
            self.text(cast(str, value), start, end)
        elif name in ("SoftBreak", "HardBreak"):
            self.parts.append("\n")
        elif name == "InlineHtml":
            self.inline_html(cast(str, value), start, end)
        elif name == "Html":
            self.parts.append(cast(str, value))
            self.end = end
        elif name == "Rule":
            self.flush()
            self.blocks.append(Block("rule", "", self.offset(start), self.offset(end), 0, self.group))

    def text(self, text: str, start: int, end: int) -> None:
        if not self.kind:  # a tight list item or table cell has no paragraph of its own
            self.open_leaf("item", start)
        if self.content:
            self.has_prose = self.has_prose or not _FILLER_ALONE.fullmatch(text)
            if FILLER in text:
                text = self.restored(text, start, end)
        self.parts.append(text)
        if end > self.end:
            self.end = end

    def restored(self, text: str, start: int, end: int) -> str:
        """`text` with the template tags that the parser was not shown."""
        source = self.content[start:end].decode()
        if len(source.encode()) == len(text.encode()):
            return source
        tags = iter([match[0] for match in re.finditer(r"\{\{.*?\}\}|\{%.*?%\}", source, re.DOTALL)])
        return unmasked(text, tags)

    def opened(self, tag: object, start: int, end: int) -> None:
        name, detail = next(iter(tag.items())) if isinstance(tag, dict) else (cast(str, tag), None)
        if name in _LEAVES:
            self.flush()
            self.open_leaf(self.leaf_kind(name), start)
        elif name == "Heading":
            self.flush()
            self.heading = int(cast(dict[str, str], detail)["level"][1])
            self.open_leaf("heading", start)
        elif name in ("Link", "Image"):
            link = cast(dict[str, str], detail)
            if not self.kind:
                self.open_leaf("item", start)
            kind = "link" if name == "Link" else "image"
            self.open_links.append((kind, link["dest_url"], link["title"], start, end, len(self.parts)))
        elif name in ("List", "BlockQuote", "Table", "FootnoteDefinition"):
            self.flush()
            self.groups += 1
            self.containers.append((name, self.groups))
        elif name == "Item":
            self.flush()
            self.item_is_new = True
        elif name in ("CodeBlock", "HtmlBlock"):
            self.flush()
            self.open_leaf("code" if name == "CodeBlock" else "html", start)
            self.end = end

    def closed(self, tag: object, end: int) -> None:
        name = next(iter(tag)) if isinstance(tag, dict) else tag
        if name in _LEAVES or name in ("Heading", "HtmlBlock", "CodeBlock"):
            if name not in ("HtmlBlock", "CodeBlock"):
                self.end = max(self.end, self.start)
            self.flush()
        elif name in ("Link", "Image"):
            self.close_link()
            self.end = end
        elif name in ("List", "BlockQuote", "Table", "FootnoteDefinition"):
            self.flush()
            self.containers.pop()
        elif name == "Item":
            self.flush()
            self.item_is_new = False

    def leaf_kind(self, name: str) -> str:
        if name == "TableCell":
            return "cell"
        if name.startswith("Definition"):
            return "definition"
        container = self.containers[-1][0] if self.containers else ""
        if container == "List":
            return "item" if self.item_is_new else "paragraph"
        return "quote" if container == "BlockQuote" else "paragraph"

    @property
    def group(self) -> int:
        return self.containers[-1][1] if self.containers else 0

    def open_leaf(self, kind: str, start: int) -> None:
        self.kind, self.start, self.end, self.parts = kind, start, start, []
        self.has_prose = False
        if kind == "item":
            self.item_is_new = False

    def flush(self) -> None:
        """The open leaf becomes a block, if there is anything in it."""
        if not self.kind:
            return
        kind, text = self.kind, "".join(self.parts)
        self.kind, self.parts = "", []
        start, end = self.offset(self.start), self.offset(self.end)
        if kind == "html":
            self.html_links(start, end)
            text = visible_html(text)
        elif kind != "code" and not text.strip() and not self.open_links and end <= start:
            return
        elif self.content and text and not self.has_prose:
            kind = "template"
        if kind in ("cell", "html", "code"):
            start, end = self.trimmed(start, end)
        level = self.heading if kind == "heading" else len(self.containers)
        self.blocks.append(
            Block(kind, text.strip("\n") if kind == "code" else text.strip(), start, end, level, self.group)
        )

    def trimmed(self, start: int, end: int) -> tuple[int, int]:
        """The range without blanks at its ends."""
        source = self.source[start - self.base : end - self.base]
        return start + len(source) - len(source.lstrip()), end - len(source) + len(source.rstrip())

    def close_link(self) -> None:
        kind, target, title, start, end, position = self.open_links.pop()
        text = "".join(self.parts[position:])
        if kind == "image" and self.open_links:
            pass  # its text is the outer link's
        elif kind == "image":
            del self.parts[position:]
            self.parts.append(text)
        self.links.append(
            Link(
                kind,
                text,
                self.target(target, start, end),
                self.offset(start),
                self.offset(end),
                len(self.blocks),
                title,
            )
        )

    def target(self, target: str, start: int, end: int) -> str:
        if not self.content or FILLER not in target:
            return target
        source = self.content[start:end].decode()
        found = re.search(r"\]\(\s*<?(.*?)>?(?:\s+[\"'(].*)?\)$", source, re.DOTALL)
        return found[1] if found else target

    def inline_html(self, tag: str, start: int, end: int) -> None:
        if not self.kind:
            self.open_leaf("item", start)
        self.end = end
        lowered = tag[:4].lower()
        if lowered.startswith("<br"):
            self.parts.append("\n")
        elif lowered[:2] == "<a" and (href := _HREF.match(tag)):
            rel = _REL.search(tag)
            self.anchor = (href[1] or href[2] or href[3] or "", rel[1].lower() if rel else "", start, len(self.parts))
        elif lowered == "</a>" and self.anchor:
            target, its_rel, its_start, position = self.anchor
            self.anchor = None
            text = "".join(self.parts[position:])
            place = self.offset(its_start), self.offset(end)
            self.links.append(Link("link", text, target, *place, len(self.blocks), rel=its_rel))

    def html_links(self, start: int, end: int) -> None:
        source = self.source[start - self.base : end - self.base]
        if "<a" not in source and "<A" not in source:
            return
        for anchor in _ANCHOR.finditer(source):
            if href := _HREF.match(anchor[0]):
                rel = _REL.search(anchor[0][: anchor.start(1) - anchor.start()])
                place = start + anchor.start(), start + anchor.end()
                target = href[1] or href[2] or href[3] or ""
                its_rel = rel[1].lower() if rel else ""
                self.links.append(Link("link", visible_html(anchor[1]), target, *place, len(self.blocks), rel=its_rel))


def visible_html(source: str) -> str:
    """What a reader sees of a piece of HTML inside Markdown."""
    if "<" in source:
        source = _TAG.sub("", source)
    if "&" in source:
        from html import unescape  # 2 ms that few articles need

        source = unescape(source)
    return source.strip()
