"""Rule: an article without neighbours among articles that have them."""

import re
from collections import defaultdict
from collections.abc import Iterator
from posixpath import basename, dirname
from typing import ClassVar

from artlint import Facts, Finding, Severity
from artlint_navigation import judging
from artlint_navigation.collecting import NavigationRule
from artlint_navigation.contents import CONTENTS
from artlint_navigation.pages import INDEX_NAME

_CHAINED, _FEW = 0.8, 5


class Orphan(NavigationRule):
    """An article has no previous and no next one, though its siblings have.

    Off by default: a glossary may stand outside of the chain. Index pages are left alone. Judged in folders
    of at least 5 articles of which 80 % are chained.

    Bad:
        --- a.md
        # One

        [Next](b.md)
        --- b.md
        # Two

        [Next](c.md)
        --- c.md
        # Three

        [Next](d.md)
        --- d.md
        # Four

        [Previous](c.md)
        --- e.md
        # Five

        The end.

    Good:
        --- a.md
        # One

        [Next](b.md)
        --- b.md
        # Two

        [Next](c.md)
        --- c.md
        # Three

        [Next](d.md)
        --- d.md
        # Four

        [Next](e.md)
        --- e.md
        # Five

        [Previous](d.md)
    """

    id: ClassVar[str] = "navigation/orphan"
    severity: ClassVar[Severity] = Severity.INFO
    enabled: ClassVar[bool] = False

    def check_collection(self, facts: Facts) -> Iterator[Finding]:
        book = judging.book(facts)
        chained = {path for path, _ in book.by_claim} | set(book.target_by_claim.values())
        if facts[CONTENTS]:
            from artlint_navigation.listing import listed_entries  # not before there is a table

            chained |= {entry.path for entry in facts.derived(listed_entries) if entry.path}
        siblings: dict[str, list[str]] = defaultdict(list)
        for page in (page for page in book.pages if not page.is_outline):
            siblings[dirname(page.path)].append(page.path)
        for paths in siblings.values():
            alone = [path for path in paths if path not in chained and not re.fullmatch(INDEX_NAME, basename(path))]
            if len(paths) >= _FEW and len(paths) - len(alone) >= _CHAINED * len(paths):
                for path in alone:
                    yield Finding(
                        f"no previous or next article, though {len(paths) - len(alone):,} of {len(paths):,} articles "
                        "in this folder have one",
                        book.page_by_path[path].place,
                        path,
                        identity="orphan",
                    )
