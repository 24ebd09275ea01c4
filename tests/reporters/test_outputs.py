"""Where reports go: to the terminal, to files, and what happens where they can't."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from reporters.reports import finding, report

from artlint import Report, UsageError
from artlint.cli.output import parse_outputs, write_outputs
from artlint.hookspecs import Reporter


def test_several_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    formats = ["concise", f"csv={tmp_path / 'a.csv'}", f"html={tmp_path / 'a.html'}"]
    write_outputs(parse_outputs(formats, None, {}), report(finding()), None)
    assert capsys.readouterr().out == "a.txt:2:5: error too long [length/title]\n"
    assert (tmp_path / "a.csv").read_text().startswith("path,line")
    assert (tmp_path / "a.html").read_text().startswith("<!DOCTYPE html>")


@pytest.mark.parametrize(
    ("formats", "said"),
    [
        pytest.param(["sarf"], 'unknown format "sarf"; did you mean "sarif"?', id="a misspelt format"),
        pytest.param(["text", "json"], "two reports go to standard output", id="two on the terminal"),
        pytest.param(["csv=a", "json=a"], "two reports go to .*a;", id="two in one file"),
        pytest.param(["csv=a", "json=./a"], "two reports go to .*a;", id="two in one file by two names"),
    ],
)
def test_what_cannot_be(formats: list[str], said: str) -> None:
    with pytest.raises(UsageError, match=said.replace("?", "[?]")):
        parse_outputs(formats, None, {})


@pytest.mark.parametrize(
    ("file", "why"),
    [
        pytest.param(".", "Is a directory", id="a folder"),
        pytest.param("no/such/a.csv", "No such file or directory", id="in no folder"),
    ],
)
def test_the_others_are_written_all_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], file: str, why: str
) -> None:
    outputs = parse_outputs([f"csv={tmp_path / file}", "concise", f"json={tmp_path / 'a.json'}"], None, {})
    with pytest.raises(UsageError, match=f"report cannot be written to .*: {why}"):
        write_outputs(outputs, report(finding()), None)
    assert "too long" in capsys.readouterr().out
    assert "too long" in (tmp_path / "a.json").read_text()


def failing(_report: Report) -> Iterable[str]:
    yield "a line\n"
    raise ValueError("no such\nthing")


def wrong(_report: Report) -> Iterable[str]:
    return None  # type: ignore[return-value]  # as somebody's plugin may


@pytest.mark.parametrize(
    ("reporter", "said"),
    [
        pytest.param(failing, "format mine failed: ValueError: no such thing", id="raises"),
        pytest.param(wrong, "format mine failed: TypeError", id="gives nothing"),
    ],
)
def test_a_plugin_s_format_that_fails_costs_no_other(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, reporter: Reporter, said: str
) -> None:
    outputs = parse_outputs([f"mine={tmp_path / 'a'}", "concise"], None, {"mine": reporter})
    with pytest.raises(UsageError, match=said):
        write_outputs(outputs, report(finding()), None)
    assert "too long" in capsys.readouterr().out
