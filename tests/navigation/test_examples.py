"""The examples in the rules' docstrings: they are the rules' pages."""

import pytest

import artlint_navigation
from artlint import Rule
from artlint.testing import Example, check_files, examples

ROWS = [(rule, example) for rule in artlint_navigation.artlint_rules() for example in examples(rule)]


@pytest.mark.parametrize(
    ("rule", "example"), ROWS, ids=[f"{rule.id}-{'good' if example.is_good else 'bad'}" for rule, example in ROWS]
)
def test_example(rule: type[Rule], example: Example) -> None:
    found = check_files(rule(), example.files)
    assert bool(found.findings) is not example.is_good, found.messages


@pytest.mark.parametrize("rule", artlint_navigation.artlint_rules(), ids=lambda rule: rule.id)
def test_every_rule_shows_both_sides(rule: type[Rule]) -> None:
    assert {example.is_good for example in examples(rule)} == {True, False}
