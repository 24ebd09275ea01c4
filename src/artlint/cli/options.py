"""Options that several commands take, or that belong together."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

Function = TypeVar("Function", bound=Callable[..., Any])  # Any: click calls with the options' values

_PLUGIN_OPTIONS = (
    click.option("--plugin", "plugin_files", multiple=True, metavar="FILE", help="Load rules from a Python file too."),
    click.option("--no-plugins", is_flag=True, help="Load no installed plugins but artlint's own."),
)
_CONFIG_OPTIONS = (
    click.option(
        "--config",
        "configs",
        multiple=True,
        metavar="FILE|'KEY = VALUE'",
        help="Use this configuration file, or set one key (may stand several times).",
    ),
    click.option("--isolated", is_flag=True, help="Read no configuration file."),
)
_RUNNING_OPTIONS = (
    click.option(
        "-j", "--jobs", type=click.IntRange(0), default=0, metavar="N", help="Processes; 0 chooses by the work."
    ),
    click.option("--no-cache", is_flag=True, help="Neither use nor keep results of earlier runs."),
    click.option(
        "--cache-dir",
        metavar="FOLDER",
        envvar="ARTLINT_CACHE_DIR",
        help="Keep results here (default: .artlint_cache in the project's root).",
    ),
)
_FIXING_OPTIONS = (
    click.option("--fix", is_flag=True, help="Make the safe fixes, then report what is left."),
    click.option("--unsafe-fixes", is_flag=True, help="Make the fixes that may change what an article says, too."),
    click.option("--fix-only", is_flag=True, help="Make the fixes and report no findings."),
    click.option("--diff", is_flag=True, help="Print the fixes as a patch for `git apply`; write and report nothing."),
    click.option("--interactive", is_flag=True, help="Show each fix and ask before it is made."),
)
_ACCEPTING_OPTIONS = (
    click.option("--no-suppressions", is_flag=True, help="Report suppressed findings too."),
    click.option("--add-suppressions", metavar="REASON", help="Write a suppression with this reason for each finding."),
    click.option("--baseline", default="", metavar="FILE", help="Leave out the findings that this file holds."),
    click.option(
        "--baseline-from-ref", default="", metavar="REF", help="Leave out the findings that a git revision had."
    ),
    click.option("--no-baseline", is_flag=True, help="Report what the configuration's baseline holds too."),
)


def plugin_options(function: Function) -> Function:
    """Add the options that choose plugins."""
    return _added(_PLUGIN_OPTIONS, function)


def config_options(function: Function) -> Function:
    """Add the options that choose the configuration."""
    return _added(_CONFIG_OPTIONS, function)


def running_options(function: Function) -> Function:
    """Add the options that say how articles are examined."""
    return _added(_RUNNING_OPTIONS, function)


def fixing_options(function: Function) -> Function:
    """Add the options that fix."""
    return _added(_FIXING_OPTIONS, function)


def accepting_options(function: Function) -> Function:
    """Add the options that say which findings are not to be reported."""
    return _added(_ACCEPTING_OPTIONS, function)


def _added(options: tuple[Callable[[Function], Function], ...], function: Function) -> Function:
    for option in reversed(options):
        function = option(function)
    return function
