"""The `rules` section: what it sets for which rules, families spread over their rules."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import get_args

from artlint.article import Entry
from artlint.config.kinds import Choice, Level, shown
from artlint.config.model import ENABLED, FIX, SEVERITY, Permission, RuleSetting
from artlint.config.options import Given, Option, options_of, read_options
from artlint.config.problems import Complain
from artlint.config.rule_names import Rules, addressed, unknown_rule
from artlint.config.rulesets import judges_collection
from artlint.config.sources import Source
from artlint.config.wording import nearest
from artlint.finding import Severity

_STATES = ("off", "on", *(severity.label for severity in Severity))
_EXPECTED = "off, on, info, warning, error or a mapping of options"
_OF_EVERY_RULE = {
    SEVERITY: Option(SEVERITY, SEVERITY, Level(), None),
    FIX: Option(FIX, FIX, Choice(get_args(Permission)), None),
}


@dataclass(frozen=True)
class RulesSection:
    """Where a `rules` section stands, what it may name, and whether it is that of an override."""

    source: Source
    complain: Complain
    rules: Rules
    for_paths: bool = False

    def setting(self, rule_id: str, name: str, value: object, entry: Entry) -> RuleSetting:
        """The setting that `entry` makes."""
        offset = entry.key_start
        return RuleSetting(rule_id, name, value, self.source.origin(offset), self.source.place(offset))


def read_rules(entry: Entry, section: RulesSection) -> tuple[RuleSetting, ...]:
    """All settings of the section in the order in which they apply: families first, then single rules."""
    keys = sorted(entry.keys.items(), key=lambda item: "/" in item[0])
    return tuple(setting for key, value in keys for setting in _read_key(key, value, section))


def _read_key(key: str, value: Entry, section: RulesSection) -> Iterator[RuleSetting]:
    rules = addressed(key, section.rules)
    if not rules:
        section.complain(value.key_start, unknown_rule(key, section.rules))
    elif isinstance(value.value, dict):
        yield from _read_options(key, value, rules, section)
    else:
        yield from _read_state(key, value, rules, section)


def _read_state(key: str, value: Entry, rules: Rules, section: RulesSection) -> Iterator[RuleSetting]:
    """What `key: off`, `key: on` or a severity sets."""
    word = _state(value)
    if word not in _STATES:
        hint = nearest(word, _STATES)
        ending = hint if hint.startswith(";") else ""
        section.complain(value.start, f"{key}: found {shown(value)}, expected {_EXPECTED}{ending}")
        return
    enabled = {"on": True, "off": False}.get(word, _awakened(key))
    for rule_id in rules:
        yield section.setting(rule_id, ENABLED, enabled, value)
        if word not in ("on", "off"):
            yield section.setting(rule_id, SEVERITY, Severity[word.upper()], value)


def _state(value: Entry) -> str:
    """The word that stands there; YAML takes a bare `off` for a boolean, and TOML has nothing shorter."""
    return {True: "on", False: "off"}[value.value] if isinstance(value.value, bool) else value.raw


def _awakened(key: str) -> bool | None:
    """The state that a severity or options imply: a family's wake no rule that is off by default."""
    return True if "/" in key else None


def _read_options(key: str, value: Entry, rules: Rules, section: RulesSection) -> Iterator[RuleSetting]:
    """What `key: {option: value}` sets; a family's options go to those of its rules that have them."""
    options = {rule_id: {**options_of(rule), **_OF_EVERY_RULE} for rule_id, rule in rules.items()}
    known = {name: option for own in options.values() for name, option in own.items()}
    read_options(_without(value, known), known, key, section.complain)
    for rule_id, own in options.items():
        mine = _only(value, own)
        if mine.keys or rule_id == key:
            yield section.setting(rule_id, ENABLED, _awakened(key), value)
        for name, given in read_options(mine, own, key, section.complain).items():
            yield from _option(rule_id, name, given, section)


def _only(value: Entry, options: Mapping[str, Option]) -> Entry:
    """The mapping with those keys alone that name one of `options`."""
    return value._replace(value={key: item for key, item in value.keys.items() if key.replace("-", "_") in options})


def _without(value: Entry, options: Mapping[str, Option]) -> Entry:
    """The mapping with those keys alone that name none of `options`."""
    return value._replace(value={key: item for key, item in value.keys.items() if key.replace("-", "_") not in options})


def _option(rule_id: str, name: str, given: Given, section: RulesSection) -> Iterator[RuleSetting]:
    if section.for_paths and name not in _OF_EVERY_RULE and judges_collection(section.rules[rule_id]):
        reason = "looks at the whole collection, so its options can stand at the top level only"
        section.complain(given.entry.key_start, f"{rule_id} {reason}")
        return
    yield section.setting(rule_id, name, given.value, given.entry)
