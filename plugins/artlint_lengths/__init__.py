"""Lengths: limits that count what people count."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from artlint import Rule, hookimpl
from artlint_lengths.outlier import OutlyingLength
from artlint_lengths.prose import ArticleLength, ParagraphLength
from artlint_lengths.sentences import SentenceLength
from artlint_lengths.short_texts import DescriptionLength, HeadingLength, TitleLength
from artlint_lengths.wholes import LineLength, SectionLength, WordLength

if TYPE_CHECKING:
    import click


@hookimpl
def artlint_rules() -> Iterable[type[Rule]]:
    return (
        TitleLength,
        DescriptionLength,
        HeadingLength,
        SentenceLength,
        ParagraphLength,
        SectionLength,
        ArticleLength,
        LineLength,
        WordLength,
        OutlyingLength,
    )


@hookimpl
def artlint_commands() -> "Mapping[str, click.Command]":
    from artlint_lengths.stats import stats  # click, which a run of the rules does not need

    return {"stats": stats}
