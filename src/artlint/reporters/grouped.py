"""For people with many findings in few articles: each article once, its findings below it."""

from collections.abc import Iterator
from itertools import groupby

from artlint.report import Report
from artlint.reporters.escaping import shown_path, visible
from artlint.reporters.paths import from_here, message_of
from artlint.reporters.styling import styled
from artlint.reporters.text import failure_lines, label, rule_tag
from artlint.reporters.wording import counted, severity_of, summary


def write(report: Report) -> Iterator[str]:
    """The findings by article, as a table of place, severity, message and rule."""
    shown = from_here(report.root)
    for path, group in groupby(report.findings, lambda finding: finding.path):
        findings = list(group)
        heading = styled(shown_path(shown(path)), bold=True)
        yield f"{heading} ({counted(len(findings), 'finding')})\n"
        places = [f"{finding.place.line}:{finding.place.column}" for finding in findings]
        widest = max(map(len, places))
        for place, finding in zip(places, findings, strict=True):
            gap = " " * (len("warning") - len(severity_of(finding).label))
            message = visible(message_of(finding, shown))
            yield f"  {place:>{widest}}  {label(finding)}{gap}  {message} {rule_tag(finding)}\n"
        yield "\n"
    yield from failure_lines(report.failures, shown)
    yield f"{summary(report)}\n"
