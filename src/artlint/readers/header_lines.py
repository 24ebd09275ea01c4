"""Header lines above a text: `Title: ...` of Pelican and MultiMarkdown, `.. title: ...` in a comment of Nikola."""

import re
from collections.abc import Mapping
from itertools import takewhile
from typing import NamedTuple

from artlint.article import Entry, lines

_HEADER = r"([A-Za-z][\w-]*):(?:[ \t]+(\S.*?))?[ \t]*$"
_COMMENTED = r"[ \t]*\.\. ([A-Za-z][\w-]*):(?:[ \t]+(\S.*?))?[ \t]*$"
_LONGEST_COMMENT = 10_000


class Headers(NamedTuple):
    """The entries by lower-case key, and where the body begins."""

    entries: Mapping[str, Entry]
    body: int


def header_lines(text: str) -> Headers | None:
    """The header lines at the start of `text`, up to a blank line; None unless they hold a title.

    Indented lines go on with the value above them.
    """
    entries: dict[str, Entry] = {}
    key = ""
    body = 0
    for line in takewhile(lambda line: line.text.strip(), lines(text, 0, len(text))):
        found = re.match(_HEADER, line.text)
        if found:
            key = found[1].lower()
            entries[key] = _entry(found, line.start)
        elif key and line.text[0] in " \t":
            entries[key] = _longer(entries[key], line.text, line.start)
        else:
            return None
        body = line.end
    return Headers(entries, _next_line(text, body)) if "title" in entries else None


def commented_headers(text: str) -> Headers | None:
    """The header lines in the comment at the start of `text`; None where it holds anything else, or no title."""
    end = text.find("-->", 4, _LONGEST_COMMENT)
    entries: dict[str, Entry] = {}
    for line in lines(text, 4, end) if end > 0 else ():
        found = re.match(_COMMENTED, line.text)
        if found:
            entries[found[1].lower()] = _entry(found, line.start)
        elif line.text.strip():
            return None
    return Headers(entries, _next_line(text, end + 3)) if "title" in entries else None


def _entry(found: re.Match[str], start: int) -> Entry:
    value = found[2] or ""
    first, last = found.span(2) if value else (found.end(), found.end())
    return Entry(value, value, start + first, start + last, start + found.start(1), start + found.end(1))


def _longer(entry: Entry, line: str, start: int) -> Entry:
    value = line.strip()
    first = start + len(line) - len(line.lstrip())
    whole = f"{entry.raw} {value}" if entry.raw else value
    return entry._replace(value=whole, raw=whole, start=entry.start if entry.raw else first, end=first + len(value))


def _next_line(text: str, position: int) -> int:
    """Where the line after the one that ends at `position` begins."""
    if text.startswith("\r\n", position):
        return position + 2
    return min(position + 1, len(text))
