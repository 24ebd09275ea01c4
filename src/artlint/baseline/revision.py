"""The findings of a git revision, as a baseline without a file."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from artlint.examine import moved_fingerprint
from artlint.finding import Finding
from artlint.report import Accepted
from artlint.snapshots import Snapshot, renamed_since, revision_snapshot

FindingsIn = Callable[[Snapshot], Iterable[Finding]]


def accepted_at(revision: str, root: Path, findings_in: FindingsIn) -> Sequence[Accepted]:
    """What `findings_in` finds in the tree of `revision`, under today's paths where an article was renamed since.

    Raises UsageError outside of git or for an unknown revision, OSError where git fails.
    """
    renamed = renamed_since(root, revision)
    return [_entry(finding, renamed.get(finding.path)) for finding in findings_in(revision_snapshot(root, revision))]


def _entry(finding: Finding, new_path: str | None) -> Accepted:
    fingerprint = moved_fingerprint(finding.fingerprint, new_path) if new_path else finding.fingerprint
    return Accepted(fingerprint, finding.rule, new_path or finding.path, finding.message)
