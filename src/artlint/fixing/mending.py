"""From findings to mended files: fixes are settled in memory, then each file is written whole or not at all."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from artlint.examination import Examination, Work
from artlint.executors import Examined, Examiner, Task
from artlint.finding import Finding
from artlint.fixing.files import Files
from artlint.fixing.folders import WriteError
from artlint.fixing.ordering import Change, Mended, Order, Refusal
from artlint.fixing.rechecking import Recheck, ReportOn
from artlint.fixing.settling import Choice, Settled, settle
from artlint.fixing.writing import NotSyncedError, write
from artlint.report import Failure, Report

_OTHER_CONTENT = "no fix is made: the file on disk has changes that were not checked"


def mend(
    report: Report, examined: Examination, work: Work, report_on: ReportOn, targets: Collection[str], order: Order
) -> Mended:
    """Fix what `report` found in the targets; files that cannot be written are failures of the new report.

    Articles are examined again in this process.
    """
    examiner = Examiner(work.spec)

    def examine(contents: Mapping[str, bytes]) -> list[Examined]:
        return [examiner(Task(path, content)) for path, content in contents.items()]

    def may_declare_charset(path: str) -> bool:
        return examiner.readers[Path(path).suffix.lower()].name == "html"

    recheck = Recheck(examined, work.given, examine, report_on)
    files = Files(examiner.root, may_declare_charset, work.given)
    settled = _settled(report, recheck, files, _Wish(frozenset(targets), work.given.keys() - set(order.kept), order))
    return _mended(report, settled, recheck, files, order)


class _Wish(NamedTuple):
    """Which findings are to be fixed: those of `targets`; the content of `elsewhere` is not that of their files."""

    targets: Collection[str]
    elsewhere: Collection[str]
    order: Order

    def includes(self, finding: Finding) -> bool:
        """Whether the finding's fix is wanted, be it possible or not."""
        return finding.fix is not None and (finding.fix.safe or self.order.unsafe) and finding.path in self.targets


def _settled(report: Report, recheck: Recheck, files: Files, wish: _Wish) -> Settled:
    """The fixes in memory; a file whose content was not the one that was checked is refused."""

    def wanted(finding: Finding) -> bool:
        return wish.includes(finding) and finding.path not in wish.elsewhere

    settled = settle(report, recheck, files, Choice(wanted, wish.order.accepted))
    paths = {finding.path for finding in report.findings if wish.includes(finding)} & set(wish.elsewhere)
    return settled._replace(refused=(*(Refusal(path, _OTHER_CONTENT) for path in sorted(paths)), *settled.refused))


def _mended(report: Report, settled: Settled, recheck: Recheck, files: Files, order: Order) -> Mended:
    if order.dry:
        tried = _tried(report, order, settled.failures)
        return Mended(tried, settled.changes, settled.made, settled.refused)
    failures: list[Failure] = []
    written = list(_written(settled.changes, files, order.kept, failures))
    contents = files.shared({**settled.originals, **{change.path: change.new for change in written}})
    now = recheck(contents) if contents else report
    paths = {change.path for change in written}
    made = [proposal for proposal in settled.made if proposal.path in paths]
    return Mended(_tried(now, order, [*settled.failures, *failures]), written, made, settled.refused)


def _written(
    changes: Sequence[Change], files: Files, kept: Collection[str], failures: list[Failure]
) -> Iterator[Change]:
    """Write each change; yields those that are made, adds to `failures` why others are not."""
    for change in changes:
        try:
            if change.path not in kept:
                write(Path(files.root, change.path), change.old, change.new)
        except WriteError as error:
            failures.append(Failure(change.path, str(error)))
            if not isinstance(error, NotSyncedError):
                continue
        yield change


def _tried(report: Report, order: Order, failures: Sequence[Failure]) -> Report:
    """The report with these failures; what was tried and is left cannot be fixed."""
    return report._replace(
        failures=tuple(sorted({*report.failures, *failures})),
        safe_fixes=0,
        unsafe_fixes=0 if order.unsafe else report.unsafe_fixes,
    )
