"""Names of rules and of their families, as users write them."""

from collections.abc import Collection, Mapping

from artlint.config.wording import nearest, quoted
from artlint.rule import Rule

Rules = Mapping[str, type[Rule]]


def addressed(name: str, rules: Rules) -> Rules:
    """The rules that `name` means: one rule or those of a family; none if it is neither."""
    if name in rules:
        return {name: rules[name]}
    return {rule_id: rules[rule_id] for rule_id in sorted(rules) if rule_id.startswith(f"{name}/")}


def families(rules: Collection[str]) -> list[str]:
    """The names of all families, sorted."""
    return sorted({rule_id.partition("/")[0] for rule_id in rules})


def unknown_rule(name: str, rules: Rules) -> str:
    """What is wrong with `name`, which is neither a rule nor a family."""
    family, slash, _ = name.partition("/")
    if not slash:
        return f"unknown family of rules {quoted(name)}{nearest(name, [*families(rules), *rules])}"
    hint = nearest(name, rules)
    if hint.startswith(";") or family in families(rules):
        return f"unknown rule {quoted(name)}{hint}"
    return f"unknown rule {quoted(name)}; no plugin here brings a family {quoted(family)}"
