"""YAML of a key and a plain value a line, or a list of such values, as most front matter is: read without the parser.

The parser takes 13 ms to load, and three times as long a line.
"""

import re
from collections.abc import Mapping
from functools import cache

from artlint.article import Entry

_new = tuple.__new__  # a NamedTuple's own constructor takes 2.5 times as long

# YAML 1.1 takes these for something else than text, in these cases and others.
_WORDS = frozenset(("true", "false", "yes", "no", "on", "off", "y", "n", "null"))
_TYPED: Mapping[str, object] = {"true": True, "false": False}
# No number and no time holds one of these letters.
_OF_TEXT_ALONE = frozenset("ghjklmpqrsuvwyGHJKLMPQRSUVWY")
_NESTED = r"\n +[^ -]"  # an indented line that is no item of a list
_INTEGER, _DATE = "0|[1-9][0-9]{0,17}", "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_TIME = rf"{_DATE}[ T][0-9]{{2}}:[0-9]{{2}}:[0-9]{{2}}(?:[+-][0-9]{{2}}:[0-9]{{2}})?"


class _OtherError(Exception):
    """A line that takes the parser to read."""


def flat_mapping(text: str, offset: int) -> Entry | None:
    """The mapping in `text` with its entries; None where the parser alone can tell. Offsets are raised by `offset`."""
    if "\n " in text and _compiled(_NESTED).search(text):
        return None  # at once: such lines tend to stand last
    entries: dict[str, Entry] = {}
    position, end = offset, offset + len(text)
    listing: _List | None = None
    try:
        for line in text.split("\n"):
            if listing and line.lstrip(" ")[:1] == "-":
                listing.items.append(_item(line, position, listing))
            elif line and line[0] != "#":
                if listing:
                    entries[listing.key] = listing.entry(position)
                key, entry = _entry(line, position)
                if key in entries:
                    return None
                entries[key] = entry
                listing = _List(key, entry) if entry.value is None else None
            position += len(line) + 1
        if listing:
            entries[listing.key] = listing.entry(end)
    except _OtherError:
        return None
    if not entries:
        return None
    return Entry(entries, "", next(iter(entries.values())).key_start, end)


class _List:
    """The list that is the value of the key before it."""

    def __init__(self, key: str, its: Entry) -> None:
        self.key = key
        self.its = its
        self.items: list[Entry] = []
        self.start = self.indent = -1  # of the first item's hyphen

    def entry(self, end: int) -> Entry:
        """The list with its key's place; the empty value that it is where it has no items."""
        if not self.items:
            return self.its
        return Entry(self.items, "", self.start, end, self.its.key_start, self.its.key_end)


def _entry(line: str, start: int) -> tuple[str, Entry]:
    """The line's key and value, None where it is empty or a list is to follow; raises _OtherError."""
    key, colon, rest = line.partition(":")
    written = rest.strip(" ")
    if not (colon and line.isprintable() and key.isascii() and key[:1].isalpha()):
        raise _OtherError
    if not key.replace("_", "a").replace("-", "a").isalnum() or rest[:1] not in ("", " "):
        raise _OtherError
    value, raw = _value(written) if written else (None, "")
    begin = start + len(line) - len(rest.lstrip(" ") if written else rest)
    return key, _new(Entry, (value, raw, begin, begin + len(written), start, start + len(key)))


def _item(line: str, start: int, listing: _List) -> Entry:
    """The item of the list that the line is; raises _OtherError."""
    rest = line.lstrip(" ")[1:]
    indent, written = len(line) - len(rest) - 1, rest.strip(" ")
    if listing.indent < 0:
        listing.indent, listing.start = indent, start + indent
    if indent != listing.indent or not written or rest[0] != " " or not line.isprintable():
        raise _OtherError
    value, raw = _value(written)
    begin = start + len(line) - len(rest.lstrip(" "))
    return _new(Entry, (value, raw, begin, begin + len(written), -1, -1))


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
    if _compiled(_DATE).match(written):
        return _date(written)
    raise _OtherError


def _date(written: str) -> object:
    from datetime import date, datetime  # few articles' front matter has one

    try:
        if len(written) == len("2020-01-05"):
            return date.fromisoformat(written)
        if _compiled(_TIME).fullmatch(written):
            return datetime.fromisoformat(written)
        raise _OtherError
    except ValueError:
        raise _OtherError from None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
