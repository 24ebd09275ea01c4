"""Front matter in YAML, TOML or JSON, and header lines, each key and value with its place."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from artlint.article import Entry, Problem
from artlint.yaml_loading import YamlError, load_yaml

_FENCED = re.compile(
    r"(?P<open>---|\+\+\+)[^\S\r\n]*(?:\r\n|\n|\r)(?P<content>(?:[^\r\n]*(?:\r\n|\n|\r))*?)(?P=open)[^\S\r\n]*(?:\r\n|\n|\r|$)"
)
_JSON = re.compile(r"\{[^\S\r\n]*(?:\r\n|\n|\r)(?:[^\r\n]*(?:\r\n|\n|\r))*?\}[^\S\r\n]*(?:\r\n|\n|\r|$)")
_HEADERS = re.compile(
    r"(?=title:)(?:[A-Za-z][\w-]*:[^\S\r\n]+\S[^\r\n]*(?:\r\n|\n|\r|$))+(?=\r\n|\n|\r|$)", re.IGNORECASE
)
_HEADER = re.compile(r"([A-Za-z][\w-]*):[^\S\r\n]+(\S[^\r\n]*)")
_KEY = re.compile(r"^\s*[\"']?[\w-]+[\"']?\s*:", re.MULTILINE)
_TOML_LINE = re.compile(
    r"[^\S\r\n]*(?:\[(?P<table>[^\]\r\n]+)\]|(?P<key>[\w\"'.-]+)[^\S\r\n]*=[^\S\r\n]*(?P<value>[^\r\n]*))"
)


@dataclass(frozen=True)
class FrontMatter:
    """What stands before the body: its entries, where the body begins, and what is wrong with it."""

    metadata: Mapping[str, Entry] = field(default_factory=dict)
    body: int = 0
    problems: tuple[Problem, ...] = ()


def split_front_matter(text: str) -> FrontMatter:
    """The front matter of `text`; an empty one where there is none."""
    if text.startswith(("---", "+++")):
        match = _FENCED.match(text)
        if not match:
            return FrontMatter()
        read = _yaml if match["open"] == "---" else _toml
        return read(match["content"], match.start("content"), match.end())
    if text.startswith("{"):
        match = _JSON.match(text)
        return _yaml(match[0], 0, match.end()) if match else FrontMatter()
    match = _HEADERS.match(text)
    return _headers(text, match.end()) if match else FrontMatter()


def _yaml(content: str, start: int, body: int) -> FrontMatter:
    """YAML front matter, and JSON, which is YAML in flow style."""
    try:
        document = load_yaml(content, start)
    except YamlError as error:
        if not _KEY.search(content):
            return FrontMatter()
        return FrontMatter({}, body, (_problem(str(error), error.offset, body),))
    root = document.root
    if root is None:
        return FrontMatter({}, body)
    if not isinstance(root.value, dict):
        return FrontMatter()  # text between two thematic breaks
    repeated = tuple(
        Problem("front-matter", f'key "{key.raw}" stands twice; the last one counts', key.start, key.end)
        for key in document.repeated_keys
    )
    return FrontMatter(root.keys, body, repeated)


def _toml(content: str, start: int, body: int) -> FrontMatter:
    import tomllib  # 4 ms that only TOML front matter pays

    try:
        values = tomllib.loads(re.sub(r"\r\n?", "\n", content))
    except tomllib.TOMLDecodeError as error:
        return FrontMatter({}, body, (_problem(*_toml_error(str(error), content, start), body),))
    places = _toml_places(content, start)
    return FrontMatter({key: _entry(value, (key,), places, start) for key, value in values.items()}, body)


def _toml_error(message: str, content: str, start: int) -> tuple[str, int]:
    """The message of tomllib without its "(at line 2, column 5)", and the offset that this names."""
    found = re.search(r" \(at (?:line (\d+), column (\d+)|end of document)\)", message)
    if not found:
        return message, start
    text = message[: found.start()]
    if not found[1]:
        return text, start + len(content)
    lines = re.split(r"(?<=\n)|(?<=\r)(?!\n)", content)
    return text, start + sum(map(len, lines[: int(found[1]) - 1])) + int(found[2]) - 1


def _toml_places(content: str, start: int) -> dict[tuple[str, ...], tuple[int, int, int, int]]:
    """Where each key and its value's first line stand; tomllib tells no places."""
    table: tuple[str, ...] = ()
    places: dict[tuple[str, ...], tuple[int, int, int, int]] = {}
    for match in _TOML_LINE.finditer(content):
        if match["table"]:
            table = tuple(part.strip(" \"'") for part in match["table"].strip("[ ").split("."))
        else:
            name = (*table, *(part.strip("\"'") for part in match["key"].split(".")))
            value_end = match.start("value") + len(match["value"].rstrip())
            spans = (match.start("key"), match.end("key"), match.start("value"), value_end)
            places.setdefault(name, (spans[0] + start, spans[1] + start, spans[2] + start, spans[3] + start))
    return places


def _entry(
    value: object, name: tuple[str, ...], places: Mapping[tuple[str, ...], tuple[int, int, int, int]], start: int
) -> Entry:
    """A TOML value with the place of its key; values inside of lists take the list's place."""
    key_start, key_end, value_start, value_end = places.get(name, (-1, -1, start, start))
    if isinstance(value, dict):
        entries = {key: _entry(item, (*name, key), places, value_start) for key, item in value.items()}
        return Entry(entries, "", value_start, value_end, key_start, key_end)
    if isinstance(value, list):
        items = [Entry(item, str(item), value_start, value_end) for item in value]
        return Entry(items, "", value_start, value_end, key_start, key_end)
    return Entry(value, str(value), value_start, value_end, key_start, key_end)


def _headers(text: str, body: int) -> FrontMatter:
    """Header lines `Title: ...` above the body, as Pelican and MultiMarkdown read them."""
    entries = {}
    for match in _HEADER.finditer(text, 0, body):
        value = match[2].rstrip()
        entries[match[1].lower()] = Entry(value, value, match.start(2), match.start(2) + len(value), *match.span(1))
    return FrontMatter(entries, body)


def _problem(cause: str, offset: int, body: int) -> Problem:
    return Problem("front-matter", f"front matter cannot be read: {cause}", min(offset, body), min(offset + 1, body))
