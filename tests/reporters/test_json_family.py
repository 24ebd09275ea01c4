"""The formats made of JSON: json, jsonl, gitlab, rdjson and rdjsonl."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from reporters.reports import HOSTILE, finding, report, written

from artlint import Edit, Failure, Fix, Place, Related, Severity
from artlint.report import Suppressed

_DOCS = Path(__file__).parents[2] / "docs"
_SCHEMA = json.loads((_DOCS / "report.schema.json").read_text("utf-8"))
_FIX = Fix((Edit(4, 7, "two", "2"),), True, "write it shorter")
_RELATED = [Related("b.txt", Place(0, 3, 1, 1, 1, 4), "here")]


def parsed(name: str, *arguments: Any, **options: Any) -> Any:
    return json.loads(written(name, report(*arguments, **options)))


@pytest.mark.parametrize("text", ["plain", *HOSTILE])
def test_json_follows_its_schema(text: str) -> None:
    found = finding(message=text, path=text, fix=_FIX, related=_RELATED)
    told = parsed("json", found, failures=[Failure(text, text)], suppressed=[Suppressed(found, text, "comment")])
    jsonschema.validate(told, _SCHEMA, cls=jsonschema.Draft202012Validator)
    jsonschema.validate(parsed("json"), _SCHEMA, cls=jsonschema.Draft202012Validator)


@pytest.mark.parametrize("text", [text for text in HOSTILE if "\udce9" not in text])
def test_json_keeps_messages_and_paths(text: str) -> None:
    (told,) = parsed("json", finding(message=text, path=text))["findings"]
    assert (told["message"], told["path"]) == (text, text)


def test_the_example_in_the_documentation_follows_the_schema() -> None:
    page = (_DOCS / "json.md").read_text("utf-8")
    example = json.loads(page.split("```json\n")[1].split("```")[0])
    jsonschema.validate(example, _SCHEMA, cls=jsonschema.Draft202012Validator)


def test_jsonl() -> None:
    silenced = Suppressed(finding(), "on purpose", "front matter")
    given = report(finding(), finding(), failures=[Failure("b.txt", "cannot be read")], suppressed=[silenced])
    lines = [json.loads(line) for line in written("jsonl", given).splitlines()]
    assert [line["type"] for line in lines] == ["finding", "finding", "suppressed", "failure", "summary"]
    whole = json.loads(written("json", given))
    assert [line for line in lines if line.pop("type") == "finding"] == whole["findings"]
    assert whole["suppressed"] == [{"finding": whole["findings"][0], "reason": "on purpose", "origin": "front matter"}]
    assert lines[-1] == {"version": 1, **whole["summary"]}


def test_gitlab() -> None:
    source = "one\ntwo words\n"
    found = [finding(source, severity=severity, fingerprint=f"0a-{severity:x}") for severity in Severity]
    issues = parsed("gitlab", *found, failures=[Failure("c.txt", "cannot be read")])
    assert [issue["severity"] for issue in issues] == ["info", "minor", "major", "critical"]
    assert issues[0]["description"] == "too long [length/title]"
    assert issues[0]["check_name"] == "length/title"
    assert issues[0]["location"] == {"path": "a.txt", "lines": {"begin": 2, "end": 2}}


def test_gitlab_fingerprints_are_unique_and_know_no_lines() -> None:
    here, moved = finding("words"), finding("\n\n\nwords")
    elsewhere, second = finding(path="b.txt"), finding(fingerprint="0a-2c")
    (first,) = {issue["fingerprint"] for issue in parsed("gitlab", here, moved)}
    others = {issue["fingerprint"] for issue in parsed("gitlab", elsewhere, second)}
    assert len({first, *others}) == 3


@pytest.mark.parametrize("name", ["rdjson", "rdjsonl"])
def test_rdjson(name: str) -> None:
    source = "one\n👋 two words\n"
    fix = Fix((Edit(6, 9, "two", "2"),), True, "write it shorter")
    given = report(finding(source, fix=fix), sources=source, failures=[Failure("c.txt", "cannot be read")])
    text = written(name, given)
    told = json.loads(text) if name == "rdjson" else {"diagnostics": [json.loads(each) for each in text.splitlines()]}
    first, failure = told["diagnostics"]
    assert first["location"] == {
        "path": "a.txt",
        "range": {"start": {"line": 2, "column": 10}, "end": {"line": 2, "column": 15}},
    }
    assert (first["severity"], first["code"], first["source"]) == (
        "ERROR",
        {"value": "length/title"},
        {"name": "artlint"},
    )
    (suggestion,) = first["suggestions"]
    assert suggestion == {"range": {"start": {"line": 2, "column": 6}, "end": {"line": 2, "column": 9}}, "text": "2"}
    assert failure["location"] == {"path": "c.txt"}


def test_rdjson_suggests_no_half_of_a_fix() -> None:
    fix = Fix((Edit(0, 3, "one", "1"), Edit(4, 7, "two", "2")), True, "digits")
    (diagnostic,) = parsed("rdjson", finding(fix=fix))["diagnostics"]
    assert "suggestions" not in diagnostic
