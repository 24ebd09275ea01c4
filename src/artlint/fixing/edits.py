"""Edits in code points of an article's text made edits of its file's bytes; every other byte stays."""

import codecs
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from artlint.article import line_starts
from artlint.finding import Edit
from artlint.readers.decoding import declared_encoding, decode

_LINE_END = re.compile(r"\r\n|\n|\r")
_STRAY = re.compile("[\udc80-\udcff]")


class UnfitEditError(Exception):
    """An edit that cannot be made as it is given; the text says why, as the end of a sentence."""


@dataclass(frozen=True)
class Source:
    """A file's content as edits see it.

    `text` is what comes after the `skipped` bytes of a BOM, in UTF-8 or in the encoding that a page declares;
    each byte that is not UTF-8 is a surrogate, so that offsets are those of the article's text and encoding gives
    the same bytes again.
    """

    content: bytes
    text: str
    skipped: int
    encoding: str = "utf-8"

    @cached_property
    def shown(self) -> str:
        """The text as rules see it: U+FFFD for each byte that is not UTF-8."""
        return _STRAY.sub("\ufffd", self.text)

    @cached_property
    def has_stray_bytes(self) -> bool:
        """Whether bytes stand in it that are not UTF-8."""
        return _STRAY.search(self.text) is not None

    def encoded(self, text: str) -> bytes:
        """The text as it stands in the file; raises UnicodeEncodeError for what the encoding has not."""
        return text.encode(self.encoding, "surrogateescape" if self.encoding == "utf-8" else "strict")


class ByteEdit(NamedTuple):
    """Replace `old`, which stands at the bytes `start` to `end` of a file, with `new`."""

    start: int
    end: int
    old: bytes
    new: bytes


def source_of(content: bytes, declares_charset: bool = False) -> Source:
    """`content` ready for edits; raises UnfitEditError where the article's text would not give its bytes again."""
    skipped = len(codecs.BOM_UTF8) if content.startswith(codecs.BOM_UTF8) else 0
    decoded = decode(content, declares_charset)
    encoding = decoded.encoding
    if declares_charset and content.isascii():  # what is added must be read as the page says
        encoding = declared_encoding(content) or encoding
    source = Source(content, content[skipped:].decode(encoding, "surrogateescape"), skipped, encoding)
    if "\0" in source.text or decoded.text != source.shown:
        raise UnfitEditError("the file is not UTF-8 text")
    if not _gives_its_bytes(source):
        raise UnfitEditError(f"its text would not give the same bytes again in {encoding.upper()}")
    return source


def _gives_its_bytes(source: Source) -> bool:
    try:
        return source.encoded(source.text) == source.content[source.skipped :]
    except UnicodeEncodeError:
        return False


def edited(source: Source, edits: Sequence[Edit]) -> bytes:
    """The content with all the edits made; raises UnfitEditError where they do not fit it or each other."""
    ordered = sorted(edits)
    check(source, ordered)
    fitted = [edit._replace(new=_with_line_ends(source.text, edit)) for edit in ordered]
    content = spliced(source.content, byte_edits(source, fitted))
    _check_text(source, content, edited_text(source.text, fitted))
    return content


def byte_edits(source: Source, edits: Sequence[Edit]) -> Iterator[ByteEdit]:
    """The sorted `edits` as ranges of the file's bytes, each with the bytes that it expects there."""
    position, offset = 0, source.skipped
    for edit in edits:
        offset += len(source.encoded(source.text[position : edit.start]))
        old = source.encoded(edit.old)
        yield ByteEdit(offset, offset + len(old), old, source.encoded(edit.new))
        position, offset = edit.end, offset + len(old)


def spliced(content: bytes, edits: Iterator[ByteEdit]) -> bytes:
    """`content` with the sorted edits made; raises UnfitEditError where other bytes stand than one expects."""
    pieces, position = [], 0
    for edit in edits:
        if content[edit.start : edit.end] != edit.old:
            raise UnfitEditError(f"other bytes stand at byte {edit.start:,} than it expects")
        pieces += [content[position : edit.start], edit.new]
        position = edit.end
    return b"".join((*pieces, content[position:]))


