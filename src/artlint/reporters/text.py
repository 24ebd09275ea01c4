"""For people: a line a finding, the source under it with a caret, related places, a summary."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from artlint.finding import Finding, Related, Severity
from artlint.report import Failure, Report
from artlint.reporters.escaping import shown_path, visible
from artlint.reporters.paths import from_here, message_of
from artlint.reporters.styling import styled
from artlint.reporters.wording import severity_of, summary

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
_MOST_RELATED = 5
# Advice by the hundred hides the warnings between it: in a manual's 533 pages 921 of 958 findings were infos.
_MOST_INFOS = 10


def write(report: Report) -> Iterator[str]:
    """The report; colours are taken off by the writer where the output is no terminal."""
    if report.findings:
        from artlint.reporters.excerpts import drawn, excerpt  # not before there is a finding
    shown = from_here(report.root)
    infos: Counter[str] = Counter()
    for finding in report.findings:
        if severity_of(finding) is Severity.INFO:
            infos[finding.rule] += 1
            if infos[finding.rule] > _MOST_INFOS:
                continue
        yield f"{headline(finding, shown)}\n"
        found = excerpt(report.sources(finding.path), finding.place)
        yield from drawn(found) if found else ()
        yield from related_lines(finding.related, shown, _MOST_RELATED)
    for rule, count in sorted(infos.items()):
        if count > _MOST_INFOS:
            yield f"and {count - _MOST_INFOS:,} more of {rule} (info); -f full shows all\n"
    yield from failure_lines(report.failures, shown)
    yield f"{summary(report)}\n"


def headline(finding: Finding, shown: Callable[[str], str]) -> str:
    """`path:line:column: severity message [rule]`, with [*] where a safe fix exists."""
    place = finding.place
    where = styled(f"{shown_path(shown(finding.path))}:{place.line}:{place.column}:", bold=True)
    return f"{where} {label(finding)} {visible(message_of(finding, shown))} {rule_tag(finding)}"


def label(finding: Finding) -> str:
    """The severity in its colour."""
    severity = severity_of(finding)
    return styled(severity.label, _COLOURS[severity])


def rule_tag(finding: Finding) -> str:
    """The rule in brackets, and [*] where a safe fix exists."""
    return styled(f"[{finding.rule}]", dim=True) + (" [*]" if finding.fix and finding.fix.safe else "")


def related_lines(related: Sequence[Related], shown: Callable[[str], str], most: int) -> Iterator[str]:
    """A line for each related place, at most `most`, then how many there are beyond."""
    for each in related[:most]:
        at = f"{shown_path(shown(each.path))}:{each.place.line}:{each.place.column}"
        yield f"    {at}: {visible(each.message) or 'also here'}\n"
    if len(related) > most:
        yield f"    and {len(related) - most:,} more places\n"


def failure_lines(failures: Sequence[Failure], shown: Callable[[str], str]) -> Iterator[str]:
    """A line for each failure."""
    for failure in failures:
        place = f"{shown_path(shown(failure.path))}: " if failure.path else ""
        yield f"{place}{styled('failure', 'red', bold=True)} {visible(failure.message)}\n"
