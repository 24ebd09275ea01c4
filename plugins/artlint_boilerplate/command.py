"""`artlint boilerplate`: the collection's recurring blocks, so that an editor decides once for each."""

import re
from collections.abc import Sequence

import click

from artlint import UsageError
from artlint.commands import (
    Choice,
    collect_facts,
    collection_options,
    configuration_file,
    fix_articles,
    print_patch,
)
from artlint_boilerplate.decisions import with_allowed
from artlint_boilerplate.recurring import Block
from artlint_boilerplate.survey import Recurring, as_json, as_text, shown, survey

_RULE = "boilerplate/shared-block"
_ID = r"[0-9a-f]{4,16}"
_YAML = (".yaml", ".yml")


@click.command(name="boilerplate")
@click.argument("paths", nargs=-1)
@click.option("-f", "--format", "form", type=click.Choice(("text", "json")), default="text", help="How to show them.")
@click.option("-n", "--limit", type=click.IntRange(min=0), default=20, help="Most blocks to show as text; 0 for all.")
@click.option("--min-articles", type=click.IntRange(min=0), default=0, help="Fewest articles of a block.")
@click.option("--allow", multiple=True, metavar="ID", help="Write the block's id into the configuration as allowed.")
@click.option("--remove", metavar="ID", help="Take the block out of the articles below PATHS.")
@click.option("--diff", is_flag=True, help="With --remove: print a patch for `git apply`; write nothing.")
@click.option("-q", "--quiet", is_flag=True, help="No progress.")
@collection_options
def boilerplate(
    paths: tuple[str, ...],
    form: str,
    limit: int,
    min_articles: int,
    allow: tuple[str, ...],
    remove: str | None,
    diff: bool,
    quiet: bool,
    choice: Choice,
) -> None:
    """List the blocks that recur in the collection, the most costly (articles x words) first.

    Each block has an id, sample places and the other wordings of its paragraphs. `--allow ID` writes the decision
    that a block is wanted into the configuration of PATHS; `--remove ID` takes it out of the articles.
    """
    if diff and not remove:
        raise UsageError("--diff shows what --remove does; give --remove ID with it")
    facts = collect_facts(paths, _RULE, quiet, choice=choice)
    found = survey(facts, min_articles)
    for block in allow:
        click.echo(_allow(_named(found, block), paths, choice))
    if remove:
        _remove(_named(found, remove), paths, diff, choice)
    elif form == "json" and not allow:
        click.echo(as_json(found, len(facts.articles)))
    elif not allow:
        for line in as_text(found, len(facts.articles), limit or len(found)):
            click.echo(shown(line))


def _named(found: Sequence[Recurring], start: str) -> Block:
    """The one block whose id starts so."""
    if not re.fullmatch(_ID, start):
        raise UsageError(f"{start!r} is no block id, which has up to 16 of the digits 0-9a-f; see artlint boilerplate")
    blocks = [recurring.block for recurring in found if recurring.block.id.startswith(start)]
    if len(blocks) != 1:
        fault = "is the start of several block ids" if blocks else "is no block id of this collection"
        raise UsageError(f'"{start}" {fault}; see artlint boilerplate')
    return blocks[0]


def _allow(block: Block, paths: Sequence[str], choice: Choice) -> str:
    """What was written into the configuration that holds for `paths`, in words."""
    path = configuration_file(paths, choice)
    if path.suffix not in _YAML:
        raise UsageError(f'{path} is no YAML; add "{block.id}" to allow in [tool.artlint.rules.boilerplate] by hand')
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    path.write_text(with_allowed(text, block.id, block.excerpt), encoding="utf-8")
    return f"{path}: allows {block.id} {shown(block.excerpt)}"


def _remove(block: Block, paths: tuple[str, ...], diff: bool, choice: Choice) -> None:
    """Take the block out of the articles below `paths` and tell so, or print the patch; exits 2 where one failed."""
    from artlint_boilerplate.removing import Removal

    below = set(collect_facts(paths, _RULE, quiet=True, below_alone=True, choice=choice).articles)
    its_articles = sorted({occurrence.path for occurrence in block.occurrences} & below)
    removal = Removal(block.keys)
    done = fix_articles(paths, its_articles, removal, dry=diff, choice=choice)
    if diff:
        print_patch(done.patch)
    for line in done.left:
        click.echo(f"artlint: {line}", err=True)
    for path in removal.left:
        click.echo(f"artlint: {path}: has other text in the block's lines; left as it was", err=True)
    what = "would be taken" if diff else "taken"
    articles = "article" if len(done.changed) == 1 else "articles"
    click.echo(f"{what} out of {len(done.changed):,} {articles}: {block.id} {shown(block.excerpt)}", err=diff)
    if done.left:
        raise SystemExit(2)
