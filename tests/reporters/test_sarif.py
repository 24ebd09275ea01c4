"""SARIF: what the standard and GitHub code scanning ask for."""

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes

import pytest
from reporters.reports import finding, report, written

from artlint import Edit, Failure, Fix, Place, Related, Report, Severity
from artlint.report import Suppressed
from artlint.reporters.line_hashes import line_hashes

Object = dict[str, Any]  # parsed JSON


def run_of(given: Report) -> Object:
    log = json.loads(written("sarif", given))
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-2.1.0.json")
    (run,) = log["runs"]
    assert isinstance(run, dict)
    return run


def test_a_result() -> None:
    source = "one\n👋 two words\n"
    related = Related("b c.txt", Place(0, 3, 1, 1, 1, 4), "first [stands] here")
    run = run_of(report(finding(source, related=[related]), sources=source))
    (result,) = run["results"]
    assert run["columnKind"] == "utf16CodeUnits"
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "length/title"
    assert result["level"] == "error"
    region = {"startLine": 2, "startColumn": 8, "endLine": 2, "endColumn": 13, "snippet": {"text": "words"}}
    place = {"artifactLocation": {"uri": "a.txt", "uriBaseId": "%SRCROOT%"}, "region": region}
    assert result["locations"] == [{"physicalLocation": place}]
    assert "%SRCROOT%" in run["originalUriBaseIds"]
    (other,) = result["relatedLocations"]
    assert other["physicalLocation"]["artifactLocation"]["uri"] == "b%20c.txt"
    assert result["message"]["text"] == f"too long\n[first \\[stands\\] here]({other['id']})"


def test_a_rule() -> None:
    (rule,) = run_of(report(finding()))["tool"]["driver"]["rules"]
    assert rule["name"] == "LengthTitle"
    assert rule["shortDescription"] == {"text": "The title is too long."}
    assert rule["fullDescription"] == {"text": "The title is too long. Lists cut it off."}
    assert "    A title without an end" in rule["help"]["markdown"]
    assert rule["defaultConfiguration"] == {"level": "warning"}
    assert rule["properties"] == {"tags": ["length"], "precision": "high", "problem.severity": "warning"}


def test_a_rule_that_is_not_known() -> None:
    (rule,) = run_of(report(finding(rule="house/rule")))["tool"]["driver"]["rules"]
    assert (rule["name"], rule["help"]["text"]) == ("HouseRule", "house/rule")


def test_fingerprints_are_those_of_githubs_uploader(tmp_path: Path) -> None:
    content = "\ufeffone\r\ntwo words\r\n"
    (tmp_path / "a.txt").write_bytes(content.encode())
    (result,) = run_of(report(finding(), root=tmp_path))["results"]
    assert result["partialFingerprints"] == {
        "artlint/v1": "0a-1b",
        "primaryLocationLineHash": line_hashes(content)[1],
    }


def test_no_line_hash_without_file(tmp_path: Path) -> None:
    (result,) = run_of(report(finding(), root=tmp_path))["results"]
    assert result["partialFingerprints"] == {"artlint/v1": "0a-1b"}


@pytest.mark.parametrize(
    ("folder", "uri", "category"),
    [
        pytest.param("", "a%3Ab%25%20%C3%A9%FF.txt", "artlint/", id="at the top of the repository"),
        pytest.param("docs/de 1", "docs/de%201/a%3Ab%25%20%C3%A9%FF.txt", "artlint/docs/de%201/", id="below it"),
    ],
)
def test_uris_are_relative_to_the_repository(tmp_path: Path, folder: str, uri: str, category: str) -> None:
    (tmp_path / ".git").mkdir()
    root = tmp_path / folder
    root.mkdir(parents=True, exist_ok=True)
    run = run_of(report(finding(path="a:b% é\udcff.txt"), root=root))
    location = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert location["uri"] == uri
    assert re.fullmatch(r"[\w.~%/-]+", location["uri"], re.ASCII)
    assert unquote_to_bytes(uri).endswith("a:b% é".encode() + b"\xff.txt")
    assert run["automationDetails"] == {"id": category}


def test_a_fix() -> None:
    source = "one\n👋 two words\n"
    fix = Fix((Edit(6, 9, "two", "2"), Edit(10, 10, "", "small ")), True, "write it shorter")
    (result,) = run_of(report(finding(source, fix=fix), sources=source))["results"]
    (told,) = result["fixes"]
    assert told["description"]["text"] == "write it shorter (safe)"
    (change,) = told["artifactChanges"]
    places = [tuple(each["deletedRegion"].values()) for each in change["replacements"]]
    assert places == [(2, 4, 2, 7), (2, 8, 2, 8)]
    assert [each["insertedContent"]["text"] for each in change["replacements"]] == ["2", "small "]


def test_failures_are_notifications() -> None:
    (invocation,) = run_of(report(failures=[Failure("b.txt", "cannot be read"), Failure("", "rule failed")]))[
        "invocations"
    ]
    assert invocation["executionSuccessful"] is False
    told = [each["message"]["text"] for each in invocation["toolExecutionNotifications"]]
    assert told == ["cannot be read", "rule failed"]
    assert run_of(report())["invocations"] == [{"executionSuccessful": True, "toolExecutionNotifications": []}]


def test_limits_of_github() -> None:
    related = [Related(f"{number}.txt", Place(0, 0, 1, 1, 1, 1)) for number in range(2000)]
    worst = finding(message="x" * 5000, related=related, rule="a/worst")
    many = [finding(severity=Severity.INFO, path=f"{number:05}.txt") for number in range(25_001)]
    run = run_of(report(*many, worst, sources=""))
    assert len(run["results"]) == 25_000
    assert run["results"][-1]["ruleId"] == "a/worst"
    assert len(run["results"][-1]["relatedLocations"]) == 100
    assert len(run["results"][-1]["message"]["text"]) < 2000
    (notice,) = run["invocations"][0]["toolExecutionNotifications"]
    assert notice["message"]["text"].startswith("2 of the least severe findings are left out")


def test_silenced_findings_are_left_out() -> None:
    """GitHub opens alerts for them whatever `suppressions` says (github/codeql-action, issue 1230)."""
    silenced = [Suppressed(finding(), "a quotation", "comment"), Suppressed(finding(), "", "baseline")]
    assert run_of(report(suppressed=silenced))["results"] == []


def test_a_message_is_never_empty() -> None:
    (result,) = run_of(report(finding(message="")))["results"]
    assert result["message"]["text"] == "length/title"


def test_text_that_looks_like_a_link_is_none() -> None:
    (result,) = run_of(report(finding(message="see [x](y) and [z]")))["results"]
    assert result["message"]["text"] == "see \\[x](y) and [z]"
