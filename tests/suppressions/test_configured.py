"""The configuration's list of suppressions."""

import pytest
from suppressions.collection import Collection

from artlint import ConfigError

UNUSED = "artlint/unused-suppression"


@pytest.mark.parametrize(
    ("entry", "found"),
    [
        pytest.param("{path: a.txt, rule: shout/line, reason: a poster}", ["b/c.txt:1 shout/line"], id="one article"),
        pytest.param("{path: b/, rule: shout, reason: a poster}", ["a.txt:1 shout/line"], id="a folder and a family"),
        pytest.param("{path: ['*.txt', '!a.txt'], rule: all, reason: x}", ["a.txt:1 shout/line"], id="patterns, all"),
        pytest.param("{path: '*.txt', rule: [shout/line, title], reason: x}", [], id="several rules"),
        pytest.param(
            "{path: '*.txt', rule: shout/line, reason: x, until: 2020-01-31}",
            [f".artlint.yaml:2 {UNUSED}", "a.txt:1 shout/line", "b/c.txt:1 shout/line"],
            id="until a day that is past",
        ),
        pytest.param("{path: '*.txt', rule: shout/line, reason: x, until: 2999-01-31}", [], id="until later"),
        pytest.param(
            "{path: d.txt, rule: shout/line, reason: x}",
            [f".artlint.yaml:2 {UNUSED}", "a.txt:1 shout/line", "b/c.txt:1 shout/line"],
            id="no such article",
        ),
        pytest.param(
            "{path: '*.txt', rule: [shout/line, shout/twice], reason: x}",
            [f".artlint.yaml:2 {UNUSED}"],
            id="one needless",
        ),
    ],
)
def test_paths_and_rules(collection: Collection, entry: str, found: list[str]) -> None:
    collection.configure(f"suppressions: [{entry}]\n")
    collection.put("a.txt", "STOP\n")
    collection.put("b/c.txt", "NO\n")
    assert collection.found() == found


def test_findings_in_outlines_can_be_suppressed(collection: Collection) -> None:
    """`mkdocs.yml` is no article, but what is wrong with its table of contents is a finding there."""
    collection.put("docs/a.md", "# Quiet\n")
    collection.put("mkdocs.yml", "nav:\n- a.md\n- gone.md\n")
    collection.put(".artlint.yaml", "rules: {title: off}\n")
    assert collection.found() == ["mkdocs.yml:3 navigation/missing-target"]
    entry = "{path: mkdocs.yml, rule: navigation/missing-target, reason: made by a script}"
    collection.put(".artlint.yaml", f"rules: {{title: off}}\nsuppressions: [{entry}]\n")
    assert collection.found() == []


def test_needless_entries_are_told_by_whole_runs_alone(collection: Collection) -> None:
    collection.configure("collection: '*.txt'\nsuppressions: [{path: a.txt, rule: shout/line, reason: x}]\n")
    collection.put("a.txt", "Quiet.\n")
    collection.put("b.txt", "Quiet.\n")
    assert collection.found("a.txt") == []
    assert collection.found() == [f".artlint.yaml:3 {UNUSED}"]


def test_comments_come_first(collection: Collection) -> None:
    collection.configure("suppressions: [{path: a.md, rule: shout/line, reason: x}]\n")
    collection.put("a.md", "<!-- artlint-disable-file shout/line -- a poster -->\n\nSTOP\n")
    report = collection.report()
    assert [each.origin for each in report.suppressed] == ["comment"]
    assert [finding.path for finding in report.findings] == [".artlint.yaml"]


@pytest.mark.parametrize(
    ("entry", "problem"),
    [
        pytest.param(
            "{path: a.txt, rule: shout/lien}", '.artlint.yaml:2:36: unknown rule "shout/lien"; did', id="rule"
        ),
        pytest.param("{path: a.txt}", "expected one", id="no rule"),
        pytest.param("{rule: shout}", "expected one", id="no path"),
        pytest.param("{path: ../a.txt, rule: shout}", "leads out of the project", id="path"),
        pytest.param("{path: a.txt, rule: shout, until: soon}", "expected a date such as 2026-12-31", id="day"),
        pytest.param("{path: a.txt, rule: shout, raeson: x}", 'did you mean "reason"?', id="key"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(collection: Collection, entry: str, problem: str) -> None:
    collection.configure(f"suppressions: [{entry}]\n")
    collection.put("a.txt", "STOP\n")
    with pytest.raises(ConfigError) as caught:
        collection.report()
    assert problem in str(caught.value)
