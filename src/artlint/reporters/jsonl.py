"""For streams: a JSON object a line, first the findings, then what is silenced and the failures, last the summary."""

from collections.abc import Iterator

from artlint.report import Report
from artlint.reporters.json import VERSION, dumped, failure_object, finding_object, summary_object, suppressed_object
from artlint.reporters.paths import from_here


def write(report: Report) -> Iterator[str]:
    """The objects of the JSON report, each with its `type`."""
    shown = from_here(report.root)
    for finding in report.findings:
        yield f"{dumped({'type': 'finding', **finding_object(finding, shown)})}\n"
    for suppressed in report.suppressed:
        yield f"{dumped({'type': 'suppressed', **suppressed_object(suppressed, shown)})}\n"
    for failure in report.failures:
        yield f"{dumped({'type': 'failure', **failure_object(failure, shown)})}\n"
    yield f"{dumped({'type': 'summary', 'version': VERSION, **summary_object(report)})}\n"
