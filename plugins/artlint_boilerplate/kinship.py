"""Which articles are of one stock: an extract, a second edition, a copy that went its own way."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from artlint_boilerplate.gathering import Standing

# Two articles with so many words in common, half of the shorter one, were one text once; they share that text
# rather than boilerplate.
_FEWEST_WORDS, _SHARE = 150, 0.5
# A unit in more articles than this is boilerplate in any case, and would make too many pairs.
_MOST_ARTICLES = 10


def stock_by_path(shared: Iterable[Sequence[Standing]]) -> Mapping[str, str]:
    """For each article that has kin among those that share units, the path that stands for all of them."""
    words: Counter[tuple[str, str]] = Counter()
    totals: dict[str, int] = {}
    for standings in shared:
        paths = {unit.path: unit for unit in standings}
        totals.update((unit.path, unit.total) for unit in paths.values())
        if len(paths) <= _MOST_ARTICLES:
            for pair in combinations(sorted(paths), 2):
                words[pair] += paths[pair[0]].words
    stock: dict[str, str] = {}
    for (one, other), count in sorted(words.items()):
        if count >= max(_FEWEST_WORDS, _SHARE * min(totals[one], totals[other])):
            stock[_first(stock, other)] = _first(stock, one)
    return {path: _first(stock, path) for path in stock}


def _first(stock: Mapping[str, str], path: str) -> str:
    """The path that stands for all that `path` is kin to."""
    while stock.get(path, path) != path:
        path = stock[path]
    return path
