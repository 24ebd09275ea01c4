"""For people who decide: all lines and places of a finding, the fix as a difference, and what the rule says."""

from collections.abc import Callable, Iterator, Sequence

from artlint.article import lines
from artlint.finding import Finding, Fix
from artlint.report import Report, Suppressed
from artlint.reporters.columns import place_of
from artlint.reporters.escaping import visible
from artlint.reporters.excerpts import drawn, excerpts
from artlint.reporters.paths import from_here
from artlint.reporters.styling import styled
from artlint.reporters.text import failure_lines, headline, related_lines
from artlint.reporters.wording import summary
from artlint.rule_docs import summary_of

_MOST_LINES = 12


def write(report: Report) -> Iterator[str]:
    """The findings, each a paragraph of its own."""
    shown = from_here(report.root)
    for finding in report.findings:
        source = report.sources(finding.path)
        yield f"{headline(finding, shown)}\n"
        yield from _lines(finding, source)
        yield from related_lines(finding.related, shown, len(finding.related))
        yield from _fix_lines(finding.fix, source) if finding.fix else ()
        rule = report.rules.get(finding.rule)
        if rule:
            yield f"    rule: {visible(summary_of(rule))}\n"
        yield f"    fingerprint: {finding.fingerprint}\n\n"
    yield from _suppressed_lines(report.suppressed, shown)
    yield from failure_lines(report.failures, shown)
    yield f"{summary(report)}\n"


def _suppressed_lines(suppressed: Sequence[Suppressed], shown: Callable[[str], str]) -> Iterator[str]:
    """A line for each finding that somebody silenced with a reason or without; a baseline's are too many."""
    for finding, reason, origin in suppressed:
        if origin != "baseline":
            why = f"silenced by {origin}: {visible(reason) or 'no reason given'}"
            yield f"{headline(finding, shown)}\n    {why}\n\n"


def _lines(finding: Finding, source: str) -> Iterator[str]:
    for found in excerpts(source, finding.place, _MOST_LINES):
        yield from drawn(found)
    more = finding.place.end_line - finding.place.line + 1 - _MOST_LINES
    if more > 0:
        yield f"{'':>6} | and {more:,} more lines\n"


def _fix_lines(fix: Fix, source: str) -> Iterator[str]:
    """The fix's description, then what goes and what comes, line by line."""
    kind = "safe" if fix.safe else "unsafe"
    yield f"    {kind} fix: {visible(fix.description) or 'edit the text'}\n"
    for edit in fix.edits:
        line = place_of(source, edit.start, edit.start).line if edit.start <= len(source) else 0
        for sign, text, colour in (("-", edit.old, "red"), ("+", edit.new, "green")):
            for each in lines(text, 0, len(text)):
                yield f"    {line:>6} {styled(f'{sign} {visible(each.text)}', colour)}\n"
