"""Lengths: limits that count what people count."""

from collections.abc import Iterable

from artlint import Rule, hookimpl
from artlint_lengths.prose import ArticleLength, ParagraphLength
from artlint_lengths.short_texts import TitleLength


@hookimpl
def artlint_rules() -> Iterable[type[Rule]]:
    return (TitleLength, ParagraphLength, ArticleLength)
