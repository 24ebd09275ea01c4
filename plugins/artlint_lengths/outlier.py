"""Articles whose length is out of all proportion to their collection, and the facts on lengths."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, cast

from artlint import Article, Collector, Fact, Facts, Finding, Rule, Severity
from artlint_lengths.prose import ArticleLength, ParagraphLength
from artlint_lengths.sentences import SentenceLength
from artlint_lengths.short_texts import DescriptionLength, HeadingLength, TitleLength
from artlint_lengths.summary import Distribution, quantile
from artlint_lengths.wholes import SectionLength

# What is measured, each with the unit of its rule.
_MEASURED = (
    TitleLength(),
    DescriptionLength(),
    HeadingLength(),
    SentenceLength(),
    ParagraphLength(),
    SectionLength(),
    ArticleLength(),
)


@dataclass(frozen=True)
class LengthFacts:
    """Gathers all lengths of an article: one fact, one list of figures for each measured kind of text."""

    def collect(self, article: Article) -> Iterator[Fact]:
        from artlint_lengths.measure import length

        title = article.title
        start, end = (title.start, title.end) if title else (article.body, article.body)
        figures = [
            [length(piece.text, rule.unit) for piece in rule.pieces(article, None) if rule.is_meant(article, piece)]
            for rule in _MEASURED
        ]
        yield Fact("lengths", article.place(start, end), figures)


@dataclass(frozen=True)
class OutlyingLength(Rule):
    """The article is far longer than its collection's articles.

    A dump, a log or several articles in one file are longer than anything around them. An article is out
    of proportion where it has more than ten times the words of the median article. The rule is off until it
    is switched on; its facts are those of `artlint stats`.

    Options:
        times: how many times the median is too long: 10, which 4 to 10 of 1,000 articles of news and blogs pass
        least_articles: collections of fewer articles have no usual length: 20

    Bad:
        --- .artlint.yaml
        rules:
          length/outlier: {times: 3, least_articles: 3}
        --- a.md
        The ferry runs again.
        --- b.md
        The bridge is closed.
        --- c.md
        The council met on Monday and agreed on the budget, and on Tuesday it met again and did not agree.

    Good:
        --- .artlint.yaml
        rules:
          length/outlier: {times: 3, least_articles: 3}
        --- a.md
        The ferry runs again.
        --- b.md
        The bridge is closed.
        --- c.md
        The council met on Monday and agreed.
    """

    id: ClassVar[str] = "length/outlier"
    severity: ClassVar[Severity] = Severity.INFO
    enabled: ClassVar[bool] = False
    times: float = 10.0
    least_articles: int = 20

    def collector(self) -> Collector:
        return LengthFacts()

    def check_collection(self, facts: Facts) -> Iterator[Finding]:
        articles = facts["lengths"]
        counts = sorted(_article_words(fact) for fact in articles)
        if len(counts) < self.least_articles:
            return
        median = quantile(counts, 0.5)
        for fact in articles:
            words = _article_words(fact)
            if words > self.times * max(median, 1):
                message = f"article has {words:,} words; half of this collection's have at most {median:,}"
                yield Finding(message, fact.place, fact.path, identity="length")


def distributions(facts: Facts) -> Sequence[Distribution]:
    """How the lengths of a collection are spread, one distribution for each kind of text that occurs."""
    columns: list[list[int]] = [[] for _ in _MEASURED]
    for fact in facts["lengths"]:
        for column, figures in zip(columns, cast(Sequence[Sequence[int]], fact.value), strict=True):
            column.extend(figures)
    return [
        Distribution(rule.id, rule.unit, rule.max, tuple(sorted(column)))
        for rule, column in zip(_MEASURED, columns, strict=True)
        if column
    ]


def _article_words(fact: Fact) -> int:
    figures = cast(Sequence[Sequence[int]], fact.value)[-1]
    return figures[0] if figures else 0
