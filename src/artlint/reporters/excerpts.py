"""The lines of an article around a finding."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple
from unicodedata import combining, east_asian_width

from artlint.article import Place, lines
from artlint.reporters.escaping import visible_parts
from artlint.reporters.styling import styled

_WIDEST = 100
_LINE_END = re.compile(r"[\r\n]|\Z")


class Excerpt(NamedTuple):
    """A line, or the piece of it that fits; `text[first:last]` is what was found.

    `cut_before` and `cut_after` say that the line goes on there.
    """

    line: int
    text: str
    first: int
    last: int
    cut_before: bool = False
    cut_after: bool = False


def excerpt(source: str, place: Place, widest: int = _WIDEST) -> Excerpt | None:
    """The place's first line, cut around the place to `widest` characters; None where it is blank or gone."""
    begin = place.start - place.column + 1
    if place.start > len(source) or begin < 0:
        return None
    line = source[begin : _end_of_line(source, place.start)].replace("\t", " ")
    if not line.strip():
        return None
    first = min(place.start - begin, len(line))
    last = min(max(place.end - begin, first + 1), len(line))
    cut = max(0, min(first - 20, len(line) - widest))
    piece = line[cut : cut + widest]
    return Excerpt(place.line, piece, first - cut, min(last - cut, len(piece)), cut > 0, cut + widest < len(line))


def excerpts(source: str, place: Place, most: int, widest: int = _WIDEST) -> Iterator[Excerpt]:
    """The place's lines that are not blank, from at most `most` lines, each cut as `excerpt` cuts it."""
    begin = place.start - place.column + 1
    if place.end > len(source) or begin < 0:
        return
    end = _end_of_line(source, max(place.end - 1, place.start))
    for number, line in enumerate(islice(lines(source, begin, end), most)):
        start, stop = max(place.start, line.start), min(place.end, line.end)
        part = Place(start, stop, place.line + number, start - line.start + 1, place.line + number, 0)
        found = excerpt(source, part, widest)
        if found:
            yield found


def drawn(found: Excerpt) -> Iterator[str]:
    """The excerpt for a terminal: the numbered line, and a caret under what was found."""
    text = f"{'…' * found.cut_before}{found.text}{'…' * found.cut_after}"
    before, marked, after = visible_parts(text, found.first + found.cut_before, found.last + found.cut_before)
    yield f"{found.line:>6} | {before}{marked}{after}\n"
    yield f"{'':>6} | {' ' * _columns(before)}{styled('^' * max(1, _columns(marked)), 'green')}\n"


def _end_of_line(source: str, offset: int) -> int:
    match = _LINE_END.search(source, offset)
    return match.start() if match else len(source)


def _columns(text: str) -> int:
    """Columns that `text` takes in a terminal."""
    if text.isascii():
        return len(text)
    return sum(0 if combining(each) else 1 + (east_asian_width(each) in "WF") for each in text)
