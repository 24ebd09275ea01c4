"""What a change causes: its articles as targets, and elsewhere the findings that were not there before it."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Literal, NamedTuple

from artlint.examination import Examination, Work
from artlint.examine import ArticleResult
from artlint.executors import Task, examine_all
from artlint.facts import Beside
from artlint.finding import Finding
from artlint.snapshots import Change, Snapshot, change_between, change_since, staged_change
from artlint.sources import text_in

Scope = Literal["lines", "files", "affected"]


class Comparison(NamedTuple):
    """Which change a run looks at, and what it reports of it.

    `first` and `second` are revisions: both for what lies between two commits, the first alone for the files
    on disk against it, neither for what is staged.
    """

    first: str = ""
    second: str = ""
    scope: Scope = "affected"

    def change_of(self, root: Path) -> Change:
        """The change; raises UsageError outside of git or for an unknown revision, OSError where git fails."""
        if self.second:
            return change_between(root, self.first, self.second)
        return change_since(root, self.first) if self.first else staged_change(root)


@dataclass(frozen=True)
class Compared:
    """A change and the way to the findings of the state before it."""

    change: Change
    scope: Scope
    before: Callable[[Snapshot, Examination], Sequence[Finding]]

    def concerns(self, findings: Sequence[Finding], examined: Examination) -> Iterator[tuple[Finding, Finding]]:
        """Those of the collection's findings that the change is answerable for, each with what is told of it."""
        targets = set(self.change.changed)
        elsewhere = [finding for finding in findings if finding.path not in targets]
        yield from ((finding, finding) for finding in findings if finding.path in targets)
        if self.scope == "affected" and elsewhere:
            for snapshot in self.change.before:
                elsewhere = list(_new(elsewhere, self.before(snapshot, examined)))
            yield from ((finding, _as_new(finding)) for finding in elsewhere)

    def on_changed_lines(self, findings: Iterable[Finding], text_of: Callable[[str], str]) -> Iterator[Finding]:
        """With the scope `lines` the findings that begin on a changed line, else all of them."""
        if self.scope != "lines":
            yield from findings
            return
        lines_by_path: dict[str, set[int]] = {}
        for finding in findings:
            if finding.path not in lines_by_path:
                before = self.change.before[0].given.get(finding.path, b"")
                lines_by_path[finding.path] = _changed_lines(text_in(before, finding.path), text_of(finding.path))
            if finding.place.line in lines_by_path[finding.path]:
                yield finding


def examined_before(
    work: Work, before: Snapshot, articles: Sequence[str], beside: Beside, after: Examination
) -> Examination:
    """The collection as it was: what is on disk as it was then is taken from the examination of the state after.

    `articles` are those of the state before, `beside` what lay beside them then.
    """
    paths = (*articles, *beside.outlines)
    there = {*after.collection, *after.beside.outlines}
    differing = {path for path in paths if path in before.given or path in work.given or path not in there}
    same = [path for path in paths if path not in differing]
    return Examination(
        articles,
        {
            **{path: after.new[path] for path in same if path in after.new},
            **_results(work, before, [path for path in paths if path in differing]),
        },
        {path: after.known[path] for path in same if path in after.known},
        after.store,
        lambda _: Examination(articles, _results(work, before, paths), beside=beside),
        beside,
    )


def _results(work: Work, before: Snapshot, paths: Iterable[str]) -> dict[str, ArticleResult]:
    """What the articles at these paths gave as they were then."""
    tasks = [Task(path, before.given.get(path)) for path in paths]
    examined = examine_all(work.spec, tasks, 1, lambda _: None)
    return {each.path: each.result for each in examined if each.result is not None}


def _new(after: Sequence[Finding], before: Sequence[Finding]) -> Iterator[Finding]:
    """The findings that the state before had not, wherever their lines are."""
    known: Counter[tuple[str, str, str]] = Counter(map(_identity, before))
    for finding in after:
        if known[_identity(finding)] > 0:
            known[_identity(finding)] -= 1
        else:
            yield finding


def _as_new(finding: Finding) -> Finding:
    """The finding as it is told where the change brought it about."""
    told = finding.if_new
    return finding._replace(message=told.message, severity=told.severity) if told else finding


def _identity(finding: Finding) -> tuple[str, str, str]:
    return finding.path, finding.rule, finding.identity


def _changed_lines(before: str, after: str) -> set[int]:
    """The numbers of the lines in `after` that are new or changed."""
    old, new = before.split("\n"), after.split("\n")
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    changed: set[int] = set()
    for tag, _, _, first, last in matcher.get_opcodes():
        if tag != "equal":
            changed.update(range(first + 1, last + 1))
    return changed
