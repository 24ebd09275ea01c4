"""The Reviewdog Diagnostic Format: columns count UTF-8 bytes (reviewdog, proto/rdf/reviewdog.proto)."""

from collections.abc import Callable, Iterator
from typing import NotRequired, TypedDict

from artlint.article import Place
from artlint.finding import Finding, Fix
from artlint.report import Failure, Report
from artlint.reporters.columns import place_of, region, utf8_width
from artlint.reporters.escaping import visible
from artlint.reporters.json import dumped
from artlint.reporters.paths import from_repository, message_of
from artlint.reporters.wording import severity_of


class Position(TypedDict):
    """A place between two characters."""

    line: int
    column: int


class Range(TypedDict):
    """What stands between two positions."""

    start: Position
    end: Position


class Location(TypedDict):
    """A file, or a range in it."""

    path: str
    range: NotRequired[Range]


class Suggestion(TypedDict):
    """A text to stand in place of a range."""

    range: Range
    text: str


class Named(TypedDict):
    """A source of diagnostics."""

    name: str


class Code(TypedDict):
    """A rule."""

    value: str


class Diagnostic(TypedDict):
    """A finding; reviewdog's JSON names are the fields' in camel case or as they are."""

    message: str
    location: Location
    severity: str
    source: Named
    code: NotRequired[Code]
    suggestions: NotRequired[list[Suggestion]]


SOURCE: Named = {"name": "artlint"}


def write(report: Report) -> Iterator[str]:
    """One `DiagnosticResult`."""
    yield f'{{"source": {dumped(SOURCE)},\n "diagnostics": ['
    for number, diagnostic in enumerate(diagnostics(report)):
        yield (",\n  " if number else "\n  ") + dumped(diagnostic)
    yield "]}\n"


def diagnostics(report: Report) -> Iterator[Diagnostic]:
    """The findings, then the failures."""
    shown = from_repository(report.root)
    for finding in report.findings:
        yield _diagnostic(finding, report.sources(finding.path), shown)
    for failure in report.failures:
        yield _failure(failure, shown)


def _diagnostic(finding: Finding, source: str, shown: Callable[[str], str]) -> Diagnostic:
    made: Diagnostic = {
        "message": visible(message_of(finding, shown)),
        "location": {"path": shown(finding.path), "range": _range(finding.place, source)},
        "severity": severity_of(finding).name,
        "source": SOURCE,
        "code": {"value": finding.rule},
    }
    # Suggestions are taken one by one, so a fix of several edits, all or none, cannot be told.
    if finding.fix and len(finding.fix.edits) == 1:
        made["suggestions"] = _suggestions(finding.fix, source)
    return made


def _suggestions(fix: Fix, source: str) -> list[Suggestion]:
    places = [place_of(source, edit.start, edit.end) for edit in fix.edits]
    return [{"range": _range(place, source), "text": edit.new} for place, edit in zip(places, fix.edits, strict=True)]


def _range(place: Place, source: str) -> Range:
    found = region(place, source, utf8_width)
    return {
        "start": {"line": found.line, "column": found.column},
        "end": {"line": found.end_line, "column": found.end_column},
    }


def _failure(failure: Failure, shown: Callable[[str], str]) -> Diagnostic:
    location: Location = {"path": shown(failure.path)}
    return {"message": visible(failure.message), "location": location, "severity": "ERROR", "source": SOURCE}
