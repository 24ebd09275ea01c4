"""`boilerplate/near-duplicate-article`: articles that are almost the same."""

from collections.abc import Iterator
from typing import ClassVar, NamedTuple

from artlint import Collector, Facts, Finding, Related, Severity
from artlint_boilerplate.allowing import BoilerplateRule
from artlint_boilerplate.editions import work_of
from artlint_boilerplate.gathering import UnitCollector, Whole, whole_article
from artlint_boilerplate.kinship import shared_words
from artlint_boilerplate.recurring import duplicate_paths


class Likeness(NamedTuple):
    """Two articles, the earlier path first, and the percentage of the longer one that both have."""

    first: Whole
    other: Whole
    percent: int


class NearDuplicateArticle(BoilerplateRule):
    """Another article has almost the same text.

    A republished report, a second draft, a page that was copied as a start. Off by default: series and release
    notes are alike by design. Articles are compared by the paragraphs that they share word for word, which finds
    nine in ten of those that a comparison of all words finds, at no cost.

    Options:
        min_percent: fewest percent of the longer article's words that stand in paragraphs of both
        min_words: fewest words of an article

    Bad:
        --- harbour.md
        # Harbour reopens after the storm

        The harbour was closed for two days, and the ferries stayed at the quay until the wind had gone down.

        They run again from noon, and the market is open as usual. The harbour master counted nine boats that had
        lost their moorings; all of them were found on the east bank, most with damage that can be mended.

        The report was first printed on Friday.
        --- news/storm.md
        # Storm is over

        The harbour was closed for two days, and the ferries stayed at the quay until the wind had gone down.

        They run again from noon, and the market is open as usual. The harbour master counted nine boats that had
        lost their moorings; all of them were found on the east bank, most with damage that can be mended.

        It was the worst storm in years.

    Good:
        --- harbour.md
        # Harbour reopens after the storm

        The harbour was closed for two days, and the ferries stayed at the quay until the wind had gone down.
        --- news/storm.md
        # Storm is over

        It was the worst storm in years, and the market has moved to the old station until the roof is mended.
    """

    id: ClassVar[str] = "boilerplate/near-duplicate-article"
    severity: ClassVar[Severity] = Severity.INFO
    enabled: ClassVar[bool] = False
    min_percent: int = 75
    min_words: int = 50

    def collector(self) -> Collector:
        return UnitCollector()

    def check_collection(self, facts: Facts) -> Iterator[Finding]:
        for pair in _pairs(facts, self.min_words):
            if pair.percent >= self.min_percent and work_of(pair.first.path) != work_of(pair.other.path):
                message = f"{min(99, pair.percent)} % the same as {pair.first.path}"
                related = (Related(pair.first.path, pair.first.place, "almost the same text"),)
                identity = pair.first.path
                yield Finding(message, pair.other.place, pair.other.path, related=related, identity=identity)


def _pairs(facts: Facts, min_words: int) -> Iterator[Likeness]:
    """Each article with the earlier one that it shares most with, copies left out."""
    copies = facts.derived(duplicate_paths)
    wholes = {whole.path: whole for whole in map(whole_article, facts) if whole and whole.words >= min_words}
    best: dict[str, Likeness] = {}
    for (first, other), words in sorted(facts.derived(shared_words).words.items()):
        if first in copies or other in copies or first not in wholes or other not in wholes:
            continue
        percent = round(100 * words / max(wholes[first].words, wholes[other].words))
        if other not in best or percent > best[other].percent:
            best[other] = Likeness(wholes[first], wholes[other], percent)
    yield from best.values()
