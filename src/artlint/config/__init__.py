"""Configuration: where it stands, what it says, and which rules judge which path.

What a run without a configuration file needs is imported at once; the rest when it is asked for.
"""

from typing import TYPE_CHECKING

from artlint.config.loading import load_config
from artlint.config.lookup import config_files_in, find_config
from artlint.config.model import Config, Override, PathSuppression, RuleSetting
from artlint.config.readers_in_use import configured_readers
from artlint.config.rulesets import ActiveRule, Rulesets

if TYPE_CHECKING:
    from artlint.config.effective_settings import Setting, effective
    from artlint.config.extending import preset_names
    from artlint.config.json_schema import schema

__all__ = [
    "ActiveRule",
    "Config",
    "Override",
    "PathSuppression",
    "RuleSetting",
    "Rulesets",
    "Setting",
    "config_files_in",
    "configured_readers",
    "effective",
    "find_config",
    "load_config",
    "preset_names",
    "schema",
]

_MODULES = {
    "Setting": "effective_settings",
    "effective": "effective_settings",
    "preset_names": "extending",
    "schema": "json_schema",
}


def __getattr__(name: str) -> object:
    """A public name whose module a run without a configuration file need not load."""
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
