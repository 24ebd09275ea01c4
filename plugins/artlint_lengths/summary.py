"""Figures summed up: quantiles and a small histogram."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple, cast

from artlint import Facts
from artlint_lengths.outlier import measured

QUANTILES = (0.0, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99, 1.0)
_BARS = "▁▂▃▄▅▆▇█"


class Distribution(NamedTuple):
    """Sorted lengths of one kind of text; `limit` is the rule's greatest length by default, or None."""

    rule: str
    unit: str
    limit: int | None
    figures: tuple[int, ...]

    def quantiles(self) -> Sequence[int]:
        """The lengths at `QUANTILES`, least and greatest included."""
        return [quantile(self.figures, share) for share in QUANTILES]

    def above(self, limit: int) -> int:
        """How many are longer than `limit`."""
        return len(self.figures) - bisect_left(self.figures, limit + 1)


class Bin(NamedTuple):
    """How many figures are from `low` to below `high`."""

    low: int
    high: int
    size: int


def distributions(facts: Facts) -> Sequence[Distribution]:
    """How the lengths of a collection are spread, one distribution for each kind of text that occurs."""
    columns: list[list[int]] = [[] for _ in measured()]
    for fact in facts["lengths"]:
        for column, figures in zip(columns, cast(Sequence[Sequence[int]], fact.value), strict=True):
            column.extend(figures)
    return [
        Distribution(rule.id, rule.unit, rule.max, tuple(sorted(column)))
        for rule, column in zip(measured(), columns, strict=True)
        if column
    ]


def proposed_limit(distribution: Distribution) -> int | None:
    """The length that 95 % keep, up to the next multiple of five; None for fewer than 20 texts."""
    if len(distribution.figures) < 20:
        return None
    return -(-quantile(distribution.figures, 0.95) // 5) * 5


def quantile(figures: Sequence[int], share: float) -> int:
    """The least of the sorted figures that `share` of them do not pass (nearest rank)."""
    rank = max(0, -int(-share * len(figures) // 1) - 1)
    return figures[min(rank, len(figures) - 1)]


def bins(figures: Sequence[int], count: int) -> Sequence[Bin]:
    """The figures up to the 99th percentile in `count` bins of one width, the rest in the last one."""
    low, high = figures[0], quantile(figures, 0.99)
    width = max(1, -(-(high - low + 1) // count))
    edges = [low + number * width for number in range(count)]
    starts = [*(bisect_left(figures, edge) for edge in edges), len(figures)]
    found = (Bin(edge, edge + width, starts[number + 1] - starts[number]) for number, edge in enumerate(edges))
    return [each for each in found if each.low <= high]


def bars(figures: Sequence[int], count: int = 24) -> str:
    """A histogram in one line of block characters, a blank where there is none."""
    counts = [each.size for each in bins(figures, count)]
    most = max(counts)
    return "".join(_BARS[min(7, each * 8 // (most + 1))] if each else " " for each in counts)


def table(distributions: Sequence[Distribution]) -> Iterator[str]:
    """A line for each distribution: quantiles, how many pass the default limit, histogram."""
    heads = ("5 %", "25 %", "median", "75 %", "95 %", "99 %", "most")
    yield f"{'':<20}{'unit':<10}{'count':>9}" + "".join(f"{head:>8}" for head in heads) + "  above the default"
    for each in distributions:
        size, figures = len(each.figures), "".join(f"{figure:>8,}" for figure in each.quantiles()[1:])
        yield f"{each.rule:<20}{each.unit:<10}{size:>9,}{figures}  {_passed(each):<18} {bars(each.figures)}"


def as_json(distributions: Sequence[Distribution]) -> Sequence[object]:
    """The same as plain data."""
    return [
        {
            "rule": each.rule,
            "unit": each.unit,
            "count": len(each.figures),
            "quantiles": [
                {"share": share, "length": length} for share, length in zip(QUANTILES, each.quantiles(), strict=True)
            ],
            "default_max": each.limit,
            "above_default_max": None if each.limit is None else each.above(each.limit),
            "histogram": [each_bin._asdict() for each_bin in bins(each.figures, 24)],
        }
        for each in distributions
    ]


def _passed(distribution: Distribution) -> str:
    if distribution.limit is None:
        return "no limit"
    above = distribution.above(distribution.limit)
    return f"{above:,} > {distribution.limit} ({100 * above / len(distribution.figures):.1f} %)"
