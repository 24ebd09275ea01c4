"""A plugin for tests: a rule on one article and one on the collection."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from artlint import Article, Fact, Facts, Finding, Rule, hookimpl


@dataclass(frozen=True)
class Line(Rule):
    """A line is in capitals."""

    id: ClassVar[str] = "shout/line"

    def check_article(self, article: Article) -> Iterator[Finding]:
        for line in article.lines(article.body):
            if line.text.isupper():
                yield Finding("line is in capitals", article.place(line.start, line.end))


@dataclass(frozen=True)
class Twice(Rule):
    """A line in capitals stands in two articles; found at the last."""

    id: ClassVar[str] = "shout/twice"

    def collect(self, article: Article) -> Iterator[Fact]:
        for line in article.lines(article.body):
            if line.text.isupper():
                yield Fact(line.text, article.place(line.start, line.end))

    def check_collection(self, facts: Facts) -> Iterator[Finding]:
        for _, group in facts.groups(2):
            yield Finding("stands in two articles", group[-1].place, path=group[-1].path)


@hookimpl
def artlint_rules() -> Iterable[type[Rule]]:
    return (Line, Twice)
