"""All formats of one run over real files with the names that a file system takes, each read by a reader of its own."""

import csv
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote_to_bytes
from xml.etree import ElementTree

import pytest
from reporters.runners import azure_commands, github_commands, teamcity_messages

from artlint.reporters import REPORTERS
from artlint.reporters.escaping import shown_path, visible

PLUGIN = """
import re
from typing import ClassVar
from artlint import Finding, Rule, hookimpl

class Word(Rule):
    '''The word stands there.'''
    id: ClassVar[str] = "house/word"

    def check_article(self, article):
        for found in re.finditer("words?", article.text):
            yield Finding(f"found {found[0]}", article.place(*found.span()))

@hookimpl
def artlint_rules(): return [Word]
"""
NAMES = [
    b"plain.txt",
    b"line\nfeed.txt",
    b"comma, colon: 100%25.txt",
    b"\x1b]0;x\x07\x1b[31m.txt",
    "\u202etxt.exe.txt".encode(),
    b"caf\xe9\xff.txt",
    b"-rf.txt",
    b"--config=x.txt",
    b"=HYPERLINK(1).txt",
    b"::set-output name=a::b.txt",
    b"##[error]x ##vso[a.b] ##teamcity[c].txt",
    b"]]><script>alert(1)<'\"&.txt",
    "e\u0301 👩\u200d💻 漢字.txt".encode(),
]
LINES = [
    "##[error]",
    "::set-output name=x::y",
    "]]> <script>alert(1)</script>",
    "👩\u200d💻 e\u0301 漢 word é words 👋\r",
]


class Shown(NamedTuple):
    """The path and line of a finding, as a format gives them."""

    path: str
    line: int


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the files in `articles`, and each format's report beside it."""
    if sys.platform != "linux":
        pytest.skip("other file systems refuse such names")
    folder = tmp_path_factory.mktemp("run")
    (folder / "plugin.py").write_text(PLUGIN)
    (folder / "articles").mkdir()
    for name in NAMES:
        Path(os.fsdecode(os.fsencode(folder / "articles") + b"/" + name)).write_text("\n".join(LINES), newline="")
    program = [sys.executable, "-c", "from artlint.cli import main; main()", "--plugin", "../plugin.py", "--no-cache"]
    formats = [each for name in REPORTERS for each in ("-f", f"{name}=../{name}")]
    command = [*program, "--select", "house", *formats, "."]
    environment = {name: value for name, value in os.environ.items() if name != "GITHUB_STEP_SUMMARY"}
    done = subprocess.run(
        command, check=False, cwd=folder / "articles", capture_output=True, timeout=60, env=environment
    )
    assert (done.returncode, done.stderr) == (1, b"")
    return folder


def from_json(text: str) -> Iterable[Shown]:
    return [Shown(each["path"], each["line"]) for each in json.loads(text)["findings"]]


def from_jsonl(text: str) -> Iterable[Shown]:
    lines = [json.loads(line) for line in text.splitlines()]
    return [Shown(each["path"], each["line"]) for each in lines if each["type"] == "finding"]


def from_sarif(text: str) -> Iterable[Shown]:
    for result in json.loads(text)["runs"][0]["results"]:
        place = result["locations"][0]["physicalLocation"]
        yield Shown(os.fsdecode(unquote_to_bytes(place["artifactLocation"]["uri"])), place["region"]["startLine"])


def from_gitlab(text: str) -> Iterable[Shown]:
    issues = [each["location"] for each in json.loads(text)]
    return [Shown(each["path"], each["lines"]["begin"]) for each in issues]


def from_rdjson(text: str) -> Iterable[Shown]:
    places = [each["location"] for each in json.loads(text)["diagnostics"]]
    return [Shown(each["path"], each["range"]["start"]["line"]) for each in places]


def from_rdjsonl(text: str) -> Iterable[Shown]:
    return from_rdjson(f'{{"diagnostics": [{",".join(text.splitlines())}]}}')


def from_checkstyle(text: str) -> Iterable[Shown]:
    for file in ElementTree.fromstring(text):  # noqa: S314  our own output
        yield from (Shown(file.get("name", ""), int(error.get("line", ""))) for error in file)


def from_csv(text: str) -> Iterable[Shown]:
    return [Shown(row["path"], int(row["line"])) for row in csv.DictReader(text.splitlines())]


def from_azure(text: str) -> Iterable[Shown]:
    told = [command.properties for command in azure_commands(text)]
    return [Shown(each["sourcepath"], int(each["linenumber"])) for each in told]


def from_teamcity(text: str) -> Iterable[Shown]:
    told = [command.properties for command in teamcity_messages(text) if command.name == "inspection"]
    return [Shown(each["file"], int(each["line"])) for each in told]


