"""Rule: a table of contents that lists an article twice."""

from collections.abc import Iterator
from typing import ClassVar

from artlint import Facts, Finding, Related
from artlint_navigation.collecting import NavigationRule, inheriting
from artlint_navigation.contents import entries_of


@inheriting
class ListedTwice(NavigationRule):
    """A table of contents lists an article twice, so that it has two previous and two next ones.

    Read are `SUMMARY.md` of mdBook, GitBook and HonKit, and `toctree` directives in Markdown. Entries that
    lead to different places of one article are left alone.

    Bad:
        --- SUMMARY.md
        # Summary

        - [Departure](a.md)
        - [Storm](b.md)
        - [Departure](a.md)
        --- a.md
        # Departure

        The wind was fair.
        --- b.md
        # Storm

        Then it turned.

    Good:
        --- SUMMARY.md
        # Summary

        - [Departure](a.md)
        - [Storm](b.md)
        --- a.md
        # Departure

        The wind was fair.
        --- b.md
        # Storm

        Then it turned.
    """

    id: ClassVar[str] = "navigation/listed-twice"

    def check_collection(self, facts: Facts) -> Iterator[Finding]:
        first: dict[tuple[str, str], Related] = {}
        for entry in entries_of(facts):
            key = entry.path, entry.target
            if "#" in entry.target:
                continue
            if key not in first:
                first[key] = Related(entry.path, entry.place, "first listed here")
                continue
            yield Finding(
                f"{entry.target} is already listed in line {first[key].place.line}",
                entry.place,
                entry.path,
                related=(first[key],),
                identity=entry.target,
            )
