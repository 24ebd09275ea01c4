"""Rule: a title or name that two articles bear."""

from collections.abc import Iterator
from typing import ClassVar

from artlint import Facts, Finding
from artlint_navigation import judging
from artlint_navigation.collecting import NavigationRule
from artlint_navigation.verdicts import AMBIGUOUS
from artlint_navigation.wording import copies, identity, title_of, written

_MOST_SHOWN = 3


class AmbiguousTarget(NavigationRule):
    """The previous or next article's title or name fits several articles.

    Articles of the same language or version, then of the same folder, go first; and one that names this
    article in turn is the one that is meant.

    Bad:
        --- arrival.txt
        Arrival

        Next Article

        The harbour
        --- harbour-1.txt
        The harbour

        Ships from everywhere.
        --- harbour-2.txt
        The harbour

        At night.

    Good:
        --- arrival.txt
        Arrival

        Next Article

        The harbour
        --- harbour-1.txt
        The harbour

        Ships from everywhere.

        Previous Article

        Arrival
        --- harbour-2.txt
        The harbour

        At night.
    """

    id: ClassVar[str] = "navigation/ambiguous-target"

    def check_collection(self, facts: Facts) -> Iterator[Finding]:
        book = judging.book(facts)
        for resolved in book.distinct:
            if resolved.verdict == AMBIGUOUS:
                reference, candidates = resolved.reference, resolved.candidates
                more = f" and {len(candidates) - _MOST_SHOWN:,} more" if len(candidates) > _MOST_SHOWN else ""
                yield Finding(
                    f"{reference.direction} article {written(reference)} can be any of {len(candidates):,}: "
                    f"{', '.join(candidates[:_MOST_SHOWN])}{more}",
                    reference.place,
                    reference.path,
                    related=(*(title_of(book, path, "one of them") for path in candidates), *copies(resolved)),
                    identity=identity(resolved),
                )
