"""Front matter: what is read, where it stands, and where the body begins."""

import pytest

from artlint.readers.front_matter import split_front_matter


@pytest.mark.parametrize(
    ("text", "values", "body"),
    [
        pytest.param("---\ntitle: A\n---\nB", {"title": "A"}, "B", id="YAML"),
        pytest.param("---\r\ntitle: A\r\n---\r\nB", {"title": "A"}, "B", id="CRLF"),
        pytest.param("---\rtitle: A\r---\rB", {"title": "A"}, "B", id="CR"),
        pytest.param("---  \ntitle: A\n---\t\nB", {"title": "A"}, "B", id="blanks behind the fences"),
        pytest.param("---\ntitle: A\n---", {"title": "A"}, "", id="nothing but front matter, no final newline"),
        pytest.param("---\n---\nB", {}, "B", id="empty"),
        pytest.param("---\n# note\ntitle: A\n---\nB", {"title": "A"}, "B", id="comment first"),
        pytest.param('---\ntitle: "😀 A"\n---\nB', {"title": "😀 A"}, "B", id="astral character"),
        pytest.param("---\nt: e\u0301\n---\nB", {"t": "e\u0301"}, "B", id="combining mark"),
        pytest.param("---\ntitle: 'it''s'\n---\nB", {"title": "it's"}, "B", id="quote in quotes"),
        pytest.param(
            "---\nx: |\n  a\n  ---\n  b\n---\nB", {"x": "a\n---\nb\n"}, "B", id="indented dashes close nothing"
        ),
        pytest.param("---\nx: a --- b\n----\ny: 1\n---\nB", {}, "B", id="four dashes close nothing"),
        pytest.param('+++\ntitle = "A"\n+++\nB', {"title": "A"}, "B", id="TOML"),
        pytest.param('+++\r\ntitle = "A"\r\n+++\r\nB', {"title": "A"}, "B", id="TOML with CRLF"),
        pytest.param('{\n  "title": "A"\n}\nB', {"title": "A"}, "B", id="JSON"),
        pytest.param("Title: A\nDate: 2024\n\nB", {"title": "A", "date": "2024"}, "\nB", id="header lines"),
        pytest.param(
            "Title: A\nthen prose\n\nB", {}, "Title: A\nthen prose\n\nB", id="prose that begins like a header"
        ),
        pytest.param(
            "Date: 2024\nTitle: A\nSummary: one\n    two\nTags:\n    b\n\nB",
            {"date": "2024", "title": "A", "summary": "one two", "tags": "b"},
            "\nB",
            id="values that go on in indented lines",
        ),
        pytest.param("Title: A\r\nTags:\r\n\r\nB", {"title": "A", "tags": ""}, "\r\nB", id="header lines, CRLF"),
        pytest.param("Date: 2024\nCost: 5\n\nB", {}, "Date: 2024\nCost: 5\n\nB", id="header lines without a title"),
        pytest.param("Title: A", {"title": "A"}, "", id="header line alone"),
        pytest.param(
            "<!--\n.. title: A\n.. slug: a\n\n-->\nB", {"title": "A", "slug": "a"}, "B", id="Nikola's comment"
        ),
        pytest.param("<!-- .. title: A -->\nB", {"title": "A"}, "B", id="Nikola's comment on one line"),
        pytest.param("<!-- a note -->\nB", {}, "<!-- a note -->\nB", id="another comment"),
        pytest.param("<!--\n.. title: A\n", {}, "<!--\n.. title: A\n", id="comment that is never closed"),
        pytest.param("---\ntitle: {{ name }}\n---\nB", {}, "B", id="template of an article"),
        pytest.param("", {}, "", id="empty file"),
        pytest.param("---", {}, "---", id="fence alone"),
        pytest.param("---\ntitle: A\n", {}, "---\ntitle: A\n", id="never closed"),
        pytest.param("---\nA scene.\n\n---\nB", {}, "---\nA scene.\n\n---\nB", id="thematic breaks round prose"),
        pytest.param("---\nHe said: no: never.\n---\n", {}, "---\nHe said: no: never.\n---\n", id="prose with colons"),
        pytest.param("--- a\ntitle: A\n---\n", {}, "--- a\ntitle: A\n---\n", id="more than a fence on the first line"),
        pytest.param("\n \n---\ntitle: A\n---\nB", {"title": "A"}, "B", id="below blank lines"),
        pytest.param("\n---\nA scene.\n---\n", {}, "\n---\nA scene.\n---\n", id="thematic breaks below blank lines"),
        pytest.param("\n ---\ntitle: A\n---\n", {}, "\n ---\ntitle: A\n---\n", id="indented"),
        pytest.param("\n---\ntitle: [\n---\n", {}, "\n---\ntitle: [\n---\n", id="no YAML below blank lines"),
        pytest.param("{% include x %}\nB", {}, "{% include x %}\nB", id="template tag, not JSON"),
    ],
)
def test_front_matter_and_body(text: str, values: dict[str, object], body: str) -> None:
    front = split_front_matter(text)
    assert {key: entry.value for key, entry in front.metadata.items()} == values
    assert text[front.body :] == body


