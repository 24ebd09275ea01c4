"""Facts on their way from the articles to the collection's judgement: packed, counted, looked up.

A pack is what one collector knows of one article: 8 bytes a key, 24 a place for the facts that have one, and a text
with all values. Keys are counted as numbers; places and values are fetched, and a `Fact` is made, only for a key that
somebody asks for.
"""

import json
from array import array
from bisect import bisect_left
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence, Set
from json.encoder import encode_basestring
from struct import unpack as unpack_numbers
from typing import NamedTuple, Protocol, TypeVar, cast

from artlint.article import NO_PLACES, NOWHERE, Place, Places
from artlint.digests import blake2b
from artlint.rule import Fact, FactColumns, Facts, Plain

Value = TypeVar("Value")

PACK_DIGEST_BYTES = 8
_PLACE_FIELDS = len(Place._fields)
# Before each value of a pack where all are texts without it. JSON never has it as it is.
_MARK = "\x1e"


def digest(text: str | bytes) -> int:
    """The 64-bit digest of `text` (blake2b, the same on every machine and in every run), or of its UTF-8."""
    content = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    return int.from_bytes(blake2b(content, digest_size=8).digest(), "little")


def digests(contents: Iterable[bytes]) -> Sequence[int]:
    """The digest of each of the contents, in two thirds of the time that one after the other takes."""
    whole = b"".join([blake2b(content, digest_size=8).digest() for content in contents])
    return unpack_numbers(f"<{len(whole) // 8}Q", whole)


class FactPack(NamedTuple):
    """The facts of one collector about one article, as bytes in this machine's order."""

    keys: bytes = b""
    places: bytes = b""
    values: str = ""


def pack_digest(facts: FactPack) -> bytes:
    """`PACK_DIGEST_BYTES` bytes that tell one pack from another; zeros for an empty one."""
    if not facts.keys:
        return bytes(PACK_DIGEST_BYTES)
    whole = blake2b(facts.keys, digest_size=PACK_DIGEST_BYTES)
    whole.update(facts.places)
    whole.update(facts.values.encode("utf-8", "surrogatepass"))
    return whole.digest()


def pack(facts: Iterable[Fact] | FactColumns) -> FactPack:
    """`facts` packed; their order is kept, their path is dropped. Raises ValueError for columns that do not fit."""
    columns = _fitting(facts) if isinstance(facts, FactColumns) else _columns(facts)
    keys = array("Q", [key if isinstance(key, int) else digest(key) for key in columns.keys])
    if not keys:
        return FactPack()
    places = [0] * (_PLACE_FIELDS * len(columns.places.starts))
    for field, column in enumerate(columns.places):
        places[field::_PLACE_FIELDS] = column
    return FactPack(keys.tobytes(), array("I", places).tobytes(), _packed(columns.values))


def _fitting(columns: FactColumns) -> FactColumns:
    lengths = [len(column) for column in columns.places]
    if len(columns.values) != len(columns.keys) or len(set(lengths)) > 1 or lengths[0] > len(columns.keys):
        raise ValueError(
            f"columns of {len(columns.keys)} keys, {len(columns.values)} values and {max(lengths)} places; "
            "expected as many values as keys, and no more places"
        )
    return columns


def _columns(facts: Iterable[Fact]) -> FactColumns:
    keys, places, values, _ = tuple(zip(*facts, strict=True)) or ((), (), (), ())
    return FactColumns(keys, Places._make(zip(*places, strict=True)) if places else NO_PLACES, values)


def unpack(facts: FactPack, path: str, wanted: Container[int] | None = None) -> Iterator[Fact]:
    """The facts that were packed, each with the article's path; with `wanted` those under these keys alone."""
    keys = _numbers(facts.keys)
    numbers = range(len(keys)) if wanted is None else [n for n, key in enumerate(keys) if key in wanted]
    if not numbers:
        return
    places = array("I", facts.places)
    values = _decoded(facts.values, numbers) if facts.values else (None,) * len(numbers)
    for number, value in zip(numbers, values, strict=True):
        its = places[number * _PLACE_FIELDS : (number + 1) * _PLACE_FIELDS]
        yield Fact(keys[number], Place._make(its) if its else NOWHERE, value, path)


class Beside(NamedTuple):
    """What lies beside the articles of a collection, by path, sorted.

    `outlines` are files that are no articles but list some, `files` all others: links, licences, pictures, what
    the configuration excludes.
    """

    outlines: tuple[str, ...] = ()
    files: tuple[str, ...] = ()


NOTHING_BESIDE = Beside()


class Packs(Protocol):
    """The packs of one collector, by the number of the article."""

    @property
    def keys(self) -> Sequence[bytes]:
        """The keys of each pack."""

    def packs(self, numbers: Sequence[int]) -> Iterator[FactPack]:
        """The whole packs of these articles, in the order of the numbers."""


class PacksInMemory:
    """`Packs` of which nothing needs to be fetched."""

    def __init__(self, packs: Sequence[FactPack]) -> None:
        self._packs = packs
        self.keys = [each.keys for each in packs]

    def packs(self, numbers: Sequence[int]) -> Iterator[FactPack]:
        """The whole packs of these articles."""
        return (self._packs[number] for number in numbers)


