"""Writes an allowed block into a configuration file, comments and order kept."""

import re
from collections.abc import Sequence

from artlint import UsageError

_CHILD = re.compile(r"( *)([\w./-]+):(?:\s*(?:#.*)?)$")


def with_allowed(text: str, block: str, note: str) -> str:
    """The YAML in `text` with `block` among the blocks that `rules: boilerplate: allow:` lists.

    Raises UsageError where the text has them in a form that cannot be added to line by line.
    """
    lines = text.rstrip("\n").split("\n") if text.strip() else []
    at, indent = _inserted_keys(lines)
    lines.insert(at, f'{" " * indent}- "{block}"  # {_in_one_line(note)}')
    changed = "\n".join(lines) + "\n"
    if _allowed(changed) != [*_allowed(text), block] or _without_allowed(changed) != _without_allowed(text):
        raise UsageError(f'cannot write into this file; add "{block}" to rules: boilerplate: allow: by hand')
    return changed


def _in_one_line(note: str) -> str:
    """The note without line ends and other characters that do not show."""
    return "".join(filter(str.isprintable, " ".join(note.split())))


def _inserted_keys(lines: list[str]) -> tuple[int, int]:
    """Where the new entry goes, and its indentation; missing keys are put in."""
    start, end, indent = 0, len(lines), 0
    for key in ("rules", "boilerplate", "allow"):
        at = _line_of(lines, key, start, end, indent)
        if at is None:
            at = end
            lines.insert(at, f"{' ' * indent}{key}:")
        start, end = at + 1, _end_of(lines, at + 1, indent, is_list=key == "allow")
        indent = _indent_of(lines, start, end, indent + 2)
    return end, indent


def _line_of(lines: Sequence[str], key: str, start: int, end: int, indent: int) -> int | None:
    for number in range(start, end):
        match = _CHILD.match(lines[number])
        if match and match[2] == key and len(match[1]) == indent:
            return number
    return None


def _end_of(lines: Sequence[str], start: int, indent: int, is_list: bool) -> int:
    """The line after the last one that belongs to the key at `indent`."""
    last = start
    for number in range(start, len(lines)):
        line = lines[number]
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        depth = len(line) - len(line.lstrip())
        if depth < indent or (depth == indent and not (is_list and line.lstrip().startswith("- "))):
            break
        last = number + 1
    return last


def _indent_of(lines: Sequence[str], start: int, end: int, otherwise: int) -> int:
    inner = (line for line in lines[start:end] if line.strip() and not line.lstrip().startswith("#"))
    return next((len(line) - len(line.lstrip()) for line in inner), otherwise)


def _allowed(text: str) -> list[object]:
    value = _loaded(text)
    for key in ("rules", "boilerplate", "allow"):
        value = value.get(key) if isinstance(value, dict) else None
    return list(value) if isinstance(value, list) else []


def _without_allowed(text: str) -> object:
    """What else the file says."""
    value = _loaded(text)
    rules = value.get("rules") if isinstance(value, dict) else None
    family = rules.get("boilerplate") if isinstance(rules, dict) else None
    if isinstance(family, dict):
        family.pop("allow", None)
    if isinstance(rules, dict) and not family:
        rules.pop("boilerplate", None)
    if isinstance(value, dict) and not rules:
        value.pop("rules", None)
    return value or {}


def _loaded(text: str) -> object:
    import yaml  # 15 ms that only the command needs

    try:
        return yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise UsageError(f"the configuration is no YAML: {' '.join(str(error).split())}") from None
