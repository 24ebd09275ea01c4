"""SARIF 2.1.0 for code scanning: rules with their texts, exact regions, and fingerprints that GitHub computes too."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from artlint import __version__
from artlint.finding import Finding
from artlint.report import Failure, Report
from artlint.reporters.escaping import visible
from artlint.reporters.json import dumped
from artlint.reporters.line_hashes import line_hashes_of
from artlint.reporters.paths import as_uri, folder_in_repository, from_repository
from artlint.reporters.sarif_objects import Invocation, Message, Notification, ReportingDescriptor, Result
from artlint.reporters.sarif_results import ROOT, Scanned, artifact, result
from artlint.reporters.sarif_rules import rule_descriptor
from artlint.reporters.wording import severity_of

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
# GitHub, "SARIF results exceed limits": a run with more results is rejected.
_MOST_RESULTS = 25_000


def write(report: Report) -> Iterator[str]:
    """The log with one run, a result a line."""
    findings = _most_severe(report.findings)
    rules = _rules(report, findings)
    driver = {"name": "artlint", "version": __version__, "semanticVersion": __version__, "rules": list(rules.values())}
    root: Message = {"text": "the top of the repository"}
    yield f'{{"$schema": {dumped(_SCHEMA)},\n "version": "2.1.0",\n "runs": [{{\n'
    yield f'  "tool": {{"driver": {dumped(driver)}}},\n'
    yield f'  "automationDetails": {dumped({"id": _category(report)})},\n'
    yield f'  "originalUriBaseIds": {dumped({ROOT: {"description": root}})},\n'
    yield '  "columnKind": "utf16CodeUnits",\n'
    yield f'  "invocations": [{dumped(_invocation(report, len(findings)))}],\n'
    yield '  "results": ['
    for number, each in enumerate(_results(report, findings, list(rules))):
        yield (",\n   " if number else "\n   ") + dumped(each)
    yield "]\n}]}\n"


def _most_severe(findings: Sequence[Finding]) -> Sequence[Finding]:
    """All findings, or as many as GitHub takes, the worst of them, in their order."""
    if len(findings) <= _MOST_RESULTS:
        return findings
    ranked = sorted(range(len(findings)), key=lambda index: -severity_of(findings[index]))
    return [findings[index] for index in sorted(ranked[:_MOST_RESULTS])]


def _rules(report: Report, findings: Sequence[Finding]) -> dict[str, ReportingDescriptor]:
    """The rules that found something by id, sorted."""
    found = sorted({finding.rule for finding in findings})
    return {rule_id: rule_descriptor(rule_id, report.rules.get(rule_id)) for rule_id in found}


def _results(report: Report, findings: Sequence[Finding], rule_ids: Sequence[str]) -> Iterator[Result]:
    shown = from_repository(report.root)
    index_by_rule = {rule_id: index for index, rule_id in enumerate(rule_ids)}
    for path, group in groupby(findings, lambda finding: finding.path):
        scanned = Scanned(shown(path), report.sources(path), line_hashes_of(report.root / path))
        for finding in group:
            yield result(finding, scanned, report.sources, shown, index_by_rule[finding.rule])


def _category(report: Report) -> str:
    """The analysis whose earlier results these replace on the server: one for each root in the repository."""
    folder = folder_in_repository(report.root)
    return f"artlint/{as_uri(folder)}/" if folder else "artlint/"


def _invocation(report: Report, results: int) -> Invocation:
    shown = from_repository(report.root)
    notifications = [_notification(failure, shown(failure.path)) for failure in report.failures]
    left_out = len(report.findings) - results
    if left_out:
        text = f"{left_out:,} of the least severe findings are left out; at most {_MOST_RESULTS:,} results a run"
        notifications.append({"level": "warning", "message": {"text": text}})
    return {"executionSuccessful": not report.failures, "toolExecutionNotifications": notifications}


def _notification(failure: Failure, path: str) -> Notification:
    told: Notification = {"level": "error", "message": {"text": visible(failure.message)}}
    if path:
        told["locations"] = [{"physicalLocation": {"artifactLocation": artifact(path)}}]
    return told
