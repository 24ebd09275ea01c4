"""Which fixes are made together: those whose edits neither overlap nor touch; the others wait for the next pass."""

from collections.abc import Iterable, Iterator
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
    taken: dict[str, list[Edit]] = {}
    for proposal in sorted(proposals, key=lambda each: (each.path, not each.fix.safe)):
        edits = taken.setdefault(proposal.path, [])
        if not any(_touch(mine, other) for mine in proposal.fix.edits for other in edits):
            edits += proposal.fix.edits
            yield proposal


def _touch(one: Edit, other: Edit) -> bool:
    return one.start <= other.end and other.start <= one.end
