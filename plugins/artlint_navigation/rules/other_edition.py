"""Rule: a reference that leaves its language or version."""

from collections.abc import Iterator
from typing import ClassVar

from artlint import Facts, Finding
from artlint_navigation import judging
from artlint_navigation.collecting import NavigationRule
from artlint_navigation.labels import OPPOSITE
from artlint_navigation.rewriting import pointed_to
from artlint_navigation.verdicts import LED
from artlint_navigation.wording import copies, identity, title_of


class OtherEdition(NavigationRule):
    """The previous or next article is one of another language or version, though this one has its own.

    Language and version are told by folders (`de/`, `v2.1/`) and file names (`intro.zh-CN.md`). Where the
    article's own edition has no such article, there is nothing better to name, and nothing is reported; nor where
    the other article names this one in turn, as all editions may make one chain.

    Bad:
        --- docs/intro.md
        # Introduction

        [Next](setup.md)
        --- docs/setup.md
        # Setup

        Install it.
        --- docs/intro.de.md
        # Einleitung

        [Weiter](setup.md)
        --- docs/setup.de.md
        # Einrichtung

        Installieren.

    Good:
        --- docs/intro.md
        # Introduction

        [Next](setup.md)
        --- docs/setup.md
        # Setup

        Install it.
        --- docs/intro.de.md
        # Einleitung

        [Weiter](setup.de.md)
        --- docs/setup.de.md
        # Einrichtung

        Installieren.
    """

    id: ClassVar[str] = "navigation/other-edition"

    def check_collection(self, facts: Facts) -> Iterator[Finding]:
        from artlint_navigation.editions import counterparts, edition_of  # not before there is a reference

        book = judging.book(facts)
        led = [found for found in book.distinct if found.verdict in LED and found.path]
        leaving = [
            found for found in led if edition_of(found.reference.path).marks != edition_of(str(found.path)).marks
        ]
        editions = counterparts(page.path for page in book.pages) if leaving else {}
        for found in leaving:
            reference, target = found.reference, edition_of(str(found.path))
            marks = edition_of(reference.path).marks
            own = [path for path in editions[target.neutral] if edition_of(path).marks == marks]
            if book.target_by_claim.get((str(found.path), OPPOSITE[reference.direction])) == reference.path:
                continue  # the last article of one edition goes on to the first of the next
            # The article itself in another edition is a switch of language, not a neighbour.
            if len(own) == 1 and own[0] != reference.path and own[0] != found.path:
                yield Finding(
                    f"{reference.direction} article is {found.path} of another edition; this edition has {own[0]}",
                    reference.place,
                    reference.path,
                    related=(
                        title_of(book, own[0], "this edition's own"),
                        title_of(book, str(found.path), "the other edition's"),
                        *copies(found),
                    ),
                    fix=pointed_to(book, found, own[0], safe=False),
                    identity=identity(found),
                )
