"""`[tool.artlint]` of a TOML file as a tree of entries, with the places of keys as well as lines show them.

The standard library's parser tells no places. Keys that begin a line are found by their table; what stands
deeper, in inline tables and lists, has the place of the key around it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from artlint.article import Entry
from artlint.config.problems import Complain
from artlint.config.sources import Source
from artlint.config.wording import printable

TABLE = ("tool", "artlint")

_KEY = r"""(?:[A-Za-z0-9_-]+|"[^"\n]*"|'[^'\n]*')"""
_KEYS = rf"{_KEY}(?:[ \t]*\.[ \t]*{_KEY})*"
_LINE = re.compile(
    rf"^[ \t]*(?:(?P<open>\[\[?)[ \t]*(?P<table>{_KEYS})[ \t]*\]|(?P<keys>{_KEYS})[ \t]*=)", re.MULTILINE
)
_ERROR_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_CANDIDATE = re.compile(rb"""^[ \t]*\[{0,2}[ \t]*["']?tool["']?[ \t]*(?:\]|\.[ \t]*["']?artlint\b)""", re.MULTILINE)

Path = tuple[str | int, ...]


def has_table(content: bytes) -> bool:
    """Whether a TOML file sets anything under `[tool.artlint]`, or is broken where it may do so."""
    if b"artlint" not in content or not _CANDIDATE.search(content):
        return False
    import tomllib  # 5 ms, for files that are likely to have the table

    try:
        tool = tomllib.loads(content.decode()).get("tool")
    except ValueError:
        return True
    return isinstance(tool, dict) and "artlint" in tool


def parse_toml(source: Source, complain: Complain) -> Entry | None:
    """The entry of the table `[tool.artlint]`; None after a complaint."""
    import tomllib  # 5 ms, for TOML files alone

    try:
        found: object = tomllib.loads(source.text)
    except tomllib.TOMLDecodeError as error:
        complain(
            _error_offset(source.text, str(error)), f"no valid TOML: {printable(_ERROR_PLACE.sub('', str(error)))}"
        )
        return None
    for key in TABLE:
        found = found.get(key) if isinstance(found, dict) else None
    if found is None:
        complain(-1, "found no table [tool.artlint], expected one")
        return None
    return _entry(found, TABLE, dict(_places(source.text)), 0)


def _entry(value: object, path: Path, places: Mapping[Path, int], around: int) -> Entry:
    """`value` as an entry at the place of `path`, or failing that at the offset of what stands around it."""
    start = places.get(path, around)
    if isinstance(value, dict):
        entries = {key: _entry(item, (*path, key), places, start) for key, item in value.items()}
        return Entry(entries, "", start, start, start, start)
    if isinstance(value, list):
        items = [_entry(item, (*path, number), places, start) for number, item in enumerate(value)]
        return Entry(items, "", start, start, start, start)
    raw = str(value).lower() if isinstance(value, bool) else str(value)
    return Entry(value, raw, start, start, start, start)


def _places(text: str) -> Iterator[tuple[Path, int]]:
    """Each key that begins a line with its offset; keys of a list of tables have its number in their path."""
    table: Path = ()
    last: dict[Path, int] = {}
    for line in _LINE.finditer(text):
        if line["keys"]:
            yield (*table, *_names(line["keys"])), line.start("keys")
            continue
        *outer, name = _names(line["table"])
        table = (*_numbered(outer, last), name)
        if line["open"] == "[[":
            last[table] = last.get(table, -1) + 1
            table = (*table, last[table])
        yield table, line.start("table")


def _numbered(names: Iterable[str], last: Mapping[Path, int]) -> Path:
    """The path of a table within the latest item of each list of tables on its way."""
    path: Path = ()
    for name in names:
        path = (*path, name)
        path = (*path, last[path]) if path in last else path
    return path


def _names(keys: str) -> tuple[str, ...]:
    return tuple(key.strip("\"'") for key in re.findall(_KEY, keys))


def _error_offset(text: str, message: str) -> int:
    """The offset that the parser's message names by line and column; without one the end."""
    place = _ERROR_PLACE.search(message)
    if place is None or place[1] is None:
        return len(text.rstrip())
    lines = text.split("\n")[: int(place[1]) - 1]
    return sum(len(line) + 1 for line in lines) + int(place[2]) - 1
