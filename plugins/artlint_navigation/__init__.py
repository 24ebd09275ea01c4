"""First-party plugin: previous and next articles."""

from collections.abc import Iterable

from artlint import Rule, hookimpl
from artlint_navigation.rules.asymmetric import Asymmetric
from artlint_navigation.rules.missing_target import MissingTarget
from artlint_navigation.rules.no_target import NoTarget
from artlint_navigation.rules.self_reference import SelfReference

__all__ = ["artlint_rules"]


@hookimpl
def artlint_rules() -> Iterable[type[Rule]]:
    return (MissingTarget, NoTarget, SelfReference, Asymmetric)
