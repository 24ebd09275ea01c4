"""What stands in two articles or more, taken from the facts once for all rules."""

from collections.abc import Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from artlint import Fact, Facts
from artlint_boilerplate.gathering import Whole, tells_of_end, tells_of_unit, unit_key, whole_article


class Common(NamedTuple):
    """The keys that several articles have.

    `facts` are those of units, and of titles with the same wording, by key; `alike` are the keys of units that
    begin or end alike, more than one in each set; `copies` are the articles with one text, by path.
    """

    facts: Mapping[int, Sequence[Fact]]
    alike: Sequence[Set[int]]
    copies: Sequence[Sequence[Whole]]

    def groups(self, min_articles: int) -> Iterator[tuple[int, Sequence[Fact]]]:
        """The units that stand in so many articles, first seen first."""
        for key, group in self.facts.items():
            if len(group) >= min_articles and len({fact.path for fact in group}) >= min_articles:
                yield key, group


def common(facts: Facts) -> Common:
    """What several articles have; to be had by `facts.derived(common)`."""
    units: dict[int, Sequence[Fact]] = {}
    alike: list[Set[int]] = []
    copies: list[Sequence[Whole]] = []
    for key, group in facts.groups(2):
        if tells_of_end(group[0]):
            if len({fact.value for fact in group}) > 1:
                alike.append(set(map(unit_key, group)))
        elif wholes := [whole for whole in map(whole_article, group) if whole]:
            copies.append(wholes)
        elif any(map(tells_of_unit, group)):
            units[key] = group
    return Common(units, alike, [group for group in copies if len(group) > 1])
