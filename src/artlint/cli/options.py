"""Options that several commands take, and the request they make."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from artlint.errors import UsageError
from artlint.plugin_loading import PluginChoice
from artlint.run import Request

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


def plugin_options(function: Function) -> Function:
    """Add the options that choose plugins."""
    return _added(_PLUGIN_OPTIONS, function)


def config_options(function: Function) -> Function:
    """Add the options that choose the configuration."""
    return _added(_CONFIG_OPTIONS, function)


def _added(options: tuple[Callable[[Function], Function], ...], function: Function) -> Function:
    for option in reversed(options):
        function = option(function)
    return function


def plugin_choice(plugin_files: tuple[str, ...], no_plugins: bool) -> PluginChoice:
    """The choice that the plugin options make."""
    return PluginChoice(tuple(os.path.abspath(file) for file in plugin_files), no_plugins)  # noqa: PTH100


def project_request(
    paths: tuple[str, ...],
    plugin_files: tuple[str, ...],
    no_plugins: bool,
    configs: tuple[str, ...],
    isolated: bool,
) -> Request:
    """The request for these paths with the plugins and configuration chosen; raises UsageError."""
    files = [config for config in configs if not _is_setting(config)]
    if len(files) > 1:
        raise UsageError(f"--config names {len(files)} files ({', '.join(files)}); at most 1")
    if files and not Path(files[0]).is_file():
        raise UsageError(f"configuration file {files[0]} does not exist")
    return Request(
        paths=tuple(map(Path, paths or (".",))),
        plugins=plugin_choice(plugin_files, no_plugins),
        config_file=Path(files[0]).resolve() if files else None,
        isolated=isolated,
        settings=tuple(config for config in configs if _is_setting(config)),
    )


def _is_setting(config: str) -> bool:
    return ("=" in config or ": " in config) and not Path(config).is_file()
