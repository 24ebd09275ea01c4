"""The kinds of values that are made of others: lists, mappings of names to values, one kind or another."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, is_dataclass

from artlint.article import Entry
from artlint.config.kinds import INVALID, Kind, Null, Schema, reject
from artlint.config.model import Record
from artlint.config.problems import Complain
from artlint.config.wording import either, readable


@dataclass(frozen=True)
class ListOf:
    """A list; one value may stand alone for a list of one, and nothing for none."""

    item: Kind

    @property
    def expected(self) -> str:
        return f"a list, each {self.item.expected}"

    def read(self, entry: Entry, name: str, complain: Complain) -> object:
        if entry.value is None:
            return ()
        entries = entry.items if isinstance(entry.value, list) else (entry,)
        values = tuple(self.item.read(item, name, complain) for item in entries)
        return INVALID if INVALID in values else values

    def build(self, value: object) -> object:
        return tuple(self.item.build(item) for item in value) if isinstance(value, tuple) else value

    def written(self, value: object) -> object:
        return [self.item.written(item) for item in value] if isinstance(value, tuple) else value

    def schema(self) -> Schema:
        item = self.item.schema()
        return any_of([{"type": "array", "items": item}, item, {"type": "null"}])


@dataclass(frozen=True)
class PairsOf:
    """A mapping of any names to values of one kind; its owner gets pairs, in the order as written."""

    item: Kind

    @property
    def expected(self) -> str:
        return f"a mapping of names, each to {self.item.expected}"

    def read(self, entry: Entry, name: str, complain: Complain) -> object:
        if not isinstance(entry.value, dict | None):
            return reject(entry, name, self.expected, complain)
        pairs = tuple(
            (key, self.item.read(value, f"{name} {readable(key)}", complain)) for key, value in entry.keys.items()
        )
        return INVALID if any(value is INVALID for _, value in pairs) else Record(pairs)

    def build(self, value: object) -> object:
        return tuple((key, self.item.build(item)) for key, item in value.fields) if isinstance(value, Record) else value

    def written(self, value: object) -> object:
        pairs = value.fields if isinstance(value, Record) else value
        return {key: self.item.written(item) for key, item in pairs} if isinstance(pairs, tuple) else pairs

    def schema(self) -> Schema:
        return {"type": ["object", "null"], "additionalProperties": self.item.schema()}


@dataclass(frozen=True)
class OneOf:
    """One of several kinds of single values, or the one composite kind."""

    singles: tuple[Kind, ...]
    composite: Kind | None = None

    @property
    def expected(self) -> str:
        kinds = [*self.singles, self.composite] if self.composite else self.singles
        return either([kind.expected for kind in kinds])

    def read(self, entry: Entry, name: str, complain: Complain) -> object:
        if self.composite and isinstance(entry.value, list | dict):
            return self.composite.read(entry, name, complain)
        for kind in self.singles:
            value = kind.read(entry, name, _say_nothing)
            if value is not INVALID:
                return value
        likely = self._likely()
        return likely.read(entry, name, complain) if likely else reject(entry, name, self.expected, complain)

    def _likely(self) -> Kind | None:
        """The one kind that was meant, as the others only say that there is no value."""
        kinds = [kind for kind in (*self.singles, self.composite) if kind and not isinstance(kind, Null)]
        return kinds[0] if len(kinds) == 1 else None

    def build(self, value: object) -> object:
        return self.composite.build(value) if self.composite and _is_composed(value) else value

    def written(self, value: object) -> object:
        return self.composite.written(value) if self.composite and _is_composed(value) else value

    def schema(self) -> Schema:
        kinds = [*self.singles, self.composite] if self.composite else self.singles
        return any_of([kind.schema() for kind in kinds])


@dataclass(frozen=True)
class Section:
    """A mapping that is read by its own rules; it comes as the entry itself."""

    expected: str = "a mapping"

    def read(self, entry: Entry, name: str, complain: Complain) -> object:
        fits = isinstance(entry.value, dict | None)
        return entry if fits else reject(entry, name, self.expected, complain)

    def build(self, value: object) -> object:
        return value

    def written(self, value: object) -> object:
        return value

    def schema(self) -> Schema:
        return {"type": ["object", "null"]}


def any_of(schemas: Iterable[Schema]) -> Schema:
    """The schema of what fits at least one of `schemas`."""
    parts = [part for schema in schemas for part in _parts(schema)]
    return {"anyOf": [part for number, part in enumerate(parts) if part not in parts[:number]]}


def _parts(schema: Schema) -> Sequence[object]:
    parts = schema.get("anyOf")
    return parts if isinstance(parts, list) and len(schema) == 1 else [schema]


def _is_composed(value: object) -> bool:
    return isinstance(value, tuple) or is_dataclass(value)


def _say_nothing(offset: int, message: str) -> None:
    pass
