"""The options of a dataclass: its fields, with the kind and the default of each; and how mappings set them."""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, NamedTuple, Union, cast, get_args, get_origin

from artlint.article import Entry
from artlint.config.composites import ListOf, OneOf, PairsOf, Section
from artlint.config.kinds import (
    INVALID,
    Choice,
    Flag,
    Kind,
    Level,
    Null,
    Numeral,
    Paths,
    Pattern,
    Placed,
    PlacedText,
    Schema,
    Text,
    reject,
)
from artlint.config.model import Record
from artlint.config.problems import Complain
from artlint.config.wording import nearest, quoted
from artlint.errors import PluginError
from artlint.finding import Severity
from artlint.rule import Rule, completed


class Option(NamedTuple):
    """One option: `name` is its field's, `key` what users write. A `default` of MISSING makes it required."""

    name: str
    key: str
    kind: Kind
    default: object


class Given(NamedTuple):
    """An option's plain value as read, and where."""

    value: object
    entry: Entry


def read_options(entry: Entry, options: Mapping[str, Option], name: str, complain: Complain) -> Mapping[str, Given]:
    """The options that the mapping `entry` sets, by field name; faulty ones are left out after a complaint."""
    given: dict[str, Given] = {}
    for key, value in entry.keys.items():
        option = options.get(key.replace("-", "_"))
        if option is None:
            complain(value.key_start, _unknown(key, options, name))
        elif option.name in given:
            complain(value.key_start, f"{quoted(key)} is set twice")
        else:
            read = option.kind.read(value, f"{name} {option.key}".strip(), complain)
            given |= {} if read is INVALID else {option.name: Given(read, value)}
    return given


@dataclass(frozen=True)
class Table:
    """A mapping that sets the fields of a frozen dataclass."""

    owner: type[Any]  # any dataclass; its fields are known at run time only

    @property
    def expected(self) -> str:
        return f"a mapping of {', '.join(option.key for option in options_of(self.owner).values())}"

    def read(self, entry: Entry, name: str, complain: Complain) -> object:
        if not isinstance(entry.value, dict):
            return reject(entry, name, self.expected, complain)
        options = options_of(self.owner)
        given = read_options(entry, options, name, complain)
        lacking = _lacking(entry, options)
        for key in lacking:
            complain(entry.start, f"{name}: found no {quoted(key)}, expected one")
        if lacking or len(given) < len(entry.keys):
            return INVALID
        return Record(tuple((key, value) for key, (value, _) in given.items()))

    def build(self, value: object) -> object:
        if not isinstance(value, Record):
            return value
        options = options_of(self.owner)
        return self.owner(**{name: options[name].kind.build(item) for name, item in value.fields})

    def written(self, value: object) -> object:
        built = self.build(value)
        options = options_of(self.owner).values()
        return {option.key: option.kind.written(getattr(built, option.name)) for option in options}

    def schema(self) -> Schema:
        from artlint.config.json_schema import object_schema  # the schema's own business, and rarely asked for

        return object_schema(self.owner)


def options_of(owner: type) -> Mapping[str, Option]:
    """The options of the dataclass or named tuple `owner` by field name; none for other classes.

    Raises PluginError for a field that no configuration could set.
    """
    return _options_by_name(cast(Hashable, owner))  # classes are; mypy looks at the hash of their instances


@cache
def _options_by_name(owner: Hashable) -> Mapping[str, Option]:
    if isinstance(owner, type) and issubclass(owner, Rule):
        completed(owner)
    has_fields = is_dataclass(owner) or hasattr(owner, "_field_defaults")
    return {option.name: option for option in _options(owner)} if has_fields else {}


def _options(owner: Any) -> Iterator[Option]:  # any dataclass
    from typing import get_type_hints  # evaluates the annotations; for rules whose options are asked for alone

    try:
        annotations = get_type_hints(owner)
    except (NameError, TypeError, SyntaxError) as error:
        raise PluginError(f"{_title(owner)}: the types of its options cannot be read: {error}") from error
    for name, default, limits in _fields(owner):
        kind = _kind(annotations[name], limits)
        if kind is None:
            raise PluginError(f'{_title(owner)}: option "{name}" has a type that no file can give')
        yield Option(name, name.replace("_", "-"), kind, default)


def _fields(owner: Any) -> Iterator[tuple[str, object, Mapping[str, object]]]:  # any dataclass or named tuple
    """Each field's name, default and metadata."""
    if not is_dataclass(owner):
        yield from ((name, owner._field_defaults.get(name, MISSING), {}) for name in owner._fields)
        return
    for field in fields(owner):
        if field.init and not field.name.startswith("_"):
            factory = field.default_factory
            yield field.name, field.default if factory is MISSING else factory(), field.metadata


def _title(owner: type) -> str:
    return f"{owner.__module__}.{owner.__qualname__}"


def _lacking(entry: Entry, options: Mapping[str, Option]) -> list[str]:
    """The keys that must be set and are not; none where an unknown key may be one of them misspelt."""
    named = {key.replace("-", "_") for key in entry.keys}
    required = [option for option in options.values() if option.default is MISSING and option.name not in named]
    return [option.key for option in required] if named <= options.keys() else []


def _unknown(key: str, options: Mapping[str, Option], name: str) -> str:
    hint = nearest(key, [option.key for option in options.values()])
    if not name:
        return f"unknown key {quoted(key)}{hint}"
    return f"{name} has no option {quoted(key)}{hint}" if options else f"{name} has no options"


def _kind(annotation: object, limits: Mapping[str, object]) -> Kind | None:
    """The kind of values that `annotation` means; None if there is none."""
    simple = _SIMPLE.get(annotation)
    if simple:
        return simple
    if annotation in (int, float):
        return Numeral(annotation is int, _limit(limits, "min"), _limit(limits, "max"))
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Literal:
        return Choice(arguments)
    if origin in (Union, UnionType):
        return _one_of([_kind(member, limits) for member in arguments])
    if origin is tuple and len(arguments) == 2 and arguments[1] is Ellipsis:
        return _many(arguments[0], limits)
    return Table(annotation) if isinstance(annotation, type) and is_dataclass(annotation) else None


_SIMPLE: Mapping[object, Kind] = {
    bool: Flag(),
    str: Text(),
    NoneType: Null(),
    Pattern: Paths(),
    Placed: PlacedText(),
    Severity: Level(),
    Entry: Section(),
}


def _many(item: object, limits: Mapping[str, object]) -> Kind | None:
    """A list of `item`, or a mapping where the items are pairs of a name and a value."""
    arguments = get_args(item)
    if get_origin(item) is tuple and len(arguments) == 2 and arguments[0] is str and arguments[1] is not Ellipsis:
        value = _kind(arguments[1], limits)
        return PairsOf(value) if value else None
    kind = _kind(item, limits)
    return ListOf(kind) if kind else None


def _one_of(kinds: list[Kind | None]) -> Kind | None:
    """Any of `kinds`, of which one at most may be made of others."""
    known = [kind for kind in kinds if kind]
    composite = [kind for kind in known if isinstance(kind, ListOf | PairsOf | Table | Section)]
    if len(known) < len(kinds) or len(composite) > 1:
        return None
    return OneOf(tuple(kind for kind in known if kind not in composite), composite[0] if composite else None)


def _limit(limits: Mapping[str, object], name: str) -> float | None:
    limit = limits.get(name)
    return limit if isinstance(limit, int | float) else None
