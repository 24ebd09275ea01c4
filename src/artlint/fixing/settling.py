"""Fixes made in memory, pass after pass, until none is left; what does not stand the guards is left out."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from types import MappingProxyType
from typing import NamedTuple

from artlint.finding import Edit, Finding
from artlint.fixing.edits import Source, UnfitEditError, check, edited, mismatch, source_of
from artlint.fixing.files import Files
from artlint.fixing.guards import Harm, harms, words_lost, words_taken
from artlint.fixing.ordering import Change, Refusal
from artlint.fixing.planning import Proposal, apart
from artlint.fixing.sifting import MOST_TRIALS, Sifter, Trial
from artlint.report import Failure, Report

MAX_PASSES = 10
# No sound fixes make an article so many times longer; a small one may grow as much anyway.
_MOST_GROWTH, _SMALL = 4, 10_000

Recheck = Callable[[Mapping[str, bytes]], Report]
"""The report on the articles with these contents, by path, in place of their files'."""


class Choice(NamedTuple):
    """Which fixes are made: those of the findings that are wanted, and of these the ones that are accepted.

    `accepted` is asked in each pass and may ask a person in turn.
    """

    wanted: Callable[[Finding], bool]
    accepted: Callable[[Sequence[Proposal]], Sequence[Proposal]]


class Settled(NamedTuple):
    """What the fixes come to. Nothing is written yet.

    `made` are the fixes in the changes; `refused` those that the guards left out; `failures` are faults of
    rules: a fix that does not fit its article, or fixes that never come to an end. `originals` are the contents
    of all articles with a fix as they were read for it.
    """

    changes: tuple[Change, ...] = ()
    made: tuple[Proposal, ...] = ()
    refused: tuple[Refusal, ...] = ()
    failures: tuple[Failure, ...] = ()
    originals: Mapping[str, bytes] = MappingProxyType({})


def settle(report: Report, recheck: Recheck, files: Files, choice: Choice) -> Settled:
    """The fixes of the findings in `report`, which is on the files, and of those that appear on the way."""
    return _Settling(recheck, files, choice).settled(report)


