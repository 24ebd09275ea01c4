import pytest

from artlint import Rule
from artlint.testing import Example, check_files, examples
from artlint.yaml_loading import load_yaml, plain
from artlint_lengths import artlint_rules

EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.id} {'good' if example.is_good else 'bad'} {number}")
    for rule in artlint_rules()
    for number, example in enumerate(examples(rule), 1)
]


def configured(rule: type[Rule], example: Example) -> Rule:
    """The rule with the options that the example's configuration gives it."""
    text = example.files.get(".artlint.yaml")
    root = load_yaml(text).root if text else None
    if root is None:
        return rule()
    options = plain(root.keys["rules"].keys[rule.id])
    assert isinstance(options, dict)
    return rule(**options)


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_examples_hold(rule: type[Rule], example: Example) -> None:
    articles = {path: text for path, text in example.files.items() if path != ".artlint.yaml"}
    found = check_files(configured(rule, example), articles)
    assert not found.findings if example.is_good else found.findings


@pytest.mark.parametrize("rule", artlint_rules(), ids=lambda rule: rule.id)
def test_each_rule_shows_both(rule: type[Rule]) -> None:
    assert {example.is_good for example in examples(rule)} == {True, False}
