"""What stands in two articles or more, taken from the facts once for all rules."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from artlint import Fact, Facts
from artlint_boilerplate.gathering import Whole, is_end, tells_of_unit, whole_article


class Common(NamedTuple):
    """The facts that several articles have.

    `facts` are those of units, and of titles with the same wording, by key; `copies` are the articles with one
    text.
    """

    facts: Mapping[int, Sequence[Fact]]
    copies: Sequence[Sequence[Whole]]

    def groups(self, min_articles: int) -> Iterator[tuple[int, Sequence[Fact]]]:
        """The units that stand in so many articles, first seen first."""
        for key, group in self.facts.items():
            if len(group) >= min_articles and len({fact.path for fact in group}) >= min_articles:
                yield key, group


def common(facts: Facts) -> Common:
    """What several articles have; to be had by `facts.derived(common)`."""
    units: dict[int, Sequence[Fact]] = {}
    copies: list[Sequence[Whole]] = []
    for key, group in facts.of({key for key in facts.keys(2) if not is_end(key)}).items():
        if wholes := [whole for whole in map(whole_article, group) if whole]:
            copies.append(wholes)
        elif any(map(tells_of_unit, group)):
            units[key] = group
    return Common(units, [group for group in copies if len(group) > 1])
