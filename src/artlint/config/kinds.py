"""The kinds of single values that an option may have: how each is read from a file, and its JSON Schema."""

from dataclasses import dataclass
from math import isfinite
from typing import ClassVar, Final, NewType, Protocol

from artlint.article import Entry
from artlint.config.problems import Complain
from artlint.config.wording import either, nearest, quoted, readable
from artlint.finding import Severity

Pattern = NewType("Pattern", str)
"""A gitignore-like pattern relative to the project's root."""

Placed = NewType("Placed", Entry)
"""Text that comes as the entry itself, for messages about its place."""

Schema = dict[str, object]
INVALID: Final = object()
"""What reading comes to after a complaint."""


class Kind(Protocol):
    """One kind of values."""

    @property
    def expected(self) -> str:
        """What a value of this kind is, as messages say it."""

    def read(self, entry: Entry, name: str, complain: Complain) -> object:
        """The value as plain, hashable data; INVALID after a complaint about the option `name`."""

    def build(self, value: object) -> object:
        """What the option's owner is given for the plain `value`."""

    def written(self, value: object) -> object:
        """`value`, plain or built, as a user would write it: scalars, lists and mappings."""

    def schema(self) -> Schema:
        """The JSON Schema of this kind."""


@dataclass(frozen=True)
class Scalar:
    """What the kinds of single values share; they are built of themselves."""

    expected: ClassVar[str]

    def read(self, entry: Entry, name: str, complain: Complain) -> object:
        value = self.value_of(entry)
        return reject(entry, name, self.expected, complain) if value is INVALID else value

    def value_of(self, entry: Entry) -> object:
        """The entry's value, or INVALID where it is of another kind."""
        raise NotImplementedError

    def build(self, value: object) -> object:
        return value

    def written(self, value: object) -> object:
        return value


class Flag(Scalar):
    """True or false."""

    expected = "true or false"

    def value_of(self, entry: Entry) -> object:
        return entry.value if isinstance(entry.value, bool) else INVALID

    def schema(self) -> Schema:
        return {"type": "boolean"}


class Null(Scalar):
    """Nothing at all: the option is unset."""

    expected = "null"

    def value_of(self, entry: Entry) -> object:
        return INVALID if entry.value is not None else None

    def schema(self) -> Schema:
        return {"type": "null"}


class Text(Scalar):
    """Text as written: an unquoted `no` or `012` is no other value here than it is on the screen."""

    expected = "text"

    def value_of(self, entry: Entry) -> object:
        return INVALID if entry.value is None or isinstance(entry.value, list | dict) else entry.raw

    def schema(self) -> Schema:
        return {"type": "string"}


class PlacedText(Text):
    """Text that comes with its place."""

    def value_of(self, entry: Entry) -> object:
        return INVALID if super().value_of(entry) is INVALID else entry

    def written(self, value: object) -> object:
        return value.raw if isinstance(value, Entry) else value


class Paths(Text):
    """A pattern that articles' paths are matched against."""

    expected = "a pattern of paths"

    def read(self, entry: Entry, name: str, complain: Complain) -> object:
        pattern = super().read(entry, name, complain)
        fault = "" if pattern is INVALID else _pattern_fault(str(pattern))
        if fault:
            complain(entry.start, f"{name}: {quoted(entry.raw)} {fault}")
        return INVALID if fault else pattern


@dataclass(frozen=True)
class Numeral(Scalar):
    """A number, whole or not, from `minimum` to `maximum`."""

    whole: bool
    minimum: float | None = None
    maximum: float | None = None

    @property
    def expected(self) -> str:  # type: ignore[override]  # the one kind whose name depends on its limits
        limits = [f"at least {self.minimum}"] if self.minimum is not None else []
        limits += [f"at most {self.maximum}"] if self.maximum is not None else []
        kind = "a whole number" if self.whole else "a number"
        return f"{kind} of {' and '.join(limits)}" if limits else kind

    def value_of(self, entry: Entry) -> object:
        number = _whole(entry) if self.whole else _number(entry)
        return INVALID if number is None or not self._within(number) else number

    def _within(self, number: float) -> bool:
        above = self.minimum is None or number >= self.minimum
        return above and (self.maximum is None or number <= self.maximum)

    def schema(self) -> Schema:
        limits = {"minimum": self.minimum, "maximum": self.maximum}
        kind: Schema = {"type": "integer" if self.whole else "number"}
        return kind | {key: limit for key, limit in limits.items() if limit is not None}


@dataclass(frozen=True)
class Choice:
    """One of a few values, each written as itself."""

    choices: tuple[object, ...]

    @property
    def expected(self) -> str:
        return either([_literal(choice) for choice in self.choices])

    def read(self, entry: Entry, name: str, complain: Complain) -> object:
        for choice in self.choices:
            if _is_written(choice, entry):
                return choice
        meant = nearest(entry.raw, [choice for choice in self.choices if isinstance(choice, str)])
        hint = meant if meant.startswith(";") else ""
        return reject(entry, name, self.expected, complain, hint)

    def build(self, value: object) -> object:
        return value

    def written(self, value: object) -> object:
        return value

    def schema(self) -> Schema:
        return {"enum": list(self.choices)}


class Level(Choice):
    """A severity by its name."""

    def __init__(self) -> None:
        super().__init__(tuple(severity.label for severity in Severity))

    def read(self, entry: Entry, name: str, complain: Complain) -> object:
        label = super().read(entry, name, complain)
        return INVALID if label is INVALID else Severity[str(label).upper()]

    def written(self, value: object) -> object:
        return value.label if isinstance(value, Severity) else value


def reject(entry: Entry, name: str, expected: str, complain: Complain, hint: str = "") -> object:
    """INVALID, after the complaint that something else was expected."""
    complain(entry.start, f"{name}: found {shown(entry)}, expected {expected}{hint}")
    return INVALID


def shown(entry: Entry) -> str:
    """What stands at `entry`, as messages name it."""
    if entry.value is None:
        return "nothing"
    if isinstance(entry.value, list | dict):
        return "a list" if isinstance(entry.value, list) else "a mapping"
    return quoted(entry.raw) if isinstance(entry.value, str) else readable(entry.raw)


def _literal(choice: object) -> str:
    if isinstance(choice, str):
        return f'"{choice}"'
    return "null" if choice is None else str(choice).lower()


def _is_written(choice: object, entry: Entry) -> bool:
    """Whether `entry` says `choice`; text is compared as written, since YAML takes `on` and `no` for booleans."""
    if isinstance(choice, str):
        return entry.value is not None and not isinstance(entry.value, list | dict) and entry.raw == choice
    return type(entry.value) is type(choice) and entry.value == choice


def _whole(entry: Entry) -> int | None:
    """The whole number that a person reads there: YAML's octal 012 and sexagesimal 1:30 are none."""
    if not isinstance(entry.value, int) or isinstance(entry.value, bool):
        return None
    try:
        return entry.value if int(entry.raw) == entry.value else None
    except ValueError:
        return None


def _number(entry: Entry) -> float | None:
    if isinstance(entry.value, float):
        return entry.value if isfinite(entry.value) else None
    return _whole(entry)


def _pattern_fault(pattern: str) -> str:
    """What is wrong with a pattern of paths; empty if nothing is."""
    from pathspec import GitIgnoreSpec  # 19 ms, for configurations with patterns alone

    if ".." in pattern.split("/"):
        return "leads out of the project; patterns are relative to its root"
    try:
        parts = GitIgnoreSpec.from_lines([pattern]).patterns
    except ValueError:
        return "is not a gitignore pattern"
    return "" if any(part.include is not None for part in parts) else "matches no path"
