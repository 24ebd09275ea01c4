"""The facts that the collection's rules share: which units stand where, and which articles are the same."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from artlint import Article, Fact, FactColumns, Place, digest, digests
from artlint_boilerplate.entries import is_program_text, names_program_text
from artlint_boilerplate.includes import id_before
from artlint_boilerplate.sections import Outline
from artlint_boilerplate.unit import LONGEST_PHRASE, SILENT, Unit, is_note, normalised, size
from artlint_boilerplate.units import units

# Characters of a unit that its fact keeps, for excerpts and for telling one wording from another.
KEPT = 300
# Fewest words of a unit that is remembered: lines of a widget are short, Markdown's paragraphs are not.
_FEWEST_WORDS = {"line": 3, "paragraph": 5, "quote": 5}
_FEWEST_WORDS_ELSE = 8
# Fewest words of a unit that counts for its article.
_FEWEST_TOLD = 4
# Standings of one unit in one article that are remembered.
_MOST_STANDINGS = 5

# Units whose wording may drift from the others'; shorter ones are too like each other anyway.
_FEWEST_DRIFTING, _DRIFTING = 15, frozenset(("line", "paragraph", "quote"))
# How many words at either end find a near-copy: 186 of 190 variants with 345 candidates on news of 1,200 articles.
_END_WORDS, _END_CHARACTERS = 4, 12

# What a fact tells of, as the first character of its value: texts are quickest to write and read. The value of an
# end is the key of its unit.
_UNIT, _TITLE, _ARTICLE, _MANUAL = "utam"
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
    is_manual: bool = False


class UnitCollector(NamedTuple):
    """Gathers each unit that may be shared, the article's titles and the article as a whole."""

    def collect(self, article: Article) -> FactColumns:
        its_units = article.derived(units)
        # What is asked of every unit is asked in columns, and each wording is made bytes once.
        contents = [unit[0].encode("utf-8", "surrogatepass") for unit in its_units]
        sizes = [0 if unit[3] in SILENT else size(unit[0]) for unit in its_units]
        found, manner = _remembered(its_units, contents, sizes), _Manner(article)
        wholes = _of_whole(article, contents, sizes, manner.is_manual)
        kinds, drifting = _kinds(article, found, manner)
        keys, ends = digests(found.contents), _ends(found, drifting)
        filed = [str(keys[at]) for at in drifting]
        placed = [*found.units, *[its_units[0] for _ in wholes]]
        return FactColumns(
            [*keys, *wholes, *ends.keys],
            article.places([unit[1] for unit in placed], [unit[2] for unit in placed]),
            [*_values(found, kinds, ends, sum(sizes)), *wholes.values(), *filed, *filed],
        )


class _Remembered(NamedTuple):
    """The units of an article that may be shared, in columns."""

    numbers: Sequence[int]  # of the units in their article
    units: Sequence[Unit]
    contents: Sequence[bytes]  # their wordings
    sizes: Sequence[int]  # their words


class _Ends(NamedTuple):
    """The checksums of how the units that may drift begin and end, and where in the columns these units stand."""

    drifting: Sequence[int]
    heads: Sequence[int]
    tails: Sequence[int]

    @property
    def keys(self) -> list[int]:
        """What the units are filed under by their beginnings, and then by their ends."""
        return [*[_HEADS << 32 | head for head in self.heads], *[_TAILS << 32 | tail for tail in self.tails]]


def _remembered(its_units: Sequence[Unit], contents: Sequence[bytes], sizes: Sequence[int]) -> _Remembered:
    """The units that are long enough, but of each wording the first few alone."""
    numbers = [
        number
        for number, (unit, words) in enumerate(zip(its_units, sizes, strict=True))
        if words and words >= _FEWEST_WORDS.get(unit[3], _FEWEST_WORDS_ELSE)
    ]
    if len({its_units[number][0] for number in numbers}) < len(numbers):  # in few articles
        numbers = list(_first_standings(its_units, numbers))
    some, its_contents = [its_units[number] for number in numbers], [contents[number] for number in numbers]
    return _Remembered(numbers, some, its_contents, [sizes[number] for number in numbers])


def _first_standings(its_units: Sequence[Unit], numbers: Iterable[int]) -> Iterator[int]:
    standings: Counter[str] = Counter()
    for number in numbers:
        text = its_units[number].text
        standings[text] += 1
        if standings[text] <= _MOST_STANDINGS:
            yield number


