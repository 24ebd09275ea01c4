"""What previous and next are called: labels of 110 languages, and the English grammar of them.

`labels.txt` holds language, direction, strength and labels (as `bare` gives them), one group a line. They were
gathered from the translations of site generators and themes, with the plain words for "next article" added. A
strong label has a noun ("next article"); a weak one is a bare word ("next") that may stand in any sentence.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from functools import cache
from itertools import product
from pathlib import Path
from typing import NamedTuple

PREVIOUS, NEXT = "previous", "next"
OPPOSITE: Mapping[str, str] = {PREVIOUS: NEXT, NEXT: PREVIOUS}

_ADJECTIVES = {
    PREVIOUS: ("previous", "prev", "prior", "older", "earlier"),
    NEXT: ("next", "newer", "later", "following"),
}
# An article is called so; with the second row a lone "next day" may as well be a heading of running text.
_NOUNS = ("article", "post", "story", "entry", "chapter", "topic", "lesson", "episode", "issue", "tutorial")
_DOUBTFUL_NOUNS = ("section", "part", "module", "step", "day", "week", "unit", "page")
# Parts of a book: "next" and "next chapter" in one article are two chains.
_LEVELS = frozenset(("chapter", "part", "section", "module", "unit", "lesson", "day", "week", "step"))
_SHORT_WORDS = frozenset(("e", "i", "an", "la", "le", "ar", "am", "air", "para", "page", "post", "article"))
_PAGED_NOUNS = ("posts", "entries", "articles", "stories", "results", "items", "page")
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
# The first word of each line but the first. `^` would take ten times as long, and with the second pattern's
# characters in it, it would take three times as long.
_LINE_STARTS = re.compile(r"\n[^\w\n]*([^\W\d_]+)")
_PART_STARTS = re.compile(r"[|·•][^\w\n]*([^\W\d_]+)")
_FIRST_WORDS = re.compile(r"^(.*?([^\W\d_]+).*)$", re.MULTILINE)  # each line with a word, and the word


class Label(NamedTuple):
    """What a label says.

    `is_strong` where a title after it is enough; `level` is the part of a book that it names ("chapter", "" for
    none), as "next" and "next chapter" are two chains; `is_paged` where it may lead through pages of a list.
    """

    direction: str
    is_strong: bool
    level: str = ""
    is_paged: bool = False


class Labels(NamedTuple):
    """Labels by their bare text, and the words that they begin with in all their letter cases.

    Words of one to four letters ("an t-alt", "e mëparshme") begin too many lines to tell anything, so the
    labels that begin with them are looked for as a whole.
    """

    by_text: Mapping[str, Label]
    first_words: frozenset[str]
    by_short_word: Mapping[str, list[str]]

    def read(self, text: str) -> Label | None:
        """The label that `text` is, whatever marks stand around it; None if it is none."""
        return self.by_text.get(bare(text)) if len(text) <= 80 and "()" not in text else None  # next() is code

    def may_stand_in(self, text: str) -> bool:
        """Whether a label can begin a line of `text`; wrong only towards yes."""
        return bool(self._beginning_lines_of(text))

    def beginning_lines_of(self, texts: Sequence[str]) -> list[int]:
        """The numbers of the texts of which `may_stand_in` holds; asked of all at once, since it seldom does."""
        words = self._beginning_lines_of("\n".join(texts))
        if not words:
            return []
        return [
            number
            for number, text in enumerate(texts)
            if any(map(text.__contains__, words)) and self.may_stand_in(text)
        ]

    def _beginning_lines_of(self, text: str) -> Set[str]:
        """The words that begin lines of `text`, or parts of them, and labels; none where no label goes on from them."""
        found = self.first_words.intersection(_first_words(text))
        if not found or not found <= self.by_short_word.keys():
            return found
        lowered = text.casefold()
        begins = any(label in lowered for word in found for label in self.by_short_word[word])
        return found if begins else frozenset()


def _first_words(text: str) -> list[str]:
    """The first word of each line and of each part of a line."""
    words = _LINE_STARTS.findall("\n" + text)
    if "|" in text or (not text.isascii() and ("·" in text or "•" in text)):
        words += _PART_STARTS.findall(text)
    return words


def bare(text: str) -> str:
    """`text` without arrows, emoji, marks and blanks around it, in lower case."""
    return " ".join(_EDGES.sub("", text).split()).casefold()


@cache
def labels(extra: tuple[tuple[str, str], ...] = ()) -> Labels:
    """All labels, with the user's own (label, direction) on top."""
    by_text = _known_labels() | _english_labels()
    by_text |= {bare(text): Label(direction, is_strong=True) for text, direction in extra}
    by_text.pop("", None)
    word_by_text = dict(_FIRST_WORDS.findall("\n".join(by_text)))
    first_words = {form for word in set(word_by_text.values()) for form in _forms(word)}
    by_short_word: dict[str, list[str]] = defaultdict(list)
    for text, word in word_by_text.items():
        for form in _forms(word) if word in _SHORT_WORDS else ():
            by_short_word[form].append(text)
    return Labels(by_text, frozenset(first_words), dict(by_short_word))


def _forms(word: str) -> tuple[str, str, str]:
    return word, word.capitalize(), word.upper()


def _english_labels() -> dict[str, Label]:
    found: dict[str, Label] = {}
    for direction, adjectives in _ADJECTIVES.items():
        for adjective in adjectives:
            found[adjective] = Label(direction, is_strong=False)
        for adjective, noun in product(adjectives, _NOUNS):
            found[f"{adjective} {noun}"] = Label(direction, is_strong=True, level=noun if noun in _LEVELS else "")
        for adjective, noun in product(adjectives, _DOUBTFUL_NOUNS):
            found[f"{adjective} {noun}"] = Label(direction, is_strong=False, level=noun if noun in _LEVELS else "")
        for adjective, noun in product(adjectives, _PAGED_NOUNS):
            found[f"{adjective} {noun}"] = Label(direction, is_strong=False, is_paged=True)
    for ambiguous in ("later", "earlier", "following", "prior"):
        del found[ambiguous]
    return found


def _known_labels() -> dict[str, Label]:
    found: dict[str, Label] = {}
    for line in Path(__file__).with_name("labels.txt").read_text(encoding="utf-8").splitlines():
        _, direction, strength, texts = line.split("\t")
        label = Label(direction, is_strong=strength == "strong")
        for text in texts.split("|"):
            if label.is_strong or text not in found:
                found[text] = label
    return found
