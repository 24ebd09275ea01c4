"""Where a run stands among the headings, by which a form's phrases are told from a paste."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from artlint import Article

from artlint_boilerplate.blocks import Floors
from artlint_boilerplate.unit import Unit, weight
from artlint_boilerplate.units import units

# A page with this many sections side by side is a reference, whose entries share their phrases.
_FEWEST_SIBLINGS = 4
# Fewest words there, for two standings and for more: of what stands in three entries or more only whole
# passages are worth a word.
_PARALLEL_FLOORS = Floors(30, 30), Floors(60, 60)


class Outline:
    """The headings of an article; to be had by `article.derived(Outline)`."""

    def __init__(self, article: Article) -> None:
        self.units = article.derived(units)

    @cached_property
    def headings(self) -> Sequence[int]:
        return [number for number, unit in enumerate(self.units) if unit.kind == "heading"]

    def floors(self, starts: Sequence[int], length: int, floors: Floors) -> Floors:
        """`floors`, raised where the run stands in parallel entries of a reference."""
        if not self._are_parallel(starts, length):
            return floors
        raised = _PARALLEL_FLOORS[len(starts) > 2]
        return Floors(max(floors.words, raised.words), max(floors.words_in_lines, raised.words_in_lines))

    def cuts_list(self, start: int, length: int) -> bool:
        """Whether the run is a part of a longer list."""
        around = [self.units[number] for number in (start - 1, start + length) if 0 <= number < len(self.units)]
        return any(unit.kind == "item" for unit in around)

    def _are_parallel(self, starts: Sequence[int], length: int) -> bool:
        """Whether each standing has a section of its own, among many, and the same place in it."""
        sections = [bisect_left(self.headings, start) - 1 for start in starts]
        if min(sections) < 0 or len(set(sections)) < len(sections):
            return False
        levels = {self.units[self.headings[section]].level for section in sections}
        if len(levels) > 1 or self._siblings(levels.pop()) < _FEWEST_SIBLINGS:
            return False
        depths = {start - self.headings[section] for start, section in zip(starts, sections, strict=True)}
        before = all(self._is_silent(start - 1) for start in starts)
        after = all(self._is_silent(start + length) for start in starts)
        return len(depths) == 1 or before or after or len(starts) > 2

    def _siblings(self, level: int) -> int:
        return sum(self.units[number].level == level for number in self.headings)

    def _is_silent(self, number: int) -> bool:
        return number >= len(self.units) or _speaks_not(self.units[number])


def _speaks_not(unit: Unit) -> bool:
    return weight(unit.text, unit.kind) == 0
