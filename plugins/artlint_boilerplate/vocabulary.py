"""Which words an article has, as its facts tell."""

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from artlint import Facts
from artlint_boilerplate.editions import is_page
from artlint_boilerplate.gathering import PHRASE, Standing, standing
from artlint_boilerplate.wording import words


class _Article(NamedTuple):
    """In how many of an article's units each word stands, and whether the article is of a manual."""

    units_by_word: Mapping[str, int]
    is_manual: bool


class Vocabulary:
    """The words of the articles that somebody asks for; to be had by `facts.derived(Vocabulary)`."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._articles: dict[str, _Article] = {}

    def is_manual(self, path: str) -> bool:
        """Whether the article is a page of HTML or has phrases such as manuals have."""
        return self._article(path).is_manual

    def says_elsewhere(self, unit: Standing, word: str) -> bool:
        """Whether the word stands in another unit of the unit's article."""
        return self._article(unit.path).units_by_word.get(word, 0) > (word in words(unit.text))

    def _article(self, path: str) -> _Article:
        if path not in self._articles:
            its_units = [unit for unit in map(standing, self._facts.in_article(path)) if unit]
            is_manual = is_page(path) or any(unit.kind == PHRASE for unit in its_units)
            self._articles[path] = _Article(Counter(word for unit in its_units for word in words(unit.text)), is_manual)
        return self._articles[path]