@pytest.mark.parametrize(
    ("text", "key", "written", "value"),
    [
        pytest.param("---\na: 1\ntitle: A b # c\n---\n", "title", "title", "A b", id="YAML"),
        pytest.param("---\r\na: 1\r\ntitle: A b\r\n---\r\n", "title", "title", "A b", id="CRLF"),
        pytest.param("---\n😀: 1\ntitle: A b\n---\n", "title", "title", "A b", id="behind an astral character"),
        pytest.param("---\n'title': 'A'\n---\n", "title", "'title'", "'A'", id="quoted"),
        pytest.param('+++\na = 1\ntitle = "A"\n+++\n', "title", "title", "A", id="TOML"),
        pytest.param('{\n "title": "A"\n}\n', "title", '"title"', '"A"', id="JSON"),
        pytest.param("Date: x\n".replace("Date", "Title") + "Author: Ann \n\n", "author", "Author", "Ann", id="header"),
        pytest.param("Tags:\n  b\n  c\nTitle: A\n", "tags", "Tags", "b\n  c", id="header that goes on"),
        pytest.param("<!--\n.. title: A b \n-->\n", "title", "title", "A b", id="comment"),
    ],
)
def test_places_of_key_and_value(text: str, key: str, written: str, value: str) -> None:
    entry = split_front_matter(text).metadata[key]
    assert (text[entry.key_start : entry.key_end], text[entry.start : entry.end]) == (written, value)


@pytest.mark.parametrize(
    ("text", "message", "rest"),
    [
        pytest.param("---\nt: a: b\n---\nB", '":" inside of a value; put the value in quotes', ": b", id="colon"),
        pytest.param(
            "---\nt: [a\n---\nB", '"[" is not closed, or a comma is missing after it', "[a\n---", id="open bracket"
        ),
        pytest.param("---\nt: a\nt: b\n---\n", 'key "t" stands twice; the last one counts', "t: b", id="twice"),
        pytest.param("---\nt: *x\n---\n", 'alias "x" has no anchor before it', "*x", id="unknown alias"),
        pytest.param(f"---\nt: {'[' * 60}\n---\n", "nested more than 50 levels deep", "[" * 11, id="deep"),
        pytest.param("---\nt: \x01\n---\n", "character U+0001 is not allowed", "\x01", id="control character"),
        pytest.param("+++\nt = \n+++\n", "invalid value", "\n+++", id="TOML without a value"),
        pytest.param(f"+++\nt = {'[' * 20000}\n+++\n", "nested too deep", "t =", id="deep TOML"),
        pytest.param(
            f'+++\nt = "{"a" * 100_001}"\n+++\n', "has 100,008 characters; at most 100,000", "t", id="huge TOML"
        ),
        pytest.param(
            f"---\nt: {'a' * 1_000_001}\n---\n", "has 1,000,005 characters; at most 1,000,000", "t", id="huge"
        ),
    ],
)
def test_one_problem_at_the_right_place(text: str, message: str, rest: str) -> None:
    (problem,) = split_front_matter(text).problems
    assert message in problem.message
    assert text[problem.start :].startswith(rest)


def test_aliases_do_not_multiply() -> None:
    levels = "".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]\n" for n in range(1, 12))
    (problem,) = split_front_matter(f"---\nl0: &l0 [x, x, x, x, x, x, x, x, x]\n{levels}---\n").problems
    assert "more than 100,000 values" in problem.message
