"""The Markdown of one article on its way through the parser: byte offsets, template tags, extensions.

The one module that loads pyromark.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, TypeAlias

from artlint.readers.templates import FILLED, is_filled, mask, without_filler

if TYPE_CHECKING:
    from pyromark import Markdown
    from pyromark.event import Range

    # By pyromark's own type, mypy tells strings from dicts by `isinstance` alone: 4 % of the time of reading.
    Event: TypeAlias = Any
    Events: TypeAlias = Iterator[tuple[Event, Range]]

_TARGET = rb"\]\(\s*<?([^\s<>]*?)>?(?:\s+[\"'(][^\n]*)?\s*\)$"
_MARK = b"\x80"


class MarkdownSource:
    """The text from `body` on, as the parser is shown it (`masked`), and the way back to the article's text."""

    def __init__(self, text: str, body: int) -> None:
        source = text[body:] if body else text
        self.text = text
        self.body = body
        self.masked, self.tags, self.comments = mask(source)
        self._defined_targets: dict[str, str] = {}
        self.has_directives = ":::" in source or ("{" in source and "{:" in source)

    def events(self) -> "Events":
        """What the parser makes of it: each event with its range in bytes."""
        return _parser().events_with_range(self.masked, merge_text=True)

    @cached_property
    def offset(self) -> Callable[[int], int]:
        """From a byte of the parser's to its code point in the article; quick where they are asked for as they rise.

        To be had behind `events`: what the parser has encoded is not encoded again, it is kept with the text.
        """
        source = self.text[self.body :] if self.body else self.text
        return self.body.__add__ if source.isascii() else _offsets(source, self.body)

    def trimmed(self, start: int, end: int) -> tuple[int, int]:
        """The range without blanks at its ends."""
        source = self.text[start:end]
        return start + len(source) - len(source.lstrip()), max(start, end - len(source) + len(source.rstrip()))

    def restored(self, text: str, start: int, end: int, is_code: bool) -> tuple[str, bool]:
        """The filled `text` of the bytes `start` to `end` with its template tags, and whether it holds anything else.

        Comments come back in code alone.
        """
        first, stop = self.offset(start), self.offset(end)
        has_prose = bool(without_filler(text).strip())
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
        masked = target.encode()
        if self._masked_bytes.endswith(b"](" + masked + b")", start, end):
            return self._source_bytes[end - 1 - len(masked) : end - 1].decode("utf-8", "replace")
        written = self._written_target(start, end)
        if written is not None:
            return written
        if target not in self._defined_targets:  # a page of links to one definition is searched once
            self._defined_targets[target] = self._defined_target(target, masked)
        return self._defined_targets[target]

    def _defined_target(self, target: str, masked: bytes) -> str:
        """The target of the first definition that has it."""
        start = self._masked_bytes.find(b"]: " + masked) + 3
        if start < 3:
            return without_filler(target)
        return self._source_bytes[start : start + len(masked)].decode("utf-8", "replace")

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
        return self.text[self.body :].encode("utf-8", "surrogatepass")


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


def _offsets(source: str, base: int) -> Callable[[int], int]:
    """From a byte of `source` to its code point, counted from `base`; costs what it moves, less in plain ASCII."""
    marks = source.encode("utf-8", "surrogatepass").translate(_marks())
    position, behind, plain_until = 0, -base, 0  # `behind`: how many code points fewer than bytes

    def offset(byte: int) -> int:
        nonlocal position, behind, plain_until
        if not position <= byte <= plain_until:
            forward = byte >= position
            behind += marks.count(_MARK, position, byte) if forward else -marks.count(_MARK, byte, position)
            position, found = byte, marks.find(_MARK, byte)
            plain_until = found if found >= 0 else len(marks)
        return byte - behind

    return offset


@cache
def _marks() -> bytes:
    """A table for `bytes.translate`: all bytes but the first of a character become one that can be counted."""
    return bytes(0x80 if 0x80 <= byte < 0xC0 else byte for byte in range(256))
