"""Titles: articles without one, and titles that two articles share."""

from collections.abc import Iterable

from artlint import Rule, hookimpl
from artlint_titles.duplicate import DuplicateTitle
from artlint_titles.mismatch import MismatchedTitles
from artlint_titles.missing import MissingTitle
from artlint_titles.placeholder import PlaceholderTitle
from artlint_titles.residue import TitleResidue
from artlint_titles.several import SeveralTitles


@hookimpl
def artlint_rules() -> Iterable[type[Rule]]:
    return (MissingTitle, DuplicateTitle, SeveralTitles, MismatchedTitles, PlaceholderTitle, TitleResidue)
