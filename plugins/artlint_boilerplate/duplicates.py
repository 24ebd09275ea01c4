"""`boilerplate/duplicate-article`: two articles with one text."""

import re
from collections.abc import Iterator, Mapping, Set
from typing import ClassVar

from artlint import Collector, Facts, Finding, Related
from artlint_boilerplate.allowing import BoilerplateRule
from artlint_boilerplate.common import common
from artlint_boilerplate.editions import count_works, is_page, names_by_folder
from artlint_boilerplate.gathering import UnitCollector, Whole, standing

# Words of a page of notices, such as each volume of a manual has.
_NOTICE = r"\b(?:trademark|copyright|licen[sc]|warrant|liab|patent|permission)"
_FEWEST_NOTICES, _WORDS_A_NOTICE = 2, 30
# Servers give this page for its folder; books and manuals make it a copy of their first page.
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
            long = (other for other in others if other.words >= self.min_words)
            told = [other for other in long if not _are_one_page(first.path, other.path, names)]
            if told and not _is_legal(facts, first.path):
                yield from (_finding(first, other) for other in told)


def _are_one_page(one: str, other: str, names: Mapping[str, Set[str]]) -> bool:
    """Whether the paths are editions of a page, its address and that of its folder, or one page of several manuals."""
    if is_page(one) and one.rpartition("/")[2] == other.rpartition("/")[2]:
        return True
    stems = {path.rpartition("/")[2].partition(".")[0].lower() for path in (one, other)}
    is_index = _INDEX in stems and one.rpartition("/")[0] == other.rpartition("/")[0]
    return is_index or count_works((one, other), names) < 2


def _is_legal(facts: Facts, path: str) -> bool:
    """Whether the article is a manual's page of notices: on licences, trademarks and the like."""
    text = " ".join(unit.text for unit in map(standing, facts.in_article(path)) if unit).casefold()
    notices = re.findall(_NOTICE, text)
    return len(set(notices)) >= _FEWEST_NOTICES and _WORDS_A_NOTICE * len(notices) >= len(text.split())


def _finding(first: Whole, other: Whole) -> Finding:
    related = (Related(first.path, first.place, "the same text"),)
    return Finding(f"same text as {first.path}", other.place, other.path, related=related, identity=first.path)
