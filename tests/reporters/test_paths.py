"""Paths in messages are from where the paths of the findings are."""

import json
from pathlib import Path

import click
import pytest
from reporters.reports import finding, report, written

from artlint import Place, Related, Report
from artlint.reporters import REPORTERS
from artlint.reporters.paths import message_of

_READ_HERE = ["text", "full", "grouped", "concise", "json", "jsonl", "csv", "markdown", "junit", "checkstyle", "html"]
_READ_BY_SERVERS = ["sarif", "github", "gitlab", "rdjson", "rdjsonl", "azure", "teamcity"]


def told(message: str, *related: str) -> str:
    """The message as reports from a folder beside `docs` give it."""
    place = Place(0, 1, 1, 1, 1, 2)
    found = finding(message=message, related=[Related(path, place) for path in related])
    return message_of(found, lambda path: f"../{path}")


@pytest.mark.parametrize(
    ("message", "shown"),
    [
        pytest.param("same text as docs/b.md", "same text as ../docs/b.md", id="at the end"),
        pytest.param('did you mean "B" (docs/b.md)?', 'did you mean "B" (../docs/b.md)?', id="in brackets"),
        pytest.param("next is B (docs/b.md:4); left", "next is B (../docs/b.md:4); left", id="with its line"),
        pytest.param("as in docs/b.md.", "as in ../docs/b.md.", id="before a full stop"),
        pytest.param('"docs/b.md" is nowhere', '"docs/b.md" is nowhere', id="what is quoted stays"),
        pytest.param("see old/docs/b.md", "see old/docs/b.md", id="the end of another path"),
        pytest.param("see docs/b.md.bak", "see docs/b.md.bak", id="the start of another path"),
        pytest.param("see docs/c.md", "see docs/c.md", id="no related place"),
        pytest.param(
            '"B" (docs/b.md) is missing; did you mean "C" (docs/b.md)?',
            '"B" (docs/b.md) is missing; did you mean "C" (../docs/b.md)?',
            id="first as the article writes it, then as the article that is meant",
        ),
    ],
)
def test_paths_in_messages(message: str, shown: str) -> None:
    assert told(message, "docs/b.md") == shown


def test_two_paths() -> None:
    assert told("a.md of another edition; has b c.md", "b c.md", "a.md") == "../a.md of another edition; has ../b c.md"


@pytest.fixture
def from_docs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Report:
    """A report for someone who stands in the folder `docs`."""
    root = tmp_path / "project"
    (root / "docs").mkdir(parents=True)
    monkeypatch.chdir(root / "docs")
    related = Related("docs/b.txt", Place(0, 1, 1, 1, 1, 2), "here")
    return report(finding(message="same as docs/b.txt", path="docs/a.txt", related=[related]), root=root)


@pytest.mark.parametrize("name", _READ_HERE)
def test_formats_that_are_read_here(from_docs: Report, name: str) -> None:
    text = click.unstyle(written(name, from_docs)).replace("\\", "")
    assert "same as b.txt" in text
    assert "docs/b.txt" not in text


@pytest.mark.parametrize("name", _READ_BY_SERVERS)
def test_formats_that_servers_read(from_docs: Report, name: str) -> None:
    assert "same as docs/b.txt" in written(name, from_docs)
    (from_docs.root.parent / ".git").mkdir()
    assert "same as project/docs/b.txt" in written(name, from_docs)


def test_every_format_is_one_of_the_two() -> None:
    assert {*_READ_HERE, *_READ_BY_SERVERS} == set(REPORTERS)


def test_the_json_report_stays_as_it_was_at_the_root() -> None:
    related = Related("docs/b.txt", Place(0, 1, 1, 1, 1, 2), "here")
    given = report(finding(message="same as docs/b.txt", related=[related]))
    assert json.loads(written("json", given))["findings"][0]["message"] == "same as docs/b.txt"
