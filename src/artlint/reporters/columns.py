"""Places in the columns that a format asks for: UTF-8 bytes or UTF-16 code units in place of characters."""

from collections.abc import Callable
from typing import NamedTuple

from artlint.article import Article, Place

Width = Callable[[str], int]


class Region(NamedTuple):
    """A place in other columns; all from 1, the end column is the first one after the place."""

    line: int
    column: int
    end_line: int
    end_column: int


def utf8_width(text: str) -> int:
    """How many bytes `text` takes in UTF-8, those that were none counted as they are."""
    return len(text) if text.isascii() else len(text.encode("utf-8", "surrogateescape"))


def utf16_width(text: str) -> int:
    """How many code units `text` takes in UTF-16."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def region(place: Place, source: str, width: Width) -> Region:
    """The place measured by `width`; in characters where `source` no longer reaches so far."""
    if place.end > len(source):
        return Region(*place[2:])
    before = source[place.start - place.column + 1 : place.start]
    before_end = source[place.end - place.end_column + 1 : place.end]
    return Region(place.line, width(before) + 1, place.end_line, width(before_end) + 1)


def place_of(source: str, start: int, end: int) -> Place:
    """The place of `source[start:end]`."""
    return Article("", source, "").place(start, end)
