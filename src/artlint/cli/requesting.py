"""The request that the options of several commands make."""

import os
from pathlib import Path

from artlint.errors import UsageError
from artlint.plugin_loading import PluginChoice
from artlint.run import Request


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