def mismatch(text: str, edits: Sequence[Edit]) -> str:
    """What is wrong with a fix for an article whose rules see `text`; it is the rule's fault. "" if nothing is."""
    ordered = sorted(edits)
    if not ordered or all(edit.old == edit.new for edit in ordered):
        return "its fix changes nothing"
    for edit, following in zip(ordered, [*ordered[1:], None], strict=True):
        if not 0 <= edit.start <= edit.end <= len(text) or text[edit.start : edit.end] != edit.old:
            return f"its fix expects {_quoted(edit.old)} at {_at(text, edit.start)}, where that does not stand"
        if following and (following.start < edit.end or following.start == edit.start):
            return f"two edits of its fix overlap at {_at(text, following.start)}"
    return ""


def check(source: Source, edits: Sequence[Edit]) -> None:
    """Raises UnfitEditError where the edits do not fit the file or each other."""
    fault = mismatch(source.shown, edits)
    if fault:
        raise UnfitEditError(fault)
    for edit in edits:
        if _STRAY.search(source.text, edit.start, edit.end):
            raise UnfitEditError("a byte that is not UTF-8 stands in what it quotes")
        if _splits_line_end(source.text, edit.start) or _splits_line_end(source.text, edit.end):
            raise UnfitEditError("it would split a line end of two characters")
        if not _can_be_written(edit.new, source.encoding):
            raise UnfitEditError(f"its new text cannot be written as {source.encoding.upper()}")
        if not edit.new.isascii() and source.has_stray_bytes:
            raise UnfitEditError("the file has bytes that are not UTF-8, so only ASCII text is added to it")


def _check_text(source: Source, content: bytes, text: str) -> None:
    """Raises UnfitEditError where the edited content would not be read as the edited text."""
    if source.encoding == "utf-8":
        if content[source.skipped :].decode("utf-8", "surrogateescape") != text:
            raise UnfitEditError("it would join bytes that are not UTF-8 into a character")
    elif decode(content, declares_charset=True).text != text:
        raise UnfitEditError(f"the page would no longer be read as {source.encoding.upper()}")
    if content.startswith(codecs.BOM_UTF8) and not source.skipped:
        raise UnfitEditError("it would begin the file with a byte order mark")


def _can_be_written(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _splits_line_end(text: str, offset: int) -> bool:
    return text[offset - 1 : offset + 1] == "\r\n" if offset else False


def _with_line_ends(text: str, edit: Edit) -> str:
    """The edit's new text; a line that it adds ends as the line whose place it takes, or as its neighbour."""
    if "\n" not in edit.new:
        return edit.new
    ends = _LINE_END.findall(edit.old) or [_neighbouring_line_end(text, edit)]
    count = iter(range(len(edit.new)))

    def end(match: re.Match[str]) -> str:
        number = next(count)
        return match[0] if match[0] != "\n" else ends[min(number, len(ends) - 1)]

    return _LINE_END.sub(end, edit.new)


def _neighbouring_line_end(text: str, edit: Edit) -> str:
    r"""The end of the line that the edit stands in, or of the line before it; \n in a text of one line."""
    here = _LINE_END.search(text, edit.end)
    if here:
        return here[0]
    starts = line_starts(text[: edit.start])
    before = _LINE_END.search(text, starts[-2]) if len(starts) > 1 else None
    return before[0] if before else "\n"


def edited_text(text: str, edits: Sequence[Edit]) -> str:
    """The text with the sorted edits made."""
    pieces, position = [], 0
    for edit in edits:
        pieces += [text[position : edit.start], edit.new]
        position = edit.end
    return "".join((*pieces, text[position:]))


def _at(text: str, offset: int) -> str:
    """The offset as line:column, from 1."""
    starts = line_starts(text[: max(0, offset)])
    return f"{len(starts)}:{max(0, min(offset, len(text))) - starts[-1] + 1}"


def _quoted(text: str, longest: int = 40) -> str:
    shown = " ".join(text.split())
    return f'"{shown[:longest]}{"…" if len(shown) > longest else ""}"'
