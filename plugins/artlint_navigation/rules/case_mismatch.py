"""Rule: an address in other letter case than its file."""

from collections.abc import Iterator
from typing import ClassVar

from artlint import Facts, Finding, Severity
from artlint_navigation import judging
from artlint_navigation.collecting import NavigationRule
from artlint_navigation.rewriting import pointed_to
from artlint_navigation.verdicts import CASE
from artlint_navigation.wording import copies, identity, title_of, written


class CaseMismatch(NavigationRule):
    """The address of the previous or next article differs from the file's in letter case.

    It works on Windows and macOS, and breaks on Linux and on most web servers.

    Bad:
        --- arrival.md
        # Arrival

        [Next](Old-Town.md)
        --- old-town.md
        # The old town

        [Previous](arrival.md)

    Good:
        --- arrival.md
        # Arrival

        [Next](old-town.md)
        --- old-town.md
        # The old town

        [Previous](arrival.md)
    """

    id: ClassVar[str] = "navigation/case-mismatch"
    severity: ClassVar[Severity] = Severity.ERROR

    def check_collection(self, facts: Facts) -> Iterator[Finding]:
        book = judging.book(facts)
        for resolved in book.distinct:
            if resolved.verdict == CASE and resolved.path:
                reference = resolved.reference
                yield Finding(
                    f"{reference.direction} article {written(reference)} is {resolved.path} but for letter case",
                    reference.place,
                    reference.path,
                    related=(title_of(book, resolved.path, "the article"), *copies(resolved)),
                    fix=pointed_to(book, resolved, resolved.path, safe=True),
                    identity=identity(resolved),
                )
