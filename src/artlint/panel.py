"""Pictures of a collection as plain data: what a rule can show beside its findings, and reports may draw."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple


class HeatRow(NamedTuple):
    """A row of a heat table: a value for each column. `path` is the article that the row is about, or ""."""

    label: str
    values: Sequence[int]
    path: str = ""


@dataclass(frozen=True)
class HeatTable:
    """Counts in rows and columns, the higher the warmer. `note` says what is counted."""

    title: str
    columns: Sequence[str]
    rows: Sequence[HeatRow]
    note: str = ""


class ChainNode(NamedTuple):
    """An article of a chain; `id` is what links name, unique in its graph."""

    id: str
    label: str
    path: str = ""


class ChainLink(NamedTuple):
    """A reference from the article `source` to `target`, an id or, where there is no such article, its name.

    `broken` says what is wrong with it, "" where nothing is.
    """

    source: str
    target: str
    direction: Literal["previous", "next"]
    broken: str = ""


@dataclass(frozen=True)
class ChainGraph:
    """The previous/next references of a collection."""

    title: str
    nodes: Sequence[ChainNode]
    links: Sequence[ChainLink]
    note: str = ""


class Bar(NamedTuple):
    """How many articles (or whatever is measured) lie from `low` to `high`, both included."""

    low: int
    high: int
    size: int


@dataclass(frozen=True)
class Histogram:
    """How often values lie in each range, low ones first; `least` and `most` are the limits that are checked."""

    title: str
    unit: str
    bars: Sequence[Bar]
    least: int | None = None
    most: int | None = None
    note: str = ""


Panel = HeatTable | ChainGraph | Histogram


def bars_of(values: Iterable[int], most: int = 40) -> tuple[Bar, ...]:
    """At most about `most` bars of one round width over `values`, which are not negative."""
    known = sorted(values)
    if not known:
        return ()
    width = _round_width((known[-1] - known[0]) // most + 1)
    first = known[0] // width
    sizes = [0] * (known[-1] // width - first + 1)
    for value in known:
        sizes[value // width - first] += 1
    return tuple(Bar((first + at) * width, (first + at + 1) * width - 1, size) for at, size in enumerate(sizes))


def _round_width(least: int) -> int:
    """The least of 1, 2, 5, 10, 20, 50, ... that is not below `least`."""
    power: int = 10 ** (len(str(least)) - 1)
    return next(power * step for step in (1, 2, 5, 10) if power * step >= least)
