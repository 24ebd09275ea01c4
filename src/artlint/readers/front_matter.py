"""Front matter in YAML, TOML or JSON, and header lines, each key and value with its place."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from artlint.article import Entry, Problem
from artlint.yaml_loading import YamlError, load_yaml

# Compiled when the first article needs them: most have YAML, which needs the last one alone, or nothing.
_JSON = r"\{[^\S\r\n]*(?:\r\n|\n|\r)(?:[^\r\n]*(?:\r\n|\n|\r))*?\}[^\S\r\n]*(?:\r\n|\n|\r|$)"
_LONGEST_KEY = 24
_FIRST_KEY = r"(?:\s*(?:#[^\r\n]*)?[\r\n])*\s*[\"']?[\w-]+[\"']?\s*:"


class FrontMatter(NamedTuple):
    """What stands before the body: its entries, where the body begins, and what is wrong with it."""

    metadata: Mapping[str, Entry] = MappingProxyType({})
    body: int = 0
    problems: tuple[Problem, ...] = ()


def split_front_matter(text: str) -> FrontMatter:
    """The front matter of `text`; an empty one where there is none."""
    first = text[:1]
    if first == "-" or first == "+":
        fence = text[:3]
        closing = _closing_fence(text, fence) if fence in ("---", "+++") else None
        if not closing:
            return FrontMatter()
        start, end, body = closing
        return _yaml(text[start:end], start, body) if fence == "---" else _toml(text[start:end], start, body)
    if first == "{":
        match = re.match(_JSON, text)
        return _yaml(match[0], 0, match.end()) if match else FrontMatter()
    if first.isspace():
        return _below_blank_lines(text)
    if first == "<" or ":" in text[1:_LONGEST_KEY]:
        return _headers(text)
    return FrontMatter()


def _below_blank_lines(text: str) -> FrontMatter:
    """YAML that begins below blank lines, as some generators accept it; an empty one where it is anything else."""
    first = len(text) - len(text.lstrip())
    closing = (
        _closing_fence(text, "---", first) if text.startswith("---", first) and text[first - 1] in "\r\n" else None
    )
    if not closing or not re.match(_FIRST_KEY, text[closing[0] : closing[1]]):
        return FrontMatter()
    start, end, body = closing
    front = _yaml(text[start:end], start, body)
    return front if front.metadata else FrontMatter()


def _closing_fence(text: str, fence: str, opening: int = 0) -> tuple[int, int, int] | None:
    """Where the lines between the fences begin and end, and where the line after them begins; None if unclosed."""
    start = _next_line(text, opening + 3)
    if text[opening + 3 : start].strip() or start == len(text):
        return None
    position = start
    while (found := text.find(fence, position)) >= 0:
        if text[found - 1] in "\r\n":
            body = _next_line(text, found + 3)
            if not text[found + 3 : body].strip():
                return start, found, body
        position = found + 3
    return None


def _next_line(text: str, position: int) -> int:
    r"""Where the line after the one at `position` begins; lines end at \n, \r\n or \r alone."""
    feed = text.find("\n", position)
    bare = text.find("\r", position, feed if feed >= 0 else len(text))
    if bare >= 0 and bare != feed - 1:
        return bare + 1
    return feed + 1 if feed >= 0 else len(text)


def _yaml(content: str, start: int, body: int) -> FrontMatter:
    """YAML front matter, and JSON, which is YAML in flow style."""
    try:
        document = load_yaml(content, start)
    except YamlError as error:
        if not content.startswith("{") and not re.match(_FIRST_KEY, content):
            return FrontMatter()  # text between two thematic breaks
        if "{{" in content or "{%" in content:
            return FrontMatter({}, body)  # a template of an article, to be filled in first
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
    from artlint.readers.toml_entries import TomlError, load_toml  # only TOML front matter pays for tomllib

    try:
        return FrontMatter(load_toml(content, start), body)
    except TomlError as error:
        return FrontMatter({}, body, (_problem(str(error), error.offset, body),))


def _headers(text: str) -> FrontMatter:
    """Header lines above the body, or in a comment there."""
    is_commented = text.startswith("<!--")
    if not is_commented and not text[: text.find(":")].replace("-", "").isalnum():
        return FrontMatter()
    from artlint.readers.header_lines import commented_headers, header_lines  # few articles begin like that

    headers = commented_headers(text) if is_commented else header_lines(text)
    return FrontMatter(headers.entries, headers.body) if headers else FrontMatter()


def _problem(cause: str, offset: int, body: int) -> Problem:
    return Problem("front-matter", f"front matter cannot be read: {cause}", min(offset, body), min(offset + 1, body))
