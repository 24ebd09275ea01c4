"""`boilerplate/duplicate-article`: two articles with one text."""

from collections.abc import Iterator
from typing import ClassVar

from artlint import Collector, Facts, Finding, Related
from artlint_boilerplate.allowing import BoilerplateRule
from artlint_boilerplate.common import common
from artlint_boilerplate.editions import count_works, names_by_folder, work_of
from artlint_boilerplate.gathering import UnitCollector, Whole

# Servers give this page for its folder; books and manuals make it a copy of their first page.
_PAGES = (".html", ".htm", ".xhtml")
_INDEX = "index"


class DuplicateArticle(BoilerplateRule):
    """Another article has the same text.

    Readers and search engines meet one text under two names, and corrections reach one of them. Front matter
    and markup do not count, the wording does. Editions of one page (`en/` and `de/`, `v1/` and `v2/`) may
    be the same, and so may very short articles and a folder's `index` and its first page.

    Options:
        min_words: fewest words of an article; stubs and error pages are alike by design

    Bad:
        --- harbour.md
        # Harbour reopens after the storm

        The harbour was closed for two days, and the ferries stayed at the quay until the wind had gone down.
        They run again from noon, and the market is open as usual. The harbour master counted nine boats that
        had lost their moorings; all of them were found on the east bank, most with damage that can be mended.
        --- news/harbour-2.md
        # Harbour reopens after the storm

        The harbour was closed for two days, and the ferries stayed at the quay until the wind had gone down.
        They run again from noon, and the market is open as usual. The harbour master counted nine boats that
        had lost their moorings; all of them were found on the east bank, most with damage that can be mended.

    Good:
        --- harbour.md
        # Harbour reopens after the storm

        The harbour was closed for two days, and the ferries stayed at the quay until the wind had gone down.
        They run again from noon, and the market is open as usual. The harbour master counted nine boats that
        had lost their moorings; all of them were found on the east bank, most with damage that can be mended.
        --- news/harbour-2.md
        # Harbour closed by storm

        The harbour is closed, and nobody can tell for how long. The market has moved to the old station.
    """

    id: ClassVar[str] = "boilerplate/duplicate-article"
    min_words: int = 50

    def collector(self) -> Collector:
        return UnitCollector()

    def check_collection(self, facts: Facts) -> Iterator[Finding]:
        names = facts.derived(names_by_folder)
        for copies in facts.derived(common).copies:
            first, *others = copies
            for other in others:
                is_one = _are_one_page(first.path, other.path) or count_works((first.path, other.path), names) < 2
                if other.words >= self.min_words and not is_one:
                    yield _finding(first, other)


def _are_one_page(one: str, other: str) -> bool:
    """Whether the paths are editions of a page, its address and that of its folder, or one page of several manuals."""
    if one.endswith(_PAGES) and one.rpartition("/")[2] == other.rpartition("/")[2]:
        return True
    names = {path.rpartition("/")[2].partition(".")[0].lower() for path in (one, other)}
    is_index = _INDEX in names and one.rpartition("/")[0] == other.rpartition("/")[0]
    return is_index or work_of(one) == work_of(other)


def _finding(first: Whole, other: Whole) -> Finding:
    related = (Related(first.path, first.place, "the same text"),)
    return Finding(f"same text as {first.path}", other.place, other.path, related=related, identity=first.path)
