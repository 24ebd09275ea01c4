"""The facts that the collection's rules share: which units stand where, and which articles are the same."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple, cast

from artlint import Article, Fact, Place, digest
from artlint_boilerplate.unit import SILENT, Unit, normalised, size
from artlint_boilerplate.units import units

# Characters of a unit that its fact keeps, for excerpts and for telling one wording from another.
KEPT = 300
# Fewest words of a unit that is remembered: lines of a widget are short, Markdown's paragraphs are not.
_FEWEST_WORDS = {"line": 3, "paragraph": 5, "quote": 5}
_FEWEST_WORDS_ELSE = 8

_TITLE = "title"


class Standing(NamedTuple):
    """One unit of one article, as its fact tells."""

    key: int
    path: str
    place: Place
    number: int  # of the unit in its article
    kind: str
    text: str  # normalised; its first characters alone where it is long
    words: int


class Whole(NamedTuple):
    """An article as a whole; `place` is its first unit's."""

    path: str
    place: Place
    words: int


@dataclass(frozen=True)
class UnitCollector:
    """Gathers each unit that may be shared, the article's titles and the article as a whole."""

    def collect(self, article: Article) -> Iterator[Fact]:
        its_units = article.derived(units)
        if not its_units:
            return
        texts: list[str] = []
        words = 0
        for number, unit in enumerate(its_units):
            count = size(unit.text)
            texts.append(unit.text)
            words += count
            if _is_worth_keeping(unit, count):
                value = (number, unit.kind, unit.visible[:KEPT], count)
                yield Fact(unit.key, article.place(unit.start, unit.end), value)
        whole = article.place(its_units[0].start, its_units[0].end)
        for title in {normalised(title.text) for title in article.titles}:
            yield Fact(digest(title), whole, _TITLE)
        yield Fact(digest("\n".join(("article", *texts))), whole, words)


def standing(fact: Fact) -> Standing | None:
    """The unit that the fact tells of, None where it tells of something else."""
    if not isinstance(fact.value, tuple):
        return None
    number, kind, text, words = cast(tuple[int, str, str, int], fact.value)  # as `collect` wrote it
    return Standing(int(fact.key), fact.path, fact.place, number, kind, text, words)


def is_title(fact: Fact) -> bool:
    return fact.value == _TITLE


def whole_article(fact: Fact) -> Whole | None:
    """The article that the fact tells of, None where it tells of something else."""
    return Whole(fact.path, fact.place, fact.value) if isinstance(fact.value, int) else None


def _is_worth_keeping(unit: Unit, words: int) -> bool:
    return unit.kind not in SILENT and words >= _FEWEST_WORDS.get(unit.kind, _FEWEST_WORDS_ELSE)
