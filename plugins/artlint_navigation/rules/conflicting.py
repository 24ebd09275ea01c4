"""Rule: two references of one article that contradict each other."""

from collections.abc import Iterator
from typing import ClassVar

from artlint import Facts, Finding
from artlint_navigation import judging
from artlint_navigation.collecting import NavigationRule
from artlint_navigation.verdicts import LED
from artlint_navigation.wording import at, called, identity


class Conflicting(NavigationRule):
    """An article names one next article at one place and another one at another.

    Mostly the header was changed and the footer was not. "Next" and "next chapter" do not contradict each
    other. One finding an article and direction, at the later place.

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
        for references in book.by_claim.values():
            led = [found for found in references if found.verdict in LED]
            other = next((found for found in led if found.path != led[0].path), None)
            if other is None or not led[0].path or not other.path:
                continue
            reference = other.reference
            here, there = called(book, other.path, led[0].path), called(book, led[0].path, other.path)
            yield Finding(
                f"{reference.direction} article is {here} here, but {there} in line {led[0].reference.place.line}",
                reference.place,
                reference.path,
                related=(at(led[0], "the other one"),),
                identity=identity(other),
            )
