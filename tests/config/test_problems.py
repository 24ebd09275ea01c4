"""What is wrong with a configuration: all of it at once, each with its place and the nearest valid name."""

import pytest
from config.configured_project import Project


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        pytest.param("ruls: {}", '1:1: unknown key "ruls"; did you mean "rules"?', id="misspelt key"),
        pytest.param("fail-on: warn", '1:10: fail-on: found "warn", expected', id="misspelt severity"),
        pytest.param("- a", "1:1: found a list, expected a mapping of settings", id="a list for a file"),
        pytest.param("rules: [a]", "1:8: rules: found a list, expected a mapping", id="a list for a section"),
        pytest.param(
            "rules: {titel/missing: off}", '1:9: unknown rule "titel/missing"; did you mean', id="misspelt rule"
        ),
        pytest.param("rules: {titel: off}", '1:9: unknown family of rules "titel"; did you mean "title"?', id="family"),
        pytest.param(
            "rules: {house/style: off}",
            '1:9: unknown rule "house/style"; no plugin here brings a family "house"',
            id="rule of a plugin that is not there",
        ),
        pytest.param(
            "rules: {title/missing: of}",
            '1:24: title/missing: found "of", expected off, on, info, warning, error or a mapping of options; '
            'did you mean "off"?',
            id="misspelt state",
        ),
        pytest.param("rules: {title/missing: }", "title/missing: found nothing, expected off", id="no state"),
        pytest.param(
            "rules: {title/missing: [off]}", "title/missing: found a list, expected off", id="a list of states"
        ),
        pytest.param(
            "rules: {title/missing: {severity: off}}",
            '1:35: title/missing severity: found off, expected "info", "warning" or "error"',
            id="off where a severity is due",
        ),
        pytest.param(
            "rules: {title/missing: {fix: always}}",
            '1:30: title/missing fix: found "always", expected "safe", "unsafe" or "off"',
            id="what fixes cannot be",
        ),
        pytest.param("rules: {title/missing: {max: 3}}", 'title/missing has no option "max"', id="unknown option"),
        pytest.param("rules: {length: {mx: 3}}", 'length has no option "mx"', id="option that no rule of a family has"),
        pytest.param("rules: {}\nrules: {}", '2:1: key "rules" stands twice', id="repeated key"),
        pytest.param("rules: {a: [}", "1:13: no valid YAML: ", id="broken YAML"),
        pytest.param("rules: {}\n---\na: 1", "2:1: no valid YAML: a second document", id="two documents"),
        pytest.param("plugins: [x.py]", '1:1: "plugins" cannot be set here: configuration is data', id="plugins"),
        pytest.param("exclude: ['../x']", '1:11: exclude: "../x" leads out of the project', id="pattern outside"),
        pytest.param("exclude: ['!']", '1:11: exclude: "!" is not a gitignore pattern', id="broken pattern"),
        pytest.param("exclude: ['# x']", '1:11: exclude: "# x" matches no path', id="comment for a pattern"),
        pytest.param(
            "overrides: [{paths: a}]", '1:13: overrides: found no "rules", expected one', id="half an override"
        ),
        pytest.param(
            "overrides: [{path: a}]", '1:14: overrides has no option "path"; did you mean "paths"?', id="path"
        ),
        pytest.param(
            'fail-on: "\\e[31m"', '1:10: fail-on: found "\\x1b[31m"', id="escape sequences are shown, not sent"
        ),
        pytest.param("extends: preset:nws", '1:10: unknown preset "nws"; did you mean "news"?', id="misspelt preset"),
        pytest.param(
            "extends: house.yaml", '1:10: "house.yaml" cannot be read: No such file', id="file that is not there"
        ),
        pytest.param("extends: https://a.example/b", "expected preset:NAME, package:NAME or a file", id="address"),
        pytest.param("extends: /etc/artlint.yaml", "expected preset:NAME, package:NAME or a file", id="absolute path"),
        pytest.param("extends: package:no_such", 'no package "no_such" with a file artlint.yaml', id="missing package"),
        pytest.param("extends: package:os.path", 'no package "os.path" with a file', id="part of a package"),
    ],
)
def test_fault_is_named_with_its_place(project: Project, text: str, problem: str) -> None:
    (found,) = project.problems(text)
    assert found.startswith(".artlint.yaml:")
    assert problem in found


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("# a note\n", id="a comment alone"),
        pytest.param("rules:\nreaders:\noverrides:\n", id="sections with nothing in them"),
        pytest.param("fail-on: error\ncollection: ['*.md', '!drafts/']\n", id="severity and patterns"),
        pytest.param("rules:\n  title: off\n  title/missing: on\n  length/title: {severity: info}\n", id="states"),
        pytest.param("overrides: [{paths: a/, rules: {title: error}}]", id="an override"),
    ],
)
def test_sound_configuration_has_no_problems(project: Project, text: str) -> None:
    assert project.problems(text) == []


