"""What may stand as an option's value, and what its rule then gets."""

from dataclasses import dataclass
from typing import ClassVar

import pytest
from config.configured_project import Project
from config.house_rules import Limit

from artlint import PluginError, Rule, Severity
from artlint.config import load_config


def title_option(project: Project, text: str, name: str) -> object:
    """The option `name` of length/title as the rule gets it."""
    (title,) = (active.rule for active in project.rulesets(text).base if active.rule.id == "length/title")
    return getattr(title, name)


@pytest.mark.parametrize(
    ("value", "name", "expected"),
    [
        pytest.param("strict: yes", "strict", True, id="a boolean as YAML 1.1 writes it"),
        pytest.param("years: [2019, 2020]", "years", (2019, 2020), id="a list of numbers"),
        pytest.param("years: 2019", "years", (2019,), id="one value stands for a list of one"),
        pytest.param("years: ", "years", (), id="nothing stands for an empty list"),
        pytest.param("allow: [no, 012, 'x']", "allow", ("no", "012", "x"), id="text is what is written"),
        pytest.param("by_language: {de: 90}", "by_language", (("de", 90),), id="a mapping of names; key as the field"),
        pytest.param("by-language: {de: 90}", "by_language", (("de", 90),), id="a mapping of names; key with a hyphen"),
        pytest.param("share: 0.25", "share", 0.25, id="a number"),
        pytest.param("share: 1", "share", 1, id="a whole number where any number may stand"),
        pytest.param("key: slug", "key", "slug", id="a text that may be missing"),
        pytest.param("key: null", "key", None, id="nothing where text may be missing"),
        pytest.param("severest: info", "severest", Severity.INFO, id="a severity"),
        pytest.param("except-for: 3", "except_for", 3, id="one of two kinds: a number"),
        pytest.param("except-for: all", "except_for", "all", id="one of two kinds: a word"),
        pytest.param("limit: {max: 9, unit: words}", "limit", Limit(0, 9, "words"), id="a dataclass as a mapping"),
        pytest.param("limits: [{max: 9}, {max: 8}]", "limits", (Limit(0, 9), Limit(0, 8)), id="a list of dataclasses"),
    ],
)
def test_value_reaches_the_rule(project: Project, value: str, name: str, expected: object) -> None:
    assert title_option(project, f"rules: {{length/title: {{{value}}}}}", name) == expected


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        pytest.param("strict: 1", "length/title strict: found 1, expected true or false", id="number for a boolean"),
        pytest.param("strict: 'yes'", 'strict: found "yes", expected true or false', id="quoted text for a boolean"),
        pytest.param("years: [x]", 'years: found "x", expected a whole number', id="text in a list of numbers"),
        pytest.param("years: true", "years: found true, expected a whole number", id="boolean for a number"),
        pytest.param("years: 012", "years: found 012, expected a whole number", id="octal, which nobody means"),
        pytest.param("years: 1:30", "years: found 1:30, expected a whole number", id="sexagesimal, which nobody means"),
        pytest.param("years: 1.5", "years: found 1.5, expected a whole number", id="fraction for a whole number"),
        pytest.param("years: {a: 1}", "years: found a mapping, expected a whole number", id="mapping for a list"),
        pytest.param("allow: [[a]]", "allow: found a list, expected text", id="list in a list of texts"),
        pytest.param("by-language: 3", "found 3, expected a mapping of names, each to a whole number", id="no mapping"),
        pytest.param(
            "by-language: {de: x}", 'by-language de: found "x", expected a whole number', id="value of a name"
        ),
        pytest.param(
            "share: 1.5", "share: found 1.5, expected a number of at least 0 and at most 1", id="above the range"
        ),
        pytest.param("share: .nan", "share: found .nan, expected a number of at least 0 and at most 1", id="no number"),
        pytest.param("key: [a]", "key: found a list, expected text", id="list for a text that may be missing"),
        pytest.param(
            "severest: errror",
            'severest: found "errror", expected "info", "warning" or "error"; did you mean "error"?',
            id="misspelt severity",
        ),
        pytest.param(
            "except-for: x",
            'except-for: found "x", expected a whole number or "none" or "all"',
            id="neither of two kinds",
        ),
        pytest.param("limit: 3", "limit: found 3, expected a mapping of min, max, unit", id="number for a dataclass"),
        pytest.param(
            "limit: {max: -1}",
            "limit max: found -1, expected a whole number of at least 0",
            id="below the range, inside",
        ),
        pytest.param(
            "limit: {unit: word}",
            'limit unit: found "word", expected "characters", "graphemes" or "words"; did you mean "words"?',
            id="misspelt word, inside",
        ),
        pytest.param("limit: {mx: 3}", 'limit has no option "mx"; did you mean "max"?', id="misspelt key, inside"),
        pytest.param(
            "by-language: {}, by_language: {}", '"by_language" is set twice', id="one option in two spellings"
        ),
    ],
)
def test_unfit_value_is_a_problem(project: Project, value: str, problem: str) -> None:
    (found,) = project.problems(f"rules: {{length/title: {{{value}}}}}")
    assert problem in found


def test_rule_rejects_its_options_at_the_last_place_that_set_them(project: Project) -> None:
    text = "rules:\n  length/title:\n    limit: {min: 80}\n"
    assert project.problems(text) == [".artlint.yaml:3:5: length/title: min 80 is above max 70"]


def test_values_are_joined_before_the_rule_sees_them(project: Project) -> None:
    project.put("base.yaml", "rules: {length/title: {limit: {max: 100}}}")
    text = "extends: base.yaml\nrules: {length/title: {limit: {min: 80}}}"
    assert title_option(project, text, "limit") == Limit(80, 100)


def test_reader_gets_its_options(project: Project) -> None:
    config = project.load("readers: {page: {content: main .post}, plain: {}}")
    assert config.readers["page"] == {"content": "main .post"}


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        pytest.param("pag: {content: x}", '1:11: unknown reader "pag"; did you mean "page"?', id="misspelt reader"),
        pytest.param(
            "page: {contnt: x}", '1:18: reader page has no option "contnt"; did you mean "content"?', id="option"
        ),
        pytest.param("page: {name: x}", '1:18: reader page has no option "name", expected content', id="its name"),
        pytest.param("page: main", '1:17: page: found "main", expected a mapping of options', id="no mapping"),
        pytest.param("plain: {content: x}", "1:19: reader plain has no options", id="a reader without options"),
        pytest.param("page: {content: '[['}", '1:11: reader page: "[[" is no selector', id="rejected by the reader"),
    ],
)
def test_unfit_reader_option_is_a_problem(project: Project, value: str, problem: str) -> None:
    assert project.problems(f"readers: {{{value}}}") == [f".artlint.yaml:{problem}"]


@dataclass(frozen=True)
class Unsettable(Rule):
    """Has an option that no file can give."""

    id: ClassVar[str] = "house/unsettable"
    by_name: dict[str, int] | None = None


def test_option_of_a_type_that_no_file_can_give_is_the_plugin_s_fault(project: Project) -> None:
    file = project.put(".artlint.yaml", "rules: {house/unsettable: {by-name: {a: 1}}}")
    with pytest.raises(PluginError, match=r'Unsettable: option "by_name" has a type that no file can give'):
        load_config(root=project.root, file=file, rules={Unsettable.id: Unsettable}, readers={})
