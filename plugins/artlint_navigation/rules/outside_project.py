"""Rule: an address above the project's root."""

from collections.abc import Iterator
from typing import ClassVar

from artlint import Facts, Finding, Severity
from artlint_navigation import judging
from artlint_navigation.collecting import NavigationRule
from artlint_navigation.verdicts import OUTSIDE
from artlint_navigation.wording import identity, written


class OutsideProject(NavigationRule):
    """The address of the previous or next article leaves the project's root.

    Such a file is never opened, and whether it exists is not told.

    Bad:
        --- docs/arrival.md
        # Arrival

        [Next](../../old-town.md)

    Good:
        --- docs/arrival.md
        # Arrival

        [Next](../old-town.md)
        --- old-town.md
        # The old town

        Its streets are steep.
    """

    id: ClassVar[str] = "navigation/outside-project"
    severity: ClassVar[Severity] = Severity.ERROR

    def check_collection(self, facts: Facts) -> Iterator[Finding]:
        for resolved in judging.book(facts).references:
            if resolved.verdict == OUTSIDE:
                reference = resolved.reference
                yield Finding(
                    f"{reference.direction} article {written(reference)} lies outside of the project",
                    reference.place,
                    reference.path,
                    identity=identity(resolved),
                )