def _kinds(article: Article, found: _Remembered, manner: "_Manner") -> tuple[Sequence[str], Sequence[int]]:
    """What the facts tell of the units' kinds, and where in the columns those stand whose wording may drift."""
    kinds = [unit[3] for unit in found.units]
    if manner.has_entries:
        kinds = ["entry" if manner.is_in_entry(number) else kinds[at] for at, number in enumerate(found.numbers)]
    drifting = [at for at, kind in enumerate(kinds) if found.sizes[at] >= _FEWEST_DRIFTING and kind in manner.drifting]
    if manner.longest_phrase:
        for at, (unit, words) in enumerate(zip(found.units, found.sizes, strict=True)):
            if words < manner.longest_phrase and kinds[at] in _DRIFTING and not is_note(unit.text, kinds[at]):
                kinds[at] = PHRASE
    if article.format == "html":
        for at, unit in enumerate(found.units):
            if name := id_before(article, unit.start):
                kinds[at] = f"{kinds[at]}#{name.replace('|', '')}"
    return kinds, drifting


def _values(found: _Remembered, kinds: Sequence[str], ends: _Ends, words: int) -> list[str]:
    """What the units' facts tell; `words` are those of the article."""
    told = [""] * len(kinds)
    for at, head, tail in zip(*ends, strict=True):
        told[at] = f"{head} {tail}"
    return [
        f"{_UNIT}{number}|{kind}|{count}|{words}|{its_ends}|{unit[4][:KEPT]}"
        for number, unit, count, kind, its_ends in zip(
            found.numbers, found.units, found.sizes, kinds, told, strict=True
        )
    ]


class _Manner:
    """What an article is like as a whole decides what the facts tell of its units."""

    def __init__(self, article: Article) -> None:
        self.outline = article.derived(Outline)
        titles = [title.text for title in article.titles]
        self.is_entry = any(map(is_program_text, titles)) or self.outline.is_generated or self.outline.is_numbered
        self.has_entries = self.is_entry or self.outline.has_entries
        has_phrases = self.outline.is_manual or self.has_entries
        self.longest_phrase = LONGEST_PHRASE if has_phrases else 0
        self.is_manual = has_phrases or self.outline.is_page_of_manual
        self.drifting = frozenset[str]() if any(map(names_program_text, titles)) else _DRIFTING

    def is_in_entry(self, number: int) -> bool:
        """Whether the unit belongs to an entry of a reference."""
        return self.is_entry or self.outline.is_in_entry(number)


def _of_whole(article: Article, contents: Sequence[bytes], sizes: Sequence[int], is_manual: bool) -> Mapping[int, str]:
    """What the facts tell, by key, of the titles and of the text as a whole, in which names in lists say nothing."""
    if not contents:
        return {}
    words = sum([size for size in sizes if size >= _FEWEST_TOLD])
    titles = {digest(normalised(title.text)): _TITLE for title in article.titles}
    return {**titles, digest(b"\n".join((b"article", *contents))): f"{_ARTICLE}{words}{_MANUAL}{int(is_manual)}"}


def standing(fact: Fact) -> Standing | None:
    """The unit that the fact tells of, None where it tells of something else."""
    value = str(fact.value)
    if value[0] != _UNIT:
        return None
    number, kind, words, total, both, text = value[1:].split("|", 5)
    keys = tuple(half << 32 | int(end) for half, end in zip((_HEADS, _TAILS), both.split(), strict=False))
    kind, _, name = kind.partition("#")
    return Standing(int(fact.key), fact.path, fact.place, int(number), kind, text, int(words), int(total), keys, name)


def tells_of_unit(fact: Fact) -> bool:
    return str(fact.value)[0] == _UNIT


def is_end(key: int) -> bool:
    """Whether units are filed under the key by their beginning or end."""
    return key >> 32 in (_HEADS, _TAILS)


def unit_keys(facts: Iterable[Fact]) -> set[int]:
    """The keys of the units whose beginnings or ends the facts file."""
    return {int(str(fact.value)) for fact in facts}


def _ends(found: _Remembered, drifting: Sequence[int]) -> _Ends:
    from zlib import crc32  # a library that runs without collections do not need

    heads, tails = [], []
    for text, content in [(found.units[at][0], found.contents[at]) for at in drifting]:
        if len(content) > len(text) and text.count(" ") < 2 * _END_WORDS:  # a script without blanks
            head = text[:_END_CHARACTERS].encode("utf-8", "surrogatepass")
            tail = text[-_END_CHARACTERS:].encode("utf-8", "surrogatepass")
        else:
            head = content[: -len(content.split(b" ", _END_WORDS)[-1])]
            tail = content[len(content.rsplit(b" ", _END_WORDS)[0]) :]
        heads.append(crc32(head))
        tails.append(crc32(tail))
    return _Ends(drifting, heads, tails)


def is_title(fact: Fact) -> bool:
    return fact.value == _TITLE


def whole_article(fact: Fact) -> Whole | None:
    """The article that the fact tells of, None where it tells of something else."""
    value = str(fact.value)
    if value[0] != _ARTICLE:
        return None
    words, _, is_manual = value[1:].partition(_MANUAL)
    return Whole(fact.path, fact.place, int(words), is_manual == "1")
