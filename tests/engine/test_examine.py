"""The map and the reduce: shared collectors, severities, fingerprints."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from artlint import Article, Collector, Fact, Facts, Finding, Place, Rule, Severity
from artlint.examine import collectors_of, examine, fingerprinted, judge_in_memory, read_article
from artlint.own_rules import Encoding
from artlint.readers import TextReader
from artlint.testing import check, check_files, read


class Active(NamedTuple):
    rule: Rule
    severity: Severity | None = None


@dataclass(frozen=True)
class Lines:
    """Each line as a fact; counts how often it ran."""

    runs: ClassVar[list[str]] = []

    def collect(self, article: Article) -> Iterator[Fact]:
        self.runs.append(article.path)
        for line in article.lines():
            yield Fact(line.text, article.place(line.start, line.end), line.text)


@dataclass(frozen=True)
class Twice(Rule):
    """A line stands in two articles."""

    id: ClassVar[str] = "test/twice"

    def collector(self) -> Collector:
        return Lines()

    def check_collection(self, facts: Facts) -> Iterator[Finding]:
        for _, group in facts.groups(2):
            yield Finding(f"twice: {group[0].value}", group[-1].place, path=group[-1].path)


@dataclass(frozen=True)
class Thrice(Twice):
    """A line stands in three articles."""

    id: ClassVar[str] = "test/thrice"
    severity: ClassVar[Severity] = Severity.INFO


@dataclass(frozen=True)
class Shout(Rule):
    """A word in capitals."""

    id: ClassVar[str] = "test/shout"

    def check_article(self, article: Article) -> Iterator[Finding]:
        for line in article.lines():
            if line.text.isupper():
                yield Finding("in capitals", article.place(line.start, line.end))


def test_a_text_that_cannot_be_read_is_not_judged() -> None:
    article = read_article("a.txt", b"SHOUT \xe9\n", TextReader())
    rules = [Active(Encoding()), Active(Shout())]
    assert [finding.rule for finding in examine(article, rules, []).findings] == ["artlint/encoding"]


def test_equal_collectors_run_once() -> None:
    Lines.runs.clear()
    rules = [Active(Twice()), Active(Thrice())]
    collectors = collectors_of(rules)
    results = [examine(read(path, "same\n"), rules, collectors) for path in ("a.txt", "b.txt")]
    assert Lines.runs == ["a.txt", "b.txt"]
    found = judge_in_memory(results, rules).findings
    assert [finding.rule for finding in found] == ["test/twice", "test/thrice"]


def test_severity_is_the_user_s_then_the_finding_s_then_the_rule_s() -> None:
    article = read("a.txt", "SHOUT\n")
    for active, expected in ((Active(Shout()), Severity.WARNING), (Active(Shout(), Severity.ERROR), Severity.ERROR)):
        (finding,) = examine(article, [active], []).findings
        assert finding.severity is expected


def test_fingerprints_stay_when_lines_are_inserted_above() -> None:
    before = check(Shout(), "text\nSHOUT\nSHOUT\n").findings
    after = check(Shout(), "more\n\nabove\ntext\nSHOUT\nSHOUT\n").findings
    assert [finding.fingerprint for finding in before] == [finding.fingerprint for finding in after]
    assert len({finding.fingerprint for finding in before}) == 2


def test_moving_an_article_changes_only_the_path_s_part() -> None:
    (before,) = check(Shout(), "SHOUT\n", "a.txt").findings
    (after,) = check(Shout(), "SHOUT\n", "b/c.txt").findings
    assert before.fingerprint[:8] != after.fingerprint[:8]
    assert before.fingerprint[8:] == after.fingerprint[8:]


def test_findings_are_sorted_by_path_and_place() -> None:
    found = check_files(Shout(), {"b.txt": "X Y\n", "a.txt": "low\nSHOUT\nAGAIN\n"})
    assert found.places == [("a.txt", 2), ("a.txt", 3), ("b.txt", 1)]


def test_fingerprints_do_not_depend_on_the_order_given() -> None:
    findings = [
        Finding("m", Place(number, 1, 1, 1, 1, 1), path="a.txt", rule="r/r", identity="x") for number in range(3)
    ]
    assert list(fingerprinted(findings)) == list(fingerprinted(findings[::-1]))