def test_all_faults_are_reported_in_their_order(project: Project) -> None:
    text = "fail-on: no\nruls: {}\nrules:\n  title/missin: off\n  length/title: {limit: {max: x, unit: y}}\n"
    places = [problem.split(": ")[0] for problem in project.problems(text, "rules.titl = off", select=["lenth"])]
    assert places == [
        ".artlint.yaml:1:10",
        ".artlint.yaml:2:1",
        ".artlint.yaml:4:3",
        ".artlint.yaml:5:31",
        ".artlint.yaml:5:40",
        "command line",
        "command line",
    ]


@pytest.mark.parametrize(
    ("assignment", "problem"),
    [
        pytest.param("rules", 'found "rules", expected KEY = VALUE', id="no value"),
        pytest.param("fail-on = never", 'fail-on: found "never", expected', id="wrong value"),
        pytest.param("rules.length/title.limit.mx = 3", 'length/title limit has no option "mx"', id="misspelt key"),
        pytest.param("exclude = [a", 'the value of "exclude" is no valid YAML', id="broken value"),
    ],
)
def test_fault_on_the_command_line(project: Project, assignment: str, problem: str) -> None:
    (found,) = project.problems("", assignment)
    assert found.startswith(f"command line: {problem}")


@pytest.mark.parametrize(
    ("flag", "name", "problem"),
    [
        pytest.param(
            "select", "title/mising", 'unknown rule "title/mising"; did you mean "title/missing"?', id="select"
        ),
        pytest.param("ignore", "titles", 'unknown family of rules "titles"; did you mean "title"?', id="ignore"),
    ],
)
def test_fault_in_a_choice_of_rules(project: Project, flag: str, name: str, problem: str) -> None:
    assert project.problems("", **{flag: [name]}) == [f"command line: --{flag}: {problem}"]


def test_file_that_is_not_utf_8_is_named_with_the_line(project: Project) -> None:
    (project.root / "latin.yaml").write_bytes(b"fail-on: error\nexclude: \xe9\n")
    assert project.problems("extends: latin.yaml") == [
        '.artlint.yaml:1:10: "latin.yaml" is not UTF-8: byte 0xe9 in line 2'
    ]


def test_byte_order_mark_is_no_part_of_the_text(project: Project) -> None:
    assert project.problems("\ufeffrules: {title: off}") == []


TOML = """\
[tool.other]
rules = 1

[tool.artlint]
fail-on = "errr"

[tool.artlint.rules]
"title/missing" = "of"
"length/title" = { severity = "info", limit = { mx = 3 } }

[[tool.artlint.overrides]]
paths = ["a"]
rules = { title = "off" }

[[tool.artlint.overrides]]
paths = "b"
[tool.artlint.overrides.rules]
"titl" = "off"
"""


def test_toml_faults_have_the_place_of_their_key(project: Project) -> None:
    places = [problem.split(": ")[0] for problem in project.problems(TOML, name="pyproject.toml")]
    assert places == [f"pyproject.toml:{place}" for place in ("5:1", "8:1", "9:1", "18:1")]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        pytest.param("[tool.artlint]\na = \n", "pyproject.toml:2:5: no valid TOML: ", id="broken line"),
        pytest.param("[tool.artlint]\na = [1", "pyproject.toml:2:7: no valid TOML: ", id="unfinished text"),
        pytest.param("[tool.other]\n", "pyproject.toml: found no table [tool.artlint], expected one", id="no table"),
        pytest.param(
            "[tool]\nartlint = 3\n", "pyproject.toml:2:1: found 3, expected a mapping", id="no table but a value"
        ),
    ],
)
def test_fault_of_a_toml_file(project: Project, text: str, problem: str) -> None:
    (found,) = project.problems(text, name="pyproject.toml")
    assert found.startswith(problem)
