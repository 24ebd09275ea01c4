"""Each fix shown with its surroundings, and the question whether to make it."""

import sys
from collections import Counter
from collections.abc import Sequence

import click

from artlint.finding import Severity
from artlint.fixing.diff import hunks, lines
from artlint.fixing.edits import UnfitEditError, edited, source_of
from artlint.fixing.planning import Proposal
from artlint.reporters.escaping import shown_path, visible

_QUESTION = "make this fix? [y]es, [n]o, [a]ll that follow, [q]uit: "
_COLOURS = {"-": "red", "+": "green", "@": "cyan"}


class Questions:
    """Asks for each fix; remembers the answers, so that later passes do not ask again.

    After `a` all further fixes are made, after `q` none; those accepted before are kept. The end of standard
    input means `q`.
    """

    def __init__(self) -> None:
        self._answers: Counter[tuple[bool, tuple[object, ...]]] = Counter()
        self._rest: bool | None = None

    def __call__(self, proposals: Sequence[Proposal]) -> Sequence[Proposal]:
        """Those of the proposals that the user accepts."""
        known = self._answers.copy()
        return [proposal for proposal in proposals if self._answer_to(proposal, known)]

    def _answer_to(self, proposal: Proposal, known: Counter[tuple[bool, tuple[object, ...]]]) -> bool:
        """The answer that one of the `known` ones gives, each of which is used once, or else the user."""
        for answer in (False, True):
            if known[answer, proposal.likeness]:
                known[answer, proposal.likeness] -= 1
                return answer
        answer = self._accepts(proposal)
        self._answers[answer, proposal.likeness] += 1
        return answer

    def _accepts(self, proposal: Proposal) -> bool:
        if self._rest is not None:
            return self._rest
        _show(proposal)
        answer = _answer()
        if answer in ("a", "q"):
            self._rest = answer == "a"
        return answer in ("a", "y")


def _answer() -> str:
    """y, n, a or q; anything else is asked again."""
    while True:
        click.echo(_QUESTION, nl=False, err=True)
        line = sys.stdin.readline()
        answer = line.strip().lower()[:1] if line else "q"
        if answer in ("y", "n", "a", "q"):
            return answer


def _show(proposal: Proposal) -> None:
    finding, fix = proposal.finding, proposal.fix
    place = f"{shown_path(finding.path)}:{finding.place.line}:{finding.place.column}"
    severity = (finding.severity or Severity.WARNING).label
    click.echo(f"{place}: {severity} {visible(finding.message)} [{finding.rule}]", err=True)
    click.echo(f"{'safe' if fix.safe else 'unsafe'} fix: {visible(fix.description)}", err=True)
    for line in _change(proposal):
        click.secho(f"    {visible(line)}", err=True, fg=_COLOURS.get(line[:1]))


def _change(proposal: Proposal) -> Sequence[str]:
    """The lines of the change as in a patch; none where the fix does not fit, which is told later."""
    try:
        source = source_of(proposal.text.encode("utf-8", "surrogateescape"))
        after = edited(source, proposal.fix.edits)
    except UnfitEditError:
        return []
    changed = (line.decode("utf-8", "surrogateescape") for line in hunks(lines(source.content), lines(after)))
    return [line.rstrip("\r\n") for text in changed for line in text.split("\n") if line]
