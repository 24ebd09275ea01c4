"""What is wrong with the suppressions themselves: unused, ended, unknown, without a reason."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Protocol

from artlint.config.rule_names import Rules, addressed, unknown_rule
from artlint.finding import Edit, Finding, Fix, Severity
from artlint.rule import Rule
from artlint.suppressions.suppression import (
    ALL,
    OWN_RULES,
    UNKNOWN,
    UNUSED,
    WITHOUT_REASON,
    Suppression,
    is_over,
)


class ActiveRule(Protocol):
    """A rule that is on; `severity` is what the user set, None where nothing."""

    @property
    def rule(self) -> Rule: ...

    @property
    def severity(self) -> Severity | None: ...


@dataclass(frozen=True)
class Certainty:
    """What this run can tell of the suppressions in one article.

    `on` are the ids of the rules that are on for it; `ran` those of them that judged all that they must see
    to say that nothing is wrong; `deselected` were switched off for this run alone. `rules` are all that are
    installed; where some plugins were left out on purpose, `knows_all` is False and unknown names are let be.
    """

    rules: Rules
    on: Collection[str]
    ran: Collection[str]
    deselected: Collection[str]
    knows_all: bool = True

    def is_needless(self, name: str) -> bool:
        """Whether a suppression of `name` that silenced nothing would silence nothing in a full run either."""
        meant = meant_by(name, self.rules)
        running = [rule for rule in meant if rule in self.on]
        return bool(running) and all(rule in self.ran for rule in running) and meant.isdisjoint(self.deselected)


def judged(
    path: str,
    suppressions: Sequence[Suppression],
    used: Collection[Suppression],
    certainty: Certainty,
    active: Mapping[str, ActiveRule],
    today: str,
) -> Iterator[Finding]:
    """What the rules on suppressions, those of them that are in `active` by id, find in the article at `path`."""
    for place, group in groupby(suppressions, key=lambda each: (each.place, each.origin)):
        together = list(group)
        for rule_id, message, fix in _faults(together, used, certainty, today):
            if rule_id in active:
                own = active[rule_id]
                severity = own.severity or own.rule.severity
                identity = " ".join(each.name for each in together)
                yield Finding(message, place[0], path, (), fix, identity, severity, rule_id)


def meant_by(name: str, rules: Rules) -> set[str]:
    """The ids of the rules that `name` silences; none where it is unknown."""
    return (set(rules) if name == ALL else set(addressed(name, rules))) - OWN_RULES


Fault = tuple[str, str, Fix | None]
"""The id of a rule on suppressions, its message, and the fix."""


def _faults(
    comment: Sequence[Suppression], used: Collection[Suppression], certainty: Certainty, today: str
) -> Iterator[Fault]:
    """What is wrong with the suppressions that one comment makes."""
    broken = [each.fault for each in comment if each.fault]
    if broken:
        yield UNKNOWN, broken[0], None
        return
    unknown = [each for each in comment if not meant_by(each.name, certainty.rules)]
    for each in unknown:
        if each.name in OWN_RULES:
            yield UNKNOWN, f"{each.name} cannot be suppressed; the configuration can switch it off", None
        elif certainty.knows_all:
            yield UNKNOWN, unknown_rule(each.name, certainty.rules), None
    if not any(each.reason for each in comment):
        yield WITHOUT_REASON, f"suppression of {_listed(comment)} gives no reason; expected one after --", None
    ended = [each for each in comment if is_over(each.until, today)]
    needless = [each for each in comment if each not in ended and each not in used and certainty.is_needless(each.name)]
    if ended:
        message = f"suppression of {_listed(ended)} ended on {ended[0].until}; it silences nothing any more"
        yield UNUSED, message, _without(comment, ended)
    if needless:
        yield UNUSED, f"suppression of {_listed(needless)} silences nothing", _without(comment, needless)


def _listed(suppressions: Iterable[Suppression]) -> str:
    from artlint.config.wording import readable  # for faulty suppressions alone

    return ", ".join(readable(each.name) for each in suppressions)


def _without(comment: Sequence[Suppression], needless: Sequence[Suppression]) -> Fix | None:
    """The fix that takes the needless names out of the comment, or the comment out of the article."""
    first = comment[0]
    if len(needless) == len(comment) or not first.names:
        return first.removal
    kept = ", ".join(each.name for each in comment if each not in needless)
    edit = Edit(first.names_start, first.names_start + len(first.names), first.names, kept)
    return Fix((edit,), True, f"suppress {kept} alone")
