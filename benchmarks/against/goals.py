"""What artlint means to reach, as ratios of figures of one run, and whether it does."""

from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from against.measuring import Measurement

Figures = Mapping[str, Measurement]
"""The measurements of one work by the name of the run."""

_MIB = 2**20 / 1e6


class Result(NamedTuple):
    """One work's figures; `size` is the megabytes of all its articles."""

    work: str
    number: int
    size: float
    figures: Figures


class Verdict(NamedTuple):
    """A goal with what was measured for it."""

    goal: str
    measured: str
    is_met: bool


class _Share(NamedTuple):
    """artlint's figure is to be at most `limit` times another run's."""

    goal: str
    work: str
    other: str
    figure: Callable[[Measurement], float]
    limit: float
    own: str = "artlint"


def _wall(each: Measurement) -> float:
    return each.wall


def _cpu(each: Measurement) -> float:
    return each.cpu


def _memory(each: Measurement) -> float:
    return each.memory


_SHARES = (
    _Share("one article: CPU at most 7.5 of python -c pass", "start-up on one article", "python -c pass", _cpu, 7.5),
    _Share("cold: CPU at most 0.5 of rumdl", "cold", "rumdl", _cpu, 0.5),
    _Share("cold: wall at most 0.5 of rumdl", "cold", "rumdl", _wall, 0.5),
    _Share("cold: CPU at most 1.0 of rumdl's content rules", "cold", "rumdl, content rules", _cpu, 1.0),
    _Share("cold: wall at most 1.0 of rumdl's content rules", "cold", "rumdl, content rules", _wall, 1.0),
    _Share("cold: CPU at most 0.033 of markdownlint-cli2", "cold", "markdownlint-cli2", _cpu, 1 / 30),
    _Share("warm: wall at most 0.2 of rumdl warm", "warm", "rumdl", _wall, 0.2),
    _Share("one article changed: wall at most 0.25 of rumdl warm", "one article changed", "rumdl", _wall, 0.25),
    _Share("duplicates: wall at most 0.5 of jscpd 5", "duplicates", "jscpd 5", _wall, 0.5),
    _Share("duplicates: memory at most 0.1 of jscpd 5", "duplicates", "jscpd 5", _memory, 0.1),
    _Share("duplicates: wall at most 0.5 of jscpd 4", "duplicates", "jscpd 4", _wall, 0.5),
    _Share("duplicates: wall at most 0.1 of datatrove", "duplicates", "datatrove", _wall, 0.1),
    _Share("HTML: CPU at most 0.7 of lychee", "HTML", "lychee", _cpu, 0.7),
    _Share("HTML: CPU at most 0.25 of htmlhint", "HTML", "htmlhint", _cpu, 0.25),
)
# The workers' chunks, a megabyte each, see artlint/executors.
_IN_FLIGHT = 2.0


def verdicts(results: list[Result]) -> Iterator[Verdict]:
    """The goals that these results tell of, each at every number of articles."""
    for share in _SHARES:
        yield from (_shared(share, result) for result in results if _tells(share, result))
    yield from _memories(results)
    yield from _growths(results)


def _tells(share: _Share, result: Result) -> bool:
    return result.work == share.work and {share.own, share.other} <= result.figures.keys()


def _shared(share: _Share, result: Result) -> Verdict:
    own, other = share.figure(result.figures[share.own]), share.figure(result.figures[share.other])
    ratio = own / other
    return Verdict(f"{share.goal} ({result.number:,})", f"{ratio:.2f}", ratio <= share.limit)


def _memories(results: list[Result]) -> Iterator[Verdict]:
    """80 MiB, 20 bytes for each byte in flight and 1 kB an article; 400 MB in any case."""
    for result in results:
        if result.work in ("cold", "warm") and "artlint" in result.figures:
            memory = result.figures["artlint"].memory
            in_flight = min(_IN_FLIGHT, result.size)
            limit = min(400.0, 80 * _MIB + 20 * in_flight + result.number / 1000)
            goal = f"{result.work}: memory at most {limit:.0f} MB ({result.number:,})"
            yield Verdict(goal, f"{memory:.0f} MB", memory <= limit)


def _growths(results: list[Result]) -> Iterator[Verdict]:
    """Cold time grows as the articles do, within 20 %; warm time as 12 to 10."""
    for work, figure, allowed in (("cold", _cpu, 1.2), ("warm", _wall, 1.2)):
        sizes = sorted(
            (result.number, figure(result.figures["artlint"]))
            for result in results
            if result.work == work and "artlint" in result.figures
        )
        for (few, before), (many, after) in pairwise(sizes):
            ratio, limit = after / before, allowed * many / few
            yield Verdict(f"{work}: {many:,} at most {limit:.0f} times {few:,}", f"{ratio:.1f}", ratio <= limit)
