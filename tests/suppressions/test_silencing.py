"""What suppressions silence in a run, and when they are told to be needless."""

from pathlib import Path

import pytest
from suppressions.collection import Collection

from artlint.plugin_loading import PluginChoice

UNUSED, UNKNOWN = "artlint/unused-suppression", "artlint/unknown-suppression"
WHY = "-- a poster"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("STOP\n", ["a.md:1 shout/line"], id="nothing silenced"),
        pytest.param(
            f"<!-- artlint-disable-next-line shout/line {WHY} -->\nSTOP\n\nNO\n", ["a.md:4 shout/line"], id="id"
        ),
        pytest.param(f"<!-- artlint-disable-next-line shout {WHY} -->\nSTOP\n", [], id="family"),
        pytest.param(f"<!-- artlint-disable-next-line all {WHY} -->\nSTOP\n", [], id="all"),
        pytest.param(f"<!-- artlint-disable-file shout/line {WHY} -->\n\nSTOP\n\nNO\n", [], id="file"),
        pytest.param("---\nartlint: {disable: {shout: a poster}}\n---\n\nSTOP\n", [], id="front matter"),
        pytest.param(
            f"<!-- artlint-disable-file shout/line until 2020-01-31 {WHY} -->\n\nSTOP\n",
            [f"a.md:1 {UNUSED}", "a.md:3 shout/line"],
            id="until a day that is past",
        ),
        pytest.param(
            f"<!-- artlint-disable-file shout/line until 2999-01-31 {WHY} -->\n\nSTOP\n", [], id="until later"
        ),
        pytest.param(
            f"<!-- artlint-disable-next-line shout/line {WHY} -->\nText.\n\nSTOP\n",
            [f"a.md:1 {UNUSED}", "a.md:4 shout/line"],
            id="at the wrong place",
        ),
        pytest.param(
            f"<!-- artlint-disable-file shout/line {WHY} -->\n<!-- artlint-disable-next-line shout {WHY} -->\nSTOP\n",
            [f"a.md:1 {UNUSED}"],
            id="the closest one counts",
        ),
        pytest.param(
            f"<!-- artlint-disable-file shout/lien {WHY} -->\nSTOP\n",
            [f"a.md:1 {UNKNOWN}", "a.md:2 shout/line"],
            id="unknown rule",
        ),
        pytest.param(f"<!-- artlint-disable-file {UNUSED} {WHY} -->\n", [f"a.md:1 {UNKNOWN}"], id="not these rules"),
        pytest.param(f"<!-- artlint-disable-file shout/line, title {WHY} -->\nSTOP\n", [], id="a family that is off"),
    ],
)
def test_comments(collection: Collection, text: str, found: list[str]) -> None:
    collection.put("a.md", text)
    assert collection.found() == found


def test_reasons_stay_in_the_report(collection: Collection) -> None:
    collection.put("a.md", f"<!-- artlint-disable-file shout/line {WHY} -->\n\nSTOP\n")
    (silenced,) = collection.report().suppressed
    assert (silenced.finding.rule, silenced.finding.place.line) == ("shout/line", 3)
    assert (silenced.reason, silenced.origin) == ("a poster", "comment")
    assert silenced.finding.fingerprint


def test_findings_of_the_collection_are_silenced_where_they_stand(collection: Collection) -> None:
    collection.put("a.md", "STOP\n")
    collection.put("b.md", f"<!-- artlint-disable-file shout {WHY} -->\n\nSTOP\n")
    assert collection.found() == ["a.md:1 shout/line"]
    assert collection.found("a.md") == ["a.md:1 shout/line"]


def test_suppressions_of_articles_that_are_no_targets_hold(collection: Collection) -> None:
    collection.configure("collection: '*.md'\n")
    collection.put("a.md", "Quiet.\n")
    collection.put("b.md", f"<!-- artlint-disable-file shout/line {WHY} -->\n\nQuiet.\n")
    assert collection.found("a.md") == []
    assert collection.found() == [f"b.md:1 {UNUSED}"]


