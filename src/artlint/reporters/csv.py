"""Comma-separated values for spreadsheets (RFC 4180 but for line ends), safe against formulas in cells."""

import csv
import re
from collections.abc import Iterator
from io import StringIO

from artlint.report import Report
from artlint.reporters.escaping import shown_path, visible
from artlint.reporters.paths import from_here, message_of
from artlint.reporters.wording import severity_of

_COLUMNS = ("path", "line", "column", "end_line", "end_column", "severity", "rule", "message", "fingerprint")
# Spreadsheets calculate what begins so, in full width too; where numbers have decimal commas, ; parts cells.
_FORMULA = re.compile(r"(^\s*|;\s*)(?=[=+\-@＝＋－＠])")


def write(report: Report) -> Iterator[str]:
    """The columns' names, a row a finding, a row a failure with severity `failure` and no place."""
    shown = from_here(report.root)
    yield _row(_COLUMNS)
    for finding in report.findings:
        path, severity = _path(shown(finding.path)), severity_of(finding).label
        place = finding.place
        positions = (place.line, place.column, place.end_line, place.end_column)
        yield _row((path, *positions, severity, finding.rule, _cell(message_of(finding, shown)), finding.fingerprint))
    for failure in report.failures:
        yield _row((_path(shown(failure.path)), "", "", "", "", "failure", "", _cell(failure.message), ""))


def _row(cells: tuple[str | int, ...]) -> str:
    line = StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    return line.getvalue()


def _path(path: str) -> str:
    return _FORMULA.sub(r"\1'", shown_path(path))


def _cell(text: str) -> str:
    """`text` as text for spreadsheets too: an apostrophe stands before what they would calculate."""
    return _FORMULA.sub(r"\1'", visible(text))
