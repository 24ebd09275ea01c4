"""`boilerplate/corpus-limit`: what a page left around its text, by the limits of published text corpora."""

from collections.abc import Callable, Iterator, Sequence
from typing import ClassVar, NamedTuple

from artlint import Article, Finding, Related, Severity
from artlint_boilerplate.allowing import BoilerplateRule
from artlint_boilerplate.unit import Unit, size
from artlint_boilerplate.units import units

_C4 = "C4, Raffel et al. 2020"
_FINEWEB = "FineWeb, Penedo et al. 2024"
_GOPHER = "Gopher, Rae et al. 2021"
# Gopher keeps no documents of fewer words, and shares say little of them.
_FEWEST_WORDS = 50
_MOST_RELATED = 20
_NO_LINES = frozenset(("code", "rule", "template", "image"))

# What C4 takes for a sign of a page's machinery; program text is not looked at here.
_MACHINERY = ("javascript", "lorem ipsum", "{")
_POLICIES = ("terms of use", "privacy policy", "cookie policy", "uses cookies", "use of cookies", "use cookies")
_SHORT = 30
_BULLETS = ("•", "‣", "▪", "●", "*", "- ", "– ")
_ELLIPSES = ("...", "…")
_STOPS = tuple(".!?\"'”’»)…。！？」』؟।။។")


class Share(NamedTuple):
    """Of how many lines something may be true, at most or at least, and who published it."""

    what: str
    is_true: Callable[[Unit], bool]
    most: float
    source: str
    is_least: bool = False


_SHARES = (
    Share("of the lines end with punctuation", lambda unit: unit.text.endswith(_STOPS), 0.12, _FINEWEB, is_least=True),
    Share(f"of the lines are shorter than {_SHORT} characters", lambda unit: len(unit.text) < _SHORT, 0.67, _FINEWEB),
    Share("of the lines end with an ellipsis", lambda unit: unit.text.endswith(_ELLIPSES), 0.30, _GOPHER),
    Share("of the lines begin with a bullet", lambda unit: _is_bullet(unit), 0.90, _GOPHER),
)


class CorpusLimit(BoilerplateRule):
    """The article has what the filters of published text corpora leave out: menus, lists, script and cookie notes.

    C4 leaves out lines that name JavaScript or a policy on cookies or privacy, and pages with a curly bracket or
    "lorem ipsum". FineWeb leaves out pages of which at most 12 % of the lines end with punctuation, or 67 % are
    shorter than 30 characters; Gopher those of which more than 30 % end with an ellipsis or 90 % begin with a
    bullet. Lines are paragraphs, items and headings; program text is not looked at. Repetition is the business of
    `boilerplate/repetition-ratio`, the number of words that of `length/article`.

    Bad:
        Harbour reopens after the storm

        Please enable JavaScript to read the weather.

        Ferries run again from noon.

    Good:
        Harbour reopens after the storm

        Ferries run again from noon.
    """

    id: ClassVar[str] = "boilerplate/corpus-limit"
    severity: ClassVar[Severity] = Severity.INFO
    enabled: ClassVar[bool] = False

    def check_article(self, article: Article) -> Iterator[Finding]:
        lines = [unit for unit in article.derived(units) if unit.kind not in _NO_LINES and not self.allows([unit])]
        for phrase in (*_MACHINERY, *_POLICIES):
            having = [unit for unit in lines if phrase in unit.text]
            if having:
                count = "a line" if len(having) == 1 else f"{len(having):,} lines"
                yield _finding(article, having, f'"{phrase}" stands in {count}; left out by {_C4}', phrase)
        if sum(size(unit.text) for unit in lines) >= _FEWEST_WORDS:
            for share in _SHARES:
                yield from _over(article, lines, share)


def _over(article: Article, lines: Sequence[Unit], limit: Share) -> Iterator[Finding]:
    """The finding where the share is over its limit, at the lines that make it so."""
    having = [unit for unit in lines if limit.is_true(unit)]
    share = len(having) / len(lines)
    if share <= limit.most if limit.is_least else share > limit.most:
        bound = f"more than {limit.most:.0%}" if limit.is_least else f"at most {limit.most:.0%}"
        message = f"{share:.0%} {limit.what}; {bound} ({limit.source})".replace("%", " %")
        guilty = [unit for unit in lines if not limit.is_true(unit)] if limit.is_least else having
        yield _finding(article, guilty, message, limit.what)


def _is_bullet(unit: Unit) -> bool:
    return unit.kind == "item" or unit.text.startswith(_BULLETS)


def _finding(article: Article, at: Sequence[Unit], message: str, identity: str) -> Finding:
    places = [article.place(unit.start, unit.end) for unit in at[: _MOST_RELATED + 1]]
    related = tuple(Related(article.path, place, "here too") for place in places[1:])
    return Finding(message, places[0], related=related, identity=identity)
