"""The examples in the rules' docstrings."""

import pytest

from artlint.rule import Rule
from artlint.testing import check_files, examples
from artlint_boilerplate import artlint_rules


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.id) for rule in artlint_rules()])
def test_bad_is_found_and_good_is_not(rule: type[Rule]) -> None:
    shown = list(examples(rule))
    assert {example.is_good for example in shown} == {True, False}
    for example in shown:
        assert bool(check_files(rule(), example.files).findings) is not example.is_good
