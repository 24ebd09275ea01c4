"""The blocks that stand in several articles: shared units, joined where they follow each other."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from artlint import Facts, Place
from artlint_boilerplate.blocks import Floors, counted
from artlint_boilerplate.common import common
from artlint_boilerplate.editions import count_works, is_page, names_by_folder, series_of
from artlint_boilerplate.gathering import PHRASE, Standing, is_title, standing
from artlint_boilerplate.includes import are_included
from artlint_boilerplate.kinship import MOST_ARTICLES, compilations, stock_by_path
from artlint_boilerplate.unit import LONGEST_PHRASE, Unit, block_id, excerpt, is_note, normalised

# Two shared units are one block where this share of the articles with either has one after the other.
_TOGETHER = 0.5
# A silent unit, a heading for instance, may stand between two units of one block.
_NEAR = 2
# Programs that make pages set short phrases on them, and manuals have phrases of their own.
_FEWEST_ROWS, _LONGEST_ROW, _AT_HEAD = 3, 20, 6
_FEWEST_WORDS_OF_NOTES = 20
# Words of law, three of which a licence has, but no note on a licence.
_LEGAL, _FEWEST_LEGAL = r"\b(?:warrant(?=y|ies)|redistribut|permission|licen[sc]|disclaim|liab)|[\"“]as is", 3
_COLOPHON = r"this (?:\w+ ){1,2}was generated (?:automatically |on .{1,40} )?(?:by|using|with) "
_COPYRIGHT, _SIGNS = ("copyright", "©", "(c)"), "%#/*;-!. "
# A standing that lacks less than this of its words speaks for the block.
_COMPLETE = 0.8
# A block must stand in this share of the articles, within the two limits.
_SHARE, _FEWEST, _MOST = 1 / 200, 3, 10


class Occurrence(NamedTuple):
    """One standing of a block."""

    path: str
    place: Place


class Block(NamedTuple):
    """A block that stands in several articles.

    `units` are as the first occurrence has them, `keys` those of all that belong. `is_phrase` is whether most of the
    articles are manuals in which it is too short to be more than a set phrase.
    """

    units: Sequence[Standing]
    occurrences: Sequence[Occurrence]
    articles: int
    keys: frozenset[int]
    is_phrase: bool

    @property
    def id(self) -> str:
        return block_id([unit.key for unit in self.units])

    @property
    def words(self) -> int:
        return _words(self.units)

    @property
    def excerpt(self) -> str:
        return excerpt(unit.text for unit in self.units)


def fewest_articles(articles: int) -> int:
    """In how many of `articles` a block must stand to be reported."""
    return max(_FEWEST, min(_MOST, int(articles * _SHARE)))


def is_worth_telling(block: Block, floors: Floors) -> bool:
    """Whether the block has enough to say; set phrases, questions, short lists and entries of a reference have not.

    Copyright notices and licences must stand on every page, and builders tell their names there.
    """
    texts = [normalised(unit.text) for unit in block.units]
    if texts[0].lstrip(_SIGNS).startswith(_COPYRIGHT) or any(re.match(_COLOPHON, text) for text in texts):
        return False
    if len(set(re.findall(_LEGAL, " ".join(texts)))) >= _FEWEST_LEGAL:
        return False
    floors = floors._replace(words=max(floors.words, _fewest_words(block)))
    if 2 * sum(unit.kind == "entry" for unit in block.units) > len(block.units) or _is_table(block):
        return False
    its_units = [
        Unit(normalised(unit.text), 0, 0, "paragraph" if unit.kind == PHRASE else unit.kind, unit.text)
        for unit in block.units
    ]
    return counted(its_units, all(unit.kind == "line" for unit in its_units), floors) is not None


def _is_table(block: Block) -> bool:
    """Whether the block is a row of short paragraphs in pages of HTML, as of arguments and what they mean.

    Two are enough, and they may be longer, where they are no notice at the head of the page.
    """
    first, longest = block.units[0], max(unit.words for unit in block.units)
    if first.number < _AT_HEAD or is_note(first.text.casefold(), first.kind):
        return is_page(first.path) and len(block.units) >= _FEWEST_ROWS and longest < _LONGEST_ROW
    return is_page(first.path) and len(block.units) > 1 and longest < LONGEST_PHRASE


def _fewest_words(block: Block) -> int:
    """The fewest words that the block must have for where it stands."""
    first = block.units[0]
    on_page = is_page(first.path)
    if block.is_phrase or (on_page and not is_note(first.text.casefold(), first.kind)):
        return LONGEST_PHRASE
    return _FEWEST_WORDS_OF_NOTES if on_page else 0


def shared_units(facts: Facts, fewest: int) -> Mapping[int, Sequence[Standing]]:
    """The units that stand in `fewest` articles or more, by key.

    Titles, copies of whole articles, pages that hold several others or were made of the text beside them, and what a
    builder included are left out.
    """
    left = facts.derived(duplicate_paths) | facts.derived(compilations) | facts.derived(pages_of_sources)
    found: dict[int, Sequence[Standing]] = {}
    for key, group in facts.derived(common).groups(fewest):
        if not any(is_title(fact) for fact in group):
            standings = [unit for unit in map(standing, group) if unit and unit.path not in left]
            if not are_included(unit.id for unit in standings):
                found[key] = standings
    stock, names = stock_by_path(found.values()), facts.derived(names_by_folder)
    paths_by_key = {key: {unit.path for unit in standings} for key, standings in found.items()}
    return {
        key: found[key]
        for key, paths in paths_by_key.items()
        if len(paths) >= fewest and _are_enough(paths, count_works(paths, names), stock, fewest)
    }


def _are_enough(paths: set[str], works: int, stock: Mapping[str, str], fewest: int) -> bool:
    """Whether the articles are `fewest` works; of release notes, which share their fixes, it takes more."""
    if works > max(fewest, MOST_ARTICLES):
        return True
    return min(works, len({stock.get(path, path) for path in paths})) >= fewest and (
        works >= _MOST or len({series_of(path) for path in paths}) > 1
    )


def pages_of_sources(facts: Facts) -> frozenset[str]:
    """The pages beside the texts that they were made of, `a.html` beside `a.txt`; to be had by `facts.derived`."""
    stems = {path.rpartition(".")[0] for path in facts.articles if not is_page(path)}
    return frozenset(path for path in facts.articles if is_page(path) and path.rpartition(".")[0] in stems)


def duplicate_paths(facts: Facts) -> frozenset[str]:
    """The articles whose text an earlier article has; to be had by `facts.derived(duplicate_paths)`."""
    return frozenset(whole.path for copies in facts.derived(common).copies for whole in copies[1:])


class RecurringBlocks:
    """The blocks that stand in enough articles, first seen first; to be had by `facts.derived`.

    `min_articles` 0 takes the share of the collection that `fewest_articles` tells.
    """

    def __init__(self, min_articles: int = 0) -> None:
        self.min_articles = min_articles

    def __eq__(self, other: object) -> bool:
        return isinstance(other, RecurringBlocks) and other.min_articles == self.min_articles

    def __hash__(self) -> int:
        return hash(self.min_articles)

    def __call__(self, facts: Facts) -> Sequence[Block]:
        shared = shared_units(facts, self.min_articles or fewest_articles(len(facts.articles)))
        units_by_path = _by_path(shared)
        chains = _chains(shared, units_by_path.values())
        chain_by_key = {key: chain for chain in chains for key in chain}
        runs: dict[tuple[int, ...], list[Sequence[Standing]]] = {}
        for path in sorted(units_by_path):
            for chain, run in _runs(units_by_path[path], chain_by_key):
                runs.setdefault(chain, []).append(run)
        return [_block(its_runs, frozenset(chain)) for chain, its_runs in runs.items()]


def _by_path(shared: Mapping[int, Sequence[Standing]]) -> dict[str, list[Standing]]:
    """The shared units of each article in their order."""
    found: dict[str, list[Standing]] = {}
    for standings in shared.values():
        for unit in standings:
            found.setdefault(unit.path, []).append(unit)
    for its_units in found.values():
        its_units.sort(key=lambda unit: unit.number)
    return found


def _chains(shared: Mapping[int, Sequence[Standing]], articles: Iterable[Sequence[Standing]]) -> list[tuple[int, ...]]:
    """The keys of shared units that follow each other in most of their articles, each key in one chain."""
    counts = {key: len({unit.path for unit in standings}) for key, standings in shared.items()}
    following = _following(articles)
    after = {
        one: other
        for (one, other), times in following.items()
        if one != other and times > _TOGETHER * max(counts[one], counts[other])
    }
    return list(_followed(after, counts))


def _following(articles: Iterable[Sequence[Standing]]) -> Counter[tuple[int, int]]:
    """In how many articles one unit stands next after another."""
    counts: Counter[tuple[int, int]] = Counter()
    for its_units in articles:
        pairs = pairwise(its_units)
        counts.update({(one.key, other.key) for one, other in pairs if other.number - one.number <= _NEAR})
    return counts


def _followed(after: Mapping[int, int], keys: Iterable[int]) -> Iterator[tuple[int, ...]]:
    before = set(after.values())
    seen: set[int] = set()
    starts = [key for key in keys if key not in before]
    for start in (*starts, *keys):  # what is left after the starts are rings
        chain: list[int] = []
        key: int | None = start
        while key is not None and key not in seen:
            seen.add(key)
            chain.append(key)
            key = after.get(key)
        if chain:
            yield tuple(chain)


def _runs(
    its_units: Sequence[Standing], chain_by_key: Mapping[int, tuple[int, ...]]
) -> Iterator[tuple[tuple[int, ...], Sequence[Standing]]]:
    """Each stretch of an article's shared units that belong to one chain, in the chain's order."""
    run: list[Standing] = []
    for unit in its_units:
        chain = chain_by_key[unit.key]
        if run and _goes_on(run[-1], unit, chain):
            run.append(unit)
            continue
        if run:
            yield chain_by_key[run[0].key], run
        run = [unit]
    if run:
        yield chain_by_key[run[0].key], run


def _goes_on(last: Standing, unit: Standing, chain: Sequence[int]) -> bool:
    if last.key not in chain or unit.number - last.number > _NEAR:
        return False
    return chain.index(unit.key) > chain.index(last.key)


def _block(runs: Sequence[Sequence[Standing]], keys: frozenset[int]) -> Block:
    """The block of all `runs`; the first that is complete, or nearly so, stands first and speaks for it."""
    enough = _COMPLETE * max(map(_words, runs))
    first = next(run for run in runs if _words(run) >= enough)
    ordered = [first, *(run for run in runs if run is not first)]
    occurrences = [Occurrence(run[0].path, _span(run[0].place, run[-1].place)) for run in ordered]
    phrases = sum(any(unit.kind == PHRASE for unit in run) for run in runs)
    return Block(first, occurrences, len({run[0].path for run in runs}), keys, 2 * phrases > len(runs))


def _words(run: Sequence[Standing]) -> int:
    return sum(unit.words for unit in run)


def _span(first: Place, last: Place) -> Place:
    return Place(first.start, last.end, first.line, first.column, last.end_line, last.end_column)
