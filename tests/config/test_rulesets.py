"""Which rules judge which path."""

import pickle

import pytest
from config.configured_project import Project
from config.house_rules import RULES, Limit, LongTitle

from artlint import ConfigError, Severity
from artlint.config import ActiveRule, Config, Rulesets, load_config

ALL = {"length/paragraph", "length/section", "length/title", "title/duplicate", "title/missing"}
DEFAULT = ALL - {"length/section"}


def ids(rules: tuple[ActiveRule, ...]) -> set[str]:
    return {active.rule.id for active in rules}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", DEFAULT, id="as the rules say"),
        pytest.param("rules: {title/missing: off}", DEFAULT - {"title/missing"}, id="one off"),
        pytest.param("rules: {title: off}", DEFAULT - {"title/missing", "title/duplicate"}, id="a family off"),
        pytest.param("rules: {title: off, title/missing: on}", DEFAULT - {"title/duplicate"}, id="all of it but one"),
        pytest.param("rules: {title/missing: on, title: off}", DEFAULT - {"title/duplicate"}, id="in either order"),
        pytest.param("rules: {length/section: on}", ALL, id="on by name"),
        pytest.param("rules: {length/section: error}", ALL, id="on by a severity"),
        pytest.param("rules: {length/section: {limit: {max: 9}}}", ALL, id="on by its options"),
        pytest.param("rules: {length: on}", ALL, id="on with its family"),
        pytest.param("rules: {length: error}", DEFAULT, id="a family's severity wakes no rule"),
        pytest.param("rules: {length: {limit: {max: 9}}}", DEFAULT, id="a family's options wake no rule"),
        pytest.param("extends: off.yaml\nrules: {length: error}", DEFAULT, id="a family's severity undoes off"),
        pytest.param("extends: on.yaml\nrules: {length: error}", ALL, id="a family's severity keeps on"),
    ],
)
def test_rules_that_are_on(project: Project, text: str, expected: set[str]) -> None:
    project.put("off.yaml", "rules: {length: off}")
    project.put("on.yaml", "rules: {length/section: on}")
    assert ids(project.rulesets(text).base) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", None, id="nothing set"),
        pytest.param("rules: {length/title: on}", None, id="on sets none"),
        pytest.param("rules: {length/title: error}", Severity.ERROR, id="of a rule"),
        pytest.param("rules: {length: info}", Severity.INFO, id="of a family"),
        pytest.param("rules: {length/title: {strict: true, severity: info}}", Severity.INFO, id="among options"),
    ],
)
def test_severity(project: Project, text: str, expected: Severity | None) -> None:
    severity_by_id = {active.rule.id: active.severity for active in project.rulesets(text).base}
    assert severity_by_id["length/title"] == expected


@pytest.mark.parametrize(
    ("text", "path", "expected"),
    [
        pytest.param("", "a.md", None, id="left to the rule"),
        pytest.param("rules: {title/missing: {fix: safe}}", "a.md", "safe", id="promoted"),
        pytest.param("rules: {title: {fix: unsafe}}", "a.md", "unsafe", id="a family demoted"),
        pytest.param(
            "rules: {title: {fix: off}, title/missing: {fix: safe}}", "a.md", "safe", id="a rule over its family"
        ),
        pytest.param("overrides: [{paths: b/, rules: {title/missing: {fix: off}}}]", "b/a.md", "off", id="for paths"),
        pytest.param("overrides: [{paths: b/, rules: {title/missing: {fix: off}}}]", "a.md", None, id="not for others"),
    ],
)
def test_permission_of_fixes(project: Project, text: str, path: str, expected: str | None) -> None:
    fix_by_id = {active.rule.id: active.fix for active in project.rulesets(text).for_path(path)}
    assert fix_by_id["title/missing"] == expected


def test_rules_stand_by_id(project: Project) -> None:
    assert [active.rule.id for active in project.rulesets().base] == sorted(DEFAULT)


@pytest.mark.parametrize(
    ("text", "path", "expected"),
    [
        pytest.param(
            "{paths: drafts/, rules: {title: off}}", "drafts/a/b.md", {"length/paragraph", "length/title"}, id="in"
        ),
        pytest.param("{paths: drafts/, rules: {title: off}}", "posts/a.md", DEFAULT, id="not in"),
        pytest.param("{paths: ['*.md', '!keep.md'], rules: {title: off}}", "a/keep.md", DEFAULT, id="taken out again"),
        pytest.param("{paths: '*.md', rules: {length/section: on}}", "a.md", ALL, id="switched on"),
        pytest.param(
            "[{paths: '*', rules: {length: off}}, {paths: b/, rules: {length: on}}]", "b/a.md", ALL, id="the later wins"
        ),
    ],
)
def test_override(project: Project, text: str, path: str, expected: set[str]) -> None:
    assert ids(project.rulesets(f"overrides: {text}").for_path(path)) == expected


