"""Rule: two references of one article that contradict each other."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar

from artlint import Facts, Finding
from artlint_navigation import judging
from artlint_navigation.collecting import NavigationRule
from artlint_navigation.verdicts import LED, Resolved
from artlint_navigation.wording import at, called, identity

if TYPE_CHECKING:
    from artlint_navigation.book import Book


# A generator that fills two places by two rules does so everywhere: one fault, not hundreds.
_MANY, _SHARE = 20, 0.1

_Forms = tuple[str, str]
_Conflict = tuple[Resolved, Resolved]  # the first reference and the one that contradicts it


class Conflicting(NavigationRule):
    """An article names one next article at one place and another one at another.

    Mostly the header was changed and the footer was not. "Next" and "next chapter" do not contradict each
    other. One finding an article and direction, at the later place; one finding in all where the same two forms
    contradict each other in at least 20 articles, a tenth of those that have both: so the site is made.

    Bad:
        --- a.md
        # Departure

        [Next](b.md)

        The wind was fair.

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

        The wind was fair.

        [Next](b.md)
        --- b.md
        # Storm

        [Previous](a.md) | [Next](c.md)
        --- c.md
        # Arrival

        [Previous](b.md)
    """

    id: ClassVar[str] = "navigation/conflicting"

    def check_collection(self, facts: Facts) -> Iterator[Finding]:
        book = judging.book(facts)
        conflicts: dict[_Forms, list[_Conflict]] = defaultdict(list)
        counts: Counter[_Forms] = Counter()
        for references in book.by_claim.values():
            led = [found for found in references if found.verdict in LED and found.path]
            counts.update({(led[0].reference.form, found.reference.form) for found in led[1:]})
            other = next((found for found in led if found.path != led[0].path), None)
            if other:
                conflicts[led[0].reference.form, other.reference.form].append((led[0], other))
        for forms, found in conflicts.items():
            is_habit = len(found) >= max(_MANY, _SHARE * counts[forms])
            yield from [_habit(found, counts[forms])] if is_habit else (_finding(book, *each) for each in found)


def _finding(book: "Book", first: Resolved, other: Resolved) -> Finding:
    reference = other.reference
    here, there = (called(book, str(each.path), str(first.path), str(other.path)) for each in (other, first))
    return Finding(
        f"{reference.direction} article is {here} here, but {there} in line {first.reference.place.line}",
        reference.place,
        reference.path,
        related=(at(first, "the other one"),),
        identity=identity(other),
    )


def _habit(found: Sequence[_Conflict], count: int) -> Finding:
    """One finding for two forms that differ by the way in which the site is made."""
    first, other = found[0]
    reference = other.reference
    return Finding(
        f"{reference.direction} article is not the one in line {first.reference.place.line}; so it is in "
        f"{len(found):,} of {count:,} places with both references",
        reference.place,
        reference.path,
        related=tuple(at(each, "differs too") for _, each in found[1:]),
        identity=f"habit {first.reference.form} {reference.form}",
    )
