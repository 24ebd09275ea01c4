"""How long each reader and rule takes in a run, measured from outside so that other runs pay nothing for it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import wraps
from time import perf_counter
from typing import Any, NamedTuple

from artlint.hookspecs import Reader
from artlint.rule import Rule

Seconds = Mapping[str, float]
"""Seconds by what they were spent on: `title/missing`, `navigation (facts)`, `reading markdown`."""


class _Method(NamedTuple):
    """A method to be measured, and what its time counts as."""

    owner: type
    name: str
    label: str


@contextmanager
def measured(rules: Mapping[str, type[Rule]], readers: Iterable[Reader]) -> Iterator[Seconds]:
    """The seconds that rules and readers take in this process until the end of the block.

    What several rules share counts for the first one that asks for it.
    """
    seconds: dict[str, float] = {}
    methods = {(each.owner, each.name): each for each in (*_of_rules(rules), *_of_readers(readers))}
    before = {key: vars(owner).get(name) for key in methods for owner, name in (key,)}
    for (owner, name), method in methods.items():
        setattr(owner, name, _counting(getattr(owner, name), method.label, seconds))
    try:
        yield seconds
    finally:
        for (owner, name), own in before.items():
            if own is None:
                delattr(owner, name)  # it was inherited
            else:
                setattr(owner, name, own)


def _of_rules(rules: Mapping[str, type[Rule]]) -> Iterator[_Method]:
    """What the rules do themselves: `check_article` and `check_collection`; and what gathers their facts."""
    for rule_id, rule in rules.items():
        if rule.check_article is not Rule.check_article:
            yield _Method(rule, "check_article", rule_id)
        if rule.check_collection is not Rule.check_collection:
            yield _Method(rule, "check_collection", rule_id)
        collector = rule().collector()
        if collector is not None:
            own = isinstance(collector, Rule)
            yield _Method(type(collector), "collect", rule_id if own else f"{rule_id.partition('/')[0]} (facts)")


def _of_readers(readers: Iterable[Reader]) -> Iterator[_Method]:
    for reader in readers:
        yield _Method(type(reader), "read", f"reading {reader.name}")


def _counting(function: Callable[..., Any], label: str, seconds: dict[str, float]) -> Callable[..., Any]:
    """`function`, whose time is added under `label`; what it yields is made within that time."""

    @wraps(function)
    def counting(*arguments: Any) -> Any:  # Any: a method of anybody's rule or reader
        began = perf_counter()
        try:
            made = function(*arguments)
            return list(made) if isinstance(made, Iterator) else made
        finally:
            seconds[label] = seconds.get(label, 0.0) + perf_counter() - began

    return counting
