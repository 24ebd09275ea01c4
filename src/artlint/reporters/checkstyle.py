"""Checkstyle's XML, which many CI servers and review tools read."""

from collections.abc import Iterator
from itertools import groupby

from artlint.report import Report
from artlint.reporters.escaping import in_xml
from artlint.reporters.paths import from_here, message_of
from artlint.reporters.wording import severity_of


def write(report: Report) -> Iterator[str]:
    """The findings by file; `source` is the rule."""
    shown = from_here(report.root)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n'
    for path, findings in groupby(report.findings, lambda finding: finding.path):
        yield f'  <file name="{in_xml(shown(path))}">\n'
        for finding in findings:
            place = finding.place
            yield f'    <error line="{place.line}" column="{place.column}" severity="{severity_of(finding).label}"'
            yield f' message="{in_xml(message_of(finding, shown))}" source="{in_xml(finding.rule)}"/>\n'
        yield "  </file>\n"
    for failure in report.failures:
        yield f'  <file name="{in_xml(shown(failure.path) or "artlint")}">\n'
        yield f'    <error line="1" severity="error" message="{in_xml(failure.message)}" source="artlint"/>\n'
        yield "  </file>\n"
    yield "</checkstyle>\n"
