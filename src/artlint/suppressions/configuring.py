"""Entries under `suppressions` written into a YAML configuration file, for articles that take no comments."""

import json
import re
from collections.abc import Sequence
from typing import NamedTuple

from artlint.finding import Edit
from artlint.yaml_loading import YamlError, load_yaml


class PathRules(NamedTuple):
    """The rules to silence in the article at `path`."""

    path: str
    rules: Sequence[str]


def entries_text(wanted: Sequence[PathRules], reason: str, indentation: str = "  ") -> str:
    """The entries as lines of a YAML list."""
    lines = (
        line
        for each in wanted
        for line in (
            f"- path: {_quoted(pattern_of(each.path))}",
            f"  rule: [{', '.join(each.rules)}]",
            f"  reason: {_quoted(' '.join(reason.split()))}",
        )
    )
    return "".join(f"{indentation}{line}\n" for line in lines)


def configuring_edit(text: str, wanted: Sequence[PathRules], reason: str) -> Edit | None:
    """The edit that adds the entries to a configuration's `text`; None where its form leaves no place for them."""
    try:
        root = load_yaml(text).root
    except YamlError:
        return None
    if root is not None and (not isinstance(root.value, dict) or text.lstrip().startswith("{")):
        return None
    present = root.keys.get("suppressions") if root else None
    if present is None:
        gap = "" if not text or text.endswith("\n") else "\n"
        return Edit(len(text), len(text), "", f"{gap}suppressions:\n{entries_text(wanted, reason)}")
    if not present.items:
        return None
    start = text.rfind("\n", 0, present.items[0].start) + 1
    before = text[start : present.items[0].start]
    if before.strip() != "-" or start <= present.key_start:
        return None
    return Edit(start, start, "", entries_text(wanted, reason, before[: before.index("-")]))


def pattern_of(path: str) -> str:
    """A pattern as in .gitignore that matches the one path."""
    escaped = re.sub(r"([\\*?\[\]])", r"\\\1", path)
    return f"/{escaped[:-1]}\\ " if escaped.endswith(" ") else f"/{escaped}"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
