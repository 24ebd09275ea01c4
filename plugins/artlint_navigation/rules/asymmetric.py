"""Rule: two neighbours that name different ones."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar

from artlint import Facts, Finding, Severity
from artlint_navigation import judging
from artlint_navigation.collecting import NavigationRule
from artlint_navigation.labels import OPPOSITE
from artlint_navigation.reference import Reference
from artlint_navigation.rewriting import pointed_to
from artlint_navigation.wording import at, called, copies, identity, location, named

if TYPE_CHECKING:
    from artlint_navigation.book import Book
    from artlint_navigation.chains import Stale

# Collections that link both ways answer 85 to 100 % of their references; below 70 % a disagreement is as
# likely another order as a fault. Fewer than 10 references make no share.
_LEAST_ANSWERED, _FEW = 0.7, 10


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
        book = judging.book(facts)
        for stale in judging.chains(facts).stale.values() if book.references else ():
            answering = judging.suggester(facts).answering(stale.path, stale.direction)
            yield _finding(book, stale, stale.rival if stale.is_inserted else _meant(book, stale, answering))


def _finding(book: "Book", stale: "Stale", meant: str | None) -> Finding:
    resolved = book.first(stale.path, stale.direction)
    reference, evidence = resolved.reference, book.first(*stale.evidence)
    target = called(book, stale.target, stale.path, stale.rival)
    return Finding(
        f"{stale.direction} article is {target}, but {_reason(book, stale, location(evidence), meant)}",
        reference.place,
        reference.path,
        related=(at(evidence, f"{evidence.reference.direction} article here"), *copies(resolved)),
        fix=pointed_to(book, resolved, meant, safe=False) if meant else None,
        identity=identity(resolved),
        severity=None if _is_two_way(book, reference) else Severity.INFO,
    )


def _meant(book: "Book", stale: "Stale", answering: Sequence[str]) -> str | None:
    """The one article that names this one in turn, or the rival where it stands between the two."""
    if len(answering) == 1:
        return answering[0]
    is_between = book.target_by_claim.get((stale.rival, OPPOSITE[stale.direction])) == stale.path
    return stale.rival if is_between else None


def _reason(book: "Book", stale: "Stale", place: str, meant: str | None) -> str:
    """Which reference contradicts the stale one, and what most likely happened."""
    names = stale.path, stale.target, stale.rival
    own, target, rival = (called(book, name, *names) for name in names)
    if stale.is_inserted:
        return f"{rival} names both as its neighbours ({place}); was it inserted between them?"
    reason = f"{target} has {rival} as its {OPPOSITE[stale.direction]} one ({place})"
    if meant and meant != stale.rival:
        return f"{reason}; did you mean {named(book, meant)}?"
    is_answered = book.target_by_claim.get((stale.rival, stale.direction)) == stale.target
    return f"{reason}; was {own} left behind when {rival} was inserted?" if is_answered else reason


def _is_two_way(book: "Book", reference: Reference) -> bool:
    """Whether references like this one are answered as a rule, so that one without answer is a fault."""
    answered, count = book.answered_beside(reference)
    return count < _FEW or answered >= _LEAST_ANSWERED * count
