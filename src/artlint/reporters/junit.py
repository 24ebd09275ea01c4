"""JUnit's XML, as CI servers read it: a suite for each article, a case for each rule that found something in it."""

from collections.abc import Callable, Iterator
from itertools import groupby
from typing import NamedTuple

from artlint.finding import Finding, Severity
from artlint.report import Report
from artlint.reporters.escaping import in_xml, shown_path, visible
from artlint.reporters.paths import from_here, message_of
from artlint.reporters.wording import counted, severity_of


class _Case(NamedTuple):
    """A test case; `kind` is `failure`, `error`, `system-out` or "" for one that passes in silence."""

    name: str
    kind: str = ""
    message: str = ""
    text: str = ""


class _Suite(NamedTuple):
    """A test suite."""

    name: str
    cases: list[_Case]

    def count(self, kind: str) -> int:
        return sum(case.kind == kind for case in self.cases)


def write(report: Report) -> Iterator[str]:
    """The report; informational findings are output of cases that pass, failures of the run are errors."""
    suites = list(_suites(report))
    tests = sum(len(suite.cases) for suite in suites)
    failures = sum(suite.count("failure") for suite in suites)
    errors = sum(suite.count("error") for suite in suites)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<testsuites name="artlint" tests="{tests}" failures="{failures}" errors="{errors}">\n'
    for suite in suites:
        yield from _suite(suite)
    yield "</testsuites>\n"


def _suites(report: Report) -> Iterator[_Suite]:
    shown = from_here(report.root)
    for path, group in groupby(report.findings, lambda finding: finding.path):
        by_rule = groupby(sorted(group, key=lambda finding: finding.rule), lambda finding: finding.rule)
        yield _Suite(shown(path), [_case(rule, list(findings), shown) for rule, findings in by_rule])
    if report.failures:
        yield _Suite(
            "artlint",
            [
                _Case(shown(each.path) or "run", "error", each.message, visible(each.message))
                for each in report.failures
            ],
        )
    elif not report.findings:
        yield _Suite("artlint", [_Case(f"{counted(report.articles, 'article')} checked")])


def _case(rule: str, findings: list[Finding], shown: Callable[[str], str]) -> _Case:
    worst = max(map(severity_of, findings))
    others = f" (and {len(findings) - 1:,} more)" if len(findings) > 1 else ""
    text = "\n".join(_line(each, shown) for each in findings)
    kind = "failure" if worst > Severity.INFO else "system-out"
    return _Case(rule, kind, f"{message_of(findings[0], shown)}{others}", text)


def _line(finding: Finding, shown: Callable[[str], str]) -> str:
    where = f"{shown_path(shown(finding.path))}:{finding.place.line}:{finding.place.column}"
    return f"{where}: {severity_of(finding).label} {visible(message_of(finding, shown))}"


def _suite(suite: _Suite) -> Iterator[str]:
    name = in_xml(suite.name)
    counts = f'failures="{suite.count("failure")}" errors="{suite.count("error")}"'
    yield f'  <testsuite name="{name}" tests="{len(suite.cases)}" {counts}>\n'
    for case in suite.cases:
        opening = f'    <testcase classname="{name}" name="{in_xml(case.name)}"'
        yield f"{opening}>{_outcome(case)}</testcase>\n" if case.kind else f"{opening}/>\n"
    yield "  </testsuite>\n"


def _outcome(case: _Case) -> str:
    message = "" if case.kind == "system-out" else f' type="{in_xml(case.name)}" message="{in_xml(case.message)}"'
    text = "\n".join(map(in_xml, case.text.split("\n")))
    return f"<{case.kind}{message}>{text}</{case.kind}>"
