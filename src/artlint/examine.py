"""The map and the reduce: one article to its findings and facts, all facts to the collection's findings."""

import gc
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

from artlint.article import NOWHERE, Article
from artlint.errors import StoreError
from artlint.facts import NOTHING_BESIDE, Beside, FactPack, PackedFacts, PacksInMemory, digest, pack
from artlint.finding import Finding, Severity
from artlint.hookspecs import Reader
from artlint.readers.decoding import decode
from artlint.report import Failure
from artlint.rule import Collector, Fact, FactColumns, Facts, OutlineCollector, Rule
from artlint.suppressions import Suppression, suppressions_of

if TYPE_CHECKING:
    pass

_LONGEST_IDENTITY = 200
_UNREADABLE = frozenset(("encoding", "format", "too-large"))  # faults that leave a reader without the text


class ActiveRule(Protocol):
    """A rule that is on; `severity` is what the user set, None where nothing."""

    @property
    def rule(self) -> Rule: ...

    @property
    def severity(self) -> Severity | None: ...


class ArticleResult(NamedTuple):
    """All that one article leaves behind; `packs[i]` holds what the run's i-th collector gathered."""

    path: str
    findings: tuple[Finding, ...] = ()
    packs: tuple[FactPack, ...] = ()
    failures: tuple[Failure, ...] = ()
    suppressions: tuple[Suppression, ...] = ()

    def pack(self, collector: int) -> FactPack:
        """What the run's collector of this number gathered; nothing where the article could not be examined."""
        return self.packs[collector] if self.packs else FactPack()


def by_collector(rules: Iterable[ActiveRule]) -> list[tuple[Collector, list[ActiveRule]]]:
    """The collectors that the rules need, equal ones once, each with its rules, all in the order of the rules."""
    found: dict[tuple[type, Collector], tuple[Collector, list[ActiveRule]]] = {}
    for active in rules:
        collector = active.rule.collector()
        if collector is not None:  # tuples of two classes may be equal, so the class tells them apart
            found.setdefault((type(collector), collector), (collector, []))[1].append(active)
    return list(found.values())


def collectors_of(rules: Iterable[ActiveRule]) -> list[Collector]:
    """The collectors that the rules need, equal ones once, in the order of the rules."""
    return [collector for collector, _ in by_collector(rules)]


def read_article(path: str, content: bytes, reader: Reader) -> Article:
    """The article in `content`, with the problems that decoding met."""
    decoded = decode(content, declares_charset=reader.name == "html")
    article = reader.read(path, decoded.text)
    article.problems = (*decoded.problems, *article.problems)
    return article


def examine(article: Article, rules: Iterable[ActiveRule], collectors: Sequence[Collector]) -> ArticleResult:
    """What the rules find in `article`, and what the collectors gather from it.

    A rule or collector that raises is a failure of that rule on this article; the others go on.
    """
    failures: list[Failure] = []
    findings: list[Finding] = []
    is_readable = not any(problem.rule in _UNREADABLE for problem in article.problems)
    for active in rules:
        if type(active.rule).check_article is Rule.check_article:
            continue  # more than half of the rules judge the collection alone
        if not is_readable and not active.rule.id.startswith("artlint/"):
            continue  # what is wrong with a text that is not what was written is no news
        try:
            findings += [_completed(found, active, article) for found in active.rule.check_article(article)]
        except Exception as error:  # noqa: BLE001  anybody's code; what it raised is reported
            failures.append(_failure(article.path, active.rule.id, error))
    packs = _packs(article.path, [(each, each.collect) for each in collectors], article, failures)
    return ArticleResult(article.path, tuple(findings), packs, tuple(failures), suppressions_of(article))


def examine_outline(outline: Article, collectors: Sequence[Collector]) -> ArticleResult:
    """What the collectors gather from a file that is no article but lists some; no rule judges it."""
    failures: list[Failure] = []
    ways = [(each, each.collect_outline if isinstance(each, OutlineCollector) else _nothing) for each in collectors]
    return ArticleResult(outline.path, (), _packs(outline.path, ways, outline, failures), tuple(failures))


def _nothing(_outline: Article) -> Iterable[Fact]:
    return ()


def _packs(
    path: str,
    ways: Iterable[tuple[Collector, Callable[[Article], Iterable[Fact] | FactColumns]]],
    article: Article,
    failures: list[Failure],
) -> tuple[FactPack, ...]:
    """The facts that each collector gathers in its way; one that raises is added to `failures`."""
    packs: list[FactPack] = []
    for collector, collect in ways:
        try:
            packs.append(pack(collect(article)))
        except Exception as error:  # noqa: BLE001  anybody's code; what it raised is reported
            packs.append(FactPack())
            failures.append(_failure(path, type(collector).__qualname__, error))
    return tuple(packs)


class Judgement(NamedTuple):
    """What the rules find in the collection as a whole."""

    findings: tuple[Finding, ...]
    failures: tuple[Failure, ...]


