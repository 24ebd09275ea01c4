"""The one place where findings are silenced: after all rules, before anything is reported."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from artlint.config import PathSuppression
from artlint.config.rulesets import path_matcher
from artlint.finding import Finding
from artlint.report import Suppressed
from artlint.suppressions.suppression import Suppression, is_named, is_over

Matches = Callable[[str], bool]


class Silenced(NamedTuple):
    """The findings that are left, those that were silenced, and what silenced them.

    `used` are articles' own suppressions with the article's path, `used_configured` those of the
    configuration with the name that silenced something.
    """

    kept: tuple[Finding, ...]
    suppressed: tuple[Suppressed, ...]
    used: frozenset[tuple[str, Suppression]]
    used_configured: frozenset[tuple[PathSuppression, str]]


def silence(
    findings: Iterable[Finding],
    suppressions: Mapping[str, Sequence[Suppression]],
    configured: Sequence[PathSuppression],
    today: str,
) -> Silenced:
    """`findings` without those that an article's own or a configured suppression silences on the day `today`.

    `suppressions` are those of each article by its path.
    """
    kept: list[Finding] = []
    suppressed: list[Suppressed] = []
    used: set[tuple[str, Suppression]] = set()
    used_configured: set[tuple[PathSuppression, str]] = set()
    holding = [Configured(each, matcher(each.paths)) for each in configured if not is_over(each.until, today)]
    for finding in findings:
        own = closest(finding, suppressions.get(finding.path, ()), today)
        named = None if own else _configured(finding, holding)
        if own:
            used.add((finding.path, own))
            suppressed.append(Suppressed(finding, own.reason, own.origin))
        elif named:
            used_configured.add(named)
            suppressed.append(Suppressed(finding, named[0].reason, "configuration"))
        else:
            kept.append(finding)
    return Silenced(tuple(kept), tuple(suppressed), frozenset(used), frozenset(used_configured))


def closest(finding: Finding, suppressions: Iterable[Suppression], today: str) -> Suppression | None:
    """The suppression that silences the finding, of several the one of the fewest lines; None where none does."""
    fitting = [
        each
        for each in suppressions
        if each.first_line <= finding.place.line <= each.last_line
        and not each.fault
        and is_named(finding.rule, each.name)
        and not is_over(each.until, today)
    ]
    return min(fitting, key=lambda each: (each.last_line - each.first_line, each.place), default=None)


class Configured(NamedTuple):
    """A suppression of the configuration, and whether it means a path."""

    suppression: PathSuppression
    matches: Matches


def _configured(finding: Finding, holding: Iterable[Configured]) -> tuple[PathSuppression, str] | None:
    """The first suppression that silences the finding, with the name that does."""
    for suppression, matches in holding:
        name = next((name for name in suppression.names if is_named(finding.rule, name)), None)
        if name and matches(finding.path):
            return suppression, name
    return None


def matcher(patterns: tuple[str, ...]) -> Matches:
    """Whether a path matches; the patterns are compiled when the first path is asked for."""

    @cache
    def compiled() -> Matches:
        return path_matcher(patterns)

    return cache(lambda path: compiled()(path))
