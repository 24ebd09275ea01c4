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
    ],
)
def test_title(text: str, title: str | None) -> None:
    found = TextReader().read("a.txt", text).title
    assert (found and found.text) == title
    if found:
        assert text[found.start : found.end] == title
        assert found.source == "first line"
