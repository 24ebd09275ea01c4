"""Which words an article has, as its facts tell."""

from collections import defaultdict
from collections.abc import Mapping, Set
from typing import NamedTuple

from artlint import Facts
from artlint_boilerplate.gathering import standing, whole_article
from artlint_boilerplate.wording import words


class _Article(NamedTuple):
    """The keys of an article's units with each word, and whether the article is of a manual."""

    keys_by_word: Mapping[str, Set[int]]
    is_manual: bool


class Vocabulary:
    """The words of the articles that somebody asks for."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._articles: dict[str, _Article] = {}

    def is_manual(self, path: str) -> bool:
        """Whether the article is of a manual or a reference."""
        return self._article(path).is_manual

    def says(self, path: str, word: str, but: Set[int]) -> bool:
        """Whether the word stands in a unit of the article, those with the keys `but` left out."""
        return bool(self._article(path).keys_by_word.get(word, frozenset()) - but)

    def _article(self, path: str) -> _Article:
        if path not in self._articles:
            keys_by_word: dict[str, set[int]] = defaultdict(set)
            is_manual = False
            for fact in self._facts.in_article(path):
                if unit := standing(fact):
                    for word in words(unit.text):
                        keys_by_word[word].add(unit.key)
                elif whole := whole_article(fact):
                    is_manual = whole.is_manual
            self._articles[path] = _Article(keys_by_word, is_manual)
        return self._articles[path]
