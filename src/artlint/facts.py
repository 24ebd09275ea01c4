"""Facts on their way from the articles to the collection's judgement: packed, counted, looked up.

A pack is what one collector knows of one article: 8 bytes a key, 24 a place, values as one JSON text. Keys
are counted as numbers; a `Fact` is made only for a key that somebody asks for.
"""

import json
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple, TypeVar, cast

from artlint.article import Place
from artlint.digests import blake2b
from artlint.rule import Fact, Facts, Plain

Value = TypeVar("Value")

_PLACE_FIELDS = len(Place._fields)


def digest(text: str) -> int:
    """The 64-bit digest of `text` (blake2b, the same on every machine and in every run)."""
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


class FactPack(NamedTuple):
    """The facts of one collector about one article, as bytes in this machine's order."""

    keys: bytes = b""
    places: bytes = b""
    values: str = ""


def pack(facts: Iterable[Fact]) -> FactPack:
    """`facts` packed; their order is kept, their path is dropped."""
    keys, places, values = array("Q"), array("I"), []
    for fact in facts:
        keys.append(fact.key if isinstance(fact.key, int) else digest(fact.key))
        places.extend(fact.place)
        values.append(fact.value)
    if not keys:
        return FactPack()
    bare = all(value is None for value in values)
    text = "" if bare else json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    return FactPack(keys.tobytes(), places.tobytes(), text)


def unpack(facts: FactPack, path: str) -> list[Fact]:
    """The facts that were packed, each with the article's path."""
    keys, places = _keys(facts), array("I", facts.places)
    values = _tuples(json.loads(facts.values)) if facts.values else (None,) * len(keys)
    columns = [places[column::_PLACE_FIELDS] for column in range(_PLACE_FIELDS)]
    return [
        Fact(key, Place._make(place), value, path)
        for key, place, value in zip(keys, zip(*columns, strict=True), cast(Sequence[Plain], values), strict=True)
    ]


class PackedFacts:
    """`Facts` over packs; see there for what each method answers."""

    def __init__(self, articles: Sequence[str], packs: Sequence[FactPack]) -> None:
        """`packs[i]` belongs to `articles[i]`; `articles` are sorted."""
        self.articles = articles
        self._packs = packs
        self._derived: dict[Callable[[Facts], object], object] = {}
        self._holders: dict[int, list[int]] | None = None
        self._unpacked = lru_cache(maxsize=256)(self._unpack)

    def __iter__(self) -> Iterator[Fact]:
        for number in range(len(self._packs)):
            yield from self._unpack(number)

    def __getitem__(self, key: int | str) -> Sequence[Fact]:
        wanted = key if isinstance(key, int) else digest(key)
        return [
            fact
            for number in self._holders_by_key.get(wanted, ())
            for fact in self._unpacked(number)
            if fact.key == wanted
        ]

    def groups(self, min_articles: int = 1) -> Iterator[tuple[int, Sequence[Fact]]]:
        """Each key that stands in at least `min_articles` articles, with all its facts, first seen first."""
        wanted = _frequent_keys(self._packs, min_articles)
        groups: dict[int, list[Fact]] = {}
        for number, facts in enumerate(self._packs):
            if wanted.isdisjoint(_keys(facts)):
                continue
            for fact in self._unpack(number):
                if fact.key in wanted:
                    groups.setdefault(int(fact.key), []).append(fact)
        yield from groups.items()

    def derived(self, function: Callable[[Facts], Value]) -> Value:
        """`function(facts)`, computed once."""
        if function not in self._derived:
            self._derived[function] = function(self)
        return cast(Value, self._derived[function])  # the same function put it there

    def _unpack(self, number: int) -> list[Fact]:
        return unpack(self._packs[number], self.articles[number])

    @property
    def _holders_by_key(self) -> dict[int, list[int]]:
        if self._holders is None:
            self._holders = {}
            for number, facts in enumerate(self._packs):
                for key in set(_keys(facts)):
                    self._holders.setdefault(key, []).append(number)
        return self._holders


def _frequent_keys(packs: Sequence[FactPack], min_articles: int) -> set[int]:
    """The keys that stand in at least `min_articles` articles."""
    seen: set[int] = set()
    again: set[int] = set()
    for facts in packs:
        keys = set(_keys(facts))
        again |= seen & keys
        seen |= keys
    if min_articles <= 1:
        return seen
    if min_articles == 2:
        return again
    counts = dict.fromkeys(again, 0)
    for facts in packs:
        for key in again.intersection(_keys(facts)):
            counts[key] += 1
    return {key for key, count in counts.items() if count >= min_articles}


def _keys(facts: FactPack) -> "array[int]":
    return array("Q", facts.keys)


def _tuples(value: object) -> object:
    """`value` with its lists as tuples, at every depth."""
    return tuple(_tuples(item) for item in value) if isinstance(value, list) else value
