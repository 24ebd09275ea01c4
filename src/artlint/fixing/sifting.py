"""Of many fixes tried together, those that do harm are found and left out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from artlint.fixing.guards import Harm
from artlint.fixing.planning import Proposal
from artlint.report import Report

MOST_TRIALS = 100
"""How many trials of a run may search for harmful fixes: each judges the whole collection."""


class Trial(NamedTuple):
    """Contents with fixes made and the report on them; `harms` say why they must not stay."""

    contents: dict[str, bytes]
    report: Report
    harms: Sequence[Harm] = ()


@dataclass
class Sifter:
    """Tries fixes; `tried` makes a trial of some, `block` is told of each that is left out, and why.

    Where no trials are left, what is tried together is left out together.
    """

    tried: Callable[[Sequence[Proposal]], Trial]
    block: Callable[[Proposal, str], None]
    trials_left: int = MOST_TRIALS
    harm_by_path: dict[str, str] = field(default_factory=dict)

    def sound(self, candidates: list[Proposal]) -> tuple[Trial, list[Proposal]]:
        """The trial of the candidates that do no harm, and these."""
        trial, good, suspects = self._without_blamed(candidates)
        if trial.harms:
            trial, good = self._halved(self.tried([]), [], good)
        for path, of_path in groupby(suspects, key=lambda proposal: proposal.path):
            group = list(of_path)
            if len(group) == 1:
                self.block(group[0], self.harm_by_path[path])
            else:
                trial, good = self._halved(trial, good, group)
        return trial, good

    def _without_blamed(self, candidates: list[Proposal]) -> tuple[Trial, list[Proposal], list[Proposal]]:
        """The trial of the candidates in articles where nothing got worse, these, and the others."""
        suspects: list[Proposal] = []
        trial, good = self.tried(candidates), candidates
        while trial.harms:
            blamed = {path: harm.message for harm in trial.harms for path in harm.paths}
            rest = [proposal for proposal in good if proposal.path not in blamed]
            if len(rest) in (0, len(good)):
                break
            suspects += [proposal for proposal in good if proposal.path in blamed]
            self.harm_by_path |= blamed
            trial, good = self.tried(rest), rest
        return trial, good, suspects

    def _halved(self, base: Trial, good: list[Proposal], candidates: list[Proposal]) -> tuple[Trial, list[Proposal]]:
        """As many candidates as do no harm on top of the `good` ones, which make `base`."""
        if not candidates:
            return base, good
        self.trials_left -= 1
        trial = self.tried([*good, *candidates])
        if not trial.harms:
            return trial, [*good, *candidates]
        if len(candidates) == 1 or self.trials_left <= 0:
            for candidate in candidates:
                self.block(candidate, trial.harms[0].message)
            return base, good
        middle = len(candidates) // 2
        base, good = self._halved(base, good, candidates[:middle])
        return self._halved(base, good, candidates[middle:])
