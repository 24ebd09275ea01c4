"""The Markdown of one article on its way through the parser: byte offsets, template tags, extensions."""

import re
from bisect import bisect_right
from collections.abc import Callable
from functools import cached_property

from artlint.readers.templates import FILLED, is_filled, mask

_TARGET = rb"\]\(\s*<?([^\s<>]*?)>?(?:\s+[\"'(][^\n]*)?\s*\)$"
_PLAIN_BYTES = 256  # how far ahead `_offsets` looks for bytes that are characters


class MarkdownSource:
    """The text from `body` on, as the parser is shown it (`masked`), and the way back to the article's text."""

    def __init__(self, text: str, body: int) -> None:
        source = text[body:] if body else text
        self.text = text
        self.body = body
        self.masked, self.tags, self.comments = mask(source)
        self.is_ascii = source.isascii()
        self.content = b"" if self.is_ascii else source.encode("utf-8", "surrogatepass")
        self.has_directives = ":::" in source or ("{" in source and "{:" in source)
        # The code point of the article's text at a byte of the parser's; quick where bytes are asked for as they rise.
        self.offset: Callable[[int], int] = body.__add__ if self.is_ascii else _offsets(self.content, body)

    def characters(self, start: int, end: int) -> int:
        """How many code points stand between two bytes."""
        return end - start if self.is_ascii else _length(self.content, start, end)

    def trimmed(self, start: int, end: int) -> tuple[int, int]:
        """The range without blanks at its ends."""
        source = self.text[start:end]
        return start + len(source) - len(source.lstrip()), max(start, end - len(source) + len(source.rstrip()))

    def restored(self, text: str, start: int, end: int, is_code: bool) -> tuple[str, bool]:
        """`text`, seen at the bytes `start` to `end`, with its template tags, and whether it holds anything else.

        Comments come back in code alone.
        """
        if not is_filled(text):
            return text, not text.isspace()
        first = self.offset(start)
        stop = first + self.characters(start, end)
        has_prose = bool(re.sub(FILLED, "", text).strip())
        comments = frozenset[int]() if is_code else self.comments
        if not comments and len(text.encode()) == end - start:  # no escape, no character reference
            return self.text[first:stop], has_prose
        sources = iter(self._tags_between(first, stop, comments))
        return re.sub(FILLED, lambda _: next(sources, ""), text), has_prose

    def _tags_between(self, start: int, end: int, comments: frozenset[int]) -> list[str]:
        """The source of each unbroken run of tags, without the comments."""
        runs: list[str] = []
        run_end = -1
        number = max(0, bisect_right(self._tag_starts, start - self.body) - 1)
        for tag_start, tag_end in self.tags[number:]:
            first, last = max(tag_start + self.body, start), min(tag_end + self.body, end)
            if tag_start + self.body >= end:
                break
            if first < last:
                tag = "" if tag_start in comments else self.text[first:last]
                if first == run_end:
                    runs[-1] += tag
                else:
                    runs.append(tag)
                run_end = last
        return runs

    @cached_property
    def _tag_starts(self) -> list[int]:
        return [start for start, _ in self.tags]

    def restored_target(self, target: str, start: int, end: int) -> str:
        """A link's target as written, if it holds a template tag."""
        if not is_filled(target):
            return target
        written = self._written_target(start, end)
        if written is not None:
            return written
        masked = target.encode()
        defined = self._masked_bytes.find(b"]: " + masked) + 3
        if defined < 3:
            return re.sub(FILLED, "", target)
        return self._source_bytes[defined : defined + len(masked)].decode("utf-8", "replace")

    def _written_target(self, start: int, end: int) -> str | None:
        """The target between the brackets of an inline link; None for a link by reference."""
        opening = self._masked_bytes.rfind(b"](", start, end)
        # Looked for where the tags are masked: what they hold must not end the target.
        found = re.compile(_TARGET).match(self._masked_bytes, opening, end) if opening >= 0 else None
        return self._source_bytes[found.start(1) : found.end(1)].decode("utf-8", "replace") if found else None

    @cached_property
    def _masked_bytes(self) -> bytes:
        return self.masked.encode("utf-8", "surrogatepass")

    @cached_property
    def _source_bytes(self) -> bytes:
        return self.content or self.text[self.body :].encode()


def _length(content: bytes, start: int, end: int) -> int:
    return len(content[start:end].decode("utf-8", "surrogatepass"))


def _offsets(content: bytes, base: int) -> Callable[[int], int]:
    """From a byte of `content` to its code point, counted from `base`; costs what it moves, less in plain ASCII."""
    position, character, plain_until = 0, base, 0

    def offset(byte: int) -> int:
        nonlocal position, character, plain_until
        if position <= byte <= plain_until:
            return character + byte - position
        forward = byte >= position
        character += _length(content, position, byte) if forward else -_length(content, byte, position)
        position = plain_until = byte
        if content[byte : byte + _PLAIN_BYTES].isascii():
            plain_until += _PLAIN_BYTES
        return character

    return offset