def test_needless_only_where_the_rule_ran(collection: Collection) -> None:
    collection.put("a.md", f"<!-- artlint-disable-file shout/line {WHY} -->\n\nText.\n")
    assert collection.found() == [f"a.md:1 {UNUSED}"]
    assert collection.found(select=(UNUSED, "shout/twice")) == []
    assert collection.found(ignore=("shout/line",)) == []
    assert collection.found(settings=("rules.shout = off",)) == []


def test_a_family_is_needless_only_where_all_of_it_ran(collection: Collection) -> None:
    collection.put("a.md", f"<!-- artlint-disable-file shout {WHY} -->\n\nText.\n")
    assert collection.found() == [f"a.md:1 {UNUSED}"]
    assert collection.found(ignore=("shout/twice",)) == []


def test_rules_on_the_collection_need_all_of_it(collection: Collection) -> None:
    collection.put("a.md", f"<!-- artlint-disable-file shout/twice {WHY} -->\n\nSTOP\n")
    collection.put("b.md", "Text.\n")
    assert collection.found("a.md") == ["a.md:3 shout/line"]
    assert collection.found() == [f"a.md:1 {UNUSED}", "a.md:3 shout/line"]
    collection.configure("collection: '*.md'\n")
    assert collection.found("a.md") == [f"a.md:1 {UNUSED}", "a.md:3 shout/line"]


def test_an_article_that_a_rule_failed_on_is_not_judged(collection: Collection, tmp_path: Path) -> None:
    plugin = tmp_path / "failing.py"
    plugin.write_text(
        "from artlint import Rule, hookimpl\nfrom dataclasses import dataclass\n"
        "@dataclass(frozen=True)\nclass Failing(Rule):\n    '''Fails.'''\n    id = 'failing/rule'\n"
        "    def check_article(self, article):\n        raise ValueError('no')\n"
        "@hookimpl\ndef artlint_rules():\n    return [Failing]\n"
    )
    collection.put("a.md", f"<!-- artlint-disable-file failing/rule {WHY} -->\n\nText.\n")
    report = collection.report(plugins=PluginChoice((str(plugin),)))
    assert report.failures
    assert report.findings == ()


def test_no_suppressions(collection: Collection) -> None:
    collection.configure("suppressions: [{path: b.md, rule: shout, reason: a poster}]\n")
    collection.put("a.md", f"<!-- artlint-disable-file shout/line, title/missing {WHY} -->\n\nSTOP\n")
    collection.put("b.md", "NO\n")
    report = collection.report(no_suppressions=True)
    assert [(each.path, each.rule) for each in report.findings] == [("a.md", "shout/line"), ("b.md", "shout/line")]
    assert report.suppressed == ()


def test_names_of_absent_plugins_are_let_be_where_they_were_left_out(collection: Collection) -> None:
    collection.put("a.md", f"<!-- artlint-disable-file house/style {WHY} -->\n\nText.\n")
    assert collection.found() == [f"a.md:1 {UNKNOWN}"]
    assert collection.found(plugins=PluginChoice(own_only=True)) == []


def test_without_reason_is_told_where_it_is_asked_for(collection: Collection) -> None:
    collection.put("a.md", "<!-- artlint-disable-file shout/line -->\n\nSTOP\n")
    assert collection.found() == []
    assert collection.found(settings=("rules.artlint/suppression-without-reason = info",)) == [
        "a.md:1 artlint/suppression-without-reason"
    ]


def test_rules_on_suppressions_are_switched_like_all_others(collection: Collection) -> None:
    collection.put("a.md", f"<!-- artlint-disable-file shout/line {WHY} -->\n\nText.\n")
    assert collection.found(settings=(f"rules.{UNUSED} = off",)) == []
    (found,) = collection.report(settings=(f"rules.{UNUSED} = error",)).findings
    assert found.severity is not None
    assert found.severity.label == "error"


@pytest.mark.parametrize("jobs", [1, 2])
def test_processes_and_the_store_carry_suppressions(collection: Collection, jobs: int) -> None:
    for number in range(60):
        collection.put(f"{number:02}.md", f"<!-- artlint-disable-next-line shout/line {WHY} -->\nSTOP {number}\n\nNO\n")
    first = collection.report(jobs=jobs)
    assert len(first.suppressed) == 60
    again = collection.report(jobs=jobs)
    assert (again.findings, again.suppressed) == (first.findings, first.suppressed)
