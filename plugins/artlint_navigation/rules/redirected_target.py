"""Rule: an address that only redirects."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from artlint import Facts, Finding, Severity
from artlint_navigation import judging
from artlint_navigation.collecting import NavigationRule
from artlint_navigation.rewriting import pointed_to
from artlint_navigation.verdicts import REDIRECT, Resolved
from artlint_navigation.wording import copies, identity, named, title_of, written

if TYPE_CHECKING:
    from artlint_navigation.book import Book


class RedirectedTarget(NavigationRule):
    """The previous or next article is reached by a former address only.

    The address is an alias of the article (`aliases:`, `redirect_from:`), or an article that redirects
    (`redirect_to:`, in HTML `<meta http-equiv="refresh">`).

    Bad:
        --- arrival.md
        # Arrival

        [Next](/town/)
        --- old-town.md
        ---
        title: The old town
        redirect_from: /town/
        ---
        Its streets are steep.

    Good:
        --- arrival.md
        # Arrival

        [Next](old-town.md)
        --- old-town.md
        ---
        title: The old town
        redirect_from: /town/
        ---
        Its streets are steep.
    """

    id: ClassVar[str] = "navigation/redirected-target"
    severity: ClassVar[Severity] = Severity.INFO

    def check_collection(self, facts: Facts) -> Iterator[Finding]:
        book = judging.book(facts)
        for resolved in book.distinct:
            if resolved.verdict == REDIRECT and resolved.path:
                yield _finding(book, resolved, resolved.path)


def _finding(book: "Book", resolved: Resolved, path: str) -> Finding:
    reference, moved = resolved.reference, book.page_by_path[path].moved
    way = f"redirects to {moved}" if moved else f"is a former address of {named(book, path)}"
    return Finding(
        f"{reference.direction} article {written(reference)} {way}",
        reference.place,
        reference.path,
        related=(title_of(book, path, "the article"), *copies(resolved)),
        fix=None if moved else pointed_to(book, resolved, path, safe=True),
        identity=identity(resolved),
    )
