"""For people: a line a finding, the source under it with a caret, related places, a summary."""

from collections import Counter
from collections.abc import Callable, Iterator
from unicodedata import combining, east_asian_width

import click

from artlint.article import Place, line_starts
from artlint.finding import Finding, Severity
from artlint.report import Report
from artlint.reporters.escaping import shown_path, visible
from artlint.reporters.paths import from_here

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
_WIDEST_EXCERPT = 100
_MOST_RELATED = 5


def write(report: Report) -> Iterator[str]:
    """The report; colours are taken off by the writer where the output is no terminal."""
    shown = from_here(report.root)
    for finding in report.findings:
        yield from _finding(finding, report.sources, shown)
    for failure in report.failures:
        place = f"{shown_path(shown(failure.path))}: " if failure.path else ""
        yield f"{place}{click.style('failure', fg='red', bold=True)} {visible(failure.message)}\n"
    yield _summary(report)


def _finding(finding: Finding, sources: Callable[[str], str], shown: Callable[[str], str]) -> Iterator[str]:
    place = finding.place
    severity = finding.severity or Severity.WARNING
    fixable = " [*]" if finding.fix and finding.fix.safe else ""
    where = click.style(f"{shown_path(shown(finding.path))}:{place.line}:{place.column}:", bold=True)
    label = click.style(severity.label, fg=_COLOURS[severity])
    yield f"{where} {label} {visible(finding.message)} {click.style(f'[{finding.rule}]', dim=True)}{fixable}\n"
    yield from _excerpt(sources(finding.path), place)
    for related in finding.related[:_MOST_RELATED]:
        at = f"{shown_path(shown(related.path))}:{related.place.line}:{related.place.column}"
        yield f"    {at}: {visible(related.message) or 'also here'}\n"
    if len(finding.related) > _MOST_RELATED:
        yield f"    and {len(finding.related) - _MOST_RELATED:,} more places\n"


def _excerpt(source: str, place: Place) -> Iterator[str]:
    """The place's first line, cut to what fits, and a caret under what was found."""
    starts = line_starts(source)
    if not source or place.line > len(starts) or place.start > len(source):
        return
    begin = starts[place.line - 1]
    end = starts[place.line] if place.line < len(starts) else len(source)
    line = source[begin:end].rstrip("\r\n").replace("\t", " ")
    if not line.strip():
        return
    first = min(place.start - begin, len(line))
    last = min(max(place.end - begin, first + 1), len(line))
    cut = max(0, min(first - 20, len(line) - _WIDEST_EXCERPT))
    piece, last = line[cut : cut + _WIDEST_EXCERPT], min(last, cut + _WIDEST_EXCERPT)
    before, found = visible(piece[: first - cut]), visible(piece[first - cut : last - cut])
    dots = "…" if cut else ""
    after = visible(piece[last - cut :]) + ("…" if cut + _WIDEST_EXCERPT < len(line) else "")
    number = str(place.line)
    yield f"{number:>6} | {dots}{before}{found}{after}\n"
    yield f"{'':>6} | {' ' * _width(dots + before)}{click.style('^' * max(1, _width(found)), fg='green')}\n"


def _width(text: str) -> int:
    """Columns that `text` takes in a terminal."""
    if text.isascii():
        return len(text)
    return sum(0 if combining(each) else 1 + (east_asian_width(each) in "WF") for each in text)


def _summary(report: Report) -> str:
    counts = Counter(finding.severity or Severity.WARNING for finding in report.findings)
    if not report.findings:
        found = "no findings"
    else:
        total = len(report.findings)
        by_severity = ", ".join(_counted(counts[each], each.label) for each in sorted(counts, reverse=True))
        files = len({finding.path for finding in report.findings})
        found = f"{_counted(total, 'finding')} in {_counted(files, 'article')} ({by_severity})"
    checked = f"{_counted(report.articles, 'article')} checked"
    others = report.collection - report.articles
    known = f", {others:,} more known" if others else ""
    failed = f", {_counted(len(report.failures), 'failure')}" if report.failures else ""
    return f"{found}; {checked}{known}{failed}\n"


def _counted(number: int, noun: str) -> str:
    plural = noun if number == 1 or noun == "info" else f"{noun}s"
    return f"{number:,} {plural}"
