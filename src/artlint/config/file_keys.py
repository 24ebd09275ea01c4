"""What may stand at the top of a configuration file."""

from dataclasses import dataclass

from artlint.article import Entry
from artlint.config.kinds import Pattern, Placed
from artlint.finding import Severity


@dataclass(frozen=True)
class PathRules:
    """Settings for the articles of some paths.

    Options:
        paths: patterns as in .gitignore, relative to the project's root, of the articles that are meant
        rules: settings as under the top level's rules; options only of rules that look at one article at a time
    """

    paths: tuple[Pattern, ...]
    rules: Entry


@dataclass(frozen=True)
class GivenSuppression:
    """Findings that are silenced, for formats that have no comments.

    Options:
        path: patterns as in .gitignore, relative to the project's root, of the articles that are meant
        rule: rules, families or all
        reason: why
        until: the last day on which this holds, such as 2026-12-31
    """

    path: tuple[Pattern, ...]
    rule: tuple[Placed, ...]
    reason: str = ""
    until: Placed | None = None


@dataclass(frozen=True)
class FileKeys:
    """The configuration of artlint, the linter for collections of articles.

    What is None is not set.

    Options:
        extends: what this file builds on: preset:NAME, package:NAME, or a file relative to this one
        collection: patterns as in .gitignore of the articles that belong together; without any, artlint decides
        include: patterns of the files to check; without any, all that a reader takes
        exclude: patterns of files to leave alone; wins over include
        fail-on: the least severity that makes the run fail
        readers: options of the readers, by the reader's name
        rules: off, on, a severity or options, by a rule's id or a family's name
        overrides: settings for the articles of some paths; later ones win
        suppressions: findings to silence in the articles of some paths, each with a reason
        baseline: file of accepted findings, relative to the project's root
    """

    extends: tuple[str, ...] | None = None
    collection: tuple[Pattern, ...] | None = None
    include: tuple[Pattern, ...] | None = None
    exclude: tuple[Pattern, ...] | None = None
    fail_on: Severity | None = None
    readers: Entry | None = None
    rules: Entry | None = None
    overrides: tuple[PathRules, ...] = ()
    suppressions: tuple[GivenSuppression, ...] = ()
    baseline: str | None = None
