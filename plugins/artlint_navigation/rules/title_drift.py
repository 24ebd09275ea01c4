"""Rule: a link whose text is no longer the title of its target."""

import re
from collections.abc import Iterator, Sequence
from posixpath import basename
from typing import TYPE_CHECKING, ClassVar

from artlint import Facts, Finding, Severity
from artlint_navigation import judging
from artlint_navigation.collecting import NavigationRule
from artlint_navigation.pages import INDEX_NAME
from artlint_navigation.verdicts import LED, Resolved
from artlint_navigation.wording import called, copies, identity, quoted, title_of

if TYPE_CHECKING:
    from artlint_navigation.book import Book

_LEAST_ALIKE = 0.5  # of the words of the shorter one


class TitleDrift(NavigationRule):
    """The text of the link to the previous or next article is not that article's title.

    Off by default: many sites shorten titles there. A part of the title, its short form, another number and a
    text that shares half of its words are accepted; so are names of chapters and links to index pages.

    Bad:
        --- arrival.md
        # Arrival

        Next: [Harbour and ships](old-town.md)
        --- old-town.md
        # The old town

        Its streets are steep.

    Good:
        --- arrival.md
        # Arrival

        Next: [Old town](old-town.md)
        --- old-town.md
        # The old town

        Its streets are steep.
    """

    id: ClassVar[str] = "navigation/title-drift"
    severity: ClassVar[Severity] = Severity.INFO
    enabled: ClassVar[bool] = False

    def check_collection(self, facts: Facts) -> Iterator[Finding]:
        book = judging.book(facts)
        for resolved in book.distinct:
            reference = resolved.reference
            if resolved.verdict not in LED or not resolved.path or reference.target is None or not reference.text:
                continue
            # "Next chapter: X" has the chapter's name, "Overview" leads to an index page whatever its title is.
            if not reference.level and not re.fullmatch(INDEX_NAME, basename(resolved.path)):
                titles = book.page_by_path[resolved.path].titles
                if titles and not _is_told(reference.text, titles):
                    yield _finding(book, resolved, resolved.path)


def _is_told(text: str, titles: Sequence[str]) -> bool:
    """Whether the text is one of the titles, a part of it, or shares half of its words."""
    from artlint_navigation.titles import normalised, without_number  # loaded already by whoever has a book

    words = frozenset(re.findall(r"\w+", without_number(normalised(text))))
    for title in titles:
        others = frozenset(re.findall(r"\w+", without_number(normalised(title))))
        if not words or not others or len(words & others) >= _LEAST_ALIKE * min(len(words), len(others)):
            return True
    return False


def _finding(book: "Book", resolved: Resolved, path: str) -> Finding:
    reference = resolved.reference
    return Finding(
        f"{reference.direction} article is called {quoted(reference.text)} here, but its title is {called(book, path)}",
        reference.place,
        reference.path,
        related=(title_of(book, path, "its title"), *copies(resolved)),
        identity=identity(resolved),
    )
