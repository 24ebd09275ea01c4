"""Rule: an article that is named but does not name back."""

import re
from collections import defaultdict
from collections.abc import Iterator
from posixpath import basename
from typing import TYPE_CHECKING, ClassVar

from artlint import Facts, Finding, Severity
from artlint_navigation import judging
from artlint_navigation.collecting import NavigationRule
from artlint_navigation.labels import OPPOSITE, PREVIOUS
from artlint_navigation.pages import INDEX_NAME
from artlint_navigation.reference import Reference
from artlint_navigation.verdicts import Resolved
from artlint_navigation.wording import at, called, title_of

if TYPE_CHECKING:
    from artlint_navigation.book import Book

# As in `asymmetric`: below this share one-way links are the collection's way; fewer references tell no way.
_LEAST_ANSWERED, _FEW = 0.7, 10


class OneSided(NavigationRule):
    """An article is another one's next, but names no previous one itself, or the reverse.

    Judged only where the collection links both ways as a rule: where 70 % of its references, at least 10, are
    answered. Reported at the article that lacks the reference; at the one that has it where nobody names that
    one at all. Index pages need no reference back, nor do pages before the first
    article that have no neighbours at all: covers and tables of contents.

    Bad:
        --- a.md
        # Departure

        [Next](b.md)
        --- b.md
        # Storm

        [Previous](a.md) | [Next](c.md)
        --- c.md
        # Islands

        [Previous](b.md) | [Next](d.md)
        --- d.md
        # Calm

        [Previous](c.md) | [Next](e.md)
        --- e.md
        # Fog

        [Previous](d.md) | [Next](f.md)
        --- f.md
        # Lights

        [Previous](e.md) | [Next](g.md)
        --- g.md
        # Arrival

        The end.

    Good:
        --- a.md
        # Departure

        [Next](b.md)
        --- b.md
        # Storm

        [Previous](a.md) | [Next](c.md)
        --- c.md
        # Islands

        [Previous](b.md) | [Next](d.md)
        --- d.md
        # Calm

        [Previous](c.md) | [Next](e.md)
        --- e.md
        # Fog

        [Previous](d.md) | [Next](f.md)
        --- f.md
        # Lights

        [Previous](e.md) | [Next](g.md)
        --- g.md
        # Arrival

        [Previous](f.md)
    """

    id: ClassVar[str] = "navigation/one-sided"
    severity: ClassVar[Severity] = Severity.INFO

    def check_collection(self, facts: Facts) -> Iterator[Finding]:
        book = judging.book(facts)
        if not book.references:
            return
        from artlint_navigation.editions import is_same_edition  # loaded already where there is a reference

        chains = judging.chains(facts)
        named = frozenset(book.target_by_claim.values())
        lacking: dict[str, list[Resolved]] = defaultdict(list)
        for (path, direction), target in book.target_by_claim.items():
            resolved = book.first(path, direction)
            if (target, OPPOSITE[direction]) in book.by_claim or target in chains.swapped:
                continue
            if not is_same_edition(path, target) or book.page_by_path[target].is_outline:
                continue
            if re.fullmatch(INDEX_NAME, basename(target)) or (path, direction) in chains.stale:
                continue
            if not _is_answered_mostly(book, resolved.reference) or _is_cover(book, target, direction):
                continue
            if path in named or any(book.is_answered(path, way) for way in OPPOSITE):
                lacking[target].append(resolved)
            else:
                yield _at_source(book, resolved, target)
        for path, references in sorted(lacking.items()):
            yield _at_target(book, path, references)


def _is_cover(book: "Book", path: str, direction: str) -> bool:
    """Whether the chain's first article calls this one its previous, which has no neighbours: a table of contents."""
    return direction == PREVIOUS and not any((path, way) in book.by_claim for way in OPPOSITE)


def _is_answered_mostly(book: "Book", reference: Reference) -> bool:
    """Whether references like this one are answered as a rule; never where they are too few to tell a rule."""
    answered, count = book.answered_beside(reference)
    return count >= _FEW and answered >= _LEAST_ANSWERED * count


def _at_source(book: "Book", resolved: Resolved, target: str) -> Finding:
    reference = resolved.reference
    opposite = OPPOSITE[reference.direction]
    return Finding(
        f"{reference.direction} article is {called(book, target, reference.path)}, which names no {opposite} one",
        reference.place,
        reference.path,
        related=(title_of(book, target, f"names no {opposite} article"),),
        identity=f"{reference.direction} {target}",
    )


def _at_target(book: "Book", path: str, references: list[Resolved]) -> Finding:
    """One finding on the article that names nobody back, at its other reference or else at its title."""
    missing = " and ".join(OPPOSITE[found.reference.direction] for found in references)
    own = [found for way in OPPOSITE for found in book.by_claim.get((path, way), ())]
    place = own[0].reference.place if own else book.page_by_path[path].place
    callers = " and ".join(called(book, found.reference.path, path) for found in references[:2])
    name = "calls" if len(references) == 1 else "call"
    directions = " and ".join(dict.fromkeys(found.reference.direction for found in references))
    return Finding(
        f"no {missing} article is named, though {callers} {name} this one {directions}",
        place,
        path,
        related=tuple(at(found, f"calls this article its {found.reference.direction}") for found in references),
        identity=f"{missing} {' '.join(found.reference.path for found in references)}",
    )
