"""The source of a page: from the parser's offsets to the article's."""

import re
from bisect import bisect_left
from functools import cached_property

from turbohtml import Element

from artlint.article import line_starts

# Longer ones take the sure way: unclosed tags must not each search the whole page.
_LONGEST_LINK = 1_000


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
            self.pairs = [match.start() - number for number, match in enumerate(re.finditer("\r\n", body))]

    def original(self, offset: int) -> int:
        """The article's offset for one of the parser's."""
        return self.start + offset + (bisect_left(self.pairs, offset) if self.pairs else 0)

    def outer(self, element: Element) -> tuple[int, int]:
        """From the start tag to the end tag, both included; the start tag alone where no end tag stands."""
        location = element.source_location
        if location is None:
            return self.start, self.start
        last = location.end_tag or location.start_tag
        return self.original(location.start_tag.start_offset), self.original(last.end_offset)

    def link(self, element: Element) -> tuple[int, int]:
        """As `outer`, for an `<a>`: where its end is plain to see, at a third of the cost."""
        if element.position is None:
            return self.start, self.start
        line, column = element.position
        start = self.line_starts[line - 1] + column
        end = self.normalised.find("</a>", start, start + _LONGEST_LINK)
        # An <a> holds no other, so the first end tag is its own, if it has one and no comment hides it.
        if end < 0 or self.normalised.find("<a", start + 1, end) >= 0 or self.normalised.find("<!", start, end) >= 0:
            return self.outer(element)
        return self.original(start), self.original(end + 4)

    @cached_property
    def line_starts(self) -> list[int]:
        return line_starts(self.normalised)

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
        """The article's offsets of the parser's range, without blanks at its ends."""
        piece = self.normalised[start:end]
        stop = end - len(piece) + len(piece.rstrip())
        start += len(piece) - len(piece.lstrip())
        return self.original(start), self.original(max(start, stop))
