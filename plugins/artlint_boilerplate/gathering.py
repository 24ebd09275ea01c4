"""The facts that the collection's rules share: which units stand where, and which articles are the same."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple, cast

from artlint import Article, Fact, Place, digest
from artlint_boilerplate.entries import is_program_text, names_program_text, says_generated
from artlint_boilerplate.includes import id_before
from artlint_boilerplate.sections import Outline
from artlint_boilerplate.unit import LONGEST_PHRASE, SILENT, is_note, new_unit, normalised, size
from artlint_boilerplate.units import units

# Characters of a unit that its fact keeps, for excerpts and for telling one wording from another.
KEPT = 300
# Fewest words of a unit that is remembered: lines of a widget are short, Markdown's paragraphs are not.
_FEWEST_WORDS = {"line": 3, "paragraph": 5, "quote": 5}
_FEWEST_WORDS_ELSE = 8
# Standings of one unit in one article that are remembered.
_MOST_STANDINGS = 5

# Units whose wording may drift from the others'; shorter ones are too like each other anyway.
_FEWEST_DRIFTING, _DRIFTING = 15, frozenset(("line", "paragraph", "quote"))
# How many words at either end find a near-copy: 186 of 190 variants with 345 candidates on news of 1,200 articles.
_END_WORDS, _END_CHARACTERS = 4, 12

# What a fact tells of, as the first character of its value: short texts are quickest to write and read. The value
# of an end is the key of its unit, a number.
_UNIT, _TITLE, _ARTICLE = "uta"
# The upper halves of the ends' keys. Checksums of 32 bits are enough, as near-copies are compared word by word.
_HEADS, _TAILS = 0x4EAD, 0x7A11


# The kind of a paragraph that is too short in a manual to be more than a pointer or a set phrase.
PHRASE = "phrase"


class Standing(NamedTuple):
    """One unit of one article, as its fact tells."""

    key: int
    path: str
    place: Place
    number: int  # of the unit in its article
    kind: str
    text: str  # its first characters alone where it is long
    words: int
    total: int  # words of the whole article but for headings, code and tables
    ends: tuple[int, ...] = ()  # the keys of its beginning and its end, where its wording may drift
    id: str = ""  # of its element in HTML


class Whole(NamedTuple):
    """An article as a whole; `place` is its first unit's."""

    path: str
    place: Place
    words: int


class UnitCollector(NamedTuple):
    """Gathers each unit that may be shared, the article's titles and the article as a whole."""

    def collect(self, article: Article) -> Iterable[Fact]:
        its_units = article.derived(units)
        if not its_units:
            return ()
        # What is asked of every unit is asked in columns, and each wording is made bytes once.
        contents = [unit[0].encode("utf-8", "surrogatepass") for unit in its_units]
        sizes = [0 if unit[3] in SILENT else size(unit[0]) for unit in its_units]
        return chain(_of_units(article, contents, sizes), _of_whole(article, contents, sum(sizes)))


def _of_units(article: Article, contents: Sequence[bytes], sizes: Sequence[int]) -> Iterator[Fact]:
    """The facts of each unit that may be shared; `contents` are their wordings, `sizes` their words."""
    from zlib import crc32  # a library that runs without collections do not need

    words, standings, manner = sum(sizes), dict[str, int](), _Manner(article)
    is_page = article.format == "html"
    for number, (text, start, stop, kind, visible, _) in enumerate(article.derived(units)):
        count = sizes[number]
        if not count or count < _FEWEST_WORDS.get(kind, _FEWEST_WORDS_ELSE):
            continue
        before = standings.get(text, 0)
        if before == _MOST_STANDINGS:
            continue
        standings[text] = before + 1
        key, place = digest(contents[number]), article.place(start, stop)
        if manner.has_entries and manner.is_in_entry(number):
            kind = "entry"
        may_drift = count >= _FEWEST_DRIFTING and kind in manner.drifting
        if count < manner.longest_phrase and kind in _DRIFTING and not is_note(text, kind):
            kind = PHRASE
        if is_page and (name := id_before(article, start)):
            kind = f"{kind}#{name.replace('|', '')}"
        if not may_drift:
            yield new_unit(Fact, (key, place, f"{_UNIT}{number}|{kind}|{count}|{words}||{visible[:KEPT]}", ""))
            continue
        head, tail = _ends(text, contents[number], crc32)
        value = f"{_UNIT}{number}|{kind}|{count}|{words}|{head} {tail}|{visible[:KEPT]}"
        yield new_unit(Fact, (key, place, value, ""))
        yield new_unit(Fact, (head, place, key, ""))
        yield new_unit(Fact, (tail, place, key, ""))


