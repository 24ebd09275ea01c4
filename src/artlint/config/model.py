"""What a configuration comes to: plain data that can be compared, pickled and sent to workers."""

from collections.abc import Mapping
from pathlib import Path
from typing import Literal, NamedTuple

from artlint.article import Place
from artlint.finding import Severity

ENABLED = "enabled"
SEVERITY = "severity"
FIX = "fix"
ALL_RULES = "all"


Permission = Literal["safe", "unsafe", "off"]
"""What a user says of a rule's fixes: they are safe, they are unsafe, or none is made."""


class RuleSetting(NamedTuple):
    """One thing that the user set for one rule.

    `name` is `enabled`, `severity`, `fix` or an option's field name. The value of `enabled` is True, False,
    or None: on again if the rule is on by default, what a family's severity or options say; that of `fix` is
    a `Permission`. `origin` tells the user where it was set (`.artlint.yaml:12`), `place` is the same with
    the column, for messages.
    """

    rule: str
    name: str
    value: object
    origin: str
    place: str


class Override(NamedTuple):
    """Settings for the articles that match `paths`, gitignore-like patterns relative to the root."""

    paths: tuple[str, ...]
    settings: tuple[RuleSetting, ...]


class PathSuppression(NamedTuple):
    """Rules that the configuration silences in the articles that match `paths`.

    `names` are rule ids, families or `all`; `until` is the last day (ISO) on which it holds, "" for ever.
    `file` is the configuration file, whole and with links resolved, "" for the command line; `place` is
    where the names stand in it.
    """

    paths: tuple[str, ...]
    names: tuple[str, ...]
    reason: str
    until: str
    file: str
    place: Place


class Record(NamedTuple):
    """A mapping as an option's value: plain and hashable, so that no class of a plugin need travel."""

    fields: tuple[tuple[str, object], ...]

    def updated(self, later: "Record") -> "Record":
        """The mapping with the fields that `later` sets."""
        return Record(tuple({**dict(self.fields), **dict(later.fields)}.items()))


class Config(NamedTuple):
    """The whole configuration of a run.

    `root` is the folder that all article paths and all patterns are relative to. `collection`, `include` and
    `exclude` are gitignore-like patterns; an empty `collection` leaves the choice to the engine, `exclude`
    wins over `include`. `readers` holds the options that were set, by reader's name and field name. `rules`
    are applied in their order, then the matching `overrides` in theirs, then `command_line`: later wins.
    `baseline` is the file of accepted findings, relative to the root; "" for none.
    """

    root: Path
    file: Path | None = None
    collection: tuple[str, ...] = ()
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    fail_on: Severity = Severity.WARNING
    readers: Mapping[str, Mapping[str, object]] = {}
    rules: tuple[RuleSetting, ...] = ()
    overrides: tuple[Override, ...] = ()
    command_line: tuple[RuleSetting, ...] = ()
    suppressions: tuple[PathSuppression, ...] = ()
    baseline: str = ""
