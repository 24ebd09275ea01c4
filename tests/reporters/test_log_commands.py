"""Issues of Azure Pipelines and inspections of TeamCity, as their agents read them."""

import pytest
from reporters.reports import HOSTILE, finding, report, written
from reporters.runners import Command, azure_commands, teamcity_messages

from artlint import Failure, Severity
from artlint.reporters.escaping import visible


def test_azure() -> None:
    (command,) = azure_commands(written("azure", report(finding())))
    properties = {
        "type": "error",
        "sourcepath": "a.txt",
        "linenumber": "2",
        "columnnumber": "5",
        "code": "length/title",
    }
    assert command == Command("task.logissue", properties, "too long")


def test_azure_has_no_information() -> None:
    log = written("azure", report(finding(severity=Severity.INFO)))
    assert log == "a.txt:2:5: info too long [length/title]\n"


def test_azure_failures() -> None:
    log = written("azure", report(failures=[Failure("c.txt", "cannot be read"), Failure("", "rule failed")]))
    assert [(each.properties, each.message) for each in azure_commands(log)] == [
        ({"type": "error", "sourcepath": "c.txt"}, "cannot be read"),
        ({"type": "error"}, "rule failed"),
    ]


@pytest.mark.parametrize("text", ["a;b]c", "100 %3B %0A %AZP25", "x;type=warning", *HOSTILE])
def test_azure_texts_come_back(text: str) -> None:
    (command,) = azure_commands(written("azure", report(finding(message=text, path=text))))
    assert command.properties["type"] == "error"
    expected = visible(text).replace("\u00ad", "").replace("\u200d", "")
    assert (command.properties["sourcepath"], command.message) == (expected, expected)


def test_teamcity() -> None:
    kind, inspection, failure = teamcity_messages(
        written("teamcity", report(finding(severity=Severity.WARNING), failures=[Failure("c.txt", "cannot be read")]))
    )
    assert kind == Command(
        "inspectionType",
        {
            "id": "length/title",
            "name": "The title is too long.",
            "description": "The title is too long. Lists cut it off.",
            "category": "length",
        },
        "",
    )
    assert inspection.properties == {
        "typeId": "length/title", "message": "too long", "file": "a.txt", "line": "2", "SEVERITY": "WARNING",
    }  # fmt: skip
    assert failure == Command("message", {"text": "c.txt: cannot be read", "status": "ERROR"}, "")


@pytest.mark.parametrize("text", ["it's [a] | b", "|n|'", "' SEVERITY='INFO", *HOSTILE])
def test_teamcity_texts_come_back(text: str) -> None:
    log = written("teamcity", report(finding(message=text, path=text)))
    assert log.isascii()
    inspection = teamcity_messages(log)[1].properties
    assert (inspection["message"], inspection["file"]) == (visible(text), visible(text))
    assert inspection["SEVERITY"] == "ERROR"


@pytest.mark.parametrize("text", ["x" * 9999, "\x1b" * 4000, "👋" * 4000])
def test_teamcity_takes_no_more_than_4000_characters(text: str) -> None:
    message = teamcity_messages(written("teamcity", report(finding(message=text))))[1].properties["message"]
    assert 3900 < len(message.encode("utf-16-le")) // 2 <= 4000
