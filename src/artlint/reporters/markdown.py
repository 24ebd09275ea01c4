"""Markdown for job summaries and comments: counts by rule, then the findings by article."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from artlint.finding import Finding
from artlint.report import Report
from artlint.reporters.escaping import visible
from artlint.reporters.paths import from_here, message_of
from artlint.reporters.wording import counted, severity_of, summary

# GitHub takes 1 MiB of a job summary and drops a longer one as a whole.
_LONGEST = 1_000_000
_REFERENCE = re.compile(r"\\([@#])(?=\w)")
_PUNCTUATION = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$@&:])")


def write(report: Report) -> Iterator[str]:
    """The summary, failures, counts and findings; what would be too long for GitHub is counted."""
    shown = from_here(report.root)
    yield f"## artlint\n\n{_text(summary(report))}\n"
    yield from _failures(report, shown)
    yield from _counts(report.findings)
    written, size = 0, 0
    for path, group in groupby(report.findings, lambda finding: finding.path):
        findings = list(group)
        section = _section(path, findings, shown)
        size += len(section.encode())
        if size > _LONGEST:
            break
        yield section
        written += len(findings)
    if written < len(report.findings):
        yield f"\n{counted(len(report.findings) - written, 'more finding')}; no room for them here\n"


def _failures(report: Report, shown: Callable[[str], str]) -> Iterator[str]:
    if report.failures:
        yield "\n### Failures\n\n"
    for failure in report.failures:
        yield f"- {_text(shown(failure.path) or 'run')}: {_text(failure.message)}\n"


def _counts(findings: Sequence[Finding]) -> Iterator[str]:
    if not findings:
        return
    yield "\n| findings | rule |\n| ---: | --- |\n"
    for rule, count in sorted(Counter(finding.rule for finding in findings).items(), key=lambda item: (-item[1], item)):
        yield f"| {count:,} | {_text(rule)} |\n"


def _section(path: str, findings: Sequence[Finding], shown: Callable[[str], str]) -> str:
    rows = "".join(_row(finding, message_of(finding, shown)) for finding in findings)
    return f"\n### {_text(shown(path))}\n\n| place | severity | message | rule |\n| --- | --- | --- | --- |\n{rows}"


def _row(finding: Finding, message: str) -> str:
    place = f"{finding.place.line}:{finding.place.column}"
    severity = severity_of(finding).label
    return f"| {place} | {severity} | {_text(message)} | {_text(finding.rule)} |\n"


def _text(text: str) -> str:
    """`text` as running text: no markup, no link, no mention, no cell border."""
    # A zero-width space keeps GitHub from telling @somebody, and from linking #1.
    return _REFERENCE.sub(r"\\\1&#8203;", _PUNCTUATION.sub(r"\\\1", visible(text)))
