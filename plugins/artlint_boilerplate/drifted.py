"""`boilerplate/drifted-block`: a near-copy of a block that stands in many articles."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from artlint import Collector, Facts, Finding, Related
from artlint_boilerplate.allowing import BoilerplateRule
from artlint_boilerplate.common import common
from artlint_boilerplate.editions import work_of
from artlint_boilerplate.gathering import KEPT, Standing, UnitCollector, standing, unit_keys
from artlint_boilerplate.recurring import duplicate_paths
from artlint_boilerplate.unit import normalised
from artlint_boilerplate.wording import (
    Difference,
    differences,
    likeness,
    likeness_of_spelling,
    told,
    without_fill_ins,
    words,
)

if TYPE_CHECKING:
    from artlint_boilerplate.vocabulary import Vocabulary

# A variant that stands in more than this share of the block's articles is a wording of its own.
_VARIANT_SHARE = 1 / 3
# So many variants alike but for numbers and addresses, or which differ from the block in the same of its words, are a
# form that was filled in.
_FORM_VARIANTS = 3
# Where the other wordings are a quarter as many as the articles with the block, each article has its own.
_FREE = 0.25
# More words than these, or than this share, are not what somebody forgot to change but another statement.
_MOST_WORDS, _WORDS_SHARE = 2, 0.08
# Percent of the letters in common from which one word is a slip for the other: "them" for "the", but not krvt for xrvt.
_ONE_WORD = 80
# So many of the articles with a block are asked for a word.
_PAGES_ASKED = 5
# A part of an article's name, written in one word, has so many letters.
_SHORTEST_PART = 4
# A block that stands in so many articles has no slots, and an address that differs is a slip.
_FIRM = 10


class Variant(NamedTuple):
    """A near-copy in all its articles, and the block that it was copied from."""

    standings: Sequence[Standing]
    block: Sequence[Standing]

    @property
    def key(self) -> int:
        return self.standings[0].key

    @property
    def text(self) -> str:
        return self.standings[0].text

    @property
    def likeness(self) -> int:
        return likeness(self.block[0].text, self.text)


class DriftedBlock(BoilerplateRule):
    """A near-copy of a block that stands in many articles in another wording.

    An old address, a misspelt name, last year's wording: somebody changed the notice everywhere but here, or
    here alone. Wordings that are common themselves are left alone, and so are a form's slots: three or more
    variants that differ in numbers, dates or addresses or in the same words, names of program text, words of
    the article's own name, and phrases of two words or more that were added or left out.
    Editions count as one article, and a page's other edition (`en/` and `de/`, `v1/` and `v2/`) may say it
    otherwise.

    Options:
        min_articles: fewest articles in which the block stands word for word
        similarity: fewest percent of words in common

    Bad:
        --- a.md
        This report was first printed in our weekly letter, which you can have free of charge every Friday.
        --- b.md
        This report was first printed in our weekly letter, which you can have free of charge every Friday.
        --- c.md
        This report was first printed in our weekly letter, which you can have free of charge every Friday.
        --- d.md
        This report was first printed in our weekly letter, which you can have free of charge every Friday.
        --- e.md
        This report was first printed in our weekly letter, which you can have free of charge every Friday.
        --- f.md
        This report was first printed in our weekly letter, which you can have free of chrage every Friday.

    Good:
        --- a.md
        This report was first printed in our weekly letter, which you can have free of charge every Friday.
        --- b.md
        This report was first printed in our weekly letter, which you can have free of charge every Friday.
    """

    id: ClassVar[str] = "boilerplate/drifted-block"
    min_articles: int = 5
    similarity: int = 70

    def collector(self) -> Collector:
        return UnitCollector()

    def check_collection(self, facts: Facts) -> Iterator[Finding]:
        for variant in nearest_variants(facts, self.min_articles, self.similarity):
            unit = variant.standings[0]
            if not self.allows_texts([normalised(unit.text)], [unit.key]):
                yield _finding(variant)


def nearest_variants(facts: Facts, min_articles: int, similarity: int) -> Iterator[Variant]:
    """Each near-copy once, with the block that it is most like; none that fill a form's slots."""
    best: dict[int, Variant] = {}
    for variant in _variants(facts, min_articles):
        if variant.likeness < similarity:
            continue
        known = best.get(variant.key)
        if not known or variant.likeness > known.likeness:
            best[variant.key] = variant
    if not best:
        return
    from artlint_boilerplate.vocabulary import Vocabulary  # few collections have variants

    vocabulary = Vocabulary(facts)
    found = {key: differences(each.block[0].text, each.text, KEPT) for key, each in best.items()}
    forms = Counter(map(_form, best.values()))
    moulds = Counter(_mould(each, found[key]) for key, each in best.items())
    wordings = Counter(each.block[0].key for each in best.values())
    swaps = Counter((best[key].standings[0].path, word) for key, its in found.items() for word in _new_words(its))
    for key, variant in best.items():
        is_filled_in = forms[_form(variant)] >= _FORM_VARIANTS or moulds[_mould(variant, found[key])] >= _FORM_VARIANTS
        count = wordings[variant.block[0].key]
        is_free = count >= max(_FORM_VARIANTS, _FREE * len(variant.block))
        if not found[key] or is_filled_in or is_free or not _is_drift(variant, found[key]):
            continue
        if not any(_fits_article(vocabulary, variant, each, swaps) for each in found[key]):
            yield variant


