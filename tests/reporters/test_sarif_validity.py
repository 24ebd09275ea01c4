"""SARIF as the official multitool and the schema of the standard judge it."""

import json
from pathlib import Path

import jsonschema
import pytest
from reporters.reports import HOSTILE, finding, report, written
from reporters.test_hostile import hostile_report
from reporters.validators import complaints_of_multitool, sarif_schema

from artlint import Edit, Failure, Fix, Place, Related, Report, Severity
from artlint.plugin_loading import PluginChoice, load_plugins

pytestmark = [pytest.mark.multitool, pytest.mark.xdist_group("multitool")]

# The project has no page yet that `informationUri` could name.
_ACCEPTED = {"SARIF2005"}


def every_rule_and_part() -> Report:
    """A report that has all that the format can hold, and a finding of each installed rule."""
    source = "\ufeffone\r\n👋 two e\u0301 words\r\n"
    rules = load_plugins(PluginChoice(own_only=True)).rules
    related = [Related(f"{number} é.txt", Place(0, 3, 1, 1, 1, 4), "[a](b)") for number in range(120)]
    fix = Fix((Edit(0, 0, "", "x"), Edit(7, 10, "two", "")), False, "shorten")
    found = [finding(source, rule=rule) for rule in rules]
    found += [finding(source, related=related, fix=fix)]
    found += [finding(source, found="", severity=severity, message="") for severity in Severity]
    made = report(*found, sources=source, failures=[Failure("a b.txt", "cannot be read"), Failure("", "rule failed")])
    return Report(made.findings, made.failures, 2, 5, rules, made.sources, made.root)


REPORTS = {
    "empty": report(),
    "all": every_rule_and_part(),
    **{f"hostile-{number}": hostile_report(text) for number, text in enumerate(HOSTILE)},
}


def test_the_multitool_finds_nothing_wrong(tmp_path: Path) -> None:
    for name, given in REPORTS.items():
        (tmp_path / f"{name}.sarif").write_text(written("sarif", given), "utf-8")
    complaints = [each for each in complaints_of_multitool(tmp_path) if each.rule not in _ACCEPTED]
    assert not complaints, "\n".join(map(str, complaints))


def test_the_multitool_would_find_it(tmp_path: Path) -> None:
    text = written("sarif", report(finding()))
    (tmp_path / "a.sarif").write_text(text.replace('"startLine": 2', '"startLine": 0'), "utf-8")
    (tmp_path / "b.sarif").write_text(text.replace('"uri": "a.txt"', '"uri": "a b.txt"'), "utf-8")
    wrong = {each.file for each in complaints_of_multitool(tmp_path) if each.level == "error"}
    assert wrong == {"a.sarif", "b.sarif"}


@pytest.mark.parametrize("name", REPORTS)
def test_it_follows_the_schema(name: str) -> None:
    schema = sarif_schema()
    jsonschema.validate(json.loads(written("sarif", REPORTS[name])), schema, cls=jsonschema.Draft4Validator)
