"""Maximal repeated runs in a sequence of keys, found in linear time."""

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

# Earlier standings of a key that are tried for the longest run; more would make the search quadratic.
_CANDIDATES = 8


class Repeat(NamedTuple):
    """A run of `length` keys that stands at `first` and again at each of `later`."""

    first: int
    later: tuple[int, ...]
    length: int

    @property
    def is_stutter(self) -> bool:
        """Whether the copies follow each other with nothing between."""
        starts = (self.first, *self.later)
        return starts[-1] - self.first == self.length * len(self.later)


def repeats(keys: Sequence[Hashable]) -> Iterator[Repeat]:
    """The maximal runs that stand more than once, and keys that stand several times in a row."""
    if len(set(keys)) == len(keys):
        return
    streaks = list(_streaks(keys))
    for start, count in streaks:
        if count > 1:
            yield Repeat(start, tuple(range(start + 1, start + count)), 1)
    copies: dict[tuple[int, int], list[int]] = {}
    for earlier, later, length in _runs([(keys[start], count) for start, count in streaks]):
        copies.setdefault((earlier, length), []).append(later)
    for (earlier, length), others in copies.items():
        yield _in_keys(streaks, earlier, others, length)


def _streaks(keys: Sequence[Hashable]) -> Iterator[tuple[int, int]]:
    """Where each stretch of equal keys starts, and its length."""
    start = 0
    for _, stretch in groupby(keys):
        count = sum(1 for _ in stretch)
        yield start, count
        start += count


def _in_keys(streaks: Sequence[tuple[int, int]], earlier: int, others: Sequence[int], length: int) -> Repeat:
    """The repeat in positions of the keys rather than of their streaks."""
    last_start, last_count = streaks[earlier + length - 1]
    first = streaks[earlier][0]
    return Repeat(first, tuple(streaks[other][0] for other in others), last_start + last_count - first)


def _runs(keys: Sequence[Hashable]) -> Iterator[tuple[int, int, int]]:
    """Earlier start, later start and length of each run, from left to right, none overlapping another."""
    repeated = {key for key, count in Counter(keys).items() if count > 1}
    places: dict[Hashable, list[int]] = {}
    at = 0
    while at < len(keys):
        if keys[at] not in repeated:
            at += 1
            continue
        earlier, length = _longest(keys, places.get(keys[at], ()), at)
        if length:
            yield earlier, at, length
        for position in range(at, at + max(length, 1)):
            known = places.setdefault(keys[position], [])
            if len(known) < _CANDIDATES:
                known.append(position)
        at += max(length, 1)


def _longest(keys: Sequence[Hashable], candidates: Sequence[int], at: int) -> tuple[int, int]:
    """The earlier start whose run goes on longest from `at`, and how long; the first of equals."""
    best, longest = 0, 0
    for earlier in candidates:
        length = 0
        while earlier + length < at and at + length < len(keys) and keys[earlier + length] == keys[at + length]:
            length += 1
        if length > longest:
            best, longest = earlier, length
    return best, longest