class _Manner:
    """What an article is like as a whole decides what the facts tell of its units."""

    def __init__(self, article: Article) -> None:
        self.outline = article.derived(Outline)
        titles = [title.text for title in article.titles]
        self.is_entry = any(map(is_program_text, titles)) or says_generated(article.text)
        self.has_entries = self.is_entry or self.outline.has_entries
        self.longest_phrase = LONGEST_PHRASE if self.outline.is_manual or self.has_entries else 0
        self.drifting = frozenset[str]() if any(map(names_program_text, titles)) else _DRIFTING

    def is_in_entry(self, number: int) -> bool:
        """Whether the unit belongs to an entry of a reference."""
        return self.is_entry or self.outline.is_in_entry(number)


def _of_whole(article: Article, contents: Sequence[bytes], words: int) -> Iterator[Fact]:
    """The facts of the article's titles and of its text as a whole."""
    first = article.derived(units)[0]
    place = article.place(first.start, first.end)
    for title in dict.fromkeys(normalised(title.text) for title in article.titles):
        yield Fact(digest(title), place, _TITLE)
    yield Fact(digest(b"\n".join((b"article", *contents))), place, f"{_ARTICLE}{words}")


def standing(fact: Fact) -> Standing | None:
    """The unit that the fact tells of, None where it tells of something else."""
    value = str(fact.value)
    if value[0] != _UNIT:
        return None
    number, kind, words, total, both, text = value[1:].split("|", 5)
    keys = tuple(map(int, both.split()))
    kind, _, name = kind.partition("#")
    return Standing(int(fact.key), fact.path, fact.place, int(number), kind, text, int(words), int(total), keys, name)


def tells_of_unit(fact: Fact) -> bool:
    return str(fact.value)[0] == _UNIT


def is_end(key: int) -> bool:
    """Whether units are filed under the key by their beginning or end."""
    return key >> 32 in (_HEADS, _TAILS)


def unit_keys(facts: Iterable[Fact]) -> set[int]:
    """The keys of the units whose beginnings or ends the facts file."""
    return {cast(int, fact.value) for fact in facts}


def _ends(text: str, content: bytes, checksum: Callable[[bytes], int]) -> tuple[int, int]:
    """The keys under which units of `_FEWEST_DRIFTING` words are filed that begin or end alike."""
    if len(content) > len(text) and text.count(" ") < 2 * _END_WORDS:  # a script without blanks
        head = text[:_END_CHARACTERS].encode("utf-8", "surrogatepass")
        tail = text[-_END_CHARACTERS:].encode("utf-8", "surrogatepass")
    else:
        head = content[: -len(content.split(b" ", _END_WORDS)[-1])]
        tail = content[len(content.rsplit(b" ", _END_WORDS)[0]) :]
    return _HEADS << 32 | checksum(head), _TAILS << 32 | checksum(tail)


def is_title(fact: Fact) -> bool:
    return fact.value == _TITLE


def whole_article(fact: Fact) -> Whole | None:
    """The article that the fact tells of, None where it tells of something else."""
    value = str(fact.value)
    return Whole(fact.path, fact.place, int(value[1:])) if value[0] == _ARTICLE else None
