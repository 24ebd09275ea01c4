"""The faults of a configuration, gathered so that the user sees all of them at once."""

from collections.abc import Callable
from functools import partial

from artlint.config.sources import Source
from artlint.errors import ConfigError

Complain = Callable[[int, str], None]
"""Takes the offset where a fault stands (-1: the text as a whole) and what is wrong."""


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
