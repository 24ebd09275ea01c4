"""A named block taken out of articles, for `artlint boilerplate --remove`."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from artlint import Article, Fix
from artlint_boilerplate.removal import without
from artlint_boilerplate.unit import SILENT, Unit
from artlint_boilerplate.units import units


@dataclass
class Removal:
    """Gives each article's fix: the units with these `keys` out, all or none; what stands between them stays.

    `left` has the articles in which something else stands in their lines.
    """

    keys: Collection[int]
    left: list[str] = field(default_factory=list)

    def __call__(self, article: Article) -> Fix | None:
        """The fix that takes the block out of the article; None where it cannot be."""
        its_units = article.derived(units)
        numbers = [number for number, unit in enumerate(its_units) if unit.kind not in SILENT and unit.key in self.keys]
        edits = [without(article, start, end) for start, end in _spans(its_units, numbers)]
        known = tuple(edit for edit in edits if edit)
        if len(known) < len(edits):
            self.left.append(article.path)
            return None
        return Fix(known, False, "take the block out") if known else None


def _spans(its_units: Sequence[Unit], numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The ranges of the text that the units take, one for those that follow each other."""
    start: int | None = None
    for number, following in zip(numbers, (*numbers[1:], None), strict=True):
        start = number if start is None else start
        if following != number + 1:
            yield its_units[start].start, its_units[number].end
            start = None
