"""Which fixes are made together: those whose edits neither overlap nor touch; the others wait for the next pass."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from artlint.finding import Edit, Finding, Fix


class Proposal(NamedTuple):
    """A fix that could be made: its finding, and the text of the article as its rule saw it."""

    finding: Finding
    fix: Fix
    text: str

    @property
    def path(self) -> str:
        """The article's path."""
        return self.finding.path

    @property
    def rule(self) -> str:
        """The id of the rule that found the fault."""
        return self.finding.rule

    @property
    def likeness(self) -> tuple[object, ...]:
        """What stays the same of it when edits elsewhere move its place."""
        texts = tuple((edit.old, edit.new) for edit in self.fix.edits)
        return self.path, self.rule, self.finding.identity, texts


def apart(proposals: Iterable[Proposal]) -> Iterator[Proposal]:
    """Those proposals whose edits keep clear of all that came before them; safe ones come first."""
    taken: dict[str, list[tuple[int, int]]] = {}
    for proposal in sorted(proposals, key=lambda each: (each.path, not each.fix.safe)):
        ranges = taken.setdefault(proposal.path, [])
        if not any(_touches(edit, ranges) for edit in proposal.fix.edits):
            for edit in proposal.fix.edits:
                insort(ranges, (edit.start, edit.end))
            yield proposal


def _touches(edit: Edit, ranges: Sequence[tuple[int, int]]) -> bool:
    """Whether the edit overlaps or touches one of the sorted ranges, which keep clear of each other."""
    after = bisect_left(ranges, (edit.start, edit.start))
    near = ranges[max(0, after - 1) : after + 1]
    return any(start <= edit.end and edit.start <= end for start, end in near)