class _Settling:
    """The state between passes; it lives as long as `settle` runs."""

    def __init__(self, recheck: Recheck, files: Files, choice: Choice) -> None:
        self.recheck = recheck
        self.files = files
        self.choice = choice
        self.originals: dict[str, bytes] = {}
        self.contents: dict[str, bytes] = {}
        self.sources: dict[str, Source] = {}
        self.unreadable: set[str] = set()
        self.made: list[Proposal] = []
        self.refused: dict[Refusal, None] = {}
        self.failures: dict[Failure, None] = {}
        self.blocked: set[tuple[object, ...]] = set()
        self.endless: set[tuple[str, str]] = set()
        self.trials_left = MOST_TRIALS

    def settled(self, report: Report) -> Settled:
        while pending := self._passes(report):
            self._undo(pending)
            report = self.recheck(self.contents)
        changes = (Change(path, self.originals[path], content) for path, content in sorted(self.contents.items()))
        return Settled(
            tuple(change for change in changes if change.old != change.new and self.files.is_first(change.path)),
            tuple(self.made),
            tuple(self.refused),
            tuple(self.failures),
            self.originals,
        )

    def _passes(self, report: Report) -> Sequence[Proposal]:
        """The fixes that are still wanted after the last pass; none where all came to rest.

        What the guards left out is tried again as long as other fixes are made, so that the end is one of which
        another run makes nothing else.
        """
        for _ in range(MAX_PASSES):
            self.blocked.clear()
            self.refused.clear()
            report = self._with_new_articles(report)
            batch = list(apart(self.choice.accepted(self._proposals(report))))
            if not batch:
                return []
            trial, made = self._sound(report, batch)
            self.contents, report = trial.contents, trial.report
            self.made += made
            overgrown = [each for each in made if self._has_overgrown(each.path)]
            if overgrown or not made:
                return overgrown
        return self.choice.accepted(self._proposals(self._with_new_articles(report)))

    def _has_overgrown(self, path: str) -> bool:
        """Whether fixes that feed each other have blown the article up."""
        return len(self.contents[path]) > _MOST_GROWTH * len(self.originals[path]) + _SMALL

    def _undo(self, endless: Iterable[Proposal]) -> None:
        """Take back all fixes in the articles of fixes that come again and again; their rules make none there."""
        for path, rule in sorted({(proposal.path, proposal.rule) for proposal in endless}):
            self.endless.add((path, rule))
            message = f"fixes of {rule} come to no end in {MAX_PASSES} passes; none of them was made"
            self.failures[Failure(path, message)] = None
            self.contents[path] = self.originals[path]
            self.made = [proposal for proposal in self.made if proposal.path != path]
        self.contents = self.files.shared(self.contents)

    def _with_new_articles(self, report: Report) -> Report:
        """The report on the very bytes that will be edited: articles with a fix are read, then examined again."""
        paths = {finding.path for finding in report.findings if self.choice.wanted(finding)}
        new = sorted(paths - self.originals.keys() - self.unreadable)
        for path in new:
            try:
                self.contents[path] = self.originals[path] = self.files.read(path)
            except OSError as error:
                self.unreadable.add(path)
                self.failures[Failure(path, f"cannot be read again for its fix: {error.strerror}")] = None
        self.contents = self.files.shared(self.contents)
        return self.recheck(self.contents) if new else report

    def _proposals(self, report: Report) -> Sequence[Proposal]:
        """The fixes that fit their articles, by path and place."""
        found: list[Proposal] = []
        wanted = filter(self.choice.wanted, report.findings)
        for path, findings in groupby(wanted, key=lambda finding: finding.path):
            if path in self.contents and self.files.is_first(path):
                found += self._proposals_for(path, findings)
        return found

    def _proposals_for(self, path: str, findings: Iterable[Finding]) -> list[Proposal]:
        try:
            text = self._source(path).shown
        except UnfitEditError as error:
            self.refused[Refusal(path, f"no fix is made: {error}")] = None
            return []
        proposals = (Proposal(finding, finding.fix, text) for finding in findings if finding.fix)
        return [proposal for proposal in proposals if self._is_possible(proposal)]

    def _is_possible(self, proposal: Proposal) -> bool:
        if (proposal.path, proposal.rule) in self.endless or proposal.likeness in self.blocked:
            return False
        fault = mismatch(proposal.text, proposal.fix.edits)
        if fault:
            self.failures[Failure(proposal.path, f"{proposal.rule} failed: {fault}")] = None
        return not fault

    def _sound(self, before: Report, batch: Sequence[Proposal]) -> tuple[Trial, list[Proposal]]:
        """As many fixes of the batch as stand the guards, made."""
        sifter = Sifter(lambda proposals: self._tried(proposals, before), self._block, self.trials_left)
        sound = sifter.sound([proposal for proposal in batch if self._stands_alone(proposal)])
        self.trials_left = sifter.trials_left
        return sound

    def _stands_alone(self, proposal: Proposal) -> bool:
        """Whether the fix by itself fits its file and takes no words that it does not quote."""
        try:
            check(self._source(proposal.path), proposal.fix.edits)
        except UnfitEditError as error:
            self._block(proposal, str(error))
            return False
        taken = words_taken(proposal.text, proposal.fix.edits)
        if taken:
            self._block(proposal, _not_quoted(taken[0]))
        return not taken

    def _block(self, proposal: Proposal, reason: str) -> None:
        self.blocked.add(proposal.likeness)
        what = proposal.fix.description or "a fix"
        self.refused[Refusal(proposal.path, f"left out: {what} [{proposal.rule}]: {reason}")] = None

    def _tried(self, proposals: Sequence[Proposal], before: Report) -> Trial:
        if not proposals:
            return Trial(self.contents, before)
        contents, unfit = dict(self.contents), []
        for path, group in groupby(sorted(proposals, key=lambda each: each.path), key=lambda each: each.path):
            try:
                contents[path] = self._edited(path, [edit for proposal in group for edit in proposal.fix.edits])
            except UnfitEditError as error:
                unfit.append(Harm((path,), str(error)))
        if unfit:
            return Trial(contents, before, unfit)
        contents = self.files.shared(contents)
        report = self.recheck(contents)
        return Trial(contents, report, list(harms(before, report)))

    def _edited(self, path: str, edits: Sequence[Edit]) -> bytes:
        source = self._source(path)
        content = edited(source, edits)
        after = source_of(content, self.files.may_declare_charset(path))
        lost = words_lost(source.shown, after.shown, (edit.old for edit in edits))
        if lost:
            raise UnfitEditError(_not_quoted(lost[0]))
        return content

    def _source(self, path: str) -> Source:
        """The article's content as it is now, ready for edits; raises UnfitEditError."""
        known = self.sources.get(path)
        if known is None or known.content != self.contents[path]:
            known = self.sources[path] = source_of(self.contents[path], self.files.may_declare_charset(path))
        return known


def _not_quoted(word: str) -> str:
    return f'it would take away "{word}", which it does not quote'
