"""Files that extend others, and the command line over them: who wins."""

import sys
from pathlib import Path

import pytest
from config.configured_project import Project

from artlint import Severity

LIMIT = "rules: {{length/title: {{limit: {{max: {}}}}}}}"


def limit(project: Project, text: str, *inline: str) -> int:
    """The most characters of length/title."""
    (title,) = (active.rule for active in project.rulesets(text, *inline).base if active.rule.id == "length/title")
    return int(title.limit.max)  # type: ignore[attr-defined]  # the rule is LongTitle


@pytest.mark.parametrize(
    ("text", "inline", "expected"),
    [
        pytest.param("", (), 70, id="the default"),
        pytest.param("extends: base.yaml", (), 80, id="the extended file over the default"),
        pytest.param("extends: [base.yaml, more.yaml]", (), 90, id="the later of two"),
        pytest.param("extends: over.yaml", (), 95, id="what extends over what it extends"),
        pytest.param(f"extends: base.yaml\n{LIMIT.format(100)}", (), 100, id="the file over what it extends"),
        pytest.param(
            LIMIT.format(100), ("rules.length/title.limit.max = 110",), 110, id="the command line over the file"
        ),
        pytest.param("", ("rules.length/title.limit.max: 120",), 120, id="a colon serves as well"),
        pytest.param("", ("rules.length/title: {limit: {max: 130}}",), 130, id="the value is YAML"),
        pytest.param(
            LIMIT.format(100), ("extends = base.yaml",), 80, id="what the command line extends, over the file"
        ),
        pytest.param(
            "", ("rules.length.limit.max=1", "rules.length.limit.max=2"), 2, id="the last on the command line"
        ),
        pytest.param(
            "rules: {length: {limit: {max: 1}}, length/title: {limit: {max: 2}}}", (), 2, id="a rule over its family"
        ),
        pytest.param(
            "rules: {length/title: {limit: {max: 2}}, length: {limit: {max: 1}}}", (), 2, id="whichever comes first"
        ),
        pytest.param("extends: base.yaml\nrules: {length: {limit: {max: 1}}}", (), 1, id="a later family over a rule"),
    ],
)
def test_later_wins(project: Project, text: str, inline: tuple[str, ...], expected: int) -> None:
    project.put("base.yaml", LIMIT.format(80))
    project.put("more.yaml", LIMIT.format(90))
    project.put("over.yaml", f"extends: base.yaml\n{LIMIT.format(95)}")
    assert limit(project, text, *inline) == expected


def test_lists_and_severity_of_later_files_replace_earlier_ones(project: Project) -> None:
    project.put("base.yaml", "exclude: [a]\ninclude: [i]\nfail-on: error\ncollection: [c]")
    config = project.load("extends: base.yaml\nexclude: [b]\nfail-on: info")
    assert (config.exclude, config.include, config.collection) == (("b",), ("i",), ("c",))
    assert config.fail_on == Severity.INFO


def test_overrides_of_all_files_hold_in_their_order(project: Project) -> None:
    project.put("base.yaml", "overrides: [{paths: a, rules: {title: off}}]")
    config = project.load("extends: base.yaml\noverrides: [{paths: b, rules: {title: on}}]")
    assert [override.paths for override in config.overrides] == [("a",), ("b",)]


def test_reader_options_are_joined(project: Project) -> None:
    project.put("base.yaml", "readers: {page: {content: main}}")
    assert project.load("extends: base.yaml\nreaders: {page: {}}").readers == {"page": {"content": "main"}}


def test_toml_says_the_same_as_yaml(project: Project) -> None:
    toml = (
        "[tool.artlint]\nexclude = ['a']\n[tool.artlint.rules]\ntitle = false\n"
        "'length/title' = {limit = {max = 80}}\n[[tool.artlint.overrides]]\npaths = 'b'\nrules = {title = 'error'}\n"
    )
    yaml = (
        "exclude: [a]\nrules: {title: off, length/title: {limit: {max: 80}}}\n"
        "overrides: [{paths: b, rules: {title: error}}]\n"
    )
    written, table = project.load(yaml), project.load(toml, name="pyproject.toml")
    assert table.exclude == written.exclude
    assert [setting[:3] for setting in table.rules] == [setting[:3] for setting in written.rules]
    assert [override.paths for override in table.overrides] == [override.paths for override in written.overrides]


def test_file_relative_to_the_one_that_extends_it(project: Project) -> None:
    project.put("shared/base.yaml", "extends: more/limits.yaml")
    project.put("shared/more/limits.yaml", LIMIT.format(80))
    assert limit(project, "extends: shared/base.yaml") == 80


def test_cycle_is_told_with_its_way(project: Project) -> None:
    project.put("a.yaml", "extends: b.yaml")
    project.put("b.yaml", "extends: a.yaml")
    assert project.problems("extends: a.yaml") == [
        "b.yaml:1:10: extends itself: .artlint.yaml -> a.yaml -> b.yaml -> a.yaml"
    ]


def test_endless_growth_is_stopped(project: Project) -> None:
    for number in range(12):
        project.put(f"{number}.yaml", f"extends: [{number + 1}.yaml, {number + 1}.yaml]")
    project.put("12.yaml", "")
    assert "more than 100 files" in project.problems("extends: 0.yaml")[-1]


def test_fault_in_an_extended_file_is_told_there(project: Project) -> None:
    project.put("base.yaml", "\nruls: {}")
    assert project.problems("extends: base.yaml") == ['base.yaml:2:1: unknown key "ruls"; did you mean "rules"?']


@pytest.mark.parametrize(
    "name", [pytest.param("../base.yaml", id="by its path"), pytest.param("in.yaml", id="by a link")]
)
def test_file_outside_of_the_root_is_refused(project: Project, tmp_path: Path, name: str) -> None:
    (tmp_path / "base.yaml").write_text("")
    (project.root / "in.yaml").symlink_to(tmp_path / "base.yaml")
    (problem,) = project.problems(f"extends: {name}")
    assert f'"{name}" leads out of the project' in problem


def test_link_inside_of_the_root_is_followed(project: Project) -> None:
    project.put("base.yaml", LIMIT.format(80))
    (project.root / "in.yaml").symlink_to(project.root / "base.yaml")
    assert limit(project, "extends: in.yaml") == 80


def test_package_is_read_and_not_run(project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "site" / "house_rules_shared"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("raise RuntimeError('the package was run')")
    (package / "artlint.yaml").write_text(LIMIT.format(80))
    monkeypatch.syspath_prepend(tmp_path / "site")
    assert limit(project, "extends: package:house-rules-shared") == 80
    assert "house_rules_shared" not in sys.modules


def test_file_given_by_name_may_lie_elsewhere_and_extend_its_neighbours(project: Project, tmp_path: Path) -> None:
    (tmp_path / "limits.yaml").write_text(LIMIT.format(80))
    name = str(tmp_path / "house.yaml")
    config = project.load("extends: limits.yaml", name=name)
    assert [setting.value for setting in config.rules if setting.name == "limit"] == [((("max", 80),),)]
