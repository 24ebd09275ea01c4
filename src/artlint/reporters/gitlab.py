"""GitLab's Code Quality report: one JSON array, shown in merge requests."""

from collections.abc import Callable, Iterator
from typing import TypedDict

from artlint.facts import digest
from artlint.finding import Finding, Severity
from artlint.report import Report
from artlint.reporters.escaping import visible
from artlint.reporters.json import dumped
from artlint.reporters.paths import from_repository, message_of
from artlint.reporters.wording import severity_of

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


class _Lines(TypedDict):
    begin: int
    end: int


class _Location(TypedDict):
    path: str
    lines: _Lines


class _Issue(TypedDict):
    description: str
    check_name: str
    fingerprint: str
    severity: str
    location: _Location


def write(report: Report) -> Iterator[str]:
    """The findings, then the failures; merge requests show descriptions alone, so these name the rule."""
    shown = from_repository(report.root)
    issues = [_issue(finding, shown) for finding in report.findings]
    issues += [_failure(shown(failure.path), failure.message) for failure in report.failures]
    yield "["
    for number, issue in enumerate(issues):
        yield (",\n " if number else "\n ") + dumped(issue)
    yield "\n]\n"


def _issue(finding: Finding, shown: Callable[[str], str]) -> _Issue:
    path = shown(finding.path)
    return {
        "description": f"{visible(message_of(finding, shown))} [{finding.rule}]",
        "check_name": finding.rule,
        "fingerprint": _unique(path, finding.fingerprint),
        "severity": _SEVERITIES[severity_of(finding)],
        "location": {"path": path, "lines": {"begin": finding.place.line, "end": finding.place.end_line}},
    }


def _failure(path: str, message: str) -> _Issue:
    return {
        "description": f"{visible(message)} [artlint]",
        "check_name": "artlint",
        "fingerprint": _unique(path, message),
        "severity": "critical",
        "location": {"path": path or ".", "lines": {"begin": 1, "end": 1}},
    }


def _unique(path: str, identity: str) -> str:
    """32 hexadecimal digits; ours alone has too few for the path to tell apart 100,000 articles for certain."""
    return f"{digest(path):016x}{digest(identity):016x}"
