"""TOML front matter as entries; tomllib tells no places, so keys are looked up in the source."""

import re
import tomllib
from collections.abc import Mapping
from typing import NamedTuple

from artlint.article import Entry

MAX_CHARACTERS = 100_000

_LINE = re.compile(
    r"^[^\S\r\n]*(?:\[+(?P<table>[^\]\r\n]+)\]|(?P<key>[\w\"'. -]+?)[^\S\r\n]*=[^\S\r\n]*(?P<value>[^\r\n]*))",
    re.MULTILINE,
)


class TomlError(Exception):
    """The text is no TOML; `offset` is where, in code points."""

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message)
        self.offset = offset


class _Spot(NamedTuple):
    """Where a value's first line and its key stand."""

    start: int
    end: int
    key_start: int
    key_end: int


_Spots = Mapping[tuple[str, ...], _Spot]


def load_toml(content: str, start: int) -> dict[str, Entry]:
    """The entries of `content`, which begins at the offset `start`; raises TomlError."""
    if len(content) > MAX_CHARACTERS:
        raise TomlError(f"has {len(content):,} characters; at most {MAX_CHARACTERS:,}", start)
    try:
        values = tomllib.loads(re.sub(r"\r\n?", "\n", content))
    except tomllib.TOMLDecodeError as error:
        raise _located(str(error), content, start) from None
    except RecursionError:
        raise TomlError("nested too deep", start) from None
    spots = _spots(content, start)
    return {key: _entry(value, (key,), spots, start) for key, value in values.items()}


def _located(message: str, content: str, start: int) -> TomlError:
    """The error without tomllib's "(at line 2, column 5)", at the offset that this names."""
    found = re.search(r" \(at (?:line (\d+), column (\d+)|end of document)\)", message)
    text = message[: found.start()] if found else message
    text = text[:1].lower() + text[1:]
    if not found or not found[1]:
        return TomlError(text, start + (len(content) if found else 0))
    lines = re.split(r"(?<=\n)|(?<=\r)(?!\n)", content)
    return TomlError(text, start + sum(map(len, lines[: int(found[1]) - 1])) + int(found[2]) - 1)


def _spots(content: str, start: int) -> _Spots:
    table: tuple[str, ...] = ()
    spots: dict[tuple[str, ...], _Spot] = {}
    for match in _LINE.finditer(content):
        if match["table"]:
            table = _names(match["table"])
        else:
            value, key = match.start("value") + start, match.start("key") + start
            spot = _Spot(value, value + len(match["value"].rstrip()), key, match.end("key") + start)
            spots.setdefault((*table, *_names(match["key"])), spot)
    return spots


def _names(key: str) -> tuple[str, ...]:
    """The parts of a dotted key; a quoted part with a dot in it is not found again, and has no place then."""
    return tuple(part.strip(" \t\"'") for part in key.split("."))


def _entry(value: object, name: tuple[str, ...], spots: _Spots, start: int) -> Entry:
    """A value with the place of its key; values inside of lists take the list's place."""
    spot = spots.get(name, _Spot(start, start, -1, -1))
    if isinstance(value, dict):
        return Entry({key: _entry(item, (*name, key), spots, spot.start) for key, item in value.items()}, "", *spot)
    if isinstance(value, list):
        return Entry([_item(item, spot) for item in value], "", *spot)
    quote = 1 if isinstance(value, str) and spot.end - spot.start == len(value) + 2 else 0
    return Entry(value, str(value), spot.start + quote, spot.end - quote, spot.key_start, spot.key_end)


def _item(value: object, spot: _Spot) -> Entry:
    if isinstance(value, dict):
        return Entry({key: _item(item, spot) for key, item in value.items()}, "", spot.start, spot.end)
    if isinstance(value, list):
        return Entry([_item(item, spot) for item in value], "", spot.start, spot.end)
    return Entry(value, str(value), spot.start, spot.end)
