import pytest

from artlint import Rule
from artlint.testing import Example, check_files, examples
from artlint_titles import artlint_rules

EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.id} {'good' if example.is_good else 'bad'} {number}")
    for rule in artlint_rules()
    for number, example in enumerate(examples(rule), 1)
]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_examples_hold(rule: type[Rule], example: Example) -> None:
    found = check_files(rule(), example.files)
    assert not found.findings if example.is_good else found.findings


@pytest.mark.parametrize("rule", artlint_rules(), ids=lambda rule: rule.id)
def test_each_rule_shows_both(rule: type[Rule]) -> None:
    assert {example.is_good for example in examples(rule)} == {True, False}