def test_override_joins_options(project: Project) -> None:
    text = (
        "rules: {length/title: {limit: {unit: words}}}\n"
        "overrides:\n- {paths: a/, rules: {length/title: {limit: {max: 9}, severity: error}}}\n"
    )
    rulesets = project.rulesets(text)
    assert ActiveRule(LongTitle(limit=Limit(0, 9, "words")), Severity.ERROR) in rulesets.for_path("a/x.md")
    assert ActiveRule(LongTitle(limit=Limit(0, 70, "words"))) in rulesets.for_path("b/x.md")


@pytest.mark.parametrize(
    ("rules", "problem"),
    [
        pytest.param("title/duplicate: {scope: folder}", "title/duplicate looks at the whole collection", id="a rule"),
        pytest.param("title: {scope: folder}", "title/duplicate looks at the whole collection", id="a family"),
        pytest.param("title/duplicate: {severity: info}", "", id="its severity"),
        pytest.param("title/duplicate: off", "", id="off"),
        pytest.param("length/title: {strict: true}", "", id="options of a rule that looks at one article"),
    ],
)
def test_override_sets_no_options_of_rules_that_judge_the_collection(
    project: Project, rules: str, problem: str
) -> None:
    problems = project.problems(f"overrides: [{{paths: a, rules: {{{rules}}}}}]")
    assert len(problems) == bool(problem)
    assert problem in "".join(problems)


def test_collection_rules_are_those_on_anywhere(project: Project) -> None:
    text = "rules: {title: off}\noverrides: [{paths: a/, rules: {title: on}}]"
    rulesets = project.rulesets(text)
    assert ids(rulesets.collection()) == {"title/duplicate"}
    assert "title/duplicate" not in ids(rulesets.for_path("b/x.md"))
    assert ids(project.rulesets("rules: {title: off}").collection()) == set()


@pytest.mark.parametrize(
    ("select", "ignore", "expected"),
    [
        pytest.param(["title/missing"], [], {"title/missing"}, id="one rule, though the file switches it off"),
        pytest.param(["title", "length/section"], [], ALL - {"length/title", "length/paragraph"}, id="a family"),
        pytest.param(["all"], [], ALL, id="all"),
        pytest.param(["all"], ["length"], {"title/duplicate", "title/missing"}, id="all but a family"),
        pytest.param([], ["title/duplicate"], DEFAULT - {"title/missing", "title/duplicate"}, id="without one"),
        pytest.param([], ["all"], set(), id="without any"),
    ],
)
def test_select_and_ignore(project: Project, select: list[str], ignore: list[str], expected: set[str]) -> None:
    assert ids(project.rulesets("rules: {title/missing: off}", select=select, ignore=ignore).base) == expected


def test_select_leaves_an_override_its_off(project: Project) -> None:
    rulesets = project.rulesets("overrides: [{paths: a/, rules: {title: off, length: on}}]", select=["title"])
    assert ids(rulesets.for_path("a/x.md")) == set()
    assert ids(rulesets.for_path("b/x.md")) == {"title/duplicate", "title/missing"}


def test_command_line_wins_over_overrides(project: Project) -> None:
    rulesets = project.rulesets("overrides: [{paths: a/, rules: {title: off}}]", "rules.title = error")
    assert ActiveRule(RULES["title/missing"](), Severity.ERROR) in rulesets.for_path("a/x.md")


def test_overrides_that_clash_are_told(project: Project) -> None:
    text = (
        "overrides:\n- {paths: a/, rules: {length/title: {limit: {min: 60}}}}\n"
        "- {paths: a/b/, rules: {length/title: {limit: {max: 50}}}}\n"
    )
    rulesets = project.rulesets(text)
    with pytest.raises(ConfigError, match="length/title: min 60 is above max 50"):
        rulesets.for_path("a/b/c.md")


def test_ruleset_is_built_once(project: Project) -> None:
    rulesets = project.rulesets("overrides: [{paths: a/, rules: {title: off}}]")
    assert rulesets.for_path("a/x.md") is rulesets.for_path("a/y.md")
    assert rulesets.for_path("b/x.md") is rulesets.for_path("c/x.md")
    assert project.rulesets().for_path("a") is not None


def test_rules_of_all_rulesets_are_the_same_objects(project: Project) -> None:
    rulesets = project.rulesets("overrides: [{paths: a/, rules: {title: off}}]")
    base = {active.rule.id: active.rule for active in rulesets.base}
    assert all(active.rule is base[active.rule.id] for active in rulesets.for_path("a/x.md"))


def test_config_travels(project: Project) -> None:
    config = project.load("rules: {length/title: {limit: {max: 9}}}\noverrides: [{paths: a, rules: {title: off}}]")
    travelled = pickle.loads(pickle.dumps(config))  # noqa: S301  # our own
    assert travelled == config
    assert Rulesets(travelled, RULES).base == Rulesets(config, RULES).base
    assert b"house_rules" not in pickle.dumps(config)


def test_without_file_and_command_line_all_is_default(project: Project) -> None:
    config = load_config(root=project.root, file=None, rules=RULES, readers={})
    assert config == Config(project.root)
    assert ids(Rulesets(config, RULES).base) == DEFAULT