def json_path(name: str) -> str:
    """The name as JSON holds it: all but the bytes that are not UTF-8."""
    return "".join(visible(each) if "\udc80" <= each <= "\udcff" else each for each in name)


def xml_path(name: str) -> str:
    """The name as XML holds it: what may not stand there, or what hides, is spelled out."""
    return "".join(each if each == "#" else visible(each) for each in name)


def without_joiner(name: str) -> str:
    """The name as the reader of Azure's commands has it, which skips what .NET skips."""
    return visible(name).replace("\u200d", "")


@pytest.mark.parametrize(
    ("name", "read", "written"),
    [
        pytest.param("json", from_json, json_path, id="json"),
        pytest.param("jsonl", from_jsonl, json_path, id="jsonl"),
        pytest.param("sarif", from_sarif, str, id="sarif"),
        pytest.param("gitlab", from_gitlab, json_path, id="gitlab"),
        pytest.param("rdjson", from_rdjson, json_path, id="rdjson"),
        pytest.param("rdjsonl", from_rdjsonl, json_path, id="rdjsonl"),
        pytest.param("checkstyle", from_checkstyle, xml_path, id="checkstyle"),
        pytest.param("csv", from_csv, shown_path, id="csv"),
        pytest.param("azure", from_azure, without_joiner, id="azure"),
        pytest.param("teamcity", from_teamcity, visible, id="teamcity"),
    ],
)
def test_every_finding_is_told_with_its_file(
    folder: Path, name: str, read: Callable[[str], Iterable[Shown]], written: Callable[[str], str]
) -> None:
    told = read((folder / name).read_bytes().decode())
    expected = [Shown(written(os.fsdecode(each)), 4) for each in NAMES for _ in range(2)]
    assert sorted(told) == sorted(expected)


def test_github_tells_the_first_articles_and_counts_the_others(folder: Path) -> None:
    told = github_commands((folder / "github").read_bytes().decode())
    files = sorted(os.fsdecode(each) for each in NAMES)[:9]
    assert [each.properties.get("file") for each in told] == [*map(without_joiner, files), None]
    assert {each.properties.get("line") for each in told} == {"4", None}


@pytest.mark.parametrize("name", ["text", "full", "concise"])
def test_a_line_a_finding(folder: Path, name: str) -> None:
    lines = (folder / name).read_bytes().decode().split("\n")
    for each in map(os.fsdecode, NAMES):
        starts = [f"{shown_path(each)}:4:{LINES[3].index(word) + 1}: warning found" for word in ("word", "words")]
        assert [sum(line.startswith(start) for line in lines) for start in starts] == [1, 1]


@pytest.mark.parametrize("name", ["grouped", "markdown", "html", "junit"])
def test_a_group_an_article(folder: Path, name: str) -> None:
    text = (folder / name).read_bytes().decode()
    assert text.count("found words") >= len(NAMES)


def test_columns_are_right_in_each_unit(folder: Path) -> None:
    line = (folder / "articles" / "plain.txt").read_bytes().split(b"\n")[3]

    def cut(unit: str, size: int, first: int, end: int) -> str:
        return line.decode().encode(unit)[(first - 1) * size : (end - 1) * size].decode(unit)

    found = json.loads((folder / "json").read_text("utf-8"))["findings"][:2]
    assert [cut("utf-32-le", 4, each["column"], each["end_column"]) for each in found] == ["word", "words"]
    results = json.loads((folder / "sarif").read_text("utf-8"))["runs"][0]["results"][:2]
    regions = [each["locations"][0]["physicalLocation"]["region"] for each in results]
    assert [cut("utf-16-le", 2, each["startColumn"], each["endColumn"]) for each in regions] == ["word", "words"]
    told = json.loads((folder / "rdjson").read_text("utf-8"))["diagnostics"][:2]
    ranges = [each["location"]["range"] for each in told]
    assert [cut("utf-8", 1, each["start"]["column"], each["end"]["column"]) for each in ranges] == ["word", "words"]
    rows = list(csv.DictReader((folder / "csv").read_text("utf-8").splitlines()))[:2]
    assert [cut("utf-32-le", 4, int(each["column"]), int(each["end_column"])) for each in rows] == ["word", "words"]
    errors = list(ElementTree.parse(folder / "checkstyle").iter("error"))[:2]  # noqa: S314  our own output
    assert [int(each.get("column", "")) for each in errors] == [each["column"] for each in found]
    issues = [each.properties["columnnumber"] for each in azure_commands((folder / "azure").read_text("utf-8"))[:2]]
    assert issues == [str(each["column"]) for each in found]
