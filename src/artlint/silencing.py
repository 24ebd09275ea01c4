"""From all findings to those that are reported: the suppressed ones apart, faults of the suppressions added."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from artlint.config import Config, Rulesets
from artlint.config.model import ENABLED
from artlint.config.rulesets import judges_collection
from artlint.discovery import Discovery
from artlint.examine import fingerprinted, report_order
from artlint.finding import Finding
from artlint.report import Suppressed
from artlint.suppressions import Suppression

if TYPE_CHECKING:
    from artlint.suppressions.applying import Silenced
    from artlint.suppressions.judging import Certainty


class Settled(NamedTuple):
    """What is reported, and what is not, each in the report's order."""

    findings: tuple[Finding, ...]
    suppressed: tuple[Suppressed, ...] = ()


class Silencing:
    """What a run knows when it comes to suppressions.

    `failed` are the paths of articles that some rule could not judge. `is_whole` tells whether the
    collection is all that belongs together and was judged without failure; `knows_all` whether all installed
    plugins were loaded. `today` is an ISO date.
    """

    def __init__(
        self,
        config: Config,
        rulesets: Rulesets,
        found: Discovery,
        failed: frozenset[str],
        is_whole: bool,
        knows_all: bool,
        today: str,
    ) -> None:
        self.config = config
        self.rulesets = rulesets
        self.found = found
        self.failed = failed
        self.is_whole = is_whole
        self.knows_all = knows_all
        self.today = today

    def settle(self, findings: Iterable[Finding], suppressions: Mapping[str, Sequence[Suppression]]) -> Settled:
        """`findings`, which carry their fingerprints, without the suppressed ones.

        `suppressions` are those of the targets and of all articles in which a finding stands.
        """
        if not suppressions and not self.config.suppressions:
            return Settled(tuple(findings))
        from artlint.suppressions.applying import silence  # for collections with suppressions alone

        silenced = silence(findings, suppressions, self.config.suppressions, self.today)
        own = [*self._faults(suppressions, silenced), *self._configured_faults(silenced)]
        reported = sorted([*silenced.kept, *fingerprinted(own)], key=report_order)
        return Settled(tuple(reported), silenced.suppressed)

    def has_judged(self, path: str, rule: str) -> bool:
        """Whether this run would have found what `rule` finds in the article at `path`, if it were still there."""
        if path not in self._targets:
            return self._is_everything and path not in self.found.collection
        certainty = self._certainty(path)
        is_off = rule not in certainty.on and rule not in self._deselected and self.knows_all
        return rule in certainty.ran or is_off

    def _faults(self, suppressions: Mapping[str, Sequence[Suppression]], silenced: "Silenced") -> Iterator[Finding]:
        """What is wrong with the suppressions in the targets."""
        from artlint.suppressions.judging import judged

        for path in suppressions.keys() & self._targets:
            active = {active.rule.id: active for active in self.rulesets.for_path(path)}
            used = {suppression for its_path, suppression in silenced.used if its_path == path}
            yield from judged(path, suppressions[path], used, self._certainty(path), active, self.today)

    def _configured_faults(self, silenced: "Silenced") -> Iterator[Finding]:
        """What is wrong with the configuration's suppressions; nothing where this run cannot tell."""
        if not self.config.suppressions or not self._is_everything:
            return
        from artlint.suppressions.judging_configured import Whole, judged_configuration

        active = {active.rule.id: active for active in self.rulesets.base}
        paths = (*self.found.collection, *self.found.beside.outlines)
        whole = Whole(self.config.root, paths, self._certainty)
        configured = self.config.suppressions
        yield from judged_configuration(configured, silenced.used_configured, whole, active, self.today)

    def _certainty(self, path: str) -> "Certainty":
        from artlint.suppressions.judging import Certainty

        on = {active.rule.id for active in self.rulesets.for_path(path)}
        judged = on if self.is_whole else on - self._collection_rules
        ran = frozenset() if path in self.failed else judged
        return Certainty(self.rulesets.rules, on, ran, self._deselected, self.knows_all)

    @cached_property
    def _targets(self) -> frozenset[str]:
        return frozenset(self.found.targets)

    @property
    def _is_everything(self) -> bool:
        """Whether this run reports on the whole collection."""
        return self.is_whole and len(self.found.targets) == len(self.found.collection)

    @cached_property
    def _collection_rules(self) -> frozenset[str]:
        return frozenset(rule_id for rule_id, rule in self.rulesets.rules.items() if judges_collection(rule))

    @cached_property
    def _deselected(self) -> frozenset[str]:
        """The rules that are off for this run alone."""
        off = [each for each in self.config.command_line if each.name == ENABLED and each.value is False]
        return frozenset(each.rule for each in off)
