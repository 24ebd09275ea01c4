"""Reports: what stands where, and nothing from names or articles that moves a terminal or starts a command."""

import json
from pathlib import Path

import click
import pytest

from artlint import Failure, Finding, Fix, Place, Related, Report, Severity
from artlint.reporters import REPORTERS
from artlint.reporters.escaping import visible


def report(message: str = "too long", path: str = "a.txt", source: str = "one\ntwo words\n") -> Report:
    finding = Finding(
        message,
        Place(8, 13, 2, 5, 2, 10),
        path,
        (Related("b.txt", Place(0, 1, 3, 1, 3, 2), "first stands here"),),
        Fix((), True, "cut it"),
        severity=Severity.ERROR,
        rule="length/title",
        fingerprint="0-1",
    )
    return Report((finding,), (Failure("c.txt", "cannot be read"),), 2, 5, {}, lambda _: source, Path.cwd())


def text(given: Report) -> list[str]:
    return click.unstyle("".join(REPORTERS["text"](given))).split("\n")


def test_text() -> None:
    assert text(report()) == [
        "a.txt:2:5: error too long [length/title] [*]",
        "     2 | two words",
        "       |     ^^^^^",
        "    b.txt:3:1: first stands here",
        "c.txt: failure cannot be read",
        "1 finding in 1 article (1 error); 2 articles checked, 3 more known, 1 failure",
        "",
    ]


@pytest.mark.parametrize(
    ("source", "line", "caret"),
    [
        pytest.param("one\n漢字  words\n", "漢字  words", " " * 6 + "^^^^^", id="wide characters take two columns"),
        pytest.param("one\ne\u0301a  words\n", "e\u0301a  words", " " * 3 + "^^^^^", id="combining marks take none"),
        pytest.param("one\n\ttwo words\n", " two words", " " * 4 + "^^^^^", id="a tab takes one column"),
        pytest.param(
            "one\ntwo w\x1b[31m\n", "two w\\x1b[31m", "    ^^^^^^^^"[:12], id="escape sequences are spelled out"
        ),
    ],
)
def test_excerpt_and_caret(source: str, line: str, caret: str) -> None:
    lines = text(report(source=source))
    assert lines[1] == f"     2 | {line}"
    assert lines[2].startswith(f"       | {caret}")


def test_a_long_line_is_cut_around_the_place() -> None:
    start = 4 + 500
    long = "one\n" + "x" * 500 + "words" + "y" * 500
    finding = Finding("m", Place(start, start + 5, 2, 501, 2, 506), "a.txt", rule="a/b", severity=Severity.INFO)
    lines = text(Report((finding,), (), 1, 1, {}, lambda _: long, Path.cwd()))
    assert len(lines[1]) < 120
    caret = lines[2].index("^")
    assert lines[1][caret : caret + 5] == "words"


@pytest.mark.parametrize(
    "name",
    ["a\nb.txt", "::error::x.txt", "##[error]x.txt", "\x1b]0;x\x07.txt", "\u202etxt.md", "\udce9.txt", "-x.txt"],
)
def test_names_do_no_harm(name: str) -> None:
    first = text(report(path=name, message=f"says {name}"))[0]
    assert first.endswith("[length/title] [*]")
    assert not first.startswith(("::", "##", "-"))
    assert visible(first) == first
    json.loads("".join(REPORTERS["json"](report(path=name, message=name))).encode("utf-8"))


def test_json() -> None:
    told = json.loads("".join(REPORTERS["json"](report())))
    assert told["version"] == 1
    assert told["findings"] == [
        {
            "rule": "length/title",
            "severity": "error",
            "message": "too long",
            "path": "a.txt",
            "record": None,
            "line": 2,
            "column": 5,
            "end_line": 2,
            "end_column": 10,
            "fingerprint": "0-1",
            "fix": {"safe": True, "description": "cut it", "edits": []},
            "related": [{"path": "b.txt", "line": 3, "column": 1, "message": "first stands here"}],
        }
    ]
    assert told["failures"] == [{"path": "c.txt", "message": "cannot be read"}]
    assert told["summary"]["by_rule"] == {"length/title": 1}


def test_empty_reports() -> None:
    empty = Report((), (), 0, 0)
    assert text(empty) == ["no findings; 0 articles checked", ""]
    assert json.loads("".join(REPORTERS["json"](empty)))["findings"] == []


def test_advice_by_the_hundred_is_counted() -> None:
    place = Place(0, 1, 1, 1, 1, 2)
    infos = [Finding(f"m{n}", place, f"{n:02}.txt", rule="length/sentence", severity=Severity.INFO) for n in range(14)]
    warning = Finding("w", place, "99.txt", rule="length/title", severity=Severity.WARNING)
    lines = text(Report((*infos, warning), (), 15, 15))
    assert sum("[length/sentence]" in line for line in lines) == 10
    assert "99.txt:1:1: warning w [length/title]" in lines
    assert "and 4 more of length/sentence (info); -f full shows all" in lines
