"""Articles whose length is out of all proportion to their collection, and the facts on lengths."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, ClassVar, cast

from artlint import Article, Fact, Facts, Finding, Proposal, Rule, Severity
from artlint_lengths.limits import LengthRule
from artlint_lengths.measure import length

if TYPE_CHECKING:
    from artlint.panel import Panel


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

    def collect(self, article: Article) -> Iterator[Fact]:
        """One fact: a list of figures for each measured kind of text."""
        title = article.title
        start, end = (title.start, title.end) if title else (article.body, article.body)
        yield Fact("lengths", article.place(start, end), [list(_lengths(rule, article)) for rule in measured()])

    def panels(self, facts: Facts) -> "Iterator[Panel]":
        """A histogram for each kind of text."""
        from artlint.panel import Histogram, bars_of  # for reports that draw
        from artlint_lengths.summary import distributions

        for each in distributions(facts):
            yield Histogram(each.rule, each.unit, bars_of(each.figures), most=each.limit)

    def proposals(self, facts: Facts) -> Iterator[Proposal]:
        """For each kind of text the limit that 95 % of the collection's texts keep."""
        from artlint_lengths.summary import distributions, proposed_limit  # for `artlint init`

        enabled = {rule.id for rule in measured() if rule.enabled}
        for distribution in distributions(facts):
            most = proposed_limit(distribution)
            if most is not None and distribution.limit is not None and most != distribution.limit:
                count, is_on = len(distribution.figures), distribution.rule in enabled
                above, usual = distribution.above(most), f"by default {distribution.limit}"
                reason = f"{above:,} of {count:,} are longer; {usual if is_on else 'off by default'}"
                is_stricter = most < distribution.limit or not is_on
                yield Proposal(distribution.rule, "max", most, reason, is_stricter)

    def check_collection(self, facts: Facts) -> Iterator[Finding]:
        from artlint_lengths.summary import quantile  # for those who switch the rule on

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


@cache
def measured() -> Sequence[LengthRule]:
    """The rules whose texts are measured, with their defaults; the article's own is the last."""
    from artlint_lengths.prose import ArticleLength, ParagraphLength
    from artlint_lengths.sentences import SentenceLength
    from artlint_lengths.short_texts import DescriptionLength, HeadingLength, TitleLength
    from artlint_lengths.wholes import SectionLength

    texts = (TitleLength(), DescriptionLength(), HeadingLength(), SentenceLength(), ParagraphLength())
    return *texts, SectionLength(), ArticleLength()


def _lengths(rule: LengthRule, article: Article) -> Iterator[int]:
    for piece in rule.pieces(article, None):
        if rule.is_meant(article, piece):
            yield length(piece.text, rule.unit)


def _article_words(fact: Fact) -> int:
    figures = cast(Sequence[Sequence[int]], fact.value)[-1]
    return figures[0] if figures else 0
