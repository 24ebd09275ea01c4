"""Rule: a title that is almost the article's."""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from artlint import Facts, Finding, Severity
from artlint_navigation import judging
from artlint_navigation.collecting import NavigationRule
from artlint_navigation.rewriting import pointed_to
from artlint_navigation.verdicts import LED, Resolved
from artlint_navigation.wording import copies, identity, quoted, title_of

if TYPE_CHECKING:
    from artlint_navigation.book import Book

_CAUSES = {
    "entities": "entities",
    "case": "letter case",
    "typography": "typography",
    "cut": "its end, which is cut off",
    "site name": "the site's name",
    "number": "a number",
}
_SHORTER = ("cut", "site name", "number")
# What a tenth of all titles have is the template's doing, not a slip.
_SYSTEMATIC, _FEW = 0.1, 5


class InexactTarget(NavigationRule):
    """The previous or next article's title is not written as the article itself writes it.

    It was found only after quotes, dashes, entities, letter case, a cut end, the site's name or a leading
    number were set aside. A way of writing that a tenth of all references share is the template's and is left
    alone.

    Bad:
        --- arrival.txt
        Arrival

        Next Article

        The captain&#x27;s house
        --- house.txt
        The captain's house

        It stands on a hill.

    Good:
        --- arrival.txt
        Arrival

        Next Article

        The captain's house
        --- house.txt
        The captain's house

        It stands on a hill.
    """

    id: ClassVar[str] = "navigation/inexact-target"
    severity: ClassVar[Severity] = Severity.INFO

    def check_collection(self, facts: Facts) -> Iterator[Finding]:
        book = judging.book(facts)
        titles = [found for found in book.distinct if found.reference.target is None and found.verdict in LED]
        counts = Counter(found.how for found in titles)
        most = max(_SYSTEMATIC * len(titles), _FEW)
        for found in titles:
            # In front matter VitePress and Starlight take a text for a label, which may be shorter than the title.
            if found.reference.family == "front matter" and found.how in _SHORTER:
                continue
            if found.how in _CAUSES and found.path and counts[found.how] <= most:
                yield _finding(book, found, found.path)


def _finding(book: "Book", resolved: Resolved, path: str) -> Finding:
    reference, title = resolved.reference, book.page_by_path[path].title
    return Finding(
        f"{reference.direction} article {quoted(reference.text)} is {quoted(title)} but for {_CAUSES[resolved.how]}",
        reference.place,
        reference.path,
        related=(title_of(book, path, "the article's own title"), *copies(resolved)),
        fix=pointed_to(book, resolved, path, safe=True),
        identity=identity(resolved),
    )
