"""Plugins: found, loaded, checked, and what they bring gathered; a failing one is named in one line.

`importlib.metadata` would do the finding at 27 ms a start; looking for the group's name in the
`entry_points.txt` files of the installed distributions takes about 1 ms.
"""

import os
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import redirect_stdout
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

from artlint import hookspecs, own_rules
from artlint.errors import PluginError
from artlint.hookspecs import HOOKS, MARK, Command, Reader, Reporter
from artlint.readers import READERS
from artlint.rule import Rule

_GROUP = "artlint"
_COMMANDS = "artlint_commands"


class PluginChoice(NamedTuple):
    """Which plugins a run uses: the installed ones or only our own, and local files besides."""

    files: tuple[str, ...] = ()
    own_only: bool = False


class Found(NamedTuple):
    """A plugin that is not loaded yet; `file` is set for one given by `--plugin`."""

    name: str
    module: str
    distribution: str
    version: str
    file: str = ""

    @property
    def label(self) -> str:
        """How messages name the plugin."""
        return f'plugin "{self.name}" ({self.file or " ".join(filter(None, (self.distribution, self.version)))})'


class Plugins(NamedTuple):
    """All that the loaded plugins bring; `rules_by_plugin` holds the ids of each one's rules."""

    found: tuple[Found, ...]
    rules: Mapping[str, type[Rule]]
    readers: Mapping[str, Reader]
    reporters: Mapping[str, Reporter]
    rules_by_plugin: Mapping[str, tuple[str, ...]]
    outlines: frozenset[str] = frozenset()


@cache
def load_plugins(choice: PluginChoice) -> Plugins:
    """The chosen plugins with the engine's own rules and readers.

    Raises PluginError at the first plugin that cannot be found, imported or used, or that clashes with
    another.
    """
    found = [*_installed(), *(_local(file) for file in choice.files)]
    if choice.own_only:
        found = [plugin for plugin in found if plugin.distribution == "artlint" or plugin.file]
    if not any(plugin.distribution == "artlint" for plugin in found):
        raise PluginError("artlint's own plugins are not installed; install the artlint package anew")
    gathering = _Gathering()
    with redirect_stdout(sys.stderr):  # what a plugin prints must not get into a report
        gathering.add(Found("artlint", "artlint.own_rules", "artlint", ""), own_rules)
        for plugin in sorted(found):
            gathering.add(plugin, _loaded(plugin))
    return gathering.plugins()


def installed_plugins() -> list[Found]:
    """The plugins of all distributions on the path, found but not loaded."""
    return sorted(_installed())


@cache
def load_commands() -> Mapping[str, Command]:
    """The commands of all installed plugins by name; a run of the rules needs none of their modules."""
    gathering = _Gathering(asked=(_COMMANDS,))
    with redirect_stdout(sys.stderr):
        for plugin in load_plugins(PluginChoice()).found[1:]:
            gathering.add(plugin, _loaded(plugin))
    return gathering.commands


def _installed() -> Iterator[Found]:
    """The plugins of all distributions on the path; of two with one name the first counts, as for imports."""
    seen: set[str] = set()
    for folder in sys.path:
        try:
            names = sorted(name for name in os.listdir(folder or ".") if name.endswith((".dist-info", ".egg-info")))  # noqa: PTH208  a list of names is all
        except OSError:
            continue
        for each in names:
            name, _, version = each.rpartition(".")[0].partition("-")
            if name in seen:
                continue
            seen.add(name)
            yield from _declared(os.path.join(folder, each), name, version)  # noqa: PTH118  a Path costs ten times as much


