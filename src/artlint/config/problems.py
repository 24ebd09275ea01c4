"""The faults of a configuration, gathered so that the user sees all of them at once."""

from collections.abc import Callable, Collection, Sequence
from functools import partial

from artlint.config.sources import Source
from artlint.errors import ConfigError

Complain = Callable[[int, str], None]
"""Takes the offset where a fault stands (-1: the text as a whole) and what is wrong."""

_MOST_LISTED = 12


class Problems:
    """Faults by source, in the order in which the sources were read."""

    def __init__(self) -> None:
        self._faults: dict[Source, list[tuple[int, str]]] = {}
        self._lines: list[str] = []

    def about(self, source: Source) -> Complain:
        """The way to report faults of `source`."""
        self._faults.setdefault(source, [])
        return partial(self.add, source)

    def add(self, source: Source, offset: int, message: str) -> None:
        self._faults.setdefault(source, []).append((offset, f"{source.place(offset)}: {message}"))

    def say(self, line: str) -> None:
        """Add a whole line about what only the settings together show."""
        self._lines.append(line)

    def raise_any(self) -> None:
        """Raise ConfigError with one line for each fault, if there are any."""
        lines = [line for faults in self._faults.values() for _, line in sorted(faults)]
        if lines or self._lines:
            raise ConfigError(*dict.fromkeys([*lines, *self._lines]))


def nearest(name: str, valid: Collection[str]) -> str:
    """The end of a message about the unknown `name`: the valid name that was meant, else all if they are few."""
    from difflib import get_close_matches  # for faulty configurations alone

    close = get_close_matches(name, sorted(valid), n=1)
    if close:
        return f'; did you mean "{close[0]}"?'
    if 0 < len(valid) <= _MOST_LISTED:
        return f", expected {either(sorted(valid))}"
    return ""


def either(names: Sequence[str]) -> str:
    """`names` as an English choice: `a, b or c`."""
    return " or ".join(filter(None, [", ".join(names[:-1]), names[-1]]))


def quoted(text: str) -> str:
    """`text` in quotes, cut to one readable line and without anything that could steer a terminal."""
    short = text if len(text) <= 60 else f"{text[:57]}..."
    return f'"{printable(short)}"'


def printable(text: str) -> str:
    """`text` with control, bidi and other invisible characters written as escapes."""
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)