def judge(facts: Facts, rules: Iterable[ActiveRule]) -> Judgement:
    """What the rules of one collector find in the collection, from all that it gathered.

    Raises StoreError where facts were kept and are no longer to be had; what else a rule raises is a failure
    of that rule.
    """
    collects_garbage = gc.isenabled()
    gc.disable()  # facts make no cycles, and looking for some among millions takes 40 % of the time
    try:
        return _judged(facts, rules)
    finally:
        if collects_garbage:
            gc.enable()


def _judged(facts: Facts, rules: Iterable[ActiveRule]) -> Judgement:
    findings: list[Finding] = []
    failures: list[Failure] = []
    for active in rules:
        try:
            findings += [_completed(finding, active) for finding in active.rule.check_collection(facts)]
        except StoreError:
            raise
        except Exception as error:  # noqa: BLE001  anybody's code; what it raised is reported
            failures.append(_failure("", active.rule.id, error))
    return Judgement(tuple(findings), tuple(failures))


def with_panels(judges: Sequence[ActiveRule], rules: Mapping[str, type[Rule]]) -> list[ActiveRule]:
    """`judges` and behind them, with their defaults, those of all `rules` that have pictures to show."""
    return [*judges, *(_Shown(rule()) for rule in rules.values() if rule.panels is not Rule.panels)]


def drawing(rules: Iterable[ActiveRule]) -> list[ActiveRule]:
    """Those of the rules that are there for their pictures."""
    return [active for active in rules if isinstance(active, _Shown)]


class _Shown(NamedTuple):
    """A rule that is there for its pictures; it finds nothing."""

    rule: Rule
    severity: Severity | None = None


def judge_in_memory(
    results: Iterable[ArticleResult], rules: Iterable[ActiveRule], beside: Beside = NOTHING_BESIDE
) -> Judgement:
    """What the rules find in the collection of these results, which hold their facts; of outlines too."""
    result_by_path = {result.path: result for result in results}
    paths = sorted(result_by_path.keys() - set(beside.outlines))
    ordered = [result_by_path[path] for path in (*paths, *beside.outlines)]
    parts = [
        judge(PackedFacts(paths, PacksInMemory([result.pack(number) for result in ordered]), beside), its)
        for number, (_, its) in enumerate(by_collector(rules))
    ]
    return joined(parts)


def joined(parts: Sequence[Judgement]) -> Judgement:
    """The findings and failures of all the parts."""
    return Judgement(
        tuple(finding for part in parts for finding in part.findings),
        tuple(failure for part in parts for failure in part.failures),
    )


def fingerprinted(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings sorted by path, place and rule, each with a fingerprint that other edits leave alone.

    It is 8 digits of the path's digest, a hyphen and 16 of rule, identity and occurrence, so that moving an
    article changes the first part alone.
    """
    occurrences: Counter[tuple[str, str, str]] = Counter()
    for finding in sorted(findings, key=report_order):
        what = (finding.path, finding.rule, finding.identity)
        identity = digest(f"{finding.rule}\0{finding.identity}\0{occurrences[what]}")
        occurrences[what] += 1
        yield finding._replace(fingerprint=f"{_path_part(finding.path)}-{identity:016x}")


def moved_fingerprint(fingerprint: str, path: str) -> str:
    """The fingerprint of the same finding where its article has moved to `path`."""
    return f"{_path_part(path)}-{fingerprint.rpartition('-')[2]}"


def _path_part(path: str) -> str:
    return f"{digest(path) >> 32:08x}"


def report_order(finding: Finding) -> tuple[object, ...]:
    """What findings are sorted by."""
    return finding.path, finding.place, finding.rule, finding.message


def _completed(finding: Finding, active: ActiveRule, article: Article | None = None) -> Finding:
    """The finding with all that the engine knows of it."""
    rule = active.rule
    path = finding.path or (article.path if article else "")
    if not path:
        raise ValueError("a finding of check_collection needs the path of its article")
    if NOWHERE in (finding.place, *(related.place for related in finding.related)):
        raise ValueError("a finding needs a place, and was given that of a fact without one")
    identity = finding.identity
    if not identity and article:
        identity = article.text[finding.place.start : finding.place.end][:_LONGEST_IDENTITY]
    return finding._replace(
        path=path,
        rule=rule.id,
        severity=active.severity or finding.severity or rule.severity,
        identity=" ".join((identity or _without_numbers(finding.message)).split()),
        if_new=finding.if_new and finding.if_new._replace(severity=active.severity or finding.if_new.severity),
    )


def _without_numbers(message: str) -> str:
    """A message without the numbers outside of its quotes: counts change with every edit, what is quoted does not."""
    parts = message.split('"')
    parts[::2] = [re.sub(r"\d[\d,.]*", "#", part) for part in parts[::2]]
    return '"'.join(parts)


def _failure(path: str, name: str, error: Exception) -> Failure:
    cause = " ".join(str(error).split()) or "no message"
    return Failure(path, f"{name} failed: {type(error).__name__}: {cause}")
