"""The command line as click has it."""

import sys

import click

from artlint.cli.asked import COMMANDS
from artlint.cli.group import ClosedPipeError, Commands
from artlint.cli.telling import tell
from artlint.reporters.escaping import visible


def called() -> int:
    """The exit code of the command that the arguments name, after it has run."""
    try:
        code = artlint.main(standalone_mode=False)
    except click.ClickException as error:
        for line in error.format_message().splitlines():
            tell(visible(line))
        context = getattr(error, "ctx", None)
        if context:
            tell(f"see `{context.command_path} --help`")
        return 2
    except ClosedPipeError:
        raise BrokenPipeError from None
    except click.Abort:  # Ctrl-C, after which click has begun a new line
        tell("interrupted")
        return 130
    return code if isinstance(code, int) else 0


def _version(context: click.Context, _parameter: click.Parameter, value: bool) -> None:
    if value and not context.resilient_parsing:
        from artlint import __version__
        from artlint.plugin_loading import installed_plugins

        click.echo(f"artlint {__version__} (Python {'.'.join(map(str, sys.version_info[:3]))})")
        for plugin in installed_plugins():
            click.echo(visible(plugin.label))
        context.exit()


@click.group(cls=Commands, summaries=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_version,
    help="Show the version and the plugins.",
)
def artlint() -> None:
    """Lint collections of articles: boilerplate, previous/next references, titles, lengths.

    `artlint PATHS` is short for `artlint check PATHS`; see `artlint check --help` for its options.

    Exit codes: 0 nothing found, 1 findings, 2 the run is incomplete or not to be trusted.
    """
