"""The Reviewdog Diagnostic Format, a diagnostic a line."""

from collections.abc import Iterator

from artlint.report import Report
from artlint.reporters.json import dumped
from artlint.reporters.rdjson import diagnostics


def write(report: Report) -> Iterator[str]:
    """The findings, then the failures."""
    for diagnostic in diagnostics(report):
        yield f"{dumped(diagnostic)}\n"
