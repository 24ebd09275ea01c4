"""What some dialects write into Markdown that CommonMark takes for text."""

import re
from collections.abc import Iterator

from artlint.article import Link

# Up to the first character that no address in running text holds (GFM's autolink extension, and CJK marks).
_ADDRESS = r"https?://[^\s<>`\"、。，；！？（）「」]+"
# Fences of Docusaurus, VitePress and Pandoc (":::note") and attribute lines of kramdown ("{: .note}").
_DIRECTIVE = r"[ \t>]*(?::{3,}.*|\{:[^{}]*\}[ \t]*)"
# "{#anchor .class}" and "{: .class}" after a heading, in Pandoc and kramdown.
_ATTRIBUTES = r"\{[ \t]*[#.:][^{}]*\}$"


def bare_links(text: str, source: str, start: int, end: int, block: int) -> Iterator[Link]:
    """The web addresses in `text`, which is `source[start:end]` but for markup, without the punctuation after them."""
    for match in re.finditer(_ADDRESS, text):
        address = match[0].rstrip("?!.,:;*_~'")
        if address.endswith(")"):
            surplus = max(0, address.count(")") - address.count("("))
            address = address[: len(address) - min(surplus, len(address) - len(address.rstrip(")")))]
        found = source.find(address, start, end)
        if found >= 0:
            start = found + len(address)
            yield Link("link", address, address, found, start, block)


def without_attributes(heading: str) -> str:
    """A heading's text without the attributes behind it."""
    if not heading.endswith("}"):
        return heading
    opening = heading.rfind("{")
    return heading[:opening].rstrip() if re.match(_ATTRIBUTES, heading[opening:]) else heading


def without_directives(text: str, source: str, start: int, end: int) -> tuple[str, int, int]:
    """A block's text and its range of `source` without directive lines before and after."""
    lines = text.split("\n")
    while lines and re.fullmatch(_DIRECTIVE, lines[-1]):
        del lines[-1]
        end = _line_start(source, start, end)
    first = 0
    while first < len(lines) and re.fullmatch(_DIRECTIVE, lines[first]):
        first += 1
        start = _line_end(source, start, end)
    return "\n".join(lines[first:]).strip(), *_trimmed(source, start, end)


def _line_start(source: str, start: int, end: int) -> int:
    """Where the line before the last one of the range ends."""
    return max(start, source.rfind("\n", start, end), source.rfind("\r", start, end))


def _line_end(source: str, start: int, end: int) -> int:
    """Where the second line of the range begins."""
    found = re.compile(r"\r\n|\n|\r").search(source, start, end)
    return found.end() if found else end


def _trimmed(source: str, start: int, end: int) -> tuple[int, int]:
    piece = source[start:end]
    return start + len(piece) - len(piece.lstrip()), max(start, end - len(piece) + len(piece.rstrip()))
