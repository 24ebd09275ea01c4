"""What all length rules share: limits, units, languages, messages."""

from collections.abc import Iterator
from typing import ClassVar, NamedTuple

from artlint import Article, Finding, Rule
from artlint_lengths.measure import (
    Unit,
    has_unspaced_script,
    length,
    may_pass,
    require_dictionary,
    shortest_over,
    unit_for,
)

ByLanguage = tuple[tuple[str, int], ...]


class Piece(NamedTuple):
    """A measured text and the range of the article's text that stands for it."""

    text: str
    start: int
    end: int


class LengthRule(Rule):
    """Texts of one kind must keep their limits; a subclass says which and names it."""

    min: int | None = None
    max: int | None = None
    unit: Unit = "words"
    min_by_language: ByLanguage = ()
    max_by_language: ByLanguage = ()
    dictionary: bool = False

    subject: ClassVar[str]

    def __post_init__(self) -> None:
        least_by_language = dict(self.min_by_language)
        for language, most in self.max_by_language:
            _refuse(least_by_language.pop(language, self.min), most, f" for {language}")
        for language, least in least_by_language.items():
            _refuse(least, self.max, f" for {language}")
        _refuse(self.min, self.max, "")
        if self.dictionary:
            require_dictionary()

    def pieces(self, article: Article, most: int | None) -> Iterator[Piece]:
        """The texts to measure; where `most` is given, those that surely are not longer may be left out."""
        yield from ()

    def is_meant(self, article: Article, piece: Piece) -> bool:
        """Whether the piece is really what the rule is about; asked only where it breaks a limit."""
        return True

    def check_article(self, article: Article) -> Iterator[Finding]:
        least = _limit(self.min_by_language, self.min, article)
        most = _limit(self.max_by_language, self.max, article)
        if least is None and most is None:
            return
        for piece in self.pieces(article, most if least is None else None):
            message = self.fault(piece.text, least, most)
            if message and self.is_meant(article, piece):
                yield Finding(message, article.place(piece.start, piece.end), identity=piece.text[:100])

    def shortest(self, most: int | None) -> int:
        """How many code points a text has at least that is longer than `most`; 0 where that is None."""
        return shortest_over(most, self.unit) if most is not None else 0

    def fault(self, text: str, least: int | None, most: int | None) -> str:
        """What is wrong with the length of `text`, or ""; it is counted only where it may pass a limit."""
        if least is None and (most is None or not may_pass(text, self.unit, most)):
            return ""
        count = length(text, self.unit, self.dictionary)
        if most is not None and count > most:
            return f"{self.subject} {self.counted(text, count)}; at most {most:,}"
        if least is not None and count < least:
            return f"{self.subject} {self.counted(text, count)}; at least {least:,}"
        return ""

    def counted(self, text: str, count: int) -> str:
        """The figure in words: `has 71 characters`."""
        unit = unit_for(text, self.unit)
        if unit == "width":
            return f"is {count:,} columns wide"
        name = "characters" if unit == "graphemes" else unit
        about = "about " if unit == "words" and not self.dictionary and has_unspaced_script(text) else ""
        return f"has {about}{count:,} {name if count != 1 else name[:-1]}"


def _refuse(least: int | None, most: int | None, where: str) -> None:
    """Raises ValueError where nothing could keep the limits."""
    for name, limit in (("min", least), ("max", most)):
        if limit is not None and limit < 0:
            raise ValueError(f"{name}{where} is {limit}; at least 0")
    if least is not None and most is not None and least > most:
        raise ValueError(f"min{where} is {least} and max {most}, so nothing could keep both")


def _limit(by_language: ByLanguage, general: int | None, article: Article) -> int | None:
    """The limit for the article's language, else the general one."""
    for language, limit in by_language:
        if _speaks(article, language):
            return limit
    return general


def _speaks(article: Article, language: str) -> bool:
    """Whether the article is declared to be in `language`, or stands in a folder or file of that name."""
    wanted = _tag(language)
    if article.language:
        declared = [article.language]
    else:
        *folders, name = article.path.split("/")
        declared = [*folders, *name.split(".")[1:-1]]
    return any(_tag(tag) == wanted or _tag(tag).startswith(f"{wanted}-") for tag in declared)


def _tag(language: str) -> str:
    return language.lower().replace("_", "-")
