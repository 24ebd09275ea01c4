"""For programs: one JSON object, its shape documented in docs/json.md and kept stable."""

import json
from collections import Counter
from collections.abc import Callable, Iterator
from typing import TypedDict

from artlint.article import Place
from artlint.finding import Finding, Fix, Severity
from artlint.report import Report
from artlint.reporters.paths import from_here

_VERSION = 1


class _Edit(TypedDict):
    start: int
    end: int
    replacement: str


class _Fix(TypedDict):
    safe: bool
    description: str
    edits: list[_Edit]


class _Related(TypedDict):
    path: str
    line: int
    column: int
    message: str


class _Finding(TypedDict):
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
    fix: _Fix | None
    related: list[_Related]


def write(report: Report) -> Iterator[str]:
    """The report as JSON, a finding a line, so that a long one is written as it goes."""
    shown = from_here(report.root)
    yield f'{{"version": {_VERSION},\n "findings": ['
    for number, finding in enumerate(report.findings):
        yield (",\n  " if number else "\n  ") + _dumped(_as_json(finding, shown))
    failures = [{"path": _text(shown(failure.path)), "message": _text(failure.message)} for failure in report.failures]
    by_rule = dict(sorted(Counter(finding.rule for finding in report.findings).items()))
    summary = {
        "articles": report.articles,
        "collection": report.collection,
        "findings": len(report.findings),
        "failures": len(report.failures),
        "by_rule": by_rule,
    }
    yield f'],\n "failures": {_dumped(failures)},\n "summary": {_dumped(summary)}}}\n'


def _as_json(finding: Finding, shown: Callable[[str], str]) -> _Finding:
    place: Place = finding.place
    return {
        "rule": finding.rule,
        "severity": (finding.severity or Severity.WARNING).label,
        "message": _text(finding.message),
        "path": _text(shown(finding.path)),
        "record": None,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "fingerprint": finding.fingerprint,
        "fix": _fix(finding.fix) if finding.fix else None,
        "related": [
            {
                "path": _text(shown(related.path)),
                "line": related.place.line,
                "column": related.place.column,
                "message": _text(related.message),
            }
            for related in finding.related
        ],
    }


def _fix(fix: Fix) -> _Fix:
    edits: list[_Edit] = [{"start": edit.start, "end": edit.end, "replacement": edit.new} for edit in fix.edits]
    return {"safe": fix.safe, "description": fix.description, "edits": edits}


def _text(text: str) -> str:
    r"""`text` as valid UTF-8: bytes of a name that are none are spelled \xNN."""
    return text.encode("utf-8", "backslashreplace").decode().replace("\\udc", "\\x") if not text.isascii() else text


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
