"""The unit that is compared, a line or a block in its visible wording, and what it weighs."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from artlint import digest

# Items of lists, and paragraphs that belong to an item or to an entry of a reference.
LISTED = frozenset(("item", "entry"))
# Kinds that belong to a repeated run they stand in, but say nothing alone.
SILENT = frozenset(("heading", "code", "cell", "rule", "template", "links", "image"))

SENTENCE_ENDS = frozenset(".?!。？！؟।…")
_LETTERS_NEEDED = 0.5
# Characters that stand for one word where a script writes no blanks: Chinese and Japanese words have about two
# characters, those of Thai, Lao, Khmer and Burmese about four.
_IDEOGRAPHS_A_WORD, _LETTERS_A_WORD = 2, 4
# From so many characters a word on average it is an address or a key.
_LONGEST_WORDS = 30
_EXCERPT = 60
# Words from which a paragraph that ends in a question says more than that.
_LONGEST_QUESTION = 40

# In manuals paragraphs of fewer words are pointers and set phrases, if they are no notes: of 55 that pages share 13
# were right, but 8 of the 10 with a label.
LONGEST_PHRASE = 25
_LABEL = r"[^\w(\[\"'“‘«„<`]|[^\W\d]+(?: \w+){0,2}: "
# Two of these stems make a licence's text.
_LEGAL = ("warrant", "redistribut", "permission", "licens", "licenc", '"as is', "“as is", "disclaim", "liab")
_FEWEST_LEGAL = 2

_ODD_ASCII_BLANKS = "\t\v\f\r\x1c\x1d\x1e\x1f"
_ODD_BLANKS = _ODD_ASCII_BLANKS + (
    "\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
_ASCII_LETTERS = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"

# Compiled when the first text asks for them.
_IDEOGRAPH = r"[\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
_UNSPACED = r"[\u0e01-\u0e4e\u0e81-\u0ecd\u1000-\u109f\u1780-\u17d3]"


class Unit(NamedTuple):
    """One line or block.

    `text` is the visible wording with single blanks and without case, by which units are compared;
    `visible` is the wording as it stands. `start` and `end` are offsets into the article's text. `level` is
    a heading's.
    """

    text: str
    start: int
    end: int
    kind: str
    visible: str
    level: int = 0

    @property
    def key(self) -> int:
        """The digest of the wording."""
        return digest(self.text)


new_unit = tuple.__new__  # a NamedTuple's own constructor takes 2.5 times as long, and there are many units


def normalised(text: str) -> str:
    """`text` with single blanks and without case."""
    line = text.replace("\n", " ").strip()
    if line.isprintable() and "  " not in line:
        return line.casefold()  # nothing to make single: the other way takes three times as long
    return " ".join(text.split()).casefold()


def normalised_all(texts: Sequence[str]) -> Sequence[str]:
    """The same for many texts, whose blanks are made spaces all at once, in half of the time."""
    joined = "\0".join(texts)
    odd = list(filter(joined.__contains__, _ODD_ASCII_BLANKS if joined.isascii() else _ODD_BLANKS))
    if odd or "\n" in joined:
        for blank in ("\n", *odd):
            joined = joined.replace(blank, " ")
        spaced = joined.split("\0")
        if len(spaced) != len(texts):
            return list(map(normalised, texts))  # some of them have zeros in them
        texts = spaced
    lines = map(str.strip, texts)
    return [line.casefold() if "  " not in line else " ".join(line.split()).casefold() for line in lines]


def size(text: str) -> int:
    """How many words `text` has, none in a key; in scripts without blanks, how many its characters make."""
    words = text.count(" ") + 1
    if len(text) < 8 * words:
        return words if text else 0
    if len(text) >= _LONGEST_WORDS * words:
        words = 0
    if text.isascii():
        return words
    ideographs, letters = len(re.findall(_IDEOGRAPH, text)), len(re.findall(_UNSPACED, text))
    return max(words, ideographs // _IDEOGRAPHS_A_WORD, letters // _LETTERS_A_WORD)


@lru_cache(maxsize=256)  # asked of a block that comes back at each of its standings, in article after article
def weight(text: str, kind: str) -> int:
    """The words of a unit that count towards a finding; none in headings, code, lead-ins, numbers and the like."""
    if kind in SILENT or text.endswith((":", "：")) or not _is_worded(text):
        return 0
    return size(text)


def is_question(text: str) -> bool:
    """Whether the text asks and no more; a question that comes back is an interview's or a form's."""
    return text.rstrip("*_\"'”’ ").endswith(("?", "？", "؟")) and size(text) < _LONGEST_QUESTION


def is_note(text: str, kind: str) -> bool:
    """Whether a paragraph is set off from the others: a quote, or one with a label or a sign before it."""
    return kind == "quote" or re.match(_LABEL, text) is not None


def is_legal(text: str) -> bool:
    """Whether the text is of a licence, of which pages of credits have many that are alike."""
    return sum([stem in text for stem in _LEGAL]) >= _FEWEST_LEGAL  # a pattern takes twice as long


def block_id(keys: Sequence[int]) -> str:
    """The name of a block of units, the same wherever their visible wording stands: 16 hexadecimal digits."""
    names = [f"{key:016x}" for key in keys]
    return names[0] if len(names) == 1 else f"{digest(' '.join(names)):016x}"


def excerpt(texts: Iterable[str]) -> str:
    """The first words of a block, in quotes, its units parted by slashes."""
    text = " / ".join(" ".join(text.split()) for text in texts)
    if len(text) > _EXCERPT:
        cut = text[:_EXCERPT].rpartition(" ")[0]
        text = (cut if len(cut) > _EXCERPT // 2 else text[:_EXCERPT]) + "…"
    return f'"{text}"'


def _is_worded(text: str) -> bool:
    """Whether at least half of the characters are letters or marks; not so in numbers, rules and tables."""
    content = text.encode("ascii", "ignore")
    blanks = content.count(b" ")
    others = len(content.translate(None, _ASCII_LETTERS)) - blanks
    if len(content) < len(text):  # one character after the other takes a hundred times as long
        signs = [sign for sign in set(text) if "\x7f" < sign <= "\u02ff" and not sign.isalpha()]
        others += sum(map(text.count, signs))
    return others <= (len(text) - blanks) * (1 - _LETTERS_NEEDED)
