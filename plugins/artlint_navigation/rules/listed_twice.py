"""Rule: a table of contents that lists an article twice."""

from collections.abc import Iterator
from typing import ClassVar

from artlint import Facts, Finding, Related
from artlint_navigation.collecting import NavigationRule
from artlint_navigation.contents import CONTENTS


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
        if not facts[CONTENTS]:
            return
        from artlint_navigation.listing import listed_entries  # not before there is a table

        first: dict[tuple[str, int, str], Related] = {}
        for entry in facts.derived(listed_entries):
            listed = entry.listed
            key = listed.path, listed.table, entry.path or listed.target
            if "#" in listed.target or listed.is_pattern:
                continue
            if key not in first:
                first[key] = Related(listed.path, listed.place, "first listed here")
                continue
            yield Finding(
                f"{listed.target} is already listed in line {first[key].place.line}",
                listed.place,
                listed.path,
                related=(first[key],),
                identity=listed.target,
            )
