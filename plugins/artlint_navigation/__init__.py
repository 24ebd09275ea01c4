"""First-party plugin: previous and next articles."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from artlint import Rule, hookimpl

if TYPE_CHECKING:
    import click

__all__ = ["artlint_commands", "artlint_outlines", "artlint_rules"]


@hookimpl
def artlint_rules() -> Iterable[type[Rule]]:
    from artlint_navigation.rules import RULES  # not before somebody asks for rules

    return RULES


@hookimpl
def artlint_outlines() -> Iterable[str]:
    return ("mkdocs.yml", "mkdocs.yaml", "_toc.yml", ".rst")


@hookimpl
def artlint_commands() -> "Mapping[str, click.Command]":
    from artlint_navigation.graph_command import graph  # not before somebody asks for the command

    return {"graph": graph}
