"""Titles: articles without one, and titles that two articles share."""

from collections.abc import Iterable

from artlint import Rule, hookimpl
from artlint_titles.duplicate import DuplicateTitle
from artlint_titles.missing import MissingTitle


@hookimpl
def artlint_rules() -> Iterable[type[Rule]]:
    return (MissingTitle, DuplicateTitle)
