"""`artlint boilerplate`: the collection's recurring blocks, so that an editor decides once for each."""

from collections.abc import Sequence
from pathlib import Path

import click

from artlint import UsageError
from artlint_boilerplate.decisions import configuration_file, with_allowed
from artlint_boilerplate.survey import Recurring, as_json, as_text, survey


@click.command(name="boilerplate")
@click.argument("paths", nargs=-1)
@click.option("-f", "--format", "form", type=click.Choice(("text", "json")), default="text", help="How to show them.")
@click.option("-n", "--limit", type=click.IntRange(min=0), default=20, help="Most blocks to show as text; 0 for all.")
@click.option("--min-articles", type=click.IntRange(min=0), default=0, help="Fewest articles of a block.")
@click.option("--allow", multiple=True, metavar="ID", help="Write the block's id into the configuration as allowed.")
@click.option("-q", "--quiet", is_flag=True, help="No progress.")
def boilerplate(
    paths: tuple[str, ...], form: str, limit: int, min_articles: int, allow: tuple[str, ...], quiet: bool
) -> None:
    """List the blocks that recur in the collection, the most costly (articles x words) first.

    Each block has an id, sample places and the other wordings of its paragraphs. `--allow ID` writes the decision
    that a block is wanted into the nearest configuration file.
    """
    from artlint.commands import collect_facts  # loads discovery and executors

    facts = collect_facts(paths, "boilerplate/shared-block", quiet)
    found = survey(facts, min_articles)
    if allow:
        for block in allow:
            click.echo(_allow(found, block))
    elif form == "json":
        click.echo(as_json(found, len(facts.articles)))
    else:
        for line in as_text(found[: limit or None], len(facts.articles)):
            click.echo(line)


def _allow(found: Sequence[Recurring], start: str) -> str:
    """What was written, in words."""
    blocks = [recurring.block for recurring in found if recurring.block.id.startswith(start)]
    if len(blocks) != 1:
        fault = "is the start of several block ids" if blocks else "is no block id of this collection"
        raise UsageError(f'"{start}" {fault}; see artlint boilerplate')
    path = configuration_file(Path.cwd())
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    path.write_text(with_allowed(text, blocks[0].id, blocks[0].excerpt), encoding="utf-8")
    return f"{path}: allows {blocks[0].id} {blocks[0].excerpt}"
