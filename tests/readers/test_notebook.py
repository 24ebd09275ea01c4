"""Jupyter notebooks: blocks, links and titles at their places in the JSON."""

import json

import pytest

from artlint import Article
from artlint.readers import NotebookReader


def read(text: str) -> Article:
    return NotebookReader().read("a.ipynb", text)


def notebook(*cells: tuple[str, object], **more: object) -> str:
    """A notebook of format 4 as Jupyter writes it: each cell's kind and source."""
    made = [{"cell_type": kind, "metadata": {}, "source": source} for kind, source in cells]
    return json.dumps({"cells": made, "nbformat": 4, **more}, indent=1, ensure_ascii=False)


MARKDOWN = ["# A title\n", "\n", "Text with a [link](b.ipynb)\n", "on two lines."]
FORMAT_3 = """{"worksheets": [{"cells": [
 {"cell_type": "heading", "level": 2, "source": ["A *title*"]},
 {"cell_type": "markdown", "source": "Text."},
 {"cell_type": "code", "input": ["x = 1"], "outputs": [{"text": ["out"]}]}
]}], "nbformat": 3}"""


def test_blocks_of_all_cells() -> None:
    article = read(notebook(("markdown", MARKDOWN), ("raw", "raw"), ("code", ["x = 1\n", "y"]), ("markdown", "End.")))
    assert [(block.kind, block.text) for block in article.blocks] == [
        ("heading", "A title"),
        ("paragraph", "Text with a link\non two lines."),
        ("code", "x = 1\ny"),
        ("paragraph", "End."),
    ]


def test_format_3() -> None:
    article = read(FORMAT_3)
    found = [
        (block.kind, block.text, block.level, article.place(block.start, block.end).line) for block in article.blocks
    ]
    assert found == [("heading", "A *title*", 2, 2), ("paragraph", "Text.", 0, 3), ("code", "x = 1", 0, 4)]


def test_places_are_those_of_the_json() -> None:
    text = notebook(("markdown", MARKDOWN))
    article = read(text)
    heading, paragraph = article.blocks
    (link,) = article.links
    assert text[heading.start : heading.end] == "# A title"
    assert text[paragraph.start : paragraph.end].startswith("Text with a [link](b.ipynb)\\n")
    assert text[paragraph.start : paragraph.end].endswith('"on two lines.')
    assert text[link.start : link.end] == "[link](b.ipynb)"
    lines = text.split("\n")
    assert "Text with" in lines[article.place(link.start, link.end).line - 1]
    assert (article.title and text[article.title.start : article.title.end]) == "# A title"


@pytest.mark.parametrize(
    ("source", "written"),
    [
        pytest.param('"say \\"hi\\" [a](b)"', "[a](b)", id="escaped quotes before"),
        pytest.param('"[\\"a\\"](b)"', '[\\"a\\"](b)', id="escaped quotes inside"),
        pytest.param('"\\u00e9 \\ud83d\\ude00 [a](b)"', "[a](b)", id="characters by number"),
        pytest.param('"é 😀 e\u0301 [a](b)"', "[a](b)", id="wide characters"),
        pytest.param('["one\\n", "two [a](b)"]', "[a](b)", id="second line"),
        pytest.param('"one\\n\\ntwo\\t[a](b)"', "[a](b)", id="lines in one string"),
        pytest.param('["[a](b\\\\_c)"]', "[a](b\\\\_c)", id="backslash"),
        pytest.param('["\\ud800 [a](b)"]', "[a](b)", id="half a character"),
    ],
)
def test_places_among_escapes(source: str, written: str) -> None:
    text = f'{{"cells": [{{"cell_type": "markdown", "source": {source}}}]}}'
    (link,) = read(text).links
    assert text[link.start : link.end] == written


def test_title_of_the_metadata() -> None:
    article = read(notebook(("markdown", "# B"), metadata={"title": "A", "kernelspec": {"name": "python3"}}))
    assert [(title.text, title.source) for title in article.titles] == [("A", "front matter"), ("B", "h1")]


def test_links_and_groups_know_their_cell() -> None:
    article = read(notebook(("markdown", "- a\n- b"), ("markdown", "- [c](d)")))
    (link,) = article.links
    assert article.blocks[link.block].text == "c"
    assert len({block.group for block in article.blocks}) == 2


@pytest.mark.parametrize(
    ("text", "message", "offset"),
    [
        pytest.param('{"cells": [}', "expecting value", 11, id="broken JSON"),
        pytest.param("", None, 0, id="empty file"),
        pytest.param("[1]", 'has no "cells"', 0, id="a list"),
        pytest.param('{"a": 1}', 'has no "cells"', 0, id="another object"),
        pytest.param('{"cells": [1, {"source": 3}, {"cell_type": []}]}', None, 0, id="cells that are none"),
        pytest.param('{"cells": ' + "[" * 100_000, "", 0, id="deep"),
    ],
)
def test_problems(text: str, message: str | None, offset: int) -> None:
    article = read(text)
    assert not article.blocks
    if message is None:
        assert not article.problems
    else:
        (problem,) = article.problems
        assert problem.rule == "format"
        assert message in problem.message
        assert problem.start == offset or not message
