"""The formats made of XML, read by a parser: junit and checkstyle."""

from xml.etree import ElementTree

import pytest
from reporters.reports import HOSTILE, finding, report, written

from artlint import Failure, Report, Severity


def parsed(name: str, given: Report) -> ElementTree.Element:
    return ElementTree.fromstring(written(name, given).encode())  # noqa: S314  our own output


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("name", ["junit", "checkstyle"])
def test_any_text_is_well_formed(name: str, text: str) -> None:
    root = parsed(name, report(finding(message=text, path=text), failures=[Failure(text, text)]))
    told = [element.get("message") for element in root.iter() if element.get("message")]
    assert len(told) == 2
    if text.isprintable() and "##[" not in text.replace("\u00ad", ""):
        assert told[0] == text


def test_checkstyle() -> None:
    found = [finding(severity=severity) for severity in Severity]
    root = parsed("checkstyle", report(*found, finding(path="b.txt")))
    assert [file.get("name") for file in root.iter("file")] == ["a.txt", "b.txt"]
    assert [error.get("severity") for error in root.iter("error")] == ["info", "warning", "error", "error"]
    error = next(root.iter("error"))
    assert error.attrib == {
        "line": "2", "column": "5", "severity": "info", "message": "too long", "source": "length/title",
    }  # fmt: skip


def test_junit_has_a_case_for_each_rule_of_an_article() -> None:
    found = [finding(), finding(message="still too long"), finding(rule="title/missing"), finding(path="b.txt")]
    root = parsed("junit", report(*found))
    assert root.attrib == {"name": "artlint", "tests": "3", "failures": "3", "errors": "0"}
    cases = [(case.get("classname"), case.get("name")) for case in root.iter("testcase")]
    assert cases == [("a.txt", "length/title"), ("a.txt", "title/missing"), ("b.txt", "length/title")]
    failure = next(root.iter("failure"))
    assert failure.get("message") == "too long (and 1 more)"
    assert failure.text == "a.txt:2:5: error too long\na.txt:2:5: error still too long"


def test_junit_counts_are_right() -> None:
    found = [finding(severity=Severity.INFO), finding(rule="b/c"), finding(path="b.txt")]
    root = parsed("junit", report(*found, failures=[Failure("", "rule failed")]))
    for suite in [root, *root.iter("testsuite")]:
        assert int(suite.get("tests", "")) == len(list(suite.iter("testcase")))
        assert int(suite.get("failures", "")) == len(list(suite.iter("failure")))
        assert int(suite.get("errors", "")) == len(list(suite.iter("error")))


def test_junit_information_does_not_fail() -> None:
    root = parsed("junit", report(finding(severity=Severity.INFO)))
    assert root.get("failures") == "0"
    (output,) = root.iter("system-out")
    assert output.text == "a.txt:2:5: info too long"


def test_junit_without_findings_has_a_case_that_passes() -> None:
    (case,) = parsed("junit", report()).iter("testcase")
    assert case.get("name") == "2 articles checked"
    assert not list(case)
