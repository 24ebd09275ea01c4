"""What `--select` with a family means for rules that are off by default."""

from pathlib import Path
from typing import ClassVar

import pytest

from artlint import Rule
from artlint.config import Rulesets, load_config


class OnByDefault(Rule):
    """One that is on."""

    id: ClassVar[str] = "text/on"


class OffByDefault(Rule):
    """One that is off."""

    id: ClassVar[str] = "text/off"
    enabled: ClassVar[bool] = False


class OfAnotherFamily(Rule):
    """One of another family."""

    id: ClassVar[str] = "other/on"


RULES = {rule.id: rule for rule in (OnByDefault, OffByDefault, OfAnotherFamily)}


@pytest.mark.parametrize(
    ("select", "expected"),
    [
        pytest.param(["text"], ["text/on"], id="a family: what is on by default"),
        pytest.param(["text/off"], ["text/off"], id="a rule by name"),
        pytest.param(["text", "text/off"], ["text/off", "text/on"], id="both"),
        pytest.param(["all"], ["other/on", "text/off", "text/on"], id="all: every rule"),
    ],
)
def test_select(tmp_path: Path, select: list[str], expected: list[str]) -> None:
    config = load_config(root=tmp_path, file=None, select=select, rules=RULES, readers={})
    assert [active.rule.id for active in Rulesets(config, RULES).base] == expected


def test_a_family_keeps_what_the_file_switches_on(tmp_path: Path) -> None:
    file = tmp_path / ".artlint.yaml"
    file.write_text("rules: {text/off: on}\n")
    config = load_config(root=tmp_path, file=file, select=["text"], rules=RULES, readers={})
    assert [active.rule.id for active in Rulesets(config, RULES).base] == ["text/off", "text/on"]
