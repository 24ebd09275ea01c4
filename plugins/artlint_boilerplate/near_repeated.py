"""`boilerplate/near-repeated-block`: a block twice in one article, but for punctuation, quotes or numbers."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import ClassVar

from artlint import Article, Finding, Related, Severity
from artlint_boilerplate.allowing import BoilerplateRule
from artlint_boilerplate.blocks import Floors, Run
from artlint_boilerplate.sections import Outline
from artlint_boilerplate.unit import Unit, weight
from artlint_boilerplate.units import units

# Characters at the start that must agree in their letters before two units are compared in full.
_OPENING = 60
_NO_LETTERS = bytes(code for code in range(128) if not chr(code).isalpha() and chr(code) != "\n")
# Sentences side by side that differ in their numbers are a series, not copies.
_NEAR = 2
# Fewest words of a copy with other numbers: of 16 labelled findings with fewer words all told of two things.
_NUMBERED = 60

_PROSE = ("line", "paragraph", "quote")
_QUOTES = frozenset("\"'“”„‟‘’‚‛«»‹›`´")
_DASHES = frozenset("-‐‑‒–—―−")


class NearRepeatedBlock(BoilerplateRule):
    """A paragraph stands in the article a second time but for punctuation, quotes, dashes or numbers.

    A copy that one of two editors has polished. The message tells what differs.

    Options:
        min_words: fewest words of the paragraph

    Bad:
        Harbour reopens after the storm

        The harbour was closed for two days - and the ferries stayed at the quay, said the master, "until the
        wind had gone down".

        Ferries run again from noon.

        The harbour was closed for two days – and the ferries stayed at the quay, said the master, “until the
        wind had gone down”.

    Good:
        Harbour reopens after the storm

        The harbour was closed for two days - and the ferries stayed at the quay, said the master, "until the
        wind had gone down".

        Ferries run again from noon.
    """

    id: ClassVar[str] = "boilerplate/near-repeated-block"
    severity: ClassVar[Severity] = Severity.INFO
    min_words: int = 20

    def check_article(self, article: Article) -> Iterator[Finding]:
        its_units = article.derived(units)
        for first, later in _pairs(its_units):
            outline = article.derived(Outline)
            unit, differing = its_units[later], what_differs(its_units[first].text, its_units[later].text)
            if not differing or outline.is_of_licences or ("numbers" in differing and later - first <= _NEAR):
                continue
            if (its_units[first].kind == "quote") != (unit.kind == "quote"):
                continue  # a sentence of the text that is set again to catch the eye
            least = max(self.min_words, _NUMBERED) if "numbers" in differing else self.min_words
            floor = outline.floors((first, later), 1, Floors(least, least)).words
            if weight(unit.text, unit.kind) >= floor and not self.allows([unit]):
                yield _finding(article, its_units[first], unit, differing)


def _pairs(its_units: Sequence[Unit]) -> Iterator[tuple[int, int]]:
    """The numbers of the first unit with the same letters and of each later one in another wording."""
    long = [number for number, unit in enumerate(its_units) if len(unit[0]) > _OPENING and unit[3] in _PROSE]
    rough = _rough_openings([its_units[number][0] for number in long])
    counts = Counter(rough)
    if len(counts) == len(rough):
        return  # in most articles
    alike: dict[bytes, list[int]] = {}
    for number, opening in zip(long, rough, strict=True):
        if counts[opening] > 1:
            alike.setdefault(_opening(its_units[number].text), []).append(number)
    for numbers in alike.values():
        if len(numbers) > 1:
            yield from _same_letters(its_units, numbers)


def _rough_openings(texts: Sequence[str]) -> Sequence[bytes]:
    """The letters from a to z among the first characters of each text, taken from all of them at once."""
    joined = "\n".join([text[:_OPENING] for text in texts])
    return joined.encode("ascii", "ignore").translate(None, _NO_LETTERS).split(b"\n") if texts else ()


def _same_letters(its_units: Sequence[Unit], numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Of each wording the first unit and the later ones; three wordings or more are a form that was filled in."""
    wordings: dict[str, dict[str, int]] = {}
    for number in numbers:
        text = its_units[number].text
        wordings.setdefault(_letters(text), {}).setdefault(text, number)
    for first, *later in (list(numbers_by_text.values()) for numbers_by_text in wordings.values()):
        if len(later) == 1:
            yield first, later[0]


def _opening(text: str) -> bytes:
    """The letters among the first characters."""
    start = text[:_OPENING]
    return start.encode().translate(None, _NO_LETTERS) if start.isascii() else _letters(start).encode()


def _letters(text: str) -> str:
    return "".join(filter(str.isalpha, text))


def _finding(article: Article, first: Unit, unit: Unit, differing: Sequence[str]) -> Finding:
    place, run = article.place(first.start, first.end), Run([unit], 0)
    names = " and ".join(filter(None, (", ".join(differing[:-1]), differing[-1])))
    related = (Related(article.path, place, "first stands here"),)
    message = f"{run.name} repeats line {place.line} but for {names}"
    return Finding(message, run.place(article), related=related, identity=run.id)


def what_differs(one: str, other: str) -> Sequence[str]:
    """The kinds of characters that differ; `letters` where the wordings are others altogether."""
    if _letters(one) != _letters(other):
        return ("letters",)
    return [name for name, kind in _KINDS if [*filter(kind, one)] != [*filter(kind, other)]]


def _is_other(character: str) -> bool:
    return not (character.isalnum() or character.isspace() or character in _QUOTES or character in _DASHES)


_KINDS = (
    ("quotes", _QUOTES.__contains__),
    ("dashes", _DASHES.__contains__),
    ("numbers", str.isdigit),
    ("punctuation", _is_other),
)
