"""For programs: one JSON object, its shape documented in docs/json.md and kept stable."""

import json
from collections import Counter
from collections.abc import Callable, Iterator
from typing import TypedDict

from artlint.article import Place
from artlint.finding import Finding, Fix
from artlint.report import Failure, Report, Suppressed
from artlint.reporters.escaping import in_json
from artlint.reporters.paths import from_here, message_of
from artlint.reporters.wording import severity_of

VERSION = 1


class EditObject(TypedDict):
    """An edit of a fix."""

    start: int
    end: int
    replacement: str


class FixObject(TypedDict):
    """A fix."""

    safe: bool
    description: str
    edits: list[EditObject]


class RelatedObject(TypedDict):
    """A related place."""

    path: str
    line: int
    column: int
    message: str


class FindingObject(TypedDict):
    """A finding."""

    rule: str
    severity: str
    message: str
    path: str
    record: None
    line: int
    column: int
    end_line: int
    end_column: int
    fingerprint: str
    fix: FixObject | None
    related: list[RelatedObject]


class SuppressedObject(TypedDict):
    """A finding that is not reported, and why."""

    finding: FindingObject
    reason: str
    origin: str


class FailureObject(TypedDict):
    """A failure."""

    path: str
    message: str


class SummaryObject(TypedDict):
    """What was checked and how much was found."""

    articles: int
    collection: int
    findings: int
    failures: int
    suppressed: int
    by_rule: dict[str, int]


def write(report: Report) -> Iterator[str]:
    """The report as JSON, a finding a line, so that a long one is written as it goes."""
    shown = from_here(report.root)
    yield f'{{"version": {VERSION},\n "findings": ['
    for number, finding in enumerate(report.findings):
        yield (",\n  " if number else "\n  ") + dumped(finding_object(finding, shown))
    failures = [failure_object(failure, shown) for failure in report.failures]
    yield '],\n "suppressed": ['
    for number, suppressed in enumerate(report.suppressed):
        yield (",\n  " if number else "\n  ") + dumped(suppressed_object(suppressed, shown))
    yield f'],\n "failures": {dumped(failures)},\n "summary": {dumped(summary_object(report))}}}\n'


def finding_object(finding: Finding, shown: Callable[[str], str]) -> FindingObject:
    """The finding with paths as `shown` gives them."""
    place: Place = finding.place
    return {
        "rule": finding.rule,
        "severity": severity_of(finding).label,
        "message": message_of(finding, shown),
        "path": shown(finding.path),
        "record": None,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "fingerprint": finding.fingerprint,
        "fix": _fix(finding.fix) if finding.fix else None,
        "related": [
            {
                "path": shown(related.path),
                "line": related.place.line,
                "column": related.place.column,
                "message": related.message,
            }
            for related in finding.related
        ],
    }


def suppressed_object(suppressed: Suppressed, shown: Callable[[str], str]) -> SuppressedObject:
    """The silenced finding with paths as `shown` gives them."""
    finding = finding_object(suppressed.finding, shown)
    return {"finding": finding, "reason": suppressed.reason, "origin": suppressed.origin}


def failure_object(failure: Failure, shown: Callable[[str], str]) -> FailureObject:
    """The failure with its path as `shown` gives it."""
    return {"path": shown(failure.path), "message": failure.message}


def summary_object(report: Report) -> SummaryObject:
    """The counts of the report."""
    return {
        "articles": report.articles,
        "collection": report.collection,
        "findings": len(report.findings),
        "failures": len(report.failures),
        "suppressed": len(report.suppressed),
        "by_rule": dict(sorted(Counter(finding.rule for finding in report.findings).items())),
    }


def dumped(value: object) -> str:
    """`value` as JSON on one line, valid in UTF-8 and harmless in a log."""
    return in_json(json.dumps(value, ensure_ascii=False))


def _fix(fix: Fix) -> FixObject:
    edits: list[EditObject] = [{"start": edit.start, "end": edit.end, "replacement": edit.new} for edit in fix.edits]
    return {"safe": fix.safe, "description": fix.description, "edits": edits}
