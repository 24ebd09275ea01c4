"""The command line; one module a command, imported when the command is called."""

import os
import signal
import sys
from types import FrameType
from typing import NoReturn

import click

from artlint.cli.group import ClosedPipeError, Commands
from artlint.errors import ArtlintError
from artlint.reporters.escaping import visible

_SUMMARIES = {
    "baseline": "Accept what is found now, and report what is new",
    "cache": "Throw away the results of earlier runs",
    "check": "Check articles (the default command)",
    "config": "Show each effective setting for a path and where it came from",
    "explain": "Explain a rule with its examples",
    "init": "Write a first configuration",
    "plugins": "List the plugins and what they bring",
    "rules": "List all rules",
    "schema": "Print the JSON Schema of the configuration",
}


_CLOSED_PIPE = 128 + 13  # as shells tell it of programs that SIGPIPE ends


class _Terminated(BaseException):
    """The process was asked to end (SIGTERM)."""


def _version(context: click.Context, _parameter: click.Parameter, value: bool) -> None:
    if value and not context.resilient_parsing:
        from artlint import __version__
        from artlint.plugin_loading import installed_plugins

        click.echo(f"artlint {__version__} (Python {'.'.join(map(str, sys.version_info[:3]))})")
        for plugin in installed_plugins():
            click.echo(visible(plugin.label))
        context.exit()


@click.group(cls=Commands, summaries=_SUMMARIES, context_settings={"help_option_names": ["-h", "--help"]})
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


def main() -> NoReturn:
    """The console script: runs a command and exits with its code, never with a traceback."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGTERM, _terminate)
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace")
    code = _run()
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        _close_stdout()
        code = _CLOSED_PIPE
    sys.exit(code)


def _run() -> int:
    """The exit code of the command that the arguments name."""
    try:
        code = artlint.main(standalone_mode=False)
    except click.ClickException as error:
        _tell(error.format_message(), getattr(error, "ctx", None))
        return 2
    except ArtlintError as error:
        _tell(str(error))
        return 2
    except (KeyboardInterrupt, click.Abort):
        _tell("interrupted")
        return 130
    except _Terminated:
        _tell("terminated")
        return 143
    except (ClosedPipeError, BrokenPipeError):
        _close_stdout()
        return _CLOSED_PIPE
    except OSError as error:
        _tell(str(error))
        return 2
    return code if isinstance(code, int) else 0


def _tell(message: str, context: "click.Context | None" = None) -> None:
    """One line a problem on standard error."""
    for line in message.splitlines():
        print(f"artlint: {visible(line)}", file=sys.stderr)  # noqa: T201  click.echo would cost nothing less here
    if context:
        print(f"artlint: see `{context.command_path} --help`", file=sys.stderr)  # noqa: T201


def _terminate(_number: int, _frame: FrameType | None) -> None:
    raise _Terminated


def _close_stdout() -> None:
    """Whoever read the output has gone; what is still buffered must not raise at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
