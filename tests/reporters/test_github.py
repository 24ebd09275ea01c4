"""Annotations as GitHub's runner reads them."""

import pytest
from reporters.reports import HOSTILE, finding, report, written
from reporters.runners import Command, github_commands

from artlint import Failure, Report, Severity


def annotations(given: Report) -> list[Command]:
    log = written("github", given)
    commands = github_commands(log)
    assert len(commands) == log.count("\n"), "each line is a command"
    return commands


def test_an_annotation() -> None:
    (command,) = annotations(report(finding()))
    properties = {"file": "a.txt", "line": "2", "endLine": "2", "col": "5", "endColumn": "10", "title": "length/title"}
    assert command == Command("error", properties, "too long")


def test_no_columns_over_lines() -> None:
    (command,) = annotations(report(finding(found="one\ntwo")))
    assert command.properties == {"file": "a.txt", "line": "1", "endLine": "2", "title": "length/title"}


@pytest.mark.parametrize("text", ["a,b:c", "100 %25 :: , %3A", "a,line=1", "::error::x", "%0A::error::"])
def test_texts_come_back(text: str) -> None:
    (command,) = annotations(report(finding(message=text, path=text)))
    assert (command.properties["file"], command.message) == (text, text)
    assert command.properties["line"] == "2"


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_stay_in_their_command(text: str) -> None:
    (command,) = annotations(report(finding(message=text, path=text)))
    assert set(command.properties) == {"file", "line", "endLine", "col", "endColumn", "title"}
    assert "\r" not in command.message


def test_errors_stand_first() -> None:
    found = [finding(severity=severity) for severity in (Severity.INFO, Severity.ERROR, Severity.WARNING)]
    names = [command.name for command in annotations(report(*found, failures=[Failure("", "broken")]))]
    assert names == ["error", "error", "warning", "notice"]


def test_ten_of_a_type_each_stand_alone() -> None:
    many = [finding(path=f"{number:02}.txt", severity=severity) for number in range(10) for severity in Severity]
    assert len(annotations(report(*many))) == 30


def test_eleven_in_two_articles_are_two() -> None:
    many = [finding(path="a.txt" if number < 4 else "b.txt", message=f"no. {number}") for number in range(11)]
    first, second = annotations(report(*many))
    assert first.message == "no. 0\nand 3 more like this in this article; the job summary lists them"
    assert second.message.startswith("no. 4\nand 6 more")


def test_eleven_articles_are_nine_and_a_count() -> None:
    many = [finding(path=f"{number:02}.txt") for number in range(2, 13) for _ in range(2)]
    commands = annotations(report(*many))
    assert [command.properties.get("file", "") for command in commands] == [f"{n:02}.txt" for n in range(2, 11)] + [""]
    assert commands[-1].message == "4 findings in 2 more articles; the job summary lists them"


@pytest.mark.parametrize("text", ["x" * 9999, "\x1b" * 4000, "👋" * 4000, "%" * 9999, "##[" * 3000])
def test_a_long_message_is_cut(text: str) -> None:
    (alone,) = annotations(report(finding(message=text)))
    assert 4000 < units(alone.message) <= 4096
    (command,) = annotations(report(*[finding(message=text, path="a.txt") for _ in range(20)]))
    assert units(command.message) <= 4096
    assert command.message.endswith("\nand 19 more like this in this article; the job summary lists them")


def units(text: str) -> int:
    """The length that .NET sees."""
    return len(text.encode("utf-16-le")) // 2


def test_failures_count_among_the_errors() -> None:
    failures = [Failure(f"{number:02}.txt", "cannot be read") for number in range(8)]
    commands = annotations(report(*[finding() for _ in range(3)], failures=failures))
    assert len(commands) == 9