def _declared(path: str, distribution: str, version: str) -> Iterator[Found]:
    try:
        with open(f"{path}/entry_points.txt", "rb") as file:  # noqa: PTH123  of each distribution at each start
            content = file.read()
        text = content.decode("utf-8") if f"[{_GROUP}]".encode() in content else ""
    except (OSError, UnicodeDecodeError):
        return
    section = ""
    for line in map(str.strip, text.splitlines()):
        if line.startswith("["):
            section = line.strip("[]")
        elif section == _GROUP and "=" in line and not line.startswith("#"):
            name, _, module = line.partition("=")
            yield Found(name.strip(), module.split("[")[0].strip(), distribution, version)


def _local(file: str) -> Found:
    stem = Path(file).stem
    return Found(stem, f"artlint_local_{stem}", "", "", file)


def _loaded(plugin: Found) -> ModuleType:
    """The plugin's module, imported."""
    try:
        if plugin.file:
            return _module_from_file(plugin)
        module, _, attribute = plugin.module.partition(":")
        loaded = import_module(module)
        return getattr(loaded, attribute) if attribute else loaded
    except PluginError:
        raise
    except (Exception, SystemExit) as error:
        raise PluginError(f"{plugin.label} cannot be loaded: {type(error).__name__}: {error}") from error


def _module_from_file(plugin: Found) -> ModuleType:
    from importlib.util import module_from_spec, spec_from_file_location  # only local plugins need it

    if not Path(plugin.file).is_file():
        raise PluginError(f"{plugin.label} cannot be loaded: no such file")
    spec = spec_from_file_location(plugin.module, plugin.file)
    if spec is None or spec.loader is None:
        raise PluginError(f"{plugin.label} cannot be loaded: expected a Python file")
    module = module_from_spec(spec)
    sys.modules[plugin.module] = module
    spec.loader.exec_module(module)
    return module


_EXPECTED = {"artlint_rules": "rule classes", "artlint_outlines": "file names"}
_OF_A_RUN = ("artlint_rules", "artlint_readers", "artlint_reporters", "artlint_outlines")


class _Gathering:
    """Takes plugins one by one and refuses what cannot be used."""

    def __init__(self, asked: Collection[str] = _OF_A_RUN) -> None:
        self.asked = asked
        self.found: list[Found] = []
        self.rules: dict[str, type[Rule]] = {}
        self.readers: dict[str, Reader] = dict(READERS)
        self.reporters: dict[str, Reporter] = {}
        self.outlines: set[str] = set()
        self.commands: dict[str, Command] = {}
        self.owners: dict[tuple[str, str], Found] = {}
        self.rules_by_plugin: dict[str, list[str]] = {}

    def add(self, plugin: Found, module: ModuleType) -> None:
        """Register the plugin's module and take what its hooks return."""
        self.found.append(plugin)
        hooks = dict(_hooks(plugin, module))
        if not hooks:
            raise PluginError(f"{plugin.label} registers nothing; expected a function marked with artlint.hookimpl")
        for hook, function in hooks.items():
            if hook in self.asked:
                self.take(plugin, hook, _called(plugin, hook, function))

    def take(self, plugin: Found, hook: str, brought: object) -> None:
        if hook == "artlint_outlines":
            self.outlines.update(map(str, _iterated(plugin, hook, brought)))
            return
        if hook == "artlint_rules":
            for rule in _iterated(plugin, hook, brought):
                checked = _checked_rule(plugin, rule)
                self.claim(plugin, "rule", checked.id)
                self.rules[checked.id] = checked
                self.rules_by_plugin.setdefault(plugin.name, []).append(checked.id)
            return
        if not isinstance(brought, Mapping):
            raise PluginError(f"{plugin.label}: {hook} returned {type(brought).__name__}; expected a mapping")
        kind = hook.removeprefix("artlint_").removesuffix("s")
        destination: dict[str, object] = getattr(self, f"{kind}s")
        for name, value in brought.items():
            self.claim(plugin, kind, name)
            destination[name] = value

    def claim(self, plugin: Found, kind: str, name: str) -> None:
        """Raise if another plugin has brought the same name."""
        owner = self.owners.setdefault((kind, name), plugin)
        if owner is not plugin:
            raise PluginError(f"{plugin.label} and {owner.label} both bring the {kind} {name}")

    def plugins(self) -> Plugins:
        by_plugin = {name: tuple(sorted(ids)) for name, ids in self.rules_by_plugin.items()}
        rules = dict(sorted(self.rules.items()))
        return Plugins(tuple(self.found), rules, self.readers, self.reporters, by_plugin, frozenset(self.outlines))


