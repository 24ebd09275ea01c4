"""Entries under `suppressions` written into a TOML file, as tables behind all that is there."""

import json
from collections.abc import Sequence
from typing import Any

from artlint.finding import Edit
from artlint.suppressions.configuring import PathRules, pattern_of

_HEAD = "[[tool.artlint.suppressions]]"


def toml_entries_text(wanted: Sequence[PathRules], reason: str) -> str:
    """The entries as TOML tables."""
    why = json.dumps(" ".join(reason.split()), ensure_ascii=False)
    return "\n".join(
        f"{_HEAD}\npath = {json.dumps(pattern_of(each.path), ensure_ascii=False)}\n"
        f"rule = {json.dumps(list(each.rules))}\nreason = {why}\n"
        for each in wanted
    )


def toml_configuring_edit(text: str, wanted: Sequence[PathRules], reason: str) -> Edit | None:
    """The edit that adds the entries to a file's `text`; None where its form leaves no place for them."""
    gap = "" if not text else "\n" if text.endswith("\n") else "\n\n"
    edit = Edit(len(text), len(text), "", gap + toml_entries_text(wanted, reason))
    before, after = _suppressions(text), _suppressions(text + edit.new)
    return edit if before is not None and after is not None and len(after) == len(before) + len(wanted) else None


def _suppressions(text: str) -> list[Any] | None:  # Any: as the user wrote them
    """The entries in a file's `text`; None where it is no TOML or they are no list."""
    import tomllib  # 5 ms, for TOML files alone

    try:
        found = tomllib.loads(text).get("tool", {}).get("artlint", {}).get("suppressions", [])
    except (tomllib.TOMLDecodeError, AttributeError):
        return None
    return found if isinstance(found, list) else None
