"""Timings: what is measured, and that nothing stays behind."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import pytest

from artlint import Article, Fact, Facts, Finding, Rule
from artlint.readers import READERS
from artlint.testing import check_files
from artlint.timing import measured


@dataclass(frozen=True)
class Loud(Rule):
    """A line in capitals."""

    id: ClassVar[str] = "test/loud"

    def check_article(self, article: Article) -> Iterator[Finding]:
        for line in article.lines():
            if line.text.isupper():
                yield Finding("in capitals", article.place(line.start, line.end))

    def collect(self, article: Article) -> Iterator[Fact]:
        yield Fact("all", article.place(0, 0))

    def check_collection(self, facts: Facts) -> Iterator[Finding]:
        for _, group in facts.groups(2):
            yield Finding("stands twice", group[-1].place, path=group[-1].path)


@dataclass(frozen=True)
class Inherited(Loud):
    """The same by inheritance."""

    id: ClassVar[str] = "test/inherited"


FILES = {"a.txt": "STOP\n", "b.txt": "STOP\n"}
RULES: dict[str, type[Rule]] = {rule.id: rule for rule in (Loud, Inherited)}


def test_rules_and_readers_are_measured_and_find_the_same() -> None:
    alone = check_files(Inherited(), FILES)
    with measured(RULES, set(READERS.values())) as seconds:
        found = check_files(Inherited(), FILES)
    assert found == alone
    assert {"test/inherited", "reading text"} <= seconds.keys()
    assert all(taken >= 0 for taken in seconds.values())


def test_nothing_is_left_behind() -> None:
    before = [dict(vars(each)) for each in (Loud, Inherited)]
    with pytest.raises(ZeroDivisionError), measured(RULES, set(READERS.values())):
        raise ZeroDivisionError
    assert [dict(vars(each)) for each in (Loud, Inherited)] == before
