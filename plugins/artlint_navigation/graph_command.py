"""`artlint graph`: shows who follows whom."""

from typing import IO

import click

from artlint.commands import Choice, collect_facts, collection_options
from artlint_navigation.graph import graph_of
from artlint_navigation.graph_formats import FORMATS


@click.command()
@click.argument("paths", nargs=-1, type=click.Path())
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="mermaid",
    show_default=True,
    help="What to write; html is one page that needs no other file.",
)
@click.option("-o", "--output", type=click.File("w", encoding="utf-8"), default="-", help="Where to write it.")
@click.option("-q", "--quiet", is_flag=True, help="No progress.")
@collection_options
def graph(paths: tuple[str, ...], form: str, output: IO[str], quiet: bool, choice: Choice) -> None:
    """Show the chains of previous and next articles in PATHS, with what is broken in them."""
    facts = collect_facts(paths, "navigation/missing-target", quiet, choice=choice)
    for piece in FORMATS[form](graph_of(facts)):
        output.write(piece)
