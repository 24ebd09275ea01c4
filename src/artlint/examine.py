"""The map and the reduce: one article to its findings and facts, all facts to the collection's findings."""

import gc
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

from artlint.article import Article
from artlint.facts import NOTHING_BESIDE, Beside, FactPack, PackedFacts, digest, pack
from artlint.finding import Finding, Severity
from artlint.hookspecs import Reader
from artlint.readers.decoding import decode
from artlint.report import Failure
from artlint.rule import Collector, Fact, Facts, OutlineCollector, Rule
from artlint.suppressions import Suppression, suppressions_of

if TYPE_CHECKING:
    from artlint.panel import Panel

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


def collectors_of(rules: Iterable[ActiveRule]) -> list[Collector]:
    """The collectors that the rules need, equal ones once, in the order of the rules."""
    found: dict[tuple[type, Collector], Collector] = {}
    for active in rules:
        collector = active.rule.collector()
        if collector is not None:
            found.setdefault(_key(collector), collector)
    return list(found.values())


def _key(collector: Collector) -> tuple[type, Collector]:
    """What tells collectors apart: tuples of two classes may be equal."""
    return type(collector), collector


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
    ways: Iterable[tuple[Collector, Callable[[Article], Iterable[Fact]]]],
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


def judge(
    articles: Sequence[str],
    packs: Sequence[Sequence[FactPack]],
    rules: Sequence[ActiveRule],
    beside: Beside = NOTHING_BESIDE,
) -> Judgement:
    """The collection's findings from all facts.

    `articles` are the sorted paths; `packs[i]` are the facts of the i-th, one pack a collector; behind them
    stand those of the outlines `beside` them.
    """
    collects_garbage = gc.isenabled()
    gc.disable()  # facts make no cycles, and looking for some among millions takes 40 % of the time
    try:
        return _judged(_facts_by_collector(articles, packs, rules, beside), rules)
    finally:
        if collects_garbage:
            gc.enable()


def _judged(facts_by_collector: Mapping[tuple[type, Collector], Facts], rules: Sequence[ActiveRule]) -> Judgement:
    findings: list[Finding] = []
    failures: list[Failure] = []
    for active in rules:
        collector = active.rule.collector()
        if collector is None:
            continue
        try:
            found = active.rule.check_collection(facts_by_collector[_key(collector)])
            findings += [_completed(finding, active) for finding in found]
        except Exception as error:  # noqa: BLE001  anybody's code; what it raised is reported
            failures.append(_failure("", active.rule.id, error))
    return Judgement(tuple(findings), tuple(failures))


def with_panels(judges: Sequence[ActiveRule], rules: Mapping[str, type[Rule]]) -> list[ActiveRule]:
    """`judges` and behind them, with their defaults, those of all `rules` that have pictures to show."""
    return [*judges, *(_Shown(rule()) for rule in rules.values() if rule.panels is not Rule.panels)]


def panels_of(
    articles: Sequence[str],
    packs: Sequence[Sequence[FactPack]],
    rules: Sequence[ActiveRule],
    beside: Beside = NOTHING_BESIDE,
) -> "Iterator[Panel]":
    """The pictures that the rules make of the facts; `packs[i]` are those of the i-th article, one a collector."""
    facts_by_collector = _facts_by_collector(articles, packs, rules, beside)
    for rule in (active.rule for active in rules if isinstance(active, _Shown)):
        collector = rule.collector()
        if collector is not None:
            yield from rule.panels(facts_by_collector[_key(collector)])


class _Shown(NamedTuple):
    """A rule that is there for its pictures; it finds nothing."""

    rule: Rule
    severity: Severity | None = None


def _facts_by_collector(
    articles: Sequence[str], packs: Sequence[Sequence[FactPack]], rules: Iterable[ActiveRule], beside: Beside
) -> dict[tuple[type, Collector], PackedFacts]:
    return {
        _key(collector): PackedFacts(articles, [each[number] if each else FactPack() for each in packs], beside)
        for number, collector in enumerate(collectors_of(rules))
    }


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
    identity = finding.identity
    if not identity and article:
        identity = article.text[finding.place.start : finding.place.end][:_LONGEST_IDENTITY]
    return finding._replace(
        path=path,
        rule=rule.id,
        severity=active.severity or finding.severity or rule.severity,
        identity=" ".join((identity or _without_numbers(finding.message)).split()),
    )


def _without_numbers(message: str) -> str:
    """A message without the numbers outside of its quotes: counts change with every edit, what is quoted does not."""
    parts = message.split('"')
    parts[::2] = [re.sub(r"\d[\d,.]*", "#", part) for part in parts[::2]]
    return '"'.join(parts)


def _failure(path: str, name: str, error: Exception) -> Failure:
    cause = " ".join(str(error).split()) or "no message"
    return Failure(path, f"{name} failed: {type(error).__name__}: {cause}")
