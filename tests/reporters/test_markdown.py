"""Markdown, read by a parser: tables stay tables and texts stay texts."""

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token
from reporters.reports import HOSTILE, finding, report, written

from artlint import Failure, Report
from artlint.reporters.escaping import visible


def tokens(given: Report) -> list[Token]:
    return MarkdownIt("commonmark", {"html": True}).enable("table").parse(written("markdown", given))


def cells(given: Report) -> list[str]:
    """The texts of all cells of table bodies and heads, markup taken off."""
    found = tokens(given)
    opened = [at for at, token in enumerate(found) if token.type in {"td_open", "th_open"}]
    return ["".join(child.content for child in found[at + 1].children or ()) for at in opened]


def test_findings_stand_in_tables() -> None:
    texts = cells(report(finding(), finding(path="b.txt")))
    assert texts[:4] == ["findings", "rule", "2", "length/title"]
    assert texts[4:12] == ["place", "severity", "message", "rule", "2:5", "error", "too long", "length/title"]


@pytest.mark.parametrize("text", ["a | b", "`x`", "\\|", "# h", "- x", "1. x", "www.x.org https://x.org", *HOSTILE])
def test_texts_come_back_as_texts(text: str) -> None:
    given = report(finding(message=text, path=text), failures=[Failure("c.txt", text)])
    assert visible(text).strip() in [each.replace("\u200b", "").strip() for each in cells(given)]
    kinds = {child.type for token in tokens(given) for child in token.children or ()}
    assert kinds <= {"text", "text_special"}


def test_nobody_is_told() -> None:
    text = written("markdown", report(finding(message="ask @team, see #12 and me@x.org")))
    assert "ask \\@&#8203;team, see \\#&#8203;12 and me\\@&#8203;x\\.org" in text


def test_a_summary_that_github_would_drop_is_cut() -> None:
    many = [finding(message="x" * 900, path=f"{number:04}.txt") for number in range(2000)]
    text = written("markdown", report(*many))
    assert len(text.encode()) < 1024 * 1024
    shown = text.count("| 2:5 |")
    assert f"{2000 - shown:,} more findings; no room for them here" in text
