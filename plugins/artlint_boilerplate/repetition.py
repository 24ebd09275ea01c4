"""`boilerplate/repetition-ratio`: more repetition than the filters of text corpora let pass."""

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from typing import ClassVar, NamedTuple

from artlint import Article, Finding, Related, Severity
from artlint_boilerplate.allowing import BoilerplateRule
from artlint_boilerplate.unit import SILENT, Unit
from artlint_boilerplate.units import units

_GOPHER = "Gopher, Rae et al. 2021, table A1"
_FINEWEB = "FineWeb, Penedo et al. 2024"
# Gopher keeps no documents of fewer words, and the ratios say little of them.
_FEWEST_WORDS = 50
_MOST_RELATED = 20


class Limit(NamedTuple):
    """The most that a share may be, and who published it."""

    most: float
    source: str


class Excess(NamedTuple):
    """A share that is over its limit, in words, with the numbers of the units that make it up."""

    share: float
    what: str
    limit: Limit
    units: Sequence[int]


_LINES = Limit(0.30, _GOPHER)
_CHARACTERS = Limit(0.10, _FINEWEB)
_COMMONEST = {2: Limit(0.20, _GOPHER), 3: Limit(0.18, _GOPHER), 4: Limit(0.16, _GOPHER)}
_REPEATED = {length: Limit((20 - length) / 100, _GOPHER) for length in range(5, 11)}


class RepetitionRatio(BoilerplateRule):
    """The article repeats itself more than the filters of published text corpora let pass.

    The limits are Gopher's (30 % repeated lines, 20 to 16 % for the commonest sequence of 2 to 4 words, 15 to 10 %
    for repeated sequences of 5 to 10 words) and FineWeb's (10 % of the characters in repeated lines). They are
    shares of the prose, so they say whether a text is fit for a corpus, not what is wrong with it; for that see
    `boilerplate/repeated-block`.

    Bad:
        Log of the harbour

        The wind blew from the west and no boat left the harbour before noon on that day.

        The wind blew from the west and no boat left the harbour before noon on that day.

        The wind blew from the west and no boat left the harbour before noon on that day.

        The wind blew from the west and no boat left the harbour before noon on that day.

    Good:
        Log of the harbour

        The wind blew from the west and no boat left the harbour before noon on that day. Nobody minded: the market
        was open, the smoke house had eels, and the master of the harbour told how he once sailed to the islands
        with a crew of two, a goat and a broken compass, and came back with all of them and a second goat.
    """

    id: ClassVar[str] = "boilerplate/repetition-ratio"
    severity: ClassVar[Severity] = Severity.INFO
    enabled: ClassVar[bool] = False

    def check_article(self, article: Article) -> Iterator[Finding]:
        prose = [unit for unit in article.derived(units) if unit.kind not in SILENT and not self.allows([unit])]
        words = [unit.text.split() for unit in prose]
        if sum(map(len, words)) < _FEWEST_WORDS:
            return
        found = list(_line_excesses(prose)) or list(_word_excesses(words))
        if found:
            worst = max(found, key=lambda excess: excess.share / excess.limit.most)
            yield _finding(article, prose, worst)


def _line_excesses(prose: Sequence[Unit]) -> Iterator[Excess]:
    """Repeated lines or blocks, by their number and by their characters."""
    counts = Counter(unit.text for unit in prose)
    first = {unit.text: number for number, unit in reversed([*enumerate(prose)])}
    copies = [number for number, unit in enumerate(prose) if first[unit.text] != number]
    everything = sum(len(unit.text) for unit in prose)
    repeated = sum(len(prose[number].text) for number in copies)
    if len(prose) > len(counts) and len(copies) / len(prose) > _LINES.most:
        yield Excess(len(copies) / len(prose), "of the lines are repeated", _LINES, copies)
    if everything and repeated / everything > _CHARACTERS.most:
        yield Excess(repeated / everything, "of the characters stand in repeated lines", _CHARACTERS, copies)


def _word_excesses(words: Sequence[Sequence[str]]) -> Iterator[Excess]:
    """The commonest short sequence of words, and all longer ones that are repeated, by their characters."""
    flat = [word for unit in words for word in unit]
    unit_of = [number for number, unit in enumerate(words) for _ in unit]
    everything = sum(map(len, flat))
    for length, limit in (_COMMONEST | _REPEATED).items():
        grams = list(zip(*(flat[start:] for start in range(length)), strict=False))
        counts = Counter(grams)
        if length in _COMMONEST:
            gram = max(counts, key=lambda gram: counts[gram] * sum(map(len, gram)), default=())
            at = [number for number, other in enumerate(grams) if other == gram]
            what = f'of the characters are "{" ".join(gram)}"'
        else:
            at = [number for number, other in enumerate(grams) if counts[other] > 1]
            what = f"of the characters stand in repeated sequences of {length} words"
        if len(at) < 2 or counts[grams[at[0]]] < 2:
            continue
        covered = {number for start in at for number in range(start, start + length)}
        share = sum(len(flat[number]) for number in covered) / everything
        if share > limit.most:
            again = _again([grams[number] for number in at])
            yield Excess(share, what, limit, sorted({unit_of[at[number]] for number in again}))


def _again(grams: Sequence[Hashable]) -> Iterator[int]:
    """The positions of what has stood before."""
    seen: set[Hashable] = set()
    for number, gram in enumerate(grams):
        if gram in seen:
            yield number
        seen.add(gram)


def _finding(article: Article, prose: Sequence[Unit], excess: Excess) -> Finding:
    places = [article.place(prose[number].start, prose[number].end) for number in excess.units]
    share = f"{excess.share:.0%}"
    if share == f"{excess.limit.most:.0%}":
        share = f"{excess.share:.1%}"
    message = f"{share} {excess.what}; at most {excess.limit.most:.0%} ({excess.limit.source})"
    related = tuple(Related(article.path, place, "repeated here") for place in places[1:_MOST_RELATED])
    return Finding(message.replace("%", " %"), places[0], related=related, identity=excess.what)
