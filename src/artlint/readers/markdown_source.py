"""The Markdown of one article on its way through the parser: byte offsets, template tags, extensions."""

import re
from bisect import bisect_right
from collections.abc import Callable
from functools import cached_property

from artlint.readers.templates import FILLER, mask

_PLAIN_BYTES = 256  # how far ahead `_offsets` looks for bytes that are characters


class MarkdownSource:
    """The text from `body` on, as the parser is shown it (`masked`), and the way back to the article's text."""

    def __init__(self, text: str, body: int) -> None:
        source = text[body:] if body else text
        self.text = text
        self.body = body
        self.masked, self.tags = mask(source)
        self.is_ascii = source.isascii()
        self.content = b"" if self.is_ascii else source.encode("utf-8", "surrogatepass")
        self.has_directives = ":::" in source or "{:" in source
        # The code point of the article's text at a byte of the parser's; quick where bytes are asked for as they rise.
        self.offset: Callable[[int], int] = body.__add__ if self.is_ascii else _offsets(self.content, body)

    def characters(self, start: int, end: int) -> int:
        """How many code points stand between two bytes."""
        return end - start if self.is_ascii else _length(self.content, start, end)

    def trimmed(self, start: int, end: int) -> tuple[int, int]:
        """The range without blanks at its ends."""
        source = self.text[start:end]
        return start + len(source) - len(source.lstrip()), max(start, end - len(source) + len(source.rstrip()))

    def restored(self, text: str, start: int, end: int) -> tuple[str, bool]:
        """`text`, seen at the bytes `start` to `end`, with its template tags, and whether it holds anything else."""
        if FILLER not in text:
            return text, not text.isspace()
        first = self.offset(start)
        stop = first + self.characters(start, end)
        has_prose = bool(text.replace(FILLER, "").strip())
        if len(text) == end - start == stop - first:  # no escape, no character reference
            return self.text[first:stop], has_prose
        sources = iter(self._tags_between(first, stop))
        return re.sub(f"{FILLER}+", lambda _: next(sources, ""), text), has_prose

    def _tags_between(self, start: int, end: int) -> list[str]:
        """The source of each unbroken run of tags."""
        runs: list[list[int]] = []
        number = max(0, bisect_right(self._tag_starts, start - self.body) - 1)
        for tag_start, tag_end in self.tags[number:]:
            if tag_start + self.body >= end:
                break
            first, last = max(tag_start + self.body, start), min(tag_end + self.body, end)
            if runs and runs[-1][1] == first:
                runs[-1][1] = last
            elif first < last:
                runs.append([first, last])
        return [self.text[first:last] for first, last in runs]

    @cached_property
    def _tag_starts(self) -> list[int]:
        return [start for start, _ in self.tags]

    def restored_target(self, target: str, start: int, end: int) -> str:
        """A link's target as written, if it holds a template tag."""
        if FILLER not in target:
            return target
        tags = self._tags_between(self.offset(start), self.offset(end))
        filled = target.split(FILLER)
        wanted = [piece for piece in re.split(f"{FILLER}+", target) if piece]
        written = self._written_target(start, end)
        return written if written is not None else "".join((*filled[:1], *tags[-1:], *wanted[-1:]))

    def _written_target(self, start: int, end: int) -> str | None:
        first = self.offset(start)
        source = self.text[first : first + self.characters(start, end)]
        found = re.search(r"\]\(\s*<?((?:\{[{%].*?[}%]\}|[^\s<>])*)>?(?:\s+[\"'(][^\n]*)?\s*\)$", source)
        return found[1] if found else None


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
