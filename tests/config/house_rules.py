"""Small rules and a reader whose options are of every kind."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import ClassVar, Literal

from artlint import Article, Fact, Rule, Severity


@dataclass(frozen=True)
class Limit:
    """How long something may be.

    Options:
        min: the least
        max: the most
        unit: what is counted
    """

    min: int = field(default=0, metadata={"min": 0})
    max: int = field(default=70, metadata={"min": 0})
    unit: Literal["characters", "graphemes", "words"] = "graphemes"

    def __post_init__(self) -> None:
        if self.min > self.max:
            raise ValueError(f"min {self.min} is above max {self.max}")


@dataclass(frozen=True)
class LongTitle(Rule):
    """A title is too long.

    Options:
        limit: how long a title may be
        allow: titles that are
            left alone
        years: years in which
        by_language: the most characters by language
        share: part of the whole, from 0 to 1
        strict: count markup too
        severest: the worst that may come of it
        except_for: a title, or a number of titles
    """

    id: ClassVar[str] = "length/title"

    limit: Limit = Limit()
    allow: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    by_language: tuple[tuple[str, int], ...] = ()
    share: float = field(default=0.5, metadata={"min": 0, "max": 1})
    strict: bool = False
    key: str | None = None
    severest: Severity = Severity.ERROR
    except_for: int | Literal["none", "all"] = "none"
    limits: tuple[Limit, ...] = ()


@dataclass(frozen=True)
class LongParagraph(Rule):
    """A paragraph is too long."""

    id: ClassVar[str] = "length/paragraph"
    severity: ClassVar[Severity] = Severity.INFO

    limit: Limit = Limit(0, 150, "words")


@dataclass(frozen=True)
class LongSection(Rule):
    """A section is too long; off until it is asked for."""

    id: ClassVar[str] = "length/section"
    enabled: ClassVar[bool] = False

    limit: Limit = Limit()


@dataclass(frozen=True)
class DuplicateTitle(Rule):
    """Two articles have one title."""

    id: ClassVar[str] = "title/duplicate"

    scope: Literal["edition", "folder", "collection"] = "edition"

    def collect(self, article: Article) -> Iterable[Fact]:
        return ()


@dataclass(frozen=True)
class MissingTitle(Rule):
    """An article has no title."""

    id: ClassVar[str] = "title/missing"
    severity: ClassVar[Severity] = Severity.ERROR


@dataclass(frozen=True)
class PageReader:
    """Reads pages.

    Options:
        content: selector of the part that counts
    """

    content: str = ""
    name: str = "page"

    def __post_init__(self) -> None:
        if "[[" in self.content:
            raise ValueError(f'"{self.content}" is no selector')

    def read(self, path: str, text: str) -> Article:
        return Article(path, text, self.name)


class PlainReader:
    """Reads text; there is nothing to choose."""

    name = "plain"

    def read(self, path: str, text: str) -> Article:
        return Article(path, text, self.name)


RULES = {rule.id: rule for rule in (LongTitle, LongParagraph, LongSection, DuplicateTitle, MissingTitle)}
READERS = {"page": PageReader(), "plain": PlainReader()}
