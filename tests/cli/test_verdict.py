"""What makes a run fail: severities, the number of warnings, nothing to check; and what is counted on request."""

from pathlib import Path

import pytest
from cli.conftest import Run

PLUGIN = """
from typing import ClassVar
from artlint import Finding, Rule, Severity, hookimpl

class Word(Rule):
    def check_article(self, article):
        word = self.id.partition("/")[2]
        for line in article.lines():
            if line.text == word:
                yield Finding(f"says {word}", article.place(line.start, line.end))

class Bad(Word):
    '''Says bad.'''
    id: ClassVar[str] = "house/bad"
    severity: ClassVar[Severity] = Severity.ERROR

class Odd(Word):
    '''Says odd.'''
    id: ClassVar[str] = "house/odd"

class Mild(Word):
    '''Says mild.'''
    id: ClassVar[str] = "house/mild"
    severity: ClassVar[Severity] = Severity.INFO

@hookimpl
def artlint_rules(): return [Bad, Odd, Mild]
"""


@pytest.fixture
def house(artlint: Run, tmp_path: Path) -> Run:
    """Runs `artlint` with the house rules alone."""
    tmp_path.joinpath("house.py").write_text(PLUGIN)
    return lambda *arguments: artlint("--plugin", "house.py", "--select", "house", "--no-cache", *arguments)


@pytest.mark.parametrize(
    ("text", "arguments", "code"),
    [
        pytest.param("odd", [], 1, id="a warning fails"),
        pytest.param("mild", [], 0, id="an info does not"),
        pytest.param("mild", ["--fail-on", "info"], 1, id="unless it should"),
        pytest.param("odd", ["--fail-on", "error"], 0, id="errors alone"),
        pytest.param("bad", ["--fail-on", "error"], 1, id="an error"),
        pytest.param("bad", ["--fail-on", "never"], 0, id="never"),
        pytest.param("odd", ["--config", "fail-on = error"], 0, id="as the configuration says"),
        pytest.param("odd", ["--config", "fail-on = error", "--fail-on", "warning"], 1, id="the command line wins"),
        pytest.param("odd\nodd", ["--fail-on", "error", "--max-warnings", "2"], 0, id="two of two warnings"),
        pytest.param("odd\nodd\nodd", ["--fail-on", "error", "--max-warnings", "2"], 1, id="three of two"),
        pytest.param("mild\nmild", ["--max-warnings", "0"], 0, id="infos are no warnings"),
        pytest.param("odd", ["--fail-on", "never", "--max-warnings", "0"], 0, id="never means never"),
        pytest.param("mild", ["--config", "rules.house/mild = error"], 1, id="a rule made an error"),
        pytest.param("bad", ["--config", "rules.house/bad = info"], 0, id="a rule made an info"),
        pytest.param("bad", ["--config", "rules.house = info"], 0, id="a family made infos"),
        pytest.param("bad", ["--exit-zero"], 0, id="exit zero"),
        pytest.param("bad", ["--exit-zero", "gone.txt"], 2, id="exit zero and a failure"),
        pytest.param("fine", ["--fail-on-empty"], 0, id="something to check"),
        pytest.param("bad", ["--fail-on-empty", "house.py"], 2, id="nothing to check"),
    ],
)
def test_exit_code(house: Run, tmp_path: Path, text: str, arguments: list[str], code: int) -> None:
    tmp_path.joinpath("a.txt").write_text(f"{text}\n")
    named = [each for each in arguments if each.endswith((".txt", ".py"))]
    assert house(*arguments, *([] if named else ["a.txt"])).returncode == code


def test_statistics(house: Run, tmp_path: Path) -> None:
    tmp_path.joinpath("a.txt").write_text("odd\nbad\nodd\n")
    done = house("--statistics", "-f", "json", "a.txt")
    assert done.stderr.splitlines() == ["       2 house/odd", "       1 house/bad"]


def test_suppressed_findings_count_for_nothing(house: Run, tmp_path: Path) -> None:
    tmp_path.joinpath("a.md").write_text("<!-- artlint-disable-file house -- a list -->\n\nbad\n")
    done = house("--statistics", "a.md")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "no findings; 1 article checked, 1 suppressed\n"
