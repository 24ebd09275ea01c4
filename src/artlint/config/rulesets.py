"""The rules that judge each path: which are on, with which options and severity."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from typing import NamedTuple, cast

from artlint.config.model import ENABLED, FIX, SEVERITY, Config, Permission, Record, RuleSetting
from artlint.errors import ConfigError
from artlint.finding import Severity
from artlint.rule import Rule

Settings = Mapping[str, RuleSetting]
"""What holds for one rule, by name."""


class ActiveRule(NamedTuple):
    """A rule that is on; `severity` and `fix` are the user's, None where they left the rule its own."""

    rule: Rule
    severity: Severity | None = None
    fix: Permission | None = None


class Rulesets:
    """The rules that are on for each path, by id; each combination of overrides is worked out once."""

    def __init__(self, config: Config, rules: Mapping[str, type[Rule]]) -> None:
        """`rules` holds all that are installed, by id; raises ConfigError where one rejects its options."""
        self.rules = {rule_id: rules[rule_id] for rule_id in sorted(rules)}
        self._config = config
        self._matchers = [path_matcher(override.paths) for override in config.overrides]
        self._built: dict[tuple[str, tuple[tuple[str, object], ...]], Rule] = {}
        self._by_overrides: dict[tuple[int, ...], tuple[ActiveRule, ...]] = {}
        self.base = self._rules_with(())
        """The rules without any override."""

    def for_path(self, path: str) -> tuple[ActiveRule, ...]:
        """The rules that judge the article at `path`, which is relative to the root."""
        if not self._matchers:
            return self.base
        overrides = self.matching(path)
        if overrides not in self._by_overrides:
            self._by_overrides[overrides] = self._rules_with(overrides)
        return self._by_overrides[overrides]

    def collection(self) -> tuple[ActiveRule, ...]:
        """The rules that look at more than one article and are on for some paths at least."""
        for_some = chain.from_iterable(self._rules_with((number,)) for number in range(len(self._matchers)))
        by_id = {active.rule.id: active for active in (*for_some, *self.base) if judges_collection(type(active.rule))}
        return tuple(by_id[rule_id] for rule_id in sorted(by_id))

    def matching(self, path: str) -> tuple[int, ...]:
        """The numbers of the overrides that `path` falls under."""
        return tuple(number for number, matches in enumerate(self._matchers) if matches(path))

    def _rules_with(self, overrides: Iterable[int]) -> tuple[ActiveRule, ...]:
        by_rule = resolved(self._config, overrides)
        return tuple(
            ActiveRule(self._rule(rule_id, rule, settings), severity_set(settings), permission_set(settings))
            for rule_id, rule in self.rules.items()
            for settings in (by_rule.get(rule_id, {}),)
            if is_on(rule, settings)
        )

    def _rule(self, rule_id: str, rule: type[Rule], settings: Settings) -> Rule:
        """The rule with the options that are set; one object wherever they are the same."""
        key = rule_id, tuple((setting.name, setting.value) for setting in options_set(settings))
        if key not in self._built:
            try:
                self._built[key] = built_rule(rule, settings)
            except ValueError as error:
                places = " with ".join(dict.fromkeys(setting.place for setting in options_set(settings)))
                raise ConfigError(f"{places}: {rule_id}: {error}") from None
        return self._built[key]


def resolved(config: Config, overrides: Iterable[int]) -> Mapping[str, Settings]:
    """The settings that hold where the `overrides` of these numbers match, by rule: the last one set wins."""
    by_rule: dict[str, dict[str, RuleSetting]] = {}
    for setting in _in_order(config, overrides):
        own = by_rule.setdefault(setting.rule, {})
        own[setting.name] = _over(own.get(setting.name), setting)
    return by_rule


def _over(earlier: RuleSetting | None, later: RuleSetting) -> RuleSetting:
    """What holds where one setting follows another: mappings are joined, anything else is replaced."""
    if earlier is None:
        return later
    if later.name == ENABLED and later.value is None and earlier.value:
        return earlier  # on already, and by name
    if isinstance(earlier.value, Record) and isinstance(later.value, Record):
        return later._replace(value=earlier.value.updated(later.value))
    return later


def _in_order(config: Config, overrides: Iterable[int]) -> Iterator[RuleSetting]:
    yield from config.rules
    for number in overrides:
        yield from config.overrides[number].settings
    yield from config.command_line


def is_on(rule: type[Rule], settings: Settings) -> bool:
    """Whether the rule is on."""
    setting = settings.get(ENABLED)
    return rule.enabled if setting is None or setting.value is None else bool(setting.value)


def severity_set(settings: Settings) -> Severity | None:
    """The severity that the user gave."""
    setting = settings.get(SEVERITY)
    return cast(Severity, setting.value) if setting else None  # the reader of settings put it there


def permission_set(settings: Settings) -> Permission | None:
    """What the user said of the rule's fixes."""
    setting = settings.get(FIX)
    return cast(Permission, setting.value) if setting else None  # the reader of settings put it there


def options_set(settings: Settings) -> list[RuleSetting]:
    """The options that the user gave, by name."""
    return [settings[name] for name in sorted(settings) if name not in (ENABLED, SEVERITY, FIX)]


def built_rule(rule: type[Rule], settings: Settings) -> Rule:
    """The rule with the options that are set; raises ValueError where it rejects them."""
    options = options_set(settings)
    if not options:
        return rule()
    from artlint.config.options import options_of  # 3 ms, for rules whose options are set alone

    known = options_of(rule)
    return rule(**{setting.name: known[setting.name].kind.build(setting.value) for setting in options})


def judges_collection(rule: type[Rule]) -> bool:
    """Whether the rule looks at more than one article at a time."""
    own = (rule.check_collection, rule.collect, rule.collector)
    return own != (Rule.check_collection, Rule.collect, Rule.collector)


def path_matcher(patterns: Iterable[str]) -> Callable[[str], bool]:
    """Whether a path, relative to the root, matches any of the gitignore-like patterns; the last one decides."""
    from pathspec import GitIgnoreSpec  # 19 ms, for configurations with patterns alone

    return GitIgnoreSpec.from_lines(patterns).match_file
