"""What a run is asked to fix, and what it fixed."""

from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from artlint.fixing.planning import Proposal
from artlint.report import Report


class Change(NamedTuple):
    """An article's content before and after all fixes."""

    path: str
    old: bytes
    new: bytes


class Refusal(NamedTuple):
    """A fix that was left out, and why; one line."""

    path: str
    message: str


def _all(proposals: Sequence[Proposal]) -> Sequence[Proposal]:
    return proposals


class Order(NamedTuple):
    """What a run is to fix.

    `unsafe` adds fixes that may change what an article says; `accepted` is asked in each pass which of the
    fixes to make; `dry` writes nothing. Articles at the paths `kept` came from standard input, so their
    changes are handed back only.
    """

    unsafe: bool = False
    dry: bool = False
    accepted: Callable[[Sequence[Proposal]], Sequence[Proposal]] = _all
    kept: Collection[str] = ()


class Mended(NamedTuple):
    """What was fixed: `report` is on the articles as they are now, `changes` are those that were made.

    In a dry run the changes are those that would be made, and the report is the one before them.
    """

    report: Report
    changes: Sequence[Change] = ()
    made: Sequence[Proposal] = ()
    refused: Sequence[Refusal] = ()
