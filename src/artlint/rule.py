"""Rules: frozen dataclasses whose fields are their options."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple, Protocol, TypeVar

from artlint.article import Article, Place
from artlint.finding import Finding, Severity

Value = TypeVar("Value")
Plain = None | bool | int | float | str | Sequence["Plain"]  # what a fact's value may be made of


class Fact(NamedTuple):
    """What `check_collection` must know of one place in one article.

    `key` groups facts over the collection: a 64-bit digest (see `artlint.digest`), or a text that the engine
    digests. `value` is plain data: None, bool, int, float, str and sequences of them; it comes back with
    tuples for sequences. `path` is the article's, filled by the engine.
    """

    key: int | str
    place: Place
    value: Plain = None
    path: str = ""


class Facts(Protocol):
    """All facts of one collector over the whole collection, in the order of the articles' paths."""

    @property
    def articles(self) -> Sequence[str]:
        """The paths of all articles of the collection, sorted."""

    def __iter__(self) -> Iterator[Fact]:
        """Every fact; dear on large collections, so prefer keys and groups."""

    def __getitem__(self, key: int | str) -> Sequence[Fact]:
        """The facts filed under `key`; empty if there are none."""

    def groups(self, min_articles: int = 1) -> Iterator[tuple[int, Sequence[Fact]]]:
        """Each key that stands in at least `min_articles` articles, with all its facts, first seen first."""

    def derived(self, function: Callable[["Facts"], Value]) -> Value:
        """`function(facts)`, computed once however many rules ask for it.

        `function` must be hashable with equality: a module-level function or a frozen dataclass with
        `__call__`.
        """


class Collector(Protocol):
    """What gathers facts: hashable, and equal collectors of several rules run once and share their facts."""

    def collect(self, article: Article) -> Iterable[Fact]:
        """What the collection's judgement must know of this article; a function of the article alone."""


@dataclass(frozen=True)
class Rule:
    """One fault that can be found, switched and suppressed.

    A subclass is a frozen dataclass; its fields are the rule's options, each typed, defaulted and
    documented under `Options:` in the class's docstring. It keeps nothing between articles. The docstring's
    first line says what is wrong; `Bad:` and `Good:` hold examples that are the rule's page, its
    `artlint explain` and a test. `id` is `family/fault`, lower-case with hyphens.
    """

    id: ClassVar[str]
    severity: ClassVar[Severity] = Severity.WARNING
    enabled: ClassVar[bool] = True

    def check_article(self, article: Article) -> Iterable[Finding]:
        """What is wrong with this article alone."""
        return ()

    def collect(self, article: Article) -> Iterable[Fact]:
        """What `check_collection` must know of this article; a function of the article alone."""
        return ()

    def collector(self) -> Collector | None:
        """What gathers this rule's facts: the rule itself where it has a `collect`, else None.

        Rules that judge the same facts return equal collectors, which then run once and share them.
        """
        return self if type(self).collect is not Rule.collect else None

    def check_collection(self, facts: Facts) -> Iterable[Finding]:
        """What is wrong with the collection, from its facts alone; articles are never opened."""
        return ()
