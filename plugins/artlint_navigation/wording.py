"""How the rules' messages call things."""

from typing import TYPE_CHECKING

from artlint import Related
from artlint_navigation.reference import Reference
from artlint_navigation.verdicts import Resolved

if TYPE_CHECKING:
    from artlint_navigation.book import Book

_LONGEST_NAME = 80


def quoted(text: str) -> str:
    """`text` in quotes, on one line and cut where it is long."""
    line = " ".join(text.split())
    return f'"{line if len(line) <= _LONGEST_NAME else line[: _LONGEST_NAME - 1].rstrip() + "…"}"'


def written(reference: Reference) -> str:
    """The target as the article has it: the title, with the address in brackets."""
    if reference.target is None or not reference.text:
        return quoted(reference.written)
    return f"{quoted(reference.text)} ({' '.join(reference.target.split())})"


def named(book: "Book", path: str) -> str:
    """An article by its title and path."""
    page = book.page_by_path[path]
    return f"{quoted(page.title)} ({path})" if page.titles else path


def called(book: "Book", path: str, *others: str) -> str:
    """An article by its title; by its path where it has none or one of the others has the same."""
    page = book.page_by_path[path]
    is_told = page.titles and all(book.page_by_path[other].title != page.title for other in others if other != path)
    return quoted(page.title) if is_told else path


def at(resolved: Resolved, message: str = "") -> Related:
    """The reference's place as one related to a finding."""
    return Related(resolved.reference.path, resolved.reference.place, message)


def copies(resolved: Resolved) -> tuple[Related, ...]:
    """The places where the article says the same again."""
    return tuple(Related(copy.path, copy.place, "the same again") for copy in resolved.copies)


def title_of(book: "Book", path: str, message: str = "") -> Related:
    """The place of an article's title as one related to a finding."""
    return Related(path, book.page_by_path[path].place, message)


def location(resolved: Resolved) -> str:
    """Path and line of a reference."""
    return f"{resolved.reference.path}:{resolved.reference.place.line}"


def identity(resolved: Resolved) -> str:
    """What tells the finding on this reference from others in its article."""
    return f"{resolved.reference.direction} {resolved.reference.written}"
