"""Rule: two neighbours that name different ones."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from artlint import Facts, Finding, Severity
from artlint_navigation import judging
from artlint_navigation.collecting import NavigationRule, inheriting
from artlint_navigation.labels import OPPOSITE
from artlint_navigation.rewriting import pointed_to
from artlint_navigation.wording import at, called, identity, location

if TYPE_CHECKING:
    from artlint_navigation.book import Book
    from artlint_navigation.chains import Stale

# Collections that link both ways answer 85 to 100 % of their references; below 70 % a disagreement is as
# likely another order as a fault. Fewer than 10 references make no share.
_LEAST_ANSWERED, _FEW = 0.7, 10


@inheriting
class Asymmetric(NavigationRule):
    """An article's next one calls another article its previous one, or the reverse.

    Mostly an article was inserted between two others, and one of them was never linked anew. There is one
    finding, at the reference that was left behind: the one that nobody answers. An article that names two
    neighbours which still name each other makes a finding at each of them.

    Bad:
        --- a.md
        # Departure

        [Next](c.md)
        --- b.md
        # Storm

        [Previous](a.md) | [Next](c.md)
        --- c.md
        # Arrival

        [Previous](b.md)

    Good:
        --- a.md
        # Departure

        [Next](b.md)
        --- b.md
        # Storm

        [Previous](a.md) | [Next](c.md)
        --- c.md
        # Arrival

        [Previous](b.md)
    """

    id: ClassVar[str] = "navigation/asymmetric"

    def check_collection(self, facts: Facts) -> Iterator[Finding]:
        book, chains = judging.book(facts), judging.chains(facts)
        for stale in chains.stale.values():
            yield _finding(book, stale)


def _finding(book: "Book", stale: "Stale") -> Finding:
    reference = book.first(stale.path, stale.direction).reference
    opposite = OPPOSITE[stale.direction]
    rival_claim = (stale.rival, opposite) if stale.is_inserted else (stale.target, opposite)
    rival = book.first(*rival_claim)
    target, own, other = (
        called(book, path, stale.path, stale.target, stale.rival) for path in (stale.target, stale.path, stale.rival)
    )
    if stale.is_inserted:
        reason = f"but {other} names both as its neighbours ({location(rival)}); was it inserted between them?"
    else:
        reason = f"but {target} has {other} as its {opposite} one ({location(rival)})"
        if book.target_by_claim.get((stale.rival, stale.direction)) == stale.target:
            reason += f"; was {own} left behind when {other} was inserted?"
    is_between = book.target_by_claim.get((stale.rival, opposite)) == stale.path
    return Finding(
        f"{stale.direction} article is {target}, {reason}",
        reference.place,
        reference.path,
        related=(at(rival, f"{opposite} article here"),),
        fix=pointed_to(book, reference, stale.rival, safe=False) if is_between else None,
        identity=identity(book.first(stale.path, stale.direction)),
        severity=None if is_two_way(book, reference.family) else Severity.INFO,
    )


def is_two_way(book: "Book", family: str) -> bool:
    """Whether the family's references are answered as a rule, so that one without answer is a fault."""
    answered, count = book.answered_share.get(family, (0, 0))
    return count < _FEW or answered >= _LEAST_ANSWERED * count
