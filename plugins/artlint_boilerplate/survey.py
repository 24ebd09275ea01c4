"""A collection's recurring blocks, most costly first, with their variants; as text and as JSON."""

import json
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from artlint import Facts
from artlint_boilerplate.blocks import Floors
from artlint_boilerplate.drifted import Variant, nearest_variants
from artlint_boilerplate.gathering import KEPT, Standing
from artlint_boilerplate.recurring import Block, RecurringBlocks, is_worth_telling
from artlint_boilerplate.wording import differences, told

_FLOORS = Floors(words=15, words_in_lines=5)
_SIMILARITY, _FEWEST_ARTICLES = 70, 5
_SHOWN_PLACES, _SHOWN_VARIANTS = 3, 3


class Wording(NamedTuple):
    """Another wording of one of a block's paragraphs: what differs, and the articles that have it."""

    difference: str
    standings: Sequence[Standing]


class Recurring(NamedTuple):
    """A block that stands in several articles, and its other wordings."""

    block: Block
    wordings: Sequence[Wording]

    @property
    def cost(self) -> int:
        """How many words the block makes in all articles together."""
        return self.block.articles * self.block.words


def survey(facts: Facts, min_articles: int = 0) -> Sequence[Recurring]:
    """The recurring blocks, the most costly first."""
    variants: dict[int, list[Variant]] = {}
    for variant in nearest_variants(facts, min_articles or _FEWEST_ARTICLES, _SIMILARITY):
        variants.setdefault(variant.block[0].key, []).append(variant)
    blocks = (block for block in facts.derived(RecurringBlocks(min_articles)) if is_worth_telling(block, _FLOORS))
    found = (Recurring(block, list(_wordings(block, variants))) for block in blocks)
    return sorted(found, key=lambda recurring: (-recurring.cost, recurring.block.id))


def _wordings(block: Block, variants: dict[int, list[Variant]]) -> Iterator[Wording]:
    for unit in block.units:
        for variant in variants.get(unit.key, ()):
            difference = told(differences(variant.block[0].text, variant.text, KEPT))
            yield Wording(difference, variant.standings)


def shown(line: str) -> str:
    """The line with characters that do not show, or steer a terminal, as their codes."""
    return "".join(each if each.isprintable() else each.encode("unicode_escape").decode() for each in line)


def as_text(found: Sequence[Recurring], articles: int, most: int) -> Iterator[str]:
    """The first `most` blocks in a few lines each: id, cost, first words, sample places, other wordings."""
    for recurring in found[:most]:
        block = recurring.block
        where = f"{block.articles:,} of {articles:,} articles"
        yield f"{block.id}  {block.words:,} words in {where} = {recurring.cost:,} words"
        yield f"    {block.excerpt}"
        places = [f"{place.path}:{place.place.line}" for place in block.occurrences[:_SHOWN_PLACES]]
        more = len(block.occurrences) - len(places)
        yield f"    at {', '.join(places)}{f' and {more:,} more' if more else ''}"
        for wording in recurring.wordings[:_SHOWN_VARIANTS]:
            first = wording.standings[0]
            yield f"    otherwise at {first.path}:{first.place.line}: {wording.difference}"
        if len(recurring.wordings) > _SHOWN_VARIANTS:
            yield f"    and {len(recurring.wordings) - _SHOWN_VARIANTS:,} more wordings"
    words = sum(recurring.cost for recurring in found)
    blocks = "block" if len(found) == 1 else "blocks"
    left = f"; {len(found) - most:,} of them not shown, see -n" if len(found) > most else ""
    yield f"{len(found):,} recurring {blocks}, {words:,} words in {articles:,} articles{left}"


def as_json(found: Sequence[Recurring], articles: int) -> str:
    """The same in full as JSON."""
    blocks = [
        {
            "id": recurring.block.id,
            "words": recurring.block.words,
            "articles": recurring.block.articles,
            "cost": recurring.cost,
            "text": "\n".join(unit.text for unit in recurring.block.units),
            "places": [
                {"path": place.path, "line": place.place.line, "end_line": place.place.end_line}
                for place in recurring.block.occurrences
            ],
            "wordings": [
                {
                    "difference": wording.difference,
                    "text": wording.standings[0].text,
                    "places": [{"path": unit.path, "line": unit.place.line} for unit in wording.standings],
                }
                for wording in recurring.wordings
            ],
        }
        for recurring in found
    ]
    return json.dumps({"version": 1, "articles": articles, "blocks": blocks}, ensure_ascii=False, indent=2)