def _hooks(plugin: Found, module: ModuleType) -> Iterator[tuple[str, Callable[[], object]]]:
    """The plugin's marked functions by name; raises PluginError where one would never be called.

    Our own are tested to be sound; a run without others need not load pluggy, which is a tenth of it.
    """
    if plugin.distribution == "artlint":
        yield from ((name, getattr(module, name)) for name in HOOKS if hasattr(module, name))
        return
    _refuse_unmarked_hooks(plugin, module)
    yield from _registered(plugin, module)


def _registered(plugin: Found, module: ModuleType) -> Iterator[tuple[str, Callable[[], object]]]:
    """What pluggy takes for implementations of our hooks."""
    from pluggy import HookspecMarker, PluginManager, PluginValidationError

    for name in HOOKS:
        HookspecMarker(_GROUP)(getattr(hookspecs, name))
    manager = PluginManager(_GROUP)
    manager.add_hookspecs(hookspecs)
    try:
        manager.register(module, name=plugin.name)
        manager.check_pending()
    except (PluginValidationError, ValueError) as error:
        raise PluginError(f"{plugin.label} cannot be used: {' '.join(str(error).split())}") from None
    for caller in manager.get_hookcallers(module) or ():
        yield from ((caller.name, each.function) for each in caller.get_hookimpls() if each.plugin is module)


def _refuse_unmarked_hooks(plugin: Found, module: ModuleType) -> None:
    for name, value in vars(module).items():
        if name.startswith("artlint_") and callable(value) and not hasattr(value, MARK):
            raise PluginError(
                f"{plugin.label}: {name} is not marked with artlint.hookimpl, so it would never be called"
            )


def _called(plugin: Found, hook: str, function: Callable[[], object]) -> object:
    try:
        return function()
    except Exception as error:
        raise PluginError(f"{plugin.label}: {hook} failed: {type(error).__name__}: {error}") from error


def _iterated(plugin: Found, hook: str, brought: object) -> Iterable[object]:
    if not isinstance(brought, Iterable) or isinstance(brought, str):
        raise PluginError(f"{plugin.label}: {hook} returned {type(brought).__name__}; expected {_EXPECTED[hook]}")
    return brought


def _checked_rule(plugin: Found, rule: object) -> type[Rule]:
    name = getattr(rule, "__qualname__", repr(rule))
    if not (isinstance(rule, type) and issubclass(rule, Rule)):
        raise PluginError(f"{plugin.label}: {name} is not a subclass of artlint.Rule")
    family, _, fault = getattr(rule, "id", "").partition("/")
    if not all(part.replace("-", "a").isalnum() and part == part.lower() for part in (family, fault)):
        raise PluginError(f'{plugin.label}: {name} has the id "{getattr(rule, "id", "")}"; expected family/fault')
    if not getattr(vars(rule).get("__dataclass_params__"), "frozen", True):
        raise PluginError(f"{plugin.label}: {rule.id} is a dataclass that can change; expected @dataclass(frozen=True)")
    for option in ("severity", "fix"):
        if option in _options_declared(rule):
            raise PluginError(f"{plugin.label}: {rule.id} has an option named {option}, which every rule has already")
    return rule


def _options_declared(rule: type[Rule]) -> Collection[str]:
    """The names of the options of a rule that is a dataclass already, so that none need be made one."""
    if not hasattr(rule, "__dataclass_fields__"):
        return ()
    from dataclasses import fields

    return {option.name for option in fields(rule)}
