"""The command `artlint stats`: how long the texts of a collection are."""

import click

from artlint.commands import Choice, collect_facts, collection_options


@click.command()
@click.argument("paths", nargs=-1)
@click.option("--json", "as_json_text", is_flag=True, help="Write JSON instead of a table.")
@click.option("-q", "--quiet", is_flag=True, help="No progress on standard error.")
@collection_options
def stats(paths: tuple[str, ...], as_json_text: bool, quiet: bool, choice: Choice) -> None:
    """Show how titles, descriptions, headings, sentences, paragraphs, sections and articles are spread in length.

    A limit near the 95th percentile names the texts that stand out. Lengths are in the units of the
    `length/*` rules.
    """
    from artlint_lengths.outlier import OutlyingLength
    from artlint_lengths.summary import as_json, distributions, table

    found = distributions(collect_facts(paths, OutlyingLength.id, quiet, below_alone=True, choice=choice))
    if as_json_text:
        import json

        click.echo(json.dumps({"version": 1, "lengths": as_json(found)}, indent=2))
        return
    for line in table(found):
        click.echo(line)
