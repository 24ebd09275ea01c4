"""Maximal repeated runs in a sequence of keys, found in linear time."""

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
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
    streaks = _streaks(keys)
    for start, count in streaks:
        if count > 1:
            yield Repeat(start, tuple(range(start + 1, start + count)), 1)
    copies: dict[tuple[int, int], list[int]] = {}
    for earlier, later, length in _runs([(keys[start], count) for start, count in streaks]):
        copies.setdefault((earlier, length), []).append(later)
    for (earlier, length), others in copies.items():
        yield _in_keys(streaks, earlier, others, length)


def _streaks(keys: Sequence[Hashable]) -> Sequence[tuple[int, int]]:
    """Where each stretch of equal keys starts, and its length; keys that stand once and side by side are one.

    No run goes on over such keys, and of most articles they are the most.
    """
    counts = Counter(keys)
    streaks: list[tuple[int, int]] = []
    end = 0
    for place in [place for place, key in enumerate(keys) if counts[key] > 1]:
        if place > end:
            streaks.append((end, 1))
        elif place and keys[place] == keys[place - 1]:
            start, count = streaks.pop()
            streaks.append((start, count + 1))
            end = place + 1
            continue
        streaks.append((place, 1))
        end = place + 1
    return streaks


def _in_keys(streaks: Sequence[tuple[int, int]], earlier: int, others: Sequence[int], length: int) -> Repeat:
    """The repeat in positions of the keys rather than of their streaks."""
    last_start, last_count = streaks[earlier + length - 1]
    first = streaks[earlier][0]
    return Repeat(first, tuple(streaks[other][0] for other in others), last_start + last_count - first)


def _runs(keys: Sequence[Hashable]) -> Iterator[tuple[int, int, int]]:
    """Earlier start, later start and length of each run, from left to right, none overlapping another."""
    counts = Counter(keys)
    places: dict[Hashable, list[int]] = {}
    end = 0
    for at, key in enumerate(keys):
        if at < end or counts[key] == 1:
            continue
        earlier, length = _longest(keys, places.get(key, ()), at)
        if length:
            yield earlier, at, length
        end = at + max(length, 1)
        for position in range(at, end):
            known = places.setdefault(keys[position], [])
            if len(known) < _CANDIDATES:
                known.append(position)


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