class PackedFacts:
    """`Facts` over packs; see there for what each method answers."""

    def __init__(self, articles: Sequence[str], packs: Packs, beside: Beside = NOTHING_BESIDE) -> None:
        """The packs are those of the `articles`, which are sorted, and then of the outlines beside them."""
        self.articles = articles
        self.files = beside.files
        self._paths = (*articles, *beside.outlines) if beside.outlines else articles
        self._packs = packs
        self._derived: dict[tuple[type, Callable[[Facts], object]], object] = {}
        self._holders: dict[int, int | list[int]] | None = None

    def __iter__(self) -> Iterator[Fact]:
        return self._facts_in([number for number, keys in enumerate(self._packs.keys) if keys])

    def __getitem__(self, key: int | str) -> Sequence[Fact]:
        wanted = key if isinstance(key, int) else digest(key)
        holders = self._holders_by_key.get(wanted, ())
        return list(self._facts_in([holders] if isinstance(holders, int) else holders, (wanted,)))

    def in_article(self, path: str) -> Sequence[Fact]:
        """The facts of one article, in the order in which they were collected; none where there is no such article."""
        number = bisect_left(self.articles, path)
        return list(self._facts_in([number])) if path in self.articles[number : number + 1] else ()

    def keys(self, min_articles: int = 1) -> Set[int]:
        """The keys that stand in at least `min_articles` articles."""
        return _frequent_keys(self._packs.keys, min_articles)

    def of(self, keys: Set[int]) -> Mapping[int, Sequence[Fact]]:
        """The facts of each of the keys that has any, first seen first."""
        groups: dict[int, list[Fact]] = {}
        if keys:
            holders = [number for number, its in enumerate(self._packs.keys) if not keys.isdisjoint(_numbers(its))]
            for fact in self._facts_in(holders, keys):
                groups.setdefault(int(fact.key), []).append(fact)
        return groups

    def groups(self, min_articles: int = 1) -> Iterator[tuple[int, Sequence[Fact]]]:
        """Each key that stands in at least `min_articles` articles, with all its facts, first seen first."""
        yield from self.of(self.keys(min_articles)).items()

    def derived(self, function: Callable[[Facts], Value]) -> Value:
        """`function(facts)`, computed once."""
        key = type(function), function  # tuples of two classes may be equal
        if key not in self._derived:
            self._derived[key] = function(self)
        return cast(Value, self._derived[key])  # the same function put it there

    def _facts_in(self, numbers: Sequence[int], wanted: Container[int] | None = None) -> Iterator[Fact]:
        """The facts of these articles, or those of them that are filed under the `wanted` keys."""
        for number, facts in zip(numbers, self._packs.packs(numbers), strict=True):
            yield from unpack(facts, self._paths[number], wanted)

    @property
    def _holders_by_key(self) -> dict[int, int | list[int]]:
        """The articles that hold each key, by number; a lone one bare, since most keys stand in one alone."""
        if self._holders is None:
            self._holders = {}
            for number, keys in enumerate(self._packs.keys):
                for key in set(_numbers(keys)):
                    before = self._holders.setdefault(key, number)
                    if isinstance(before, list):
                        before.append(number)
                    elif before != number:
                        self._holders[key] = [before, number]
        return self._holders


def _frequent_keys(keys_by_article: Sequence[bytes], min_articles: int) -> set[int]:
    """The keys that stand in at least `min_articles` articles."""
    seen: set[int] = set()
    again: set[int] = set()
    for packed in keys_by_article:
        keys = set(_numbers(packed))
        again |= seen & keys
        seen |= keys
    if min_articles <= 1:
        return seen
    if min_articles == 2:
        return again
    counts = dict.fromkeys(again, 0)
    for packed in keys_by_article:
        for key in again.intersection(_numbers(packed)):
            counts[key] += 1
    return {key for key, count in counts.items() if count >= min_articles}


def _numbers(keys: bytes) -> "array[int]":
    return array("Q", keys)


def _packed(values: Sequence[Plain]) -> str:
    """The values in one text: texts as they are with a mark before each, others as lines of JSON."""
    if set(map(type, values)) == {str}:
        text = _MARK.join(("", *cast(Sequence[str], values)))
        if text.count(_MARK) == len(values):
            return text
    lines = list(map(_encoded, values))
    return "\n".join(lines) if any(lines) else ""


def _encoded(value: Plain) -> str:
    """The value as a line of JSON, which holds no line ends; None as an empty line."""
    if value is None:
        return ""
    if type(value) is str:
        return encode_basestring(value)
    if type(value) is int:  # the encoder would take ten times as long
        return str(value)
    return _encode(value)


_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def _decoded(text: str, numbers: Iterable[int]) -> Sequence[Plain]:
    """The values with these numbers, JSON decoded in one call, lists as tuples at every depth."""
    if text.startswith(_MARK):
        texts = text.split(_MARK)
        return [texts[number + 1] for number in numbers]
    lines = text.split("\n")
    return [_tuples(value) for value in json.loads(f"[{','.join([lines[number] or 'null' for number in numbers])}]")]


def _tuples(value: object) -> Plain:
    if type(value) is list:  # a call for each of a million scalars costs more than the decoding
        return tuple([_tuples(item) if type(item) is list else item for item in value])
    return cast(Plain, value)  # JSON's scalars