def _is_drift(variant: Variant, found: Sequence[Difference]) -> bool:
    """Whether the wording itself differs, not what fills a form's slots or fits the block into its article.

    That is a phrase or a sentence more or less, another start, the article's own name, numbers, more words than
    somebody forgets to change, and addresses where the block stands in few articles.
    """
    if any(each.is_extension for each in found) or (found[0].at == 0 and found[0].is_another_word):
        return False
    if all(each.is_slot or each.is_number for each in found) or all(_is_named(variant, each) for each in found):
        return False
    if sum(each.new_words for each in found) > max(_MOST_WORDS, _WORDS_SHARE * variant.standings[0].words):
        return False
    return len(variant.block) >= _FIRM or not all(each.has_fill_in for each in found)


def _fits_article(
    vocabulary: "Vocabulary", variant: Variant, difference: Difference, swaps: Mapping[tuple[str, str], int]
) -> bool:
    """Whether a page of a manual says a thing in its own words, as "function" where the block's pages say "macro".

    The new word stands elsewhere in the page and not in most of the others, or the old one in these and not there, or
    several blocks of the page have the new one, and the two are not spelt alike. `swaps` are the variants of each
    article that have a word of their own.
    """
    one, other = difference.one, difference.other
    if not (one and other) or likeness_of_spelling(one, other) >= _ONE_WORD:
        return False
    unit, keys = variant.standings[0], {variant.key, variant.block[0].key}
    if not vocabulary.is_manual(unit.path):
        return False
    others = [other.path for other in variant.block[:_PAGES_ASKED]]

    def is_said_here(word: str) -> bool:
        return vocabulary.says(unit.path, word, keys)

    def is_said_there(word: str) -> bool:
        return 2 * sum(vocabulary.says(path, word, keys) for path in others) > len(others)

    new, old = words(other) - words(one), words(one) - words(other)
    if any(swaps[unit.path, word] > 1 or (is_said_here(word) and not is_said_there(word)) for word in new):
        return True
    return any(is_said_there(word) and not is_said_here(word) for word in old)


def _new_words(found: Sequence[Difference]) -> set[str]:
    return {word for each in found for word in words(each.other) - words(each.one)}


def _is_named(variant: Variant, difference: Difference) -> bool:
    """Whether the words are in the name of their article, so that each article has its own there.

    `link` is in that of `CheckLinkerFlag.html`.
    """
    sides = ((difference.one, variant.block[0].path), (difference.other, variant.standings[0].path))
    return any(_are_of_name(words(text), path.casefold()) for text, path in sides)


def _are_of_name(its_words: set[str], path: str) -> bool:
    if not its_words:
        return False
    name = path.rpartition("/")[2]
    return its_words <= words(path) or all(len(word) >= _SHORTEST_PART and word in name for word in its_words)


def _form(variant: Variant) -> tuple[int, str]:
    return variant.block[0].key, without_fill_ins(variant.text)


def _mould(variant: Variant, found: Sequence[Difference]) -> tuple[int, tuple[tuple[int, str], ...]]:
    """The block and which of its words are others here."""
    return variant.block[0].key, tuple((each.at, each.one) for each in found)


def _variants(facts: Facts, min_articles: int) -> Iterator[Variant]:
    """The units that begin or end like a block, each with the block, the commonest block first."""
    known = facts.derived(common)
    parsed = ((key, [unit for unit in map(standing, group) if unit]) for key, group in known.groups(min_articles))
    blocks = {key: standings for key, standings in parsed if len(_works(standings)) >= min_articles}
    copies = facts.derived(duplicate_paths)
    pairs = _pairs(facts, blocks)
    standings_by_key = facts.of({key for _, key in pairs})
    for block, key in pairs:
        standings = [unit for unit in map(standing, standings_by_key[key]) if unit and unit.path not in copies]
        if standings and key not in blocks and _is_rare(standings, blocks[block]):
            yield Variant(standings, blocks[block])


def _pairs(facts: Facts, blocks: Mapping[int, Sequence[Standing]]) -> Sequence[tuple[int, int]]:
    """The keys of a block and of a unit that begins or ends like it, the commonest block first."""
    blocks_by_end: dict[int, list[int]] = {}
    for block, standings in blocks.items():
        for end in standings[0].ends:
            blocks_by_end.setdefault(end, []).append(block)
    filed = facts.of(blocks_by_end.keys())
    alike = ((block, key) for end, group in filed.items() for block in blocks_by_end[end] for key in unit_keys(group))
    pairs = {(block, key) for block, key in alike if key != block}
    return sorted(pairs, key=lambda pair: (-len(blocks[pair[0]]), blocks[pair[0]][0].path, pair))


def _is_rare(variant: Sequence[Standing], block: Sequence[Standing]) -> bool:
    """Whether few articles have the variant, all of the block's format, and no edition of them the block as well."""
    its_paths, paths = {unit.path for unit in variant}, {unit.path for unit in block}
    if {path.rpartition(".")[2] for path in its_paths} - {path.rpartition(".")[2] for path in paths}:
        return False
    return len(its_paths) <= max(1, len(paths) * _VARIANT_SHARE) and _works(variant).isdisjoint(_works(block))


def _works(standings: Sequence[Standing]) -> set[str]:
    """The articles that have the unit, all editions of one as one: another language, version or format."""
    return {work_of(unit.path) for unit in standings}


def _finding(variant: Variant) -> Finding:
    first, *others = variant.standings
    block = variant.block[0]
    articles = len({unit.path for unit in variant.block})
    what = told(differences(block.text, variant.text, KEPT))
    message = f"differs from the block that stands in {articles:,} articles ({block.path}:{block.place.line}): {what}"
    related = (
        Related(block.path, block.place, "the block"),
        *(Related(other.path, other.place, "differs here too") for other in others),
    )
    return Finding(message, first.place, first.path, related=related, identity=f"{first.key:016x}")
