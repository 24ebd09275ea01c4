"""First-party plugin: previous and next articles."""

from collections.abc import Iterable

from artlint import Rule, hookimpl

__all__ = ["artlint_rules"]


@hookimpl
def artlint_rules() -> Iterable[type[Rule]]:
    from artlint_navigation.rules import RULES  # not before somebody asks for rules

    return RULES
