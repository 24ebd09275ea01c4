"""New findings apart from accepted ones, and accepted ones that are found no more."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from artlint.finding import Finding
from artlint.report import Accepted, Suppressed

ORIGIN = "baseline"


class Split(NamedTuple):
    """Findings that the baseline does not hold, those that it holds, and entries that hold nothing any more."""

    new: tuple[Finding, ...]
    accepted: tuple[Suppressed, ...]
    stale: tuple[Accepted, ...]


def split(findings: Iterable[Finding], entries: Iterable[Accepted], is_gone: Callable[[Accepted], bool]) -> Split:
    """`findings` by whether one of the `entries` has their fingerprint.

    `is_gone` tells of an entry without a finding whether this run would have found it.
    """
    by_fingerprint = {entry.fingerprint: entry for entry in entries}
    new: list[Finding] = []
    accepted: list[Suppressed] = []
    for finding in findings:
        entry = by_fingerprint.pop(finding.fingerprint, None)
        if entry is None:
            new.append(finding)
        else:
            accepted.append(Suppressed(finding, entry.reason, ORIGIN))
    stale = tuple(entry for entry in by_fingerprint.values() if is_gone(entry))
    return Split(tuple(new), tuple(accepted), stale)
