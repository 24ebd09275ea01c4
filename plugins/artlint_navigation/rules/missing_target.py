"""Rule: a previous or next article that is nowhere."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar, Literal

from artlint import Facts, Finding, Severity
from artlint_navigation import judging
from artlint_navigation.collecting import NavigationRule
from artlint_navigation.contents import CONTENTS
from artlint_navigation.rewriting import pointed_to
from artlint_navigation.verdicts import MISSING, Resolved
from artlint_navigation.wording import copies, identity, named, quoted, title_of, written

if TYPE_CHECKING:
    from artlint.panel import Panel
    from artlint_navigation.book import Book
    from artlint_navigation.coverage import Group, Share
    from artlint_navigation.suggesting import Suggester, Suggestion

Coverage = Literal["auto", "complete", "partial"]
# Similar titles are searched for this many missing ones, at up to 6 ms each.
_MOST_SEARCHED = 500


class MissingTarget(NavigationRule):
    """The previous or next article is not in the collection.

    Names the article that was most likely meant: the one that names this one in turn, the same file name
    elsewhere, the next number, a similar name or title. It repairs the reference where two of these agree and
    none disagrees.

    Entries of a table of contents (`SUMMARY.md`, `toctree`) are judged too, where most of the table's entries are
    found.

    A collection may be a part of a larger one. So each missing target is reported where at least 80 % of all
    titles (50 % of all addresses) are found; below, one finding says so, and only near misses are reported
    beside it. With fewer than 10 references each one is reported as information. Addresses on other sites,
    places in the same page and pages of a list (`?page=2`) are left alone.

    Options:
        coverage: `complete` reports each missing target, `partial` only near misses, `auto` decides by the shares above

    Bad:
        --- arrival.txt
        Arrival

        We reached the harbour at noon.

        Next Article

        The old twon
        --- old-town.txt
        The old town

        Its streets are steep.

        Previous Article

        Arrival

    Good:
        --- arrival.txt
        Arrival

        We reached the harbour at noon.

        Next Article

        The old town
        --- old-town.txt
        The old town

        Its streets are steep.

        Previous Article

        Arrival
    """

    id: ClassVar[str] = "navigation/missing-target"
    severity: ClassVar[Severity] = Severity.ERROR

    coverage: Coverage = "auto"

    def panels(self, facts: Facts) -> "Iterator[Panel]":
        from artlint_navigation.panels import chains_panel  # for reports that draw

        yield chains_panel(facts)

    def check_collection(self, facts: Facts) -> Iterator[Finding]:
        from artlint_navigation.coverage import group_of, shares  # not before there is a reference

        book = judging.book(facts)
        missing = [resolved for resolved in book.distinct if resolved.verdict == MISSING]
        share_by_group = shares(book) if missing else {}
        for group in dict.fromkeys(group_of(resolved.reference) for resolved in missing):
            of_group = [resolved for resolved in missing if group_of(resolved.reference) == group]
            yield from self._of_group(facts, group, share_by_group[group], of_group)
        if self.coverage != "partial" and facts[CONTENTS]:
            yield from _listed(book, facts)

    def _of_group(self, facts: Facts, group: "Group", share: "Share", missing: list[Resolved]) -> Iterator[Finding]:
        from artlint_navigation.coverage import is_complete, is_too_small  # loaded already

        book, suggester = judging.book(facts), judging.suggester(facts)
        if self.coverage == "complete" or (self.coverage == "auto" and is_complete(group, share)):
            for number, resolved in enumerate(missing):
                searched = number < _MOST_SEARCHED
                yield _finding(book, resolved, suggester.suggest(resolved.reference, similar_titles=searched))
        elif self.coverage == "auto" and is_too_small(share):
            for resolved in missing:
                yield _too_small(book, resolved, suggester)
        else:
            if self.coverage == "auto":
                yield _summary(book, group, share, missing)
            yield from _near_misses(book, missing, suggester)


def _listed(book: "Book", facts: Facts) -> Iterator[Finding]:
    """The entries of tables of contents that lead nowhere."""
    from artlint_navigation.listing import missing_entries  # not before there is a table

    for listed in missing_entries(facts):
        title = f"{quoted(listed.title)} ({listed.target})" if listed.title else quoted(listed.target)
        yield Finding(
            f"the table of contents lists {title}, which is not in this collection ({_size(book)})",
            listed.place,
            listed.path,
            identity=f"listed {listed.target}",
        )


def _finding(book: "Book", resolved: Resolved, suggestion: "Suggestion | None") -> Finding:
    reference = resolved.reference
    meant = (title_of(book, suggestion.path, "this one may be meant"),) if suggestion else ()
    hint = f"; did you mean {named(book, suggestion.path)}?" if suggestion else ""
    return Finding(
        f"{reference.direction} article {written(reference)} is not in this collection ({_size(book)}){hint}",
        reference.place,
        reference.path,
        related=(*meant, *copies(resolved)),
        fix=pointed_to(book, resolved, suggestion.path, safe=suggestion.is_sure) if suggestion else None,
        identity=identity(resolved),
    )


def _too_small(book: "Book", resolved: Resolved, suggester: "Suggester") -> Finding:
    suggestion = suggester.suggest(resolved.reference)
    if suggestion:
        return _finding(book, resolved, suggestion)
    reference = resolved.reference
    return Finding(
        f"{reference.direction} article {written(reference)} is not in this collection ({_size(book)}), "
        "which is too small to tell whether it is missing",
        reference.place,
        reference.path,
        identity=identity(resolved),
        severity=Severity.INFO,
    )


def _summary(book: "Book", group: "Group", share: "Share", missing: list[Resolved]) -> Finding:
    first = missing[0].reference
    what = "titles" if group[1] else "addresses"
    return Finding(
        f"{share.percent} % of the previous/next {what} are in this collection ({_size(book)}); treated as partial",
        first.place,
        first.path,
        identity=f"coverage {group[0]} {what}",
        severity=Severity.INFO,
    )


def _near_misses(book: "Book", missing: list[Resolved], suggester: "Suggester") -> Iterator[Finding]:
    for resolved in missing[:_MOST_SEARCHED]:
        suggestion = suggester.suggest(resolved.reference)
        if suggestion and (suggestion.is_similar_title or suggestion.is_sure):
            yield _finding(book, resolved, suggestion)


def _size(book: "Book") -> str:
    count = len(book.pages)
    return "1 article" if count == 1 else f"{count:,} articles"
