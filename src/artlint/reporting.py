"""From the results of a collection to the report: what concerns the targets, is not silenced and not accepted."""

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from artlint.config import Config, Rulesets
from artlint.discovery import Discovery
from artlint.examination import Examination
from artlint.examine import ActiveRule, ArticleResult, fingerprinted, report_order
from artlint.finding import Finding
from artlint.fixing.permitting import with_permissions
from artlint.report import Accepted, Failure, Report, Suppressed
from artlint.silencing import Settled, Silencing
from artlint.sources import Sources
from artlint.suppressions import Suppression

if TYPE_CHECKING:
    from artlint.comparing import Compared


class Reporting(NamedTuple):
    """What decides which findings are reported.

    `is_whole` tells whether the collection is all that belongs together, `knows_all` whether all installed
    plugins were loaded. Of a change (`compared`), elsewhere only what was not there before it is reported.
    `accepted` are findings that are not to be reported again. `shown` are the rules whose pictures the report
    holds, behind all that judge the collection.
    """

    config: Config
    rulesets: Rulesets
    found: Discovery
    is_whole: bool
    knows_all: bool = True
    no_suppressions: bool = False
    compared: "Compared | None" = None
    shown: Sequence[ActiveRule] = ()
    accepted: Sequence[Accepted] = ()

    def report_on(self, examined: Examination, sources: Sources) -> Report:
        """What was found in the targets, and elsewhere if a target has to do with it."""
        judgement = examined.judgement(self.rulesets.collection())
        results = list(examined.results(self.found.targets))
        failures = [*self.found.failures, *examined.failures(), *judgement.failures]
        silencing = self._silencing(failures)
        findings = self._concerned(results, judgement.findings, examined)
        settled = self._settled(findings, results, examined, silencing)
        reported = (
            list(self.compared.on_changed_lines(settled.findings, sources)) if self.compared else settled.findings
        )
        new, accepted, stale = self._split(reported, silencing)
        permitted = tuple(with_permissions(new, self.rulesets))
        safe_fixes, unsafe_fixes = self._fixes(permitted)
        return Report(
            permitted,
            tuple(sorted(failures)),
            articles=len(self.found.targets),
            collection=len(self.found.collection),
            rules=self.rulesets.rules,
            sources=sources,
            root=self.found.root,
            suppressed=(*settled.suppressed, *accepted),
            stale=stale,
            panels=tuple(examined.panels(self.shown)),
            safe_fixes=safe_fixes,
            unsafe_fixes=unsafe_fixes,
        )

    def _fixes(self, findings: Iterable[Finding]) -> tuple[int, int]:
        """How many safe and how many unsafe fixes there are in the targets, which alone are ever changed."""
        fixable = [(finding.path, finding.fix.safe) for finding in findings if finding.fix]
        targets = set(self.found.targets) if fixable else ()
        safe = [is_safe for path, is_safe in fixable if path in targets]
        return sum(safe), len(safe) - sum(safe)

    def _concerned(
        self, results: Iterable[ArticleResult], judged: Sequence[Finding], examined: Examination
    ) -> list[Finding]:
        """The findings in the targets, and those of the collection that a target has to do with.

        Fingerprints count equal findings of an article, so they are given before any is left out.
        """
        targets = {*self.found.targets, *self.found.target_outlines}
        own = [finding for result in results for finding in result.findings]
        if self.compared:
            concerned = list(self.compared.concerns(judged, examined))
        else:
            concerned = [(finding, finding) for finding in judged if _concerns(finding, targets)]
        told = {report_order(finding): as_told for finding, as_told in concerned}
        wanted = {report_order(finding) for finding in (*own, *told.values())}
        paths = {finding.path for finding in told.values()}
        theirs = [told.get(report_order(finding), finding) for finding in judged if finding.path in paths]
        marked = fingerprinted([*own, *(each for finding in theirs for each in self._as_set(finding))])
        return [finding for finding in marked if report_order(finding) in wanted]

    def _as_set(self, finding: Finding) -> Iterator[Finding]:
        """The finding as the settings for its article have it; nothing where its rule is off there."""
        for active in self.rulesets.for_path(finding.path):
            if active.rule.id == finding.rule:
                yield finding._replace(severity=active.severity) if active.severity else finding

    def _settled(
        self,
        findings: Sequence[Finding],
        results: Iterable[ArticleResult],
        examined: Examination,
        silencing: Silencing,
    ) -> Settled:
        """The findings without the suppressed ones; all of them where suppressions are not to count."""
        if self.no_suppressions:
            return Settled(tuple(findings))
        elsewhere = sorted({finding.path for finding in findings} - set(self.found.targets))
        suppressions: Mapping[str, Sequence[Suppression]] = {
            result.path: result.suppressions
            for result in (*results, *examined.results(elsewhere))
            if result.suppressions
        }
        return silencing.settle(findings, suppressions)

    def _silencing(self, failures: Iterable[Failure]) -> Silencing:
        failed = frozenset(failure.path for failure in failures)
        is_whole = self.is_whole and not failed
        today = time.strftime("%Y-%m-%d")
        return Silencing(self.config, self.rulesets, self.found, failed, is_whole, self.knows_all, today)

    def _split(
        self, findings: Sequence[Finding], silencing: Silencing
    ) -> tuple[Sequence[Finding], Sequence[Suppressed], Sequence[Accepted]]:
        """New findings, accepted ones, and what was accepted and is found no more; the last of whole runs alone."""
        if not self.accepted:
            return findings, (), ()
        from artlint.baseline.splitting import split  # runs against a baseline alone

        is_partial = self.compared or self.no_suppressions
        return split(
            findings, self.accepted, lambda entry: not is_partial and silencing.has_judged(entry.path, entry.rule)
        )


def _concerns(finding: Finding, targets: set[str]) -> bool:
    """Whether the finding stands in a target or has to do with one."""
    return finding.path in targets or not targets.isdisjoint(related.path for related in finding.related)
