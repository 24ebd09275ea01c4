"""Rule: a previous or next article that is nowhere."""

from collections.abc import Iterator, Sequence
from posixpath import dirname, join
from typing import TYPE_CHECKING, ClassVar, Literal

from artlint import Facts, Finding, IfNew, Severity
from artlint_navigation import judging
from artlint_navigation.collecting import NavigationRule
from artlint_navigation.contents import CONTENTS
from artlint_navigation.rewriting import pointed_to
from artlint_navigation.verdicts import Resolved
from artlint_navigation.wording import copies, identity, named, quoted, title_of, written

if TYPE_CHECKING:
    from artlint.panel import Panel
    from artlint_navigation.book import Book
    from artlint_navigation.coverage import Group, Missing
    from artlint_navigation.suggesting import Suggester, Suggestion

Coverage = Literal["auto", "complete", "partial"]
# Similar titles are searched for this many missing ones, at up to 6 ms each.
_MOST_SEARCHED = 500


class MissingTarget(NavigationRule):
    """The previous or next article is not in the collection.

    Names the article that was most likely meant: the one that names this one in turn, the same file name
    elsewhere, the next number, a similar name or title. It repairs the reference where two of these agree and
    none disagrees.

    Entries of a table of contents (`SUMMARY.md`, `toctree`, `nav` of `mkdocs.yml`, `_toc.yml`) are judged too,
    where most of the table's entries are found.

    A collection may be a part of a larger one. So each missing target is reported where at least 80 % of all
    titles (50 % of all addresses) are found; below, one finding says so, and only near misses are reported
    beside it. With fewer than 10 references each one is reported as information. Each top-level folder, language
    and version is judged on its own where it has enough references. Addresses on other sites, places in the same
    page and pages of a list (`?page=2`) are left alone.

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
        book = judging.book(facts)
        if book.references:
            from artlint_navigation.coverage import missing_by_group  # not before there is a reference

            for missing in missing_by_group(book):
                yield from self._of_group(facts, missing)
        if self.coverage != "partial" and facts[CONTENTS]:
            yield from _listed(book, facts)

    def _of_group(self, facts: Facts, missing: "Missing") -> Iterator[Finding]:
        from artlint_navigation.coverage import is_complete, is_too_small  # loaded already

        book, suggester = judging.book(facts), judging.suggester(facts)
        group, share, references = missing
        if self.coverage == "complete" or (self.coverage == "auto" and is_complete(group, share)):
            for number, resolved in enumerate(references):
                searched = number < _MOST_SEARCHED
                yield _finding(book, resolved, suggester.suggest(resolved.reference, similar_titles=searched))
        elif self.coverage == "auto" and is_too_small(share):
            for resolved in references:
                yield _too_small(book, resolved, suggester)
        else:
            near_misses = list(_near_misses(book, references, suggester))
            if self.coverage == "auto":
                yield from _summary(book, missing, near_misses)
            yield from near_misses


def _listed(book: "Book", facts: Facts) -> Iterator[Finding]:
    """The entries of tables of contents that lead nowhere."""
    from artlint_navigation.listing import missing_entries  # not before there is a table

    suggester = judging.suggester(facts)
    for listed in missing_entries(facts):
        title = f"{quoted(listed.title)} ({listed.target})" if listed.title else quoted(listed.target)
        meant = suggester.named_alike(join(dirname(listed.path), listed.folder, listed.target), listed.path)
        hint = f"; did you mean {named(book, meant)}?" if meant else ""
        yield Finding(
            f"the table of contents lists {title}, which is not in this collection ({_size(book)}){hint}",
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
    fact = f"{reference.direction} article {written(reference)} is not in this collection ({_size(book)})"
    return Finding(
        f"{fact}, which is too small to tell whether it is missing",
        reference.place,
        reference.path,
        identity=identity(resolved),
        severity=Severity.INFO,
        if_new=IfNew(f"{fact} any more", MissingTarget.severity),
    )


def _summary(book: "Book", missing: "Missing", near_misses: Sequence[Finding]) -> Iterator[Finding]:
    """One finding at the first reference that no other one tells of."""
    group, share, references = missing
    told = {(finding.path, finding.place) for finding in near_misses}
    for resolved in references:
        reference = resolved.reference
        if (reference.path, reference.place) not in told:
            yield Finding(
                f"{reference.direction} article {written(reference)} is not in this collection ({_size(book)}); "
                f"{share.percent} % of the previous/next {_what(group)} are, so it is treated as partial",
                reference.place,
                reference.path,
                identity=f"coverage {group.family} {_what(group)} {group.part}".rstrip(),
                severity=Severity.INFO,
            )
            return


def _what(group: "Group") -> str:
    where = f" in {group.part}" if group.part and group.part != "." else ""
    return f"{'titles' if group.is_titles else 'addresses'}{where}"


def _near_misses(book: "Book", missing: Sequence[Resolved], suggester: "Suggester") -> Iterator[Finding]:
    for resolved in missing[:_MOST_SEARCHED]:
        suggestion = suggester.suggest(resolved.reference)
        if suggestion and (suggestion.is_similar_title or suggestion.is_sure):
            yield _finding(book, resolved, suggestion)


def _size(book: "Book") -> str:
    count = sum(not page.is_outline for page in book.pages) or len(book.pages)
    return "1 article" if count == 1 else f"{count:,} articles"
