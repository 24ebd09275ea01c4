"""The examples of the rules on suppressions, which only a whole run can judge."""

import pytest
from suppressions.collection import Collection

from artlint.own_rules import SuppressionWithoutReason, UnknownSuppression, UnusedSuppression
from artlint.testing import Example, examples

RULES = (UnusedSuppression, UnknownSuppression, SuppressionWithoutReason)
ROWS = [
    pytest.param(rule.id, example, id=f"{rule.id}-{number}")
    for rule in RULES
    for number, example in enumerate(examples(rule))
]


@pytest.mark.parametrize(("rule", "example"), ROWS)
def test_example(collection: Collection, rule: str, example: Example) -> None:
    collection.put(".artlint.yaml", f"rules: {{{rule}: warning}}\n")
    for path, text in example.files.items():
        collection.put(path, text)
    found = [finding.rule for finding in collection.report().findings]
    assert (rule not in found) if example.is_good else (rule in found)


@pytest.mark.parametrize("rule", RULES)
def test_both_kinds_are_there(rule: type) -> None:
    assert {example.is_good for example in examples(rule)} == {True, False}
