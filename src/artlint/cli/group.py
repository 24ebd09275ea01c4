"""The group of commands: the engine's by name, plugins' when asked for, and `check` where no command is named."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from typing import Any, cast

import click

from artlint.cli.asked import could_be_command
from artlint.errors import PluginError

_OWN_OPTIONS = frozenset(("-h", "--help", "--version"))


class ClosedPipeError(Exception):
    """Whoever read the output has gone."""


# From this likeness on a word is taken for a command; "posts" and "stats" are alike by 0.6.
_SLIP = 0.75


class Commands(click.Group):
    """Commands whose modules are imported when they are called."""

    def __init__(self, *, summaries: Mapping[str, str], **settings: Any) -> None:  # Any: click's own settings
        super().__init__(**settings)
        self.summaries = summaries

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put `check` before arguments that name no command: `artlint PATHS` means check."""
        first = args[0] if args else ""
        if first not in _OWN_OPTIONS and self.get_command(ctx, first) is None:
            self._refuse_slip(ctx, first)
            args = ["check", *args]
        return super().parse_args(ctx, args)

    def _refuse_slip(self, ctx: click.Context, first: str) -> None:
        """Raise UsageError for a word that is no path and nearly the name of a command."""
        if could_be_command(first):
            from difflib import get_close_matches  # for slips alone

            for meant in get_close_matches(first, self.list_commands(ctx), n=1, cutoff=_SLIP):
                raise click.UsageError(f'there is no command, file or folder "{first}"; did you mean "{meant}"?', ctx)

    def make_context(self, *arguments: Any, **settings: Any) -> click.Context:  # Any: as click has it
        """The context; the help is printed while it is made."""
        with _closed_pipe_told():
            return super().make_context(*arguments, **settings)

    def invoke(self, ctx: click.Context) -> Any:  # Any: as click has it
        """The command's result."""
        with _closed_pipe_told():
            return super().invoke(ctx)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted({*self.summaries, *_plugin_commands(quiet=True)})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name in self.summaries:
            module = import_module(f"artlint.cli.{cmd_name}")
            return cast(click.Command, module.command)
        if not could_be_command(cmd_name):
            return None
        return _plugin_commands(quiet=True).get(cmd_name)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands with a line each, without importing the engine's own."""
        commands = _plugin_commands(quiet=True)
        rows = [
            (name, self.summaries.get(name) or commands[name].get_short_help_str(limit=100))
            for name in self.list_commands(ctx)
        ]
        with formatter.section("Commands"):
            formatter.write_dl(rows)


@contextmanager
def _closed_pipe_told() -> Iterator[None]:
    """Raises ClosedPipeError for a closed pipe, at which click would exit with 1, which means findings."""
    try:
        yield
    except BrokenPipeError:
        raise ClosedPipeError from None


def _plugin_commands(quiet: bool) -> dict[str, click.Command]:
    """The commands that installed plugins bring; a broken plugin is told by the command that needs it."""
    from artlint.plugin_loading import load_commands

    try:
        commands = load_commands()
    except PluginError:
        if quiet:
            return {}
        raise
    return {name: command for name, command in commands.items() if isinstance(command, click.Command)}
