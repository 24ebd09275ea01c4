"""The findings that a run takes as accepted: those of a baseline's file, or of a git revision."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from artlint.discovery import Choice, Discovery, beside_of, chosen
from artlint.examination import Examination, Work
from artlint.finding import Finding
from artlint.report import Accepted
from artlint.reporting import Reporting
from artlint.sources import Sources

if TYPE_CHECKING:
    from artlint.snapshots import Snapshot


class Earlier(NamedTuple):
    """The way to the findings of an earlier state of the collection."""

    work: Work
    examined: Examination
    reporting: Reporting
    choice: Choice

    def findings_at(self, snapshot: "Snapshot") -> Sequence[Finding]:
        """What was found in that state."""
        from artlint.comparing import examined_before  # runs against an earlier state alone

        config = self.work.spec.config
        paths = chosen(snapshot.paths, self.choice)
        found = Discovery(config.root, paths, paths, beside=beside_of(snapshot.paths, paths, self.choice))
        reporting = self.reporting._replace(found=found, compared=None, shown=())
        before = examined_before(self.work, snapshot, paths, found.beside, self.examined)
        return reporting.report_on(before, Sources(config.root, snapshot.given)).findings


def accepted_by_file(file: Path | None, config_root: Path, configured: str) -> Sequence[Accepted]:
    """The entries of the baseline `file`, else of the configured one; none where there is neither."""
    if file is None and not configured:
        return ()
    from artlint.baseline import read_baseline  # runs against a baseline alone

    return read_baseline(file or config_root / configured).entries


def accepted_by_revision(revision: str, earlier: Earlier) -> Sequence[Accepted]:
    """What was found in the tree of a git revision."""
    from artlint.baseline.revision import accepted_at  # runs against a revision alone

    return accepted_at(revision, earlier.work.spec.config.root, earlier.findings_at)
