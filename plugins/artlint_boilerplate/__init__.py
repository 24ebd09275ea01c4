"""First-party plugin: blocks that stand more than once, in one article or in many."""

from collections.abc import Iterable

from artlint import Rule, hookimpl
from artlint_boilerplate.duplicates import DuplicateArticle
from artlint_boilerplate.repeated import RepeatedBlock
from artlint_boilerplate.shared import SharedBlock
from artlint_boilerplate.stuttered import StutteredBlock


@hookimpl
def artlint_rules() -> Iterable[type[Rule]]:
    return (RepeatedBlock, StutteredBlock, SharedBlock, DuplicateArticle)
