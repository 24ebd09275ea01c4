"""The JSON Schema takes what the configuration takes."""

import pytest
from config.configured_project import Project
from config.house_rules import READERS, RULES
from jsonschema import Draft202012Validator

from artlint.config import schema
from artlint.yaml_loading import load_yaml, plain

SCHEMA = schema(RULES, READERS)


def faults(text: str) -> list[str]:
    root = load_yaml(text).root
    return [error.message for error in Draft202012Validator(SCHEMA).iter_errors(plain(root) if root else {})]


def test_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize(
    ("sound", "faulty"),
    [
        pytest.param("rules: {title: off}", "rules: {titel: off}", id="name of a family"),
        pytest.param("rules: {title/missing: error}", "rules: {title/missing: eror}", id="state"),
        pytest.param("fail-on: error", "fail-on: never", id="severity"),
        pytest.param("exclude: a", "exclude: {a: b}", id="patterns"),
        pytest.param("include: [a]", "inclde: [a]", id="key"),
        pytest.param("extends: [preset:news, a.yaml]", "extends: {preset: news}", id="extends"),
        pytest.param(
            "rules: {length/title: {limit: {max: 3}}}", "rules: {length/title: {limit: {mx: 3}}}", id="option"
        ),
        pytest.param("rules: {length: {limit: {max: 3}}}", "rules: {length: {limit: {max: -3}}}", id="range"),
        pytest.param("rules: {length/title: {years: [1]}}", "rules: {length/title: {years: [a]}}", id="list"),
        pytest.param(
            "rules: {length/title: {by-language: {a: 1}}}", "rules: {length/title: {by-language: 1}}", id="pairs"
        ),
        pytest.param("rules: {length/title: {key: }}", "rules: {length/title: {share: }}", id="nothing"),
        pytest.param("readers: {page: {content: a}}", "readers: {page: {name: a}}", id="reader"),
        pytest.param("overrides: [{paths: a, rules: {title: on}}]", "overrides: [{paths: a}]", id="override"),
        pytest.param(
            "overrides: [{paths: a, rules: {length/title: {strict: true}}}]",
            "overrides: [{paths: a, rules: {title/duplicate: {scope: folder}}}]",
            id="options by path",
        ),
    ],
)
def test_schema_tells_sound_from_faulty_as_loading_does(project: Project, sound: str, faulty: str) -> None:
    assert project.problems(sound.replace("preset:news, a.yaml", "")) == faults(sound) == []
    assert project.problems(faulty)
    assert faults(faulty)


def test_docstrings_describe_rules_and_options() -> None:
    title = SCHEMA["$defs"]["rules"]["properties"]["length/title"]  # type: ignore[index]  # a schema is nested dicts
    options = title["anyOf"][1]["properties"]
    assert title["description"] == "A title is too long."
    assert options["allow"]["description"] == "titles that are left alone"
    assert options["by-language"]["description"] == "the most characters by language"
    assert options["strict"] == {"description": "count markup too", "type": "boolean", "default": False}
