"""The facts that the collection's rules share: which units stand where, and which articles are the same."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, cast

from artlint import Article, Fact, Place, digest
from artlint_boilerplate.entries import is_program_text, names_program_text
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

    def collect(self, article: Article) -> Iterator[Fact]:
        its_units = article.derived(units)
        if not its_units:
            return
        from zlib import crc32  # a library that runs without collections do not need

        sizes = [0 if unit[3] in SILENT else size(unit[0]) for unit in its_units]
        words, standings = sum(sizes), dict[str, int]()
        outline = article.derived(Outline)
        is_page = article.format == "html"
        longest_phrase = LONGEST_PHRASE if outline.is_manual else 0
        titles = [title.text for title in article.titles]
        is_entry = any(map(is_program_text, titles))
        drifting = frozenset[str]() if any(map(names_program_text, titles)) else _DRIFTING
        for number, (text, start, stop, kind, visible, _) in enumerate(its_units):
            count = sizes[number]
            if not count or count < _FEWEST_WORDS.get(kind, _FEWEST_WORDS_ELSE):
                continue
            before = standings.get(text, 0)
            if before == _MOST_STANDINGS:
                continue
            standings[text] = before + 1
            key, place = digest(text), article.place(start, stop)
            if is_entry or (outline.has_entries and outline.is_in_entry(number)):
                kind = "entry"
            may_drift = count >= _FEWEST_DRIFTING and kind in drifting
            if count < longest_phrase and kind in _DRIFTING and not is_note(text, kind):
                kind = PHRASE
            if is_page and (name := id_before(article, start)):
                kind = f"{kind}#{name.replace('|', '')}"
            if not may_drift:
                yield new_unit(Fact, (key, place, f"{_UNIT}{number}|{kind}|{count}|{words}||{visible[:KEPT]}", ""))
                continue
            head, tail = _ends(text, crc32)
            value = f"{_UNIT}{number}|{kind}|{count}|{words}|{head} {tail}|{visible[:KEPT]}"
            yield new_unit(Fact, (key, place, value, ""))
            yield new_unit(Fact, (head, place, key, ""))
            yield new_unit(Fact, (tail, place, key, ""))
        whole = article.place(its_units[0].start, its_units[0].end)
        for title in dict.fromkeys(normalised(title.text) for title in article.titles):
            yield Fact(digest(title), whole, _TITLE)
        yield Fact(digest("\n".join(("article", *(unit.text for unit in its_units)))), whole, f"{_ARTICLE}{words}")


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


def _ends(text: str, checksum: Callable[[bytes], int]) -> tuple[int, int]:
    """The keys under which units of `_FEWEST_DRIFTING` words are filed that begin or end alike."""
    content = text.encode("utf-8", "surrogatepass")
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
