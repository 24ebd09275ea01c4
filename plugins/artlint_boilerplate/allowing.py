"""What all boilerplate rules share: blocks that the user allows."""

import re
from collections.abc import Iterable

from artlint import Rule
from artlint_boilerplate.unit import Unit, block_id, normalised

_ID = re.compile(r"[0-9a-f]{8,16}")


class BoilerplateRule(Rule):
    """A rule about blocks that stand more than once.

    Options:
        allow: blocks that may stand more than once: their text, a pattern between slashes that finds
            something in it, or a block id
    """

    allow: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for entry in filter(_is_pattern, self.allow):
            try:
                re.compile(entry[1:-1])
            except re.error as error:
                raise ValueError(f"allow: {entry} is no pattern: {error}") from None

    def allows(self, units: Iterable[Unit]) -> bool:
        """Whether the user allows the block of `units`, or each of them alone."""
        if not self.allow:
            return False
        its_units = list(units)
        keys = [unit.key for unit in its_units]
        return self.allows_texts([unit.text for unit in its_units], keys)

    def allows_texts(self, texts: list[str], keys: list[int]) -> bool:
        """The same for the normalised wording and the keys of a block's units."""
        if not self.allow:
            return False
        parts = [(text, block_id([key])) for text, key in zip(texts, keys, strict=True)]
        return self._has(" ".join(texts), block_id(keys)) or all(self._has(text, name) for text, name in parts)

    def _has(self, text: str, name: str) -> bool:
        return any(_fits(entry, text, name) for entry in self.allow)


def _is_pattern(entry: str) -> bool:
    return len(entry) > 2 and entry[0] == entry[-1] == "/"


def _fits(entry: str, text: str, name: str) -> bool:
    if _is_pattern(entry):
        return re.search(entry[1:-1], text, re.IGNORECASE) is not None
    if _ID.fullmatch(entry) and name.startswith(entry):
        return True
    return normalised(entry) == text
