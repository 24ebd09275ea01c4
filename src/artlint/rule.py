"""Rules: frozen dataclasses whose fields are their options."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from typing import TYPE_CHECKING, ClassVar, NamedTuple, Protocol, Self, TypeVar, dataclass_transform, runtime_checkable

from artlint.article import Article, Place, Places
from artlint.finding import Finding, Severity

if TYPE_CHECKING:
    from dataclasses import Field

    from artlint.panel import Panel

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


class FactColumns(NamedTuple):
    """The facts of one article in columns, for collectors that have thousands.

    `places` has those of the first facts; the others need none: theirs has zeros for all fields, and no finding can
    stand there. Columns of other lengths are a failure of the collector.
    """

    keys: Sequence[int | str]
    places: Places
    values: Sequence[Plain]


class Facts(Protocol):
    """All facts of one collector over the whole collection, in the order of the articles' paths."""

    @property
    def articles(self) -> Sequence[str]:
        """The paths of all articles of the collection, sorted."""

    @property
    def files(self) -> Sequence[str]:
        """The paths of the files beside the articles, sorted: an address may lead to one."""

    def __iter__(self) -> Iterator[Fact]:
        """Every fact; dear on large collections, so prefer keys and groups."""

    def __getitem__(self, key: int | str) -> Sequence[Fact]:
        """The facts filed under `key`; empty if there are none."""

    def in_article(self, path: str) -> Sequence[Fact]:
        """The facts of one article, in the order in which they were collected; none where there is no such article."""

    def keys(self, min_articles: int = 1) -> Set[int]:
        """The keys that stand in at least `min_articles` articles; no fact is made to count them."""

    def of(self, keys: Set[int]) -> Mapping[int, Sequence[Fact]]:
        """The facts of each of the keys that has any, first seen first; one pass, however many keys."""

    def groups(self, min_articles: int = 1) -> Iterator[tuple[int, Sequence[Fact]]]:
        """Each key that stands in at least `min_articles` articles, with all its facts, first seen first."""

    def derived(self, function: Callable[["Facts"], Value]) -> Value:
        """`function(facts)`, computed once however many rules ask for it.

        `function` must be hashable with equality: a module-level function or a frozen dataclass with
        `__call__`.
        """


class Proposal(NamedTuple):
    """A setting that fits a collection.

    `reason` says why, with the figure. `is_stricter` where it would make findings of what the default lets
    pass.
    """

    rule: str
    option: str
    value: int | str
    reason: str
    is_stricter: bool = False


class Collector(Protocol):
    """What gathers facts: hashable, and equal collectors of several rules run once and share their facts."""

    def collect(self, article: Article) -> Iterable[Fact] | FactColumns:
        """What the collection's judgement must know of this article; a function of the article alone."""


@runtime_checkable
class OutlineCollector(Protocol):
    """A collector that looks at outlines too: files that are no articles but list some, see `artlint_outlines`."""

    def collect_outline(self, outline: Article) -> Iterable[Fact] | FactColumns:
        """What the collection's judgement must know of this file, which has a path and a text alone."""


class _Frozen:
    """Refuses changes for rules that no decorator has made dataclasses yet."""

    def __setattr__(self, name: str, value: object) -> None:
        from dataclasses import FrozenInstanceError  # see `completed`

        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> None:
        from dataclasses import FrozenInstanceError  # see `completed`

        raise FrozenInstanceError(f"cannot delete field {name!r}")


@dataclass_transform(frozen_default=True)
class Rule(_Frozen):
    """One fault that can be found, switched and suppressed.

    A subclass is a frozen dataclass, whether it is decorated as one or not; its fields are the rule's
    options, each typed, defaulted and documented under `Options:` in the class's docstring. It keeps nothing
    between articles. The docstring's first line says what is wrong; `Bad:` and `Good:` hold examples that
    are the rule's page, its `artlint explain` and a test. `id` is `family/fault`, lower-case with hyphens.
    """

    id: ClassVar[str]
    severity: ClassVar[Severity] = Severity.WARNING
    enabled: ClassVar[bool] = True
    if TYPE_CHECKING:
        __dataclass_fields__: ClassVar[dict[str, Field[object]]]  # what `completed` adds

    def __new__(cls, *values: object, **options: object) -> Self:
        if values or options or _needs_completion(cls):
            completed(cls)
        return super().__new__(cls)

    def __eq__(self, other: object) -> bool:
        """Whether the other is of the same class; `completed` gives rules with options their own."""
        return type(self) is type(other)

    def __hash__(self) -> int:
        return hash(type(self))

    def check_article(self, article: Article) -> Iterable[Finding]:
        """What is wrong with this article alone."""
        return ()

    def collect(self, article: Article) -> Iterable[Fact] | FactColumns:
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

    def panels(self, facts: Facts) -> "Iterable[Panel]":
        """Pictures of the collection, for reports that draw; asked for whether the rule is on or not."""
        return ()

    def proposals(self, facts: Facts) -> Iterable[Proposal]:
        """Settings that fit the collection, for `artlint init`."""
        return ()


def _needs_completion(rule: type[Rule]) -> bool:
    """Whether class attributes alone would give wrong defaults.

    An option declared by `field(...)` has its default only in a dataclass; and where a base class is a
    dataclass already, its `__init__` sets the defaults of the base over those of the rule.
    """
    if "dataclasses" not in sys.modules:
        return False  # so there is neither
    inherited = getattr(rule, "__dataclass_fields__", {})
    declared = (vars(each).items() for each in _unmade(rule))
    return any(name in inherited or hasattr(value, "default_factory") for own in declared for name, value in own)


def completed(rule: type[Rule]) -> type[Rule]:
    """The rule as the frozen dataclass that it is.

    Making a dataclass takes half a millisecond and importing `dataclasses` eight, and a run without options
    has no use for one: the defaults are class attributes. So it waits until options are given or asked for.
    """
    from dataclasses import dataclass

    for each in reversed(list(_unmade(rule))):
        dataclass(frozen=True)(each)
    return rule


def _unmade(rule: type[Rule]) -> Iterator[type[Rule]]:
    """The rule and those of its base classes that are no dataclasses yet."""
    for each in rule.__mro__:
        if issubclass(each, Rule) and each is not Rule and "__dataclass_params__" not in vars(each):
            yield each
