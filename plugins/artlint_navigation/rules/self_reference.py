"""Rule: an article that names itself."""

from collections.abc import Iterator
from typing import ClassVar

from artlint import Facts, Finding, Severity
from artlint_navigation import judging
from artlint_navigation.collecting import NavigationRule
from artlint_navigation.verdicts import SELF
from artlint_navigation.wording import copies, identity, named, title_of


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
        book = judging.book(facts)
        for resolved in book.distinct:
            if resolved.verdict == SELF:
                reference = resolved.reference
                meant = judging.suggester(facts).suggest(reference._replace(target=None, text=""))
                hint = f"; did you mean {named(book, meant.path)}?" if meant else ""
                other = (title_of(book, meant.path, "this one may be meant"),) if meant else ()
                yield Finding(
                    f"{reference.direction} article is this article itself{hint}",
                    reference.place,
                    reference.path,
                    related=(*other, *copies(resolved)),
                    identity=identity(resolved),
                )
