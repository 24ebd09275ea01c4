"""Rule: an article that names itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from artlint import Facts, Finding, Severity
from artlint_navigation.book import book_of
from artlint_navigation.collecting import NavigationRule
from artlint_navigation.resolving import SELF
from artlint_navigation.suggesting import suggester_of
from artlint_navigation.wording import identity, named


@dataclass(frozen=True)
class SelfReference(NavigationRule):
    """An article calls itself its previous or next one.

    Bad:
        --- arrival.md
        # Arrival

        We reached the harbour at noon.

        [Previous](departure.md) | [Next](arrival.md)
        --- departure.md
        # Departure

        [Next](arrival.md)

    Good:
        --- arrival.md
        # Arrival

        We reached the harbour at noon.

        [Previous](departure.md)
        --- departure.md
        # Departure

        [Next](arrival.md)
    """

    id: ClassVar[str] = "navigation/self-reference"
    severity: ClassVar[Severity] = Severity.ERROR

    def check_collection(self, facts: Facts) -> Iterator[Finding]:
        book = facts.derived(book_of)
        for resolved in book.references:
            if resolved.verdict == SELF:
                reference = resolved.reference
                meant = facts.derived(suggester_of).suggest(reference._replace(target=None, text=""))
                hint = f"; did you mean {named(book, meant.path)}?" if meant else ""
                yield Finding(
                    f"{reference.direction} article is this article itself{hint}",
                    reference.place,
                    reference.path,
                    identity=identity(resolved),
                )
