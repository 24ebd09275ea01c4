"""`boilerplate/near-duplicate-article`: articles that are almost the same."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import ClassVar, NamedTuple

from artlint import Collector, Facts, Finding, Related, Severity
from artlint_boilerplate.allowing import BoilerplateRule
from artlint_boilerplate.common import common
from artlint_boilerplate.editions import work_of
from artlint_boilerplate.gathering import UnitCollector, Whole, standing, whole_article
from artlint_boilerplate.recurring import duplicate_paths
from artlint_boilerplate.unit import normalised

# Articles are compared if they share so many words, and so large a share of the longer one's, in whole paragraphs.
_FEWEST_SHARED, _SHARE = 15, 0.1
# With so many of the articles that have the same paragraph one is compared, those next to it in the order of paths.
_NEIGHBOURS = 10


class Likeness(NamedTuple):
    """Two articles, the earlier path first, and the percentage of the longer one that both have."""

    first: Whole
    other: Whole
    percent: int


class NearDuplicateArticle(BoilerplateRule):
    """Another article has almost the same text.

    A republished report, a second draft, a page that was copied as a start. Off by default: series and release
    notes are alike by design. Articles are compared by the paragraphs that they share word for word. With `minhash`
    they are compared by sequences of three words, which finds those with an edit in every paragraph too.

    Options:
        min_percent: fewest percent of the longer article's words that both have
        min_words: fewest words of an article
        minhash: compare by MinHash rather than by paragraphs (needs `artlint[near]`)

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
    minhash: bool = False

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.minhash:
            from artlint_boilerplate.signatures import require_rensa

            require_rensa()

    def collector(self) -> Collector:
        if self.minhash:
            from artlint_boilerplate.signatures import SignatureCollector  # an extra

            return SignatureCollector()
        return UnitCollector()

    def check_collection(self, facts: Facts) -> Iterator[Finding]:
        pairs = _pairs_by_signature(facts, self.min_words) if self.minhash else _pairs(facts, self.min_words)
        for pair in _nearest(pairs):
            if pair.percent >= self.min_percent and work_of(pair.first.path) != work_of(pair.other.path):
                message = f"{min(99, pair.percent)} % the same as {pair.first.path}"
                related = (Related(pair.first.path, pair.first.place, "almost the same text"),)
                identity = pair.first.path
                yield Finding(message, pair.other.place, pair.other.path, related=related, identity=identity)


def _nearest(pairs: Iterable[Likeness]) -> Iterator[Likeness]:
    """Each article with the earlier one that it is most like."""
    best: dict[str, Likeness] = {}
    for pair in pairs:
        path = pair.other.path
        if path not in best or (-pair.percent, pair.first.path) < (-best[path].percent, best[path].first.path):
            best[path] = pair
    yield from best.values()


def _pairs(facts: Facts, min_words: int) -> Iterator[Likeness]:
    """Articles that share paragraphs, copies left out; compared by the beginnings of all their paragraphs."""
    from artlint_boilerplate.wording import shingles

    copies = facts.derived(duplicate_paths)
    wholes = {whole.path: whole for whole in map(whole_article, facts) if whole and whole.words >= min_words}
    pairs = [
        pair
        for pair, words in _shared_words(facts).items()
        if wholes.keys() >= {*pair} and copies.isdisjoint(pair) and words >= _fewest_shared(pair, wholes)
    ]
    wanted = frozenset(chain.from_iterable(pairs))
    found: dict[str, set[str]] = defaultdict(set)
    for unit in map(standing, (fact for fact in facts if fact.path in wanted)):
        if unit:
            found[unit.path].update(shingles(normalised(unit.text)))
    for first, other in pairs:
        both, longer = len(found[first] & found[other]), max(len(found[first]), len(found[other]))
        yield Likeness(wholes[first], wholes[other], round(100 * both / max(1, longer)))


def _shared_words(facts: Facts) -> Counter[tuple[str, str]]:
    """How many words each two articles have in common in whole paragraphs; of many articles those near by name."""
    words: Counter[tuple[str, str]] = Counter()
    for _, group in facts.derived(common).groups(2):
        unit = standing(group[0])
        paths = sorted({fact.path for fact in group})
        for start, path in enumerate(paths):
            for other in paths[start + 1 : start + 1 + _NEIGHBOURS]:
                words[path, other] += unit.words if unit else 0
    return words


def _fewest_shared(pair: Iterable[str], wholes: Mapping[str, Whole]) -> float:
    """Fewest words in common that make two articles worth a comparison."""
    return max(_FEWEST_SHARED, _SHARE * max(wholes[path].words for path in pair))


def _pairs_by_signature(facts: Facts, min_words: int) -> Iterator[Likeness]:
    from artlint_boilerplate.signatures import alike

    for first, other in alike(facts, min_words):
        yield Likeness(first.whole, other.whole, round(100 * first.share(other)))
