"""Where a run stands among the headings, by which a form's phrases are told from a paste."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from artlint import Article
from artlint_boilerplate.blocks import Floors
from artlint_boilerplate.unit import LISTED, Unit, weight
from artlint_boilerplate.units import units

# A page with this many sections side by side is a reference or a report, whose entries share their phrases.
_FEWEST_SIBLINGS = 3
# Fewest words there: of two standings anywhere, of two at the same place of their sections or with a list, and of
# more: of what stands in three entries only whole passages are worth a word.
_APART, _ALIKE, _MANY = 30, 40, 60
# Of a field of a form, `Help wanted: …`.
_FORM = 100
# Articles with so many blocks or lines of program text explain like things in like sentences: fewest words there.
_TECHNICAL = ((60, 150), (20, 60), (8, 30))
_FIELD = re.compile(r"[^\W\d_][\w' ]{1,28}:\s")


class Outline:
    """The headings of an article; to be had by `article.derived(Outline)`."""

    def __init__(self, article: Article) -> None:
        self.units = article.derived(units)

    @cached_property
    def headings(self) -> Sequence[int]:
        return [number for number, unit in enumerate(self.units) if unit.kind == "heading"]

    @property
    def is_technical(self) -> bool:
        """Whether the article shows much program text."""
        return self.blocks_of_code >= _TECHNICAL[-1][0]

    @cached_property
    def blocks_of_code(self) -> int:
        return sum(unit.kind == "code" for unit in self.units)

    def floors(self, starts: Sequence[int], length: int, floors: Floors) -> Floors:
        """`floors`, raised in technical articles and where the run stands in several entries of a reference."""
        raised = self._raised(starts, length)
        technical = next((words for code, words in _TECHNICAL if self.blocks_of_code >= code), 0)
        return Floors(max(floors.words, raised, technical), max(floors.words_in_lines, raised))

    def cuts_list(self, start: int, length: int) -> bool:
        """Whether the run is a part of a longer list."""
        around = [self.units[number] for number in (start - 1, start + length) if 0 <= number < len(self.units)]
        return any(unit.kind in LISTED for unit in around)

    def _raised(self, starts: Sequence[int], length: int) -> int:
        """The floor that the headings around the standings ask for; 0 for none."""
        sections = [bisect_left(self.headings, start) - 1 for start in starts]
        if min(sections) < 0 or len(set(sections)) < len(sections) or len(self.headings) < _FEWEST_SIBLINGS:
            return 0
        if _FIELD.match(self.units[starts[0]].visible):
            return _FORM
        if len(starts) > 2:
            return _MANY
        levels = {self.units[self.headings[section]].level for section in sections}
        if len(levels) > 1 or self._siblings(levels.pop()) < _FEWEST_SIBLINGS:
            return 0
        depths = {start - self.headings[section] for start, section in zip(starts, sections, strict=True)}
        before = all(self._is_silent(start - 1) for start in starts)
        after = all(self._is_silent(start + length) for start in starts)
        has_list = any(unit.kind in LISTED for unit in self.units[starts[0] : starts[0] + length])
        return _ALIKE if len(depths) == 1 or before or after or has_list else _APART

    def _siblings(self, level: int) -> int:
        return sum(self.units[number].level == level for number in self.headings)

    def _is_silent(self, number: int) -> bool:
        return number >= len(self.units) or _speaks_not(self.units[number])


def _speaks_not(unit: Unit) -> bool:
    return weight(unit.text, unit.kind) == 0
