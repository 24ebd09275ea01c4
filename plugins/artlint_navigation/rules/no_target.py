"""Rule: a label that names nothing."""

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from artlint import Edit, Facts, Finding, Fix, Severity
from artlint_navigation import judging
from artlint_navigation.collecting import NavigationRule
from artlint_navigation.reference import Reference
from artlint_navigation.verdicts import NO_TARGET, Resolved
from artlint_navigation.wording import at, quoted

if TYPE_CHECKING:
    from artlint_navigation.book import Book

# Where most of a label's uses name nothing, the titles were lost with the page's markup: one finding says it.
_LOST, _FEW = 0.8, 5


class NoTarget(NavigationRule):
    """A label of a previous or next article has nothing after it.

    After the label the file ends, or another label follows. Where a label names nothing in four of
    five articles, its titles were lost with the page's markup, and one finding says so.

    Bad:
        Arrival

        We reached the harbour at noon.

        Previous Article

        Departure

        Next Article

    Good:
        Arrival

        We reached the harbour at noon.

        Previous Article

        Departure
    """

    id: ClassVar[str] = "navigation/no-target"

    def check_collection(self, facts: Facts) -> Iterator[Finding]:
        book = judging.book(facts)
        empty: dict[str, list[Resolved]] = defaultdict(list)
        for resolved in book.references:
            if resolved.verdict == NO_TARGET:
                empty[resolved.reference.label.casefold()].append(resolved)
        counts = _uses(book)
        for label, references in empty.items():
            is_lost = len(references) >= max(_FEW, _LOST * counts[label])
            yield from [_lost(references, counts[label])] if is_lost else map(_finding, references)


def _uses(book: "Book") -> dict[str, int]:
    counts: dict[str, int] = defaultdict(int)
    for resolved in book.references:
        counts[resolved.reference.label.casefold()] += 1
    return counts


def _finding(resolved: Resolved) -> Finding:
    reference = resolved.reference
    return Finding(
        f"{quoted(reference.label)} names no article",
        reference.place,
        reference.path,
        fix=_without_label(reference),
        identity=f"{reference.direction} {reference.label}",
    )


def _without_label(reference: Reference) -> Fix | None:
    """The fix that deletes the label, where its place is nothing else; the line stays, empty."""
    start, end, label = reference.place.start, reference.place.end, reference.label
    if end - start != len(label):
        return None
    return Fix((Edit(start, end, label, ""),), safe=False, description=f"delete {quoted(label)}")


def _lost(references: list[Resolved], count: int) -> Finding:
    first = references[0].reference
    return Finding(
        f"{quoted(first.label)} names no article in {len(references):,} of {count:,} places; "
        "the titles after it are lost",
        first.place,
        first.path,
        related=tuple(at(resolved) for resolved in references[1:]),
        identity=f"lost {first.label}",
        severity=Severity.INFO,
    )
