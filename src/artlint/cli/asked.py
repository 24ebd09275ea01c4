"""What `artlint check` is asked: the values of its options, as click reads them or `plainly_asked` does."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from artlint.comparing import Scope


class Asked:
    """The options of `artlint check` by the names that click gives them, with their defaults."""

    def __init__(self, **options: Any) -> None:  # Any: an option's value each
        vars(self).update(options)

    paths: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    output: str | None = None
    fail_on: str | None = None
    max_warnings: int | None = None
    fail_on_empty: bool = False
    exit_zero: bool = False
    fix: bool = False
    unsafe_fixes: bool = False
    fix_only: bool = False
    diff: bool = False
    interactive: bool = False
    no_suppressions: bool = False
    add_suppressions: str | None = None
    baseline: str = ""
    baseline_from_ref: str = ""
    no_baseline: bool = False
    configs: tuple[str, ...] = ()
    isolated: bool = False
    plugin_files: tuple[str, ...] = ()
    no_plugins: bool = False
    hook: bool = False
    changed: str | None = None
    changed_scope: "Scope" = "affected"
    jobs: int = 0
    no_cache: bool = False
    cache_dir: str | None = None
    stdin_filename: str | None = None
    files_from: str | None = None
    statistics: bool = False
    timings: bool = False
    color: bool | None = None
    quiet: bool = False


COMMANDS = {
    "baseline": "Accept what is found now, and report what is new",
    "cache": "Throw away the results of earlier runs",
    "check": "Check articles (the default command)",
    "config": "Show each effective setting for a path and where it came from",
    "explain": "Explain a rule with its examples",
    "init": "Write a first configuration",
    "plugins": "List the plugins and what they bring",
    "rules": "List all rules",
    "schema": "Print the JSON Schema of the configuration",
}
"""The engine's own commands, with a line on each."""

_SWITCHES = (
    *("fail_on_empty", "exit_zero", "fix", "unsafe_fixes", "fix_only", "diff", "no_suppressions", "no_baseline"),
    *("isolated", "no_plugins", "hook", "no_cache", "statistics", "quiet"),
)


def plainly_asked(arguments: Sequence[str]) -> Asked | None:
    """What a command line of paths and switches asks for; None where it takes click to tell.

    Click and its sixty options would be a quarter of a run on one article, and a hook needs neither.
    """
    first = arguments[0] if arguments else ""
    if os.name == "nt" or "_ARTLINT_COMPLETE" in os.environ:  # click expands patterns, and completes for shells
        return None
    if first == "check":
        arguments = arguments[1:]
    elif first in COMMANDS or could_be_command(first):
        return None
    field_by_switch = {"-q": "quiet", **{f"--{field.replace('_', '-')}": field for field in _SWITCHES}}
    paths = tuple(each for each in arguments if each not in field_by_switch)
    if any(path.startswith("-") for path in paths):
        return None
    switched = {field_by_switch[each]: True for each in arguments if each in field_by_switch}
    return Asked(paths=paths, cache_dir=os.environ.get("ARTLINT_CACHE_DIR") or None, **switched)


def could_be_command(name: str) -> bool:
    """Whether asking plugins is worth their import: a path or an option is none of theirs."""
    return bool(name) and name.replace("-", "").isalpha() and not name.startswith("-") and not Path(name).exists()
