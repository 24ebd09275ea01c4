"""Every rule's settings for one path, and where each comes from: what `artlint config PATH` shows."""

from collections.abc import Iterator
from typing import NamedTuple

from artlint.config.model import ENABLED, FIX, SEVERITY, Config
from artlint.config.options import options_of
from artlint.config.rulesets import Rulesets, Settings, is_on, permission_set, resolved, severity_set
from artlint.rule import Rule

DEFAULT = "default"


class Setting(NamedTuple):
    """One setting of one rule: `name` is `enabled`, `severity`, `fix` (where it is set) or an option's key.

    `value` is what a user would write: True or False, a severity's name, an option as scalar, list or
    mapping. `origin` is `default`, `preset:news`, `.artlint.yaml:12`, `command line` and the like.
    """

    rule: str
    name: str
    value: object
    origin: str


def effective(config: Config, rulesets: Rulesets, path: str) -> Iterator[Setting]:
    """All settings of all rules for the article at `path`, rules by id."""
    by_rule = resolved(config, rulesets.matching(path))
    for rule_id, rule in rulesets.rules.items():
        settings = by_rule.get(rule_id, {})
        severity = severity_set(settings) or rule.severity
        yield Setting(rule_id, ENABLED, is_on(rule, settings), _origin(settings, ENABLED))
        yield Setting(rule_id, SEVERITY, severity.label, _origin(settings, SEVERITY))
        if FIX in settings:
            yield Setting(rule_id, FIX, permission_set(settings), _origin(settings, FIX))
        yield from _options(rule_id, rule, settings)


def _options(rule_id: str, rule: type[Rule], settings: Settings) -> Iterator[Setting]:
    for option in options_of(rule).values():
        value = settings[option.name].value if option.name in settings else option.default
        yield Setting(rule_id, option.key, option.kind.written(value), _origin(settings, option.name))


def _origin(settings: Settings, name: str) -> str:
    return settings[name].origin if name in settings else DEFAULT
