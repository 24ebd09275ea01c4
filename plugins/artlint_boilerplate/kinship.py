"""Which articles are of one stock: an extract, a second edition, a copy that went its own way, all in one page."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from artlint import Fact, Facts
from artlint_boilerplate.common import common
from artlint_boilerplate.gathering import Standing, standing

# Two articles with so many words in so many units in common, half of the shorter one, were one text once; they share
# that text rather than boilerplate. Fewer units may be the footer of short notices.
_FEWEST_WORDS, _FEWEST_UNITS, _SHARE = 150, 4, 0.5
# A unit in more articles than this is boilerplate in any case, and would make too many pairs.
MOST_ARTICLES = 10
# An article that is so much longer than two others that it holds is the book of which they are chapters.
_LONGER = 1.5

Pair = tuple[str, str]


class SharedWords(NamedTuple):
    """What each two articles have in common, by their paths in order, and the words of each in all."""

    words: Mapping[Pair, int]
    units: Mapping[Pair, int]
    totals: Mapping[str, int]


def shared_words(facts: Facts) -> SharedWords:
    """What each two articles have in common in units that few articles have; to be had by `facts.derived`."""
    groups = (group for _, group in facts.derived(common).groups(2) if _is_rare(group))
    return _shared_words([unit for unit in map(standing, group) if unit] for group in groups)


def compilations(facts: Facts) -> frozenset[str]:
    """The articles that are made of several shorter ones; to be had by `facts.derived(compilations)`."""
    shared = facts.derived(shared_words)
    known = frozenset(_kin(shared))
    held: dict[str, list[str]] = defaultdict(list)
    for pair in known:
        shorter, longer = sorted(pair, key=lambda path: (shared.totals[path], path))
        if shared.totals[longer] >= _LONGER * shared.totals[shorter]:
            held[longer].append(shorter)
    return frozenset(
        longer
        for longer, others in held.items()
        if not all(pair in known for pair in combinations(sorted(others), 2))
        and sum(shared.words[_pair(longer, other)] for other in others) >= _SHARE * shared.totals[longer]
    )


def stock_by_path(shared: Iterable[Sequence[Standing]]) -> Mapping[str, str]:
    """For each article that has kin among those that share units, the path that stands for all of them."""
    stock: dict[str, str] = {}
    for one, other in _kin(_shared_words(shared)):
        stock[_first(stock, other)] = _first(stock, one)
    return {path: _first(stock, path) for path in stock}


def _shared_words(shared: Iterable[Sequence[Standing]]) -> SharedWords:
    words: Counter[Pair] = Counter()
    units: Counter[Pair] = Counter()
    totals: dict[str, int] = {}
    for standings in shared:
        paths = {unit.path: unit for unit in standings}
        totals.update((unit.path, unit.total) for unit in paths.values())
        if len(paths) <= MOST_ARTICLES:
            for pair in combinations(sorted(paths), 2):
                words[pair] += paths[pair[0]].words
                units[pair] += 1
    return SharedWords(words, units, totals)


def _is_rare(group: Iterable[Fact]) -> bool:
    return len({fact.path for fact in group}) <= MOST_ARTICLES


def _kin(shared: SharedWords) -> Iterator[Pair]:
    for pair, words in sorted(shared.words.items()):
        least = max(_FEWEST_WORDS, _SHARE * min(shared.totals[path] for path in pair))
        if words >= least and shared.units[pair] >= _FEWEST_UNITS:
            yield pair


def _pair(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)


def _first(stock: Mapping[str, str], path: str) -> str:
    """The path that stands for all that `path` is kin to."""
    while stock.get(path, path) != path:
        path = stock[path]
    return path
