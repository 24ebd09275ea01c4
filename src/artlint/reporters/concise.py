"""For editors and grep: a line a finding, a line a failure, nothing else."""

from collections.abc import Iterator

from artlint.report import Report
from artlint.reporters.paths import from_here
from artlint.reporters.text import failure_lines, headline


def write(report: Report) -> Iterator[str]:
    """The findings in the form `path:line:column: severity message [rule]`."""
    shown = from_here(report.root)
    for finding in report.findings:
        yield f"{headline(finding, shown)}\n"
    yield from failure_lines(report.failures, shown)
