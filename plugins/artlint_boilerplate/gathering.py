"""The facts that the collection's rules share: which units stand where, and which articles are the same."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple, cast

from artlint import Article, Fact, Place, digest
from artlint_boilerplate.units import SILENT, Unit, normalised, size, units

# Characters of a unit that its fact keeps, for excerpts and for telling one wording from another.
KEPT = 300
# Fewest words of a unit that is remembered: lines of a widget are short, Markdown's paragraphs are not.
_FEWEST_WORDS = {"line": 3, "paragraph": 5, "quote": 5}
_FEWEST_WORDS_ELSE = 8

_TITLE, _ARTICLE = "title", "article"


class Standing(NamedTuple):
    """One unit of one article, as its fact tells."""

    key: int
    path: str
    place: Place
    number: int  # of the unit in its article
    kind: str
    text: str  # normalised; its first characters alone where it is long
    words: int


@dataclass(frozen=True)
class UnitCollector:
    """Gathers each unit that may be shared, the article's titles and the article as a whole."""

    def collect(self, article: Article) -> Iterator[Fact]:
        words = []
        for number, unit in enumerate(article.derived(units)):
            count = size(unit.text)
            words.append(unit.text)
            if _is_worth_keeping(unit, count):
                value = (number, unit.kind, unit.visible[:KEPT], count)
                yield Fact(unit.key, article.place(unit.start, unit.end), value)
        whole = article.place(article.body, article.body)
        for title in {normalised(title.text) for title in article.titles}:
            yield Fact(digest(title), whole, _TITLE)
        if words:
            yield Fact(article_key(words), whole, _ARTICLE)


def article_key(texts: list[str]) -> int:
    """The key of an article by the wording of its units."""
    return digest("\n".join(("article", *texts)))


def standing(fact: Fact) -> Standing | None:
    """The unit that the fact tells of, None where it tells of something else."""
    if not isinstance(fact.value, tuple):
        return None
    number, kind, text, words = cast(tuple[int, str, str, int], fact.value)  # as `collect` wrote it
    return Standing(int(fact.key), fact.path, fact.place, number, kind, text, words)


def is_title(fact: Fact) -> bool:
    return fact.value == _TITLE


def is_article(fact: Fact) -> bool:
    return fact.value == _ARTICLE


def _is_worth_keeping(unit: Unit, words: int) -> bool:
    return unit.kind not in SILENT and words >= _FEWEST_WORDS.get(unit.kind, _FEWEST_WORDS_ELSE)
