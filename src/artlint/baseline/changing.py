"""How a baseline changes: entries for new findings, none for those that are found no more."""

from collections.abc import Iterable
from typing import NamedTuple

from artlint.baseline.file import Baseline
from artlint.finding import Finding
from artlint.report import Accepted


class Acceptance(NamedTuple):
    """Why findings are accepted, by whom and on which day (ISO)."""

    reason: str = ""
    author: str = ""
    date: str = ""


def added(baseline: Baseline, findings: Iterable[Finding], acceptance: Acceptance) -> Baseline:
    """The baseline with an entry for each of the findings; entries that it has stay as they are."""
    known = {entry.fingerprint for entry in baseline.entries}
    entries = [_entry(finding, acceptance) for finding in findings if finding.fingerprint not in known]
    return baseline._replace(entries=(*baseline.entries, *entries))


def removed(baseline: Baseline, stale: Iterable[Accepted]) -> Baseline:
    """The baseline without these entries."""
    gone = {entry.fingerprint for entry in stale}
    return baseline._replace(entries=tuple(entry for entry in baseline.entries if entry.fingerprint not in gone))


def _entry(finding: Finding, acceptance: Acceptance) -> Accepted:
    return Accepted(finding.fingerprint, finding.rule, finding.path, finding.message, *acceptance)
