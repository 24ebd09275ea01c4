"""Sentences that several reports share."""

from collections import Counter

from artlint.finding import Finding, Severity
from artlint.report import Report

SEVERITIES = (Severity.ERROR, Severity.WARNING, Severity.INFO)


def severity_of(finding: Finding) -> Severity:
    """The finding's severity; a warning where nobody gave one."""
    return finding.severity or Severity.WARNING


def counted(number: int, noun: str) -> str:
    """The number with its noun: "1 article", "2,000 articles"."""
    plural = noun if number == 1 or noun == "info" else f"{noun}s"
    return f"{number:,} {plural}"


def cut(text: str, longest: int) -> str:
    """`text`, or as much of it as `longest` UTF-16 units hold with an ellipsis at the end."""
    if len(text.encode("utf-16-le", "surrogatepass")) // 2 <= longest:
        return text
    kept = text.encode("utf-16-le", "surrogatepass")[: (longest - 1) * 2].decode("utf-16-le", "ignore")
    return f"{kept.rstrip()}…"


def summary(report: Report) -> str:
    """One line: what was found in how many articles, what was checked, and how many findings a fix could mend."""
    return f"{_found(report)}; {_checked(report)}{_fixable(report)}"


def _fixable(report: Report) -> str:
    safe = f"{report.safe_fixes:,} can be fixed with --fix" if report.safe_fixes else ""
    more = " more" if safe else " can be fixed"
    unsafe = f"{report.unsafe_fixes:,}{more} with --unsafe-fixes" if report.unsafe_fixes else ""
    fixable = ", ".join(each for each in (safe, unsafe) if each)
    return f"; {fixable}" if fixable else ""


def _found(report: Report) -> str:
    if not report.findings:
        return "no findings"
    counts = Counter(map(severity_of, report.findings))
    by_severity = ", ".join(counted(counts[each], each.label) for each in SEVERITIES if counts[each])
    files = len({finding.path for finding in report.findings})
    return f"{counted(len(report.findings), 'finding')} in {counted(files, 'article')} ({by_severity})"


def _checked(report: Report) -> str:
    others = report.collection - report.articles
    known = f", {others:,} more known" if others else ""
    failed = f", {counted(len(report.failures), 'failure')}" if report.failures else ""
    return f"{counted(report.articles, 'article')} checked{known}{_silenced(report)}{failed}"


def _silenced(report: Report) -> str:
    """How many findings were silenced, by comments and configuration or by the baseline."""
    accepted = sum(each.origin == "baseline" for each in report.suppressed)
    suppressed = len(report.suppressed) - accepted
    return (f", {suppressed:,} suppressed" if suppressed else "") + (
        f", {accepted:,} in the baseline" if accepted else ""
    )
