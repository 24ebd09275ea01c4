"""Plain text: paragraphs between blank lines, and a first line that is a title."""

import pytest

from artlint.readers import TextReader


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        pytest.param("", [], id="empty file"),
        pytest.param(" \n\t\n", [], id="blank file"),
        pytest.param("A title\n\nText\nof two.", [("heading", "A title"), ("paragraph", "Text\nof two.")], id="plain"),
        pytest.param("a,\r\nb.\r\n\r\nc", [("paragraph", "a,\r\nb."), ("paragraph", "c")], id="CRLF"),
        pytest.param("a,\rb.\r\rc", [("paragraph", "a,\rb."), ("paragraph", "c")], id="CR"),
        pytest.param("a,\nb\n \t\nc\n", [("paragraph", "a,\nb"), ("paragraph", "c")], id="line of blanks"),
        pytest.param("\n\n\na,\n\n\n\nb\n\n", [("paragraph", "a,"), ("paragraph", "b")], id="many blank lines"),
        pytest.param("  a,  \n  b  \n\n c ", [("paragraph", "a,  \n  b"), ("paragraph", "c")], id="blanks round lines"),
        pytest.param("😀,\n\ne\u0301 x", [("paragraph", "😀,"), ("paragraph", "e\u0301 x")], id="wide characters"),
        pytest.param("a,\u2028\n\x0bb\x85", [("paragraph", "a,\u2028\n\x0bb")], id="other separators end no line"),
        pytest.param("Title\n=====\ntext", [("heading", "Title"), ("paragraph", "text")], id="underlined title"),
        pytest.param("Title\n---\n\ntext", [("heading", "Title"), ("paragraph", "text")], id="underline alone"),
    ],
)
def test_blocks(text: str, blocks: list[tuple[str, str]]) -> None:
    article = TextReader().read("a.txt", text)
    assert [(block.kind, text[block.start : block.end]) for block in article.blocks] == blocks


def test_a_block_keeps_its_lines_whatever_ends_them() -> None:
    (block,) = TextReader().read("a.txt", "a,\r\nb  \r\nc.\r\n").blocks
    assert block.text == "a,\nb  \nc."


@pytest.mark.parametrize(
    ("text", "title"),
    [
        pytest.param("Baltic states ask for more\n\nThey did.", "Baltic states ask for more", id="headline"),
        pytest.param("\n\n  Headline  \n\nText.", "Headline", id="blanks before it"),
        pytest.param("Is it over? No.\n\nText.", "Is it over? No.", id="short sentences"),
        pytest.param("Headline\nText goes on here.", "Headline", id="text right below"),
        pytest.param("今日のニュース\n\n本文。", "今日のニュース", id="Japanese"),
        pytest.param("Once upon a time there was a king who had no title at all.\n\nB", None, id="sentence"),
        pytest.param("A line that is wrapped\nand goes on below it\n\nB", None, id="wrapped prose"),
        pytest.param("----\n\nText.", None, id="rule"),
        pytest.param("1, 2, 3,\n\nText.", None, id="ends with a comma"),
        pytest.param("x" * 201, None, id="too long"),
        pytest.param("", None, id="empty file"),
        pytest.param("=====\nTitle\n=====\n\nText.", "Title", id="line above and below"),
        pytest.param("*********\n* TITLE *\n*********\nText.", "TITLE", id="boxed"),
        pytest.param("# Title\n\nText.", "Title", id="Markdown's mark"),
        pytest.param("= Title\n\nText.", "Title", id="AsciiDoc's mark"),
        pytest.param("% Title\n% Author\n\nText.", "Title", id="Pandoc's lines of title and author"),
        pytest.param("# a comment\n# of two lines\n\nText.", None, id="comment"),
        pytest.param("LS(1)      User commands      LS(1)\n\nNAME", "LS(1)", id="page of a manual"),
        pytest.param(".. _ferry:\n\n.. contents::\n   :depth: 2\n\nThe ferry\n===\n", "The ferry", id="directives"),
        pytest.param(":toc:\n:lang: en\n\n= The ferry\n\nText.", "The ferry", id="AsciiDoc's attributes"),
        pytest.param("- bread\n\n- water\n\nText.", None, id="item of a list"),
        pytest.param("-r base.txt\n\nTexts.", None, id="option"),
        pytest.param("From: a@b.example\nDate: Monday\n\nText", None, id="mail without a subject"),
        pytest.param("Date: Monday\nAuthor: Ann\n\nThe ferry\n\nText.", "The ferry", id="header lines, then the title"),
        pytest.param("Ferry: it runs\nBridge: closed today\n\nText.", "Ferry: it runs", id="lines with colons"),
    ],
)
def test_title(text: str, title: str | None) -> None:
    found = TextReader().read("a.txt", text).title
    assert (found and found.text) == title
    if found:
        assert text[found.start : found.end] == title
        assert found.source == "first line"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        pytest.param("From: Ann <a@b.example>\nSubject: The ferry\n\nIt runs.", "The ferry", id="mail"),
        pytest.param("Path: a!b\nFrom: Ann\nSubject: The ferry\n  runs\n\nText.", "The ferry", id="news, wrapped"),
        pytest.param("#+TITLE: The ferry\n#+AUTHOR: Ann\n\n* It runs", "The ferry", id="Org"),
        pytest.param(".. title: The ferry\n.. slug: ferry\n\nIt runs.", "The ferry", id="Nikola"),
        pytest.param(":author: Ann\n:title: The ferry\n\nIt runs.", "The ferry", id="fields of reStructuredText"),
    ],
)
def test_title_in_header_lines(text: str, title: str) -> None:
    article = TextReader().read("a.txt", text)
    assert article.title
    assert (article.title.text, article.title.source) == (title, "front matter")
    assert text[article.title.start : article.title.end] == title
    assert not any(block.kind == "heading" for block in article.blocks)


def test_a_title_that_is_centred_and_wrapped() -> None:
    text = f"{'The ferry runs again, and the bridge is open':^60}\n{'to carts':^60}\n\nText."
    article = TextReader().read("a.txt", text)
    assert article.title
    assert article.title.text == "The ferry runs again, and the bridge is open to carts"
    assert [block.kind for block in article.blocks] == ["heading", "paragraph"]


def test_lines_drawn_round_a_title_are_no_text() -> None:
    article = TextReader().read("a.txt", "=====\nTitle\n=====\nText.")
    assert [(block.kind, block.text) for block in article.blocks] == [("heading", "Title"), ("paragraph", "Text.")]
