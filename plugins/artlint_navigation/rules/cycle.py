"""Rule: a chain that comes back to where it began."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, ClassVar

from artlint import Facts, Finding, Severity
from artlint_navigation import judging
from artlint_navigation.collecting import NavigationRule
from artlint_navigation.labels import NEXT
from artlint_navigation.wording import called, identity, title_of

if TYPE_CHECKING:
    from artlint_navigation.book import Book


class Cycle(NavigationRule):
    """The chain of next articles never reaches an end.

    Reported once a chain, at the reference that leads back to the chain's first article in the order of
    paths. A reference that `asymmetric` or `swapped` reports already does not count.

    Bad:
        --- a.md
        # Departure

        [Next](b.md)
        --- b.md
        # Storm

        [Next](c.md)
        --- c.md
        # Arrival

        [Next](a.md)

    Good:
        --- a.md
        # Departure

        [Next](b.md)
        --- b.md
        # Storm

        [Next](c.md)
        --- c.md
        # Arrival

        The end.
    """

    id: ClassVar[str] = "navigation/cycle"
    severity: ClassVar[Severity] = Severity.ERROR

    def check_collection(self, facts: Facts) -> Iterator[Finding]:
        book = judging.book(facts)
        if not book.references:
            return
        chains = judging.chains(facts)
        following = {
            path: target
            for (path, direction), target in book.target_by_claim.items()
            if direction == NEXT and (path, NEXT) not in chains.stale and path not in chains.swapped
        }
        for ring in _rings(following):
            yield _finding(book, ring)


def _rings(following: Mapping[str, str]) -> Iterator[list[str]]:
    """Each ring once, from its first article in the order of paths on."""
    done: set[str] = set()
    for start in following:
        way: list[str] = []
        seen: set[str] = set()
        current: str | None = start
        while current is not None and current not in done and current not in seen:
            way.append(current)
            seen.add(current)
            current = following.get(current)
        if current is not None and current in seen:
            ring = way[way.index(current) :]
            first = ring.index(min(ring))
            yield ring[first:] + ring[:first]
        done |= seen


def _finding(book: "Book", ring: list[str]) -> Finding:
    resolved = book.first(ring[-1], NEXT)
    return Finding(
        f"next article leads back to {called(book, ring[0], ring[-1])}: the chain of {len(ring):,} articles has no end",
        resolved.reference.place,
        resolved.reference.path,
        related=tuple(title_of(book, path, "in the chain") for path in ring[:10]),
        identity=identity(resolved),
    )
