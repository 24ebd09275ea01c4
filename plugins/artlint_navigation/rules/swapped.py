"""Rule: previous and next exchanged."""

from collections.abc import Iterator
from typing import ClassVar

from artlint import Facts, Finding
from artlint_navigation import judging
from artlint_navigation.collecting import NavigationRule
from artlint_navigation.labels import NEXT, PREVIOUS
from artlint_navigation.wording import at, called


class Swapped(NavigationRule):
    """An article's previous and next articles are exchanged.

    The one that it calls its next calls it its next too, and the same holds for the previous one.

    Bad:
        --- a.md
        # Departure

        [Next](b.md)
        --- b.md
        # Storm

        [Previous](c.md) | [Next](a.md)
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

    id: ClassVar[str] = "navigation/swapped"

    def check_collection(self, facts: Facts) -> Iterator[Finding]:
        book = judging.book(facts)
        for path in sorted(judging.chains(facts).swapped) if book.references else ():
            before, after = book.first(path, PREVIOUS), book.first(path, NEXT)
            first, second = called(book, str(before.path), path), called(book, str(after.path), path)
            yield Finding(
                f"previous and next article are exchanged: {first} comes after this one, {second} before it",
                after.reference.place,
                path,
                related=(
                    at(before, "previous article here"),
                    at(book.first(str(after.path), NEXT), "calls this article its next"),
                    at(book.first(str(before.path), PREVIOUS), "calls this article its previous"),
                ),
                identity=f"{before.path} {after.path}",
            )
