"""YAML of a key and a plain value a line, as much front matter is: read without the parser, 13 ms to load."""

import re
from collections.abc import Mapping
from functools import cache

from artlint.article import Entry

# YAML 1.1 takes these for something else than text, in these cases and others.
_WORDS = frozenset(("true", "false", "yes", "no", "on", "off", "y", "n", "null"))
_TYPED: Mapping[str, object] = {"true": True, "false": False}
# No number and no time holds one of these letters.
_OF_TEXT_ALONE = frozenset("ghjklmpqrsuvwyGHJKLMPQRSUVWY")
_INTEGER, _DATE = "0|[1-9][0-9]{0,17}", "[0-9]{4}-[0-9]{2}-[0-9]{2}"


class _OtherError(Exception):
    """A line that takes the parser to read."""


def flat_mapping(text: str, offset: int) -> Entry | None:
    """The mapping in `text` with its entries; None where the parser alone can tell. Offsets are raised by `offset`."""
    entries: dict[str, Entry] = {}
    position = offset
    try:
        for line in text.split("\n"):
            if line and line[0] != "#":
                key, entry = _entry(line, position)
                if key in entries:
                    return None
                entries[key] = entry
            position += len(line) + 1
    except _OtherError:
        return None
    if not entries:
        return None
    return Entry(entries, "", next(iter(entries.values())).key_start, offset + len(text))


def _entry(line: str, start: int) -> tuple[str, Entry]:
    """The line's key and value; raises _OtherError."""
    key, colon, rest = line.partition(": ")
    written = rest.strip(" ")
    if not (colon and written and line.isprintable() and key.isascii() and key[:1].isalpha()):
        raise _OtherError
    if not key.replace("_", "a").replace("-", "a").isalnum():
        raise _OtherError
    value, raw = _value(written)
    begin = start + len(line) - len(rest.lstrip(" "))
    return key, Entry(value, raw, begin, begin + len(written), start, start + len(key))


def _value(written: str) -> tuple[object, str]:
    """A scalar's value, and its text without quotes; raises _OtherError."""
    first, inner = written[0], written[1:-1]
    if first in "\"'":
        if len(written) > 1 and written[-1] == first and first not in inner and "\\" not in inner:
            return inner, inner
        raise _OtherError
    if ": " in written or " #" in written or written[-1] == ":":
        raise _OtherError
    if first.isalpha() or first == "/":
        if written.lower() in _WORDS:
            return _typed(written), written
        return written, written
    return _digits(written), written


def _typed(word: str) -> object:
    if word not in _TYPED:
        raise _OtherError
    return _TYPED[word]


def _digits(written: str) -> object:
    """The value of what begins with a digit."""
    if not "0" <= written[0] <= "9":
        raise _OtherError
    if not _OF_TEXT_ALONE.isdisjoint(written):
        return written
    if _compiled(_INTEGER).fullmatch(written):
        return int(written)
    if _compiled(_DATE).fullmatch(written):
        return _date(written)
    raise _OtherError


def _date(written: str) -> object:
    from datetime import date  # few articles' front matter has one

    try:
        return date.fromisoformat(written)
    except ValueError:
        raise _OtherError from None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
