"""Whether the collection at hand is all there is: the share of references whose target is in it."""

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from artlint_navigation.book import Book
from artlint_navigation.reference import Reference
from artlint_navigation.verdicts import AMBIGUOUS, LED, MISSING, SELF

# Whole collections resolve 97 to 100 % of their titles and 86 to 100 % of their paths; samples of the same
# collections 0 to 40 %.
_LEAST_TITLES, _LEAST_PATHS = 0.8, 0.5
_FEW = 10  # references that are too few to tell a share

Group = tuple[str, bool]  # a family of forms, and whether its references are titles


class Share(NamedTuple):
    """How many of a group's references lead to an article of the collection."""

    found: int = 0
    all: int = 0

    @property
    def percent(self) -> int:
        return 100 * self.found // self.all if self.all else 100


def group_of(reference: Reference) -> Group:
    """The references that are judged together with this one."""
    return reference.family, reference.target is None


def shares(book: Book) -> Mapping[Group, Share]:
    """The share of each group; declared ends, other sites and labels without a title do not count."""
    found: Counter[Group] = Counter()
    counted: Counter[Group] = Counter()
    for resolved in book.references:
        if resolved.verdict in (*LED, AMBIGUOUS, SELF, MISSING):
            counted[group_of(resolved.reference)] += 1
            found[group_of(resolved.reference)] += resolved.verdict != MISSING
    return {group: Share(found[group], count) for group, count in counted.items()}


def is_complete(group: Group, share: Share) -> bool:
    """Whether enough of the group's references are found for each missing one to be a fault."""
    least = _LEAST_TITLES if group[1] else _LEAST_PATHS
    return share.found >= least * share.all


def is_too_small(share: Share) -> bool:
    """Whether there are too few references to tell a partial collection from a broken one."""
    return share.all < _FEW
