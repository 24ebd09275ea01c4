"""Rule: a neighbour that readers cannot see."""

import time
from collections.abc import Iterator
from typing import ClassVar

from artlint import Facts, Finding, Severity
from artlint_navigation import judging
from artlint_navigation.collecting import NavigationRule
from artlint_navigation.pages import Page
from artlint_navigation.verdicts import LED
from artlint_navigation.wording import copies, identity, named, title_of


class UnpublishedTarget(NavigationRule):
    """The previous or next article is a draft or has a date in the future.

    References from articles that are unpublished themselves are left alone.

    Bad:
        --- arrival.md
        # Arrival

        [Next](old-town.md)
        --- old-town.md
        ---
        title: The old town
        draft: true
        ---
        Its streets are steep.

    Good:
        --- arrival.md
        # Arrival

        [Next](old-town.md)
        --- old-town.md
        ---
        title: The old town
        draft: false
        ---
        Its streets are steep.
    """

    id: ClassVar[str] = "navigation/unpublished-target"
    severity: ClassVar[Severity] = Severity.ERROR

    def check_collection(self, facts: Facts) -> Iterator[Finding]:
        book = judging.book(facts)
        today = time.strftime("%Y-%m-%d")
        for resolved in book.distinct:
            if resolved.verdict not in LED or not resolved.path:
                continue
            reference, page = resolved.reference, book.page_by_path[resolved.path]
            reason = _reason(page, today)
            if reason and not _reason(book.page_by_path[reference.path], today):
                yield Finding(
                    f"{reference.direction} article {named(book, page.path)} {reason}",
                    reference.place,
                    reference.path,
                    related=(title_of(book, page.path, "not published"), *copies(resolved)),
                    identity=identity(resolved),
                )


def _reason(page: Page, today: str) -> str:
    """Why readers cannot see the page; "" if they can."""
    if page.is_draft:
        return "is a draft"
    return f"has the date {page.date}, which is still to come" if page.date > today else ""
