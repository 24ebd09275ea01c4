"""Which runs of units are worth a finding, and how messages name them."""

from collections.abc import Sequence
from typing import NamedTuple

from artlint import Article, Place
from artlint_boilerplate.unit import LISTED, Unit, block_id, excerpt, is_question, weight

# Lists repeat their points by design; three items of sixty words in all, eight in each, are a pasted list.
_FEWEST_ITEMS, _FEWEST_ITEM_WORDS, _ITEM_WORDS = 3, 60, 8
# Entries of a reference describe like things in like words; so many words are a whole section.
_FEWEST_ENTRY_WORDS = 150
# Words a line on average, of lines that a widget or a form has.
_SHORT_LINE_WORDS, _LONG_LINE_WORDS = 3, 12
# Words of prose and list items together that make a block whatever the share of either.
_MIXED_WORDS = 60


class Floors(NamedTuple):
    """The fewest words of a block, and of one of two or more short lines."""

    words: int
    words_in_lines: int


class Run(NamedTuple):
    """A run of units that counts: neither silent at its end nor too short."""

    units: Sequence[Unit]
    words: int

    @property
    def id(self) -> str:
        return block_id([unit.key for unit in self.units])

    @property
    def excerpt(self) -> str:
        return excerpt(unit.visible for unit in self.units)

    @property
    def name(self) -> str:
        """What the run is called in a message: `line`, `paragraph`, `block of 2 lines`."""
        kinds = {unit.kind for unit in self.units}
        kind = kinds.pop() if len(kinds) == 1 else "part"
        kind = {"html": "block", "definition": "paragraph", "entry": "paragraph"}.get(kind, kind)
        return kind if len(self.units) == 1 else f"block of {len(self.units)} {kind}s"

    def place(self, article: Article) -> Place:
        return article.place(self.units[0].start, self.units[-1].end)


def counted(units: Sequence[Unit], short_lines: bool, floors: Floors) -> Run | None:
    """The run of `units` without silent ones at its ends, or None where it says too little for a finding.

    `short_lines` is whether lines stand as they were written, so that two of them make a block.
    """
    weights = [weight(unit.text, unit.kind) for unit in units]
    speaking = [number for number, words in enumerate(weights) if words]
    if not speaking:
        return None
    start, end = speaking[0], speaking[-1] + 1
    while start and units[start - 1].kind == "heading":
        start -= 1
    run = Run(units[start:end], sum(weights))
    prose = [(unit, words) for unit, words in zip(units, weights, strict=True) if words and unit.kind not in LISTED]
    if not prose:
        kinds = [units[number].kind for number in speaking]
        return run if run.words >= floors.words and _is_pasted_list(kinds, run.words) else None
    if all(is_question(unit.text) for unit, _ in prose):
        return None
    words = sum(words for _, words in prose)
    is_widget = len(units) == len(prose) and len({unit.text for unit, _ in prose}) > 1
    is_short = short_lines and is_widget and words <= _LONG_LINE_WORDS * len(prose)
    enough = words >= (floors.words_in_lines if is_short and words >= _SHORT_LINE_WORDS * len(prose) else floors.words)
    return run if enough or run.words >= max(_MIXED_WORDS, 2 * floors.words) else None


def _is_pasted_list(kinds: Sequence[str], words: int) -> bool:
    fewest = _FEWEST_ENTRY_WORDS if "entry" in kinds else _FEWEST_ITEM_WORDS
    return len(kinds) >= _FEWEST_ITEMS and words >= max(fewest, _ITEM_WORDS * len(kinds))
