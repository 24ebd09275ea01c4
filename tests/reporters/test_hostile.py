"""Whatever names and articles hold, no format starts a command, moves the terminal or hides a part of itself."""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reporters.reports import HOSTILE, finding, report, written
from reporters.runners import azure_commands, github_commands, teamcity_messages

from artlint import Edit, Failure, Fix, Related, Report, Severity
from artlint.report import Suppressed
from artlint.reporters import REPORTERS
from artlint.reporters.escaping import in_json, visible, visible_parts

_MOVES_OR_HIDES = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_OWN_COLOURS = re.compile(r"\x1b\[\d*m")
_PIECES = [
    *("##[error]", "##vso[a.b]", "##teamcity[x]", "::error::", "#", "[", "%0A", "|", "'", ";", ",", "="),
    *("\n", "\r", "\t", " ", "\u2028", "\u00ad", "\u200d", "\x1b[2J", "\u202e", "\udcff", "]]>", "<b>", "👋", "x"),
]
_COMMANDS = {"github": github_commands, "azure": azure_commands, "teamcity": teamcity_messages}


def hostile_report(text: str) -> Report:
    source = f"one\n{text} words\n::set-output name=x::y\n##[error]z ##vso[task.complete]\n"
    place = finding(source, source[4:]).place
    related = (Related(text, place, text),)
    edit = Edit(4, 4 + len(text), text, f"{text}!")
    one = finding(source, source[4:], text, text, related=related, fix=Fix((edit,), True, text))
    two = finding(source, source[4:], text, text, severity=Severity.INFO)
    failures = [Failure(text, text), Failure("", text)]
    return report(one, two, sources=source, failures=failures, suppressed=[Suppressed(one, text, "comment")])


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("name", REPORTERS)
def test_no_harm(name: str, text: str) -> None:
    assert_harmless(name, text)


@given(st.sampled_from(sorted(REPORTERS)), st.lists(st.sampled_from(_PIECES), max_size=12).map("".join))
@settings(max_examples=200, deadline=None)
def test_no_harm_by_any_mixture(name: str, text: str) -> None:
    assert_harmless(name, text)


def assert_harmless(name: str, text: str) -> None:
    log = _OWN_COLOURS.sub("", written(name, hostile_report(text)))
    assert not _MOVES_OR_HIDES.search(log)
    for server, commands in _COMMANDS.items():
        own = {"error", "notice", "task.logissue", "inspection", "inspectionType", "message"}
        names = {command.name for command in commands(log)}
        assert names <= own if server == name else not names


@pytest.mark.parametrize(
    ("name", "message"),
    [
        pytest.param("sarif", lambda told: told["runs"][0]["results"][0]["message"]["text"], id="sarif"),
        pytest.param("gitlab", lambda told: told[0]["description"], id="gitlab"),
        pytest.param("rdjson", lambda told: told["diagnostics"][0]["message"], id="rdjson"),
    ],
)
def test_what_servers_show_hides_nothing(name: str, message: Callable[[Any], str]) -> None:
    told = json.loads(written(name, hostile_report("\u202efine\x1b[8m")))
    assert message(told).startswith("\\u202efine\\x1b[8m")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("plain text", "plain text", id="plain text stays"),
        pytest.param("Grüße, 你好 👋🏽", "Grüße, 你好 👋🏽", id="all scripts stay"),
        pytest.param("## [x] #[y] ##", "## [x] #[y] ##", id="what only resembles a command stays"),
        pytest.param("##[error]", "\\x23#[error]", id="a command of GitHub's old form"),
        pytest.param("###vso[x", "#\\x23#vso[x", id="the last two signs count"),
        pytest.param("\x1b[1m\u202e", "\\x1b[1m\\u202e", id="controls are spelled"),
        pytest.param("\udce9", "\\xe9", id="a byte of a name"),
    ],
)
def test_visible(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text(st.sampled_from("#[vsoteamciy: \u00ad\u200d\x1bé👋\n")), st.integers(0, 20), st.integers(0, 20))
def test_parts_join_to_the_whole(text: str, first: int, second: int) -> None:
    cuts = sorted((min(first, len(text)), min(second, len(text))))
    assert "".join(visible_parts(text, *cuts)) == visible(text)


@given(st.text())
def test_json_keeps_every_character(text: str) -> None:
    assert json.loads(in_json(json.dumps(text, ensure_ascii=False))) == text
