"""Two wordings compared: how much alike they are, and in what they differ."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_LONGEST_SHOWN = 60
# Words from which an addition says something of its own.
_PHRASE = 2
_SPELT_ALIKE = 50
_SHINGLE, _LONGEST_WORD = 2, 15
_HUMPS = r"[A-Z][a-z]+[A-Z][a-z]"
_CODE = ("_", "$", "::", "()", "->", "=")
_CUT = "()[].…\"'“”"


class Difference(NamedTuple):
    """Words of the one wording that stand for words of the other; one of them may be empty."""

    one: str
    other: str
    at: int  # the number of the first word that differs

    @property
    def is_another_word(self) -> bool:
        """Whether words stand for others that are not even spelt alike."""
        return bool(self.one and self.other) and likeness_of_spelling(self.one, self.other) < _SPELT_ALIKE

    @property
    def new_words(self) -> int:
        """How many words are others; none where they are only spelt otherwise."""
        if self.one and self.other and not self.is_another_word:
            return 0
        return max(len(self.one.split()), len(self.other.split()))

    @property
    def has_fill_in(self) -> bool:
        """Whether a number, an address or a channel is among the words."""
        return any(map(_is_fill_in, self._words))

    @property
    def is_number(self) -> bool:
        """Whether numbers or versions stand for others, as each article has its own."""
        return all(any(map(str.isdigit, word)) and "/" not in word and "@" not in word for word in self._words)

    @property
    def is_slot(self) -> bool:
        """Whether a channel or a name of program text stands for another, or one wording is cut short by dots."""
        sides = [text for text in (self.one, self.other) if text]
        if all(any(sign in text for sign in _CODE) or re.search(_HUMPS, text) for text in sides):
            return True
        return all(word.startswith("#") or not word.strip(_CUT) for word in self._words)

    @property
    def _words(self) -> tuple[str, ...]:
        return (*self.one.split(), *self.other.split())

    @property
    def is_extension(self) -> bool:
        """Whether a phrase was added or left out: of 5 such drifts that were read one was no statement of its own."""
        return not (self.one and self.other) and len((self.one or self.other).split()) >= _PHRASE

    def __str__(self) -> str:
        if not self.one:
            return f'"{_shown(self.other)}" added'
        return f'"{_shown(self.one)}" left out' if not self.other else f'"{_shown(self.one)}" -> "{_shown(self.other)}"'


def likeness(one: str, other: str) -> int:
    """How many percent of the words the two wordings have in common and in one order."""
    from difflib import SequenceMatcher  # 4 ms that only collections with near-copies need

    return round(100 * SequenceMatcher(None, _pieces(one), _pieces(other), autojunk=False).ratio())


def likeness_of_spelling(one: str, other: str) -> int:
    """How many percent of the characters the two have in common and in one order."""
    from difflib import SequenceMatcher

    return round(100 * SequenceMatcher(None, one, other, autojunk=False).ratio())


def differences(one: str, other: str, limit: int) -> Sequence[Difference]:
    """How `other` differs from `one`; of texts cut at `limit` characters the ends do not count."""
    from difflib import SequenceMatcher  # 4 ms that only collections with near-copies need

    ones, others = _pieces(one), _pieces(other)
    matcher = SequenceMatcher(None, ones, others, autojunk=False)
    steps = [step for step in matcher.get_opcodes() if step[0] != "equal"]
    if steps and max(len(one), len(other)) >= limit and (steps[-1][2] == len(ones) or steps[-1][4] == len(others)):
        steps.pop()
    separator = "" if _is_unspaced(one) else " "
    return [
        Difference(separator.join(ones[start:end]), separator.join(others[other_start:other_end]), start)
        for _, start, end, other_start, other_end in steps
    ]


def words(text: str) -> set[str]:
    """The words without case and signs, names of program text parted."""
    return {word for word in re.split(r"[\W_]+", text.casefold()) if word}


def shingles(text: str) -> Iterator[str]:
    """Each three words of `text` that follow each other; three characters in scripts without blanks."""
    tokens = list(_tokens(text))
    return map(" ".join, zip(*(tokens[start:] for start in range(_SHINGLE)), strict=False))


def _tokens(text: str) -> Iterator[str]:
    for word in text.split():
        if len(word) > _LONGEST_WORD and not word.isascii():
            yield from word
        else:
            yield word


def told(differences: Sequence[Difference]) -> str:
    """The first differences in words, and how many more there are."""
    shown = ", ".join(map(str, differences[:2]))
    return f"{shown} and {len(differences) - 2} more" if len(differences) > 2 else shown


def _pieces(text: str) -> list[str]:
    """The words of `text`; its characters in scripts without blanks."""
    return list(text) if _is_unspaced(text) else text.split()


def _is_unspaced(text: str) -> bool:
    return len(text) > _LONGEST_WORD * len(text.split())


def _shown(text: str) -> str:
    return text if len(text) <= _LONGEST_SHOWN else f"{text[: _LONGEST_SHOWN // 2]}…{text[-_LONGEST_SHOWN // 2 :]}"


def without_fill_ins(text: str) -> str:
    """`text` with one mark for each number, date, address and channel: equal for what fills a form's slots."""
    return " ".join("0" if _is_fill_in(word) else word for word in text.split())


def _is_fill_in(word: str) -> bool:
    return any(map(str.isdigit, word)) or "/" in word or "@" in word or "#" in word
