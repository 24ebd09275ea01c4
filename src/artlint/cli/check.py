"""`artlint check`: find what is wrong and report it."""

from typing import Any

import click

from artlint.cli.asked import Asked
from artlint.cli.checking import check
from artlint.cli.options import accepting_options, config_options, fixing_options, plugin_options, running_options
from artlint.reporters import REPORTERS


class _Check(click.Command):
    """A command whose option --changed may stand without a value."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        return super().parse_args(ctx, ["--changed=HEAD" if each == "--changed" else each for each in args])


@click.command("check", cls=_Check, short_help="Check articles (the default command)")
@click.argument("paths", nargs=-1)
@click.option("--select", multiple=True, metavar="RULES", help="Check these rules or families alone (comma-separated).")
@click.option("--ignore", multiple=True, metavar="RULES", help="Leave out these rules or families (comma-separated).")
@click.option(
    "-f",
    "--format",
    "formats",
    multiple=True,
    metavar="FORMAT[=FILE]",
    help=f"Report in this format; may stand several times. Formats: {', '.join(REPORTERS)}, and those of plugins.",
)
@click.option("-o", "--output", metavar="FILE", help="Write the first report to this file.")
@click.option(
    "--fail-on",
    type=click.Choice(["info", "warning", "error", "never"]),
    help="Exit with 1 from this severity on (default: warning, or fail-on of the configuration).",
)
@click.option(
    "--max-warnings", type=click.IntRange(0), metavar="N", help="Exit with 1 where more than N warnings are found."
)
@click.option("--fail-on-empty", is_flag=True, help="Exit with 2 where there is nothing to check.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever is found; failures still give 2.")
@fixing_options
@accepting_options
@config_options
@plugin_options
@click.option("--hook", is_flag=True, help="Judge what is staged, and what the commit breaks elsewhere.")
@click.option(
    "--changed",
    metavar="[REF]",
    help="Report what differs from a git revision (default: HEAD), and what that breaks elsewhere.",
)
@click.option(
    "--changed-scope",
    type=click.Choice(["lines", "files", "affected"]),
    default="affected",
    help="With --changed or --hook: changed lines, changed files, or also what they break elsewhere (default).",
)
@running_options
@click.option("--stdin-filename", metavar="NAME", help="Name of the article that comes from standard input (path -).")
@click.option("--files-from", metavar="FILE", help="Read paths from a file, a line each (- for standard input).")
@click.option("--statistics", is_flag=True, help="Count the findings of each rule on standard error.")
@click.option("--timings", is_flag=True, help="Tell on standard error how long readers and rules take.")
@click.option("--color/--no-color", default=None, help="Colours, whatever the terminal and NO_COLOR say.")
@click.option("-q", "--quiet", is_flag=True, help="No notices and no progress on standard error.")
def command(**options: Any) -> int:  # Any: an option's value each
    """Check articles: files and folders, the working folder where none is given.

    Paths are what is reported on; a reference to another article is looked up in the whole collection:
    the configuration's `collection`, else all articles that git tracks, else the paths themselves.
    """
    return check(Asked(**options))
