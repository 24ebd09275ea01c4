"""The readers against independent readings of real collections."""

import html
import json
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from artlint import Article, Block
from artlint.examine import read_article
from artlint.readers import HtmlReader, MarkdownReader, NotebookReader

pytestmark = pytest.mark.corpora

# What CommonMark does not know and the reader does: alerts, directives, attribute lines, paragraphs of tags alone.
_DIALECT = re.compile(r"[ >*\d.-]*(?:\[!|:::|\{:|</?a\b[^>]*>\s*(?:</a>)?\s*$|<)")


def _markdown_files(corpora: Path) -> Iterator[tuple[Path, str]]:
    names = ("linux-insides", "azd-for-beginners", "kubernetes-the-hard-way", "rust-book", "dart-site", "opensuse-news")
    for name in names:
        for path in sorted((corpora / name).glob("**/*.md"))[::5]:
            text = path.read_bytes().decode("utf-8", "replace")
            if not any(mark in text for mark in ("{{", "{%", "[^")):
                yield path, text


def test_markdown_agrees_with_another_parser(corpora: Path) -> None:
    markdown_it = pytest.importorskip("markdown_it")
    parser = markdown_it.MarkdownIt("commonmark").enable("table").enable("strikethrough")
    checked = 0
    for path, text in _markdown_files(corpora):
        article = MarkdownReader().read("a.md", text)
        body = text[article.body :]
        tokens = parser.parse(body)
        first = article.place(article.body, article.body).line if article.body < len(text) else 1
        headings = [(int(token.tag[1]), token.map[0] + first) for token in tokens if token.type == "heading_open"]
        assert [
            (block.level, _line(article, block)) for block in article.blocks if block.kind == "heading"
        ] == headings, path
        starts = {_line(article, block) for block in article.blocks}
        lines = body.split("\n")
        for token in tokens:
            line = lines[token.map[0]] if token.type == "paragraph_open" else ""
            if line.strip() and not _DIALECT.match(line):
                assert token.map[0] + first in starts, (path, token.map)
        assert not _targets(article) ^ _other_targets(tokens), path
        checked += 1
    assert checked > 200


def _line(article: Article, block: Block) -> int:
    return article.place(block.start, block.end).line


def _targets(article: Article) -> set[str]:
    """The targets of links and images in Markdown's own notation."""
    return {
        unquote(link.target)
        for link in article.links
        if article.text[link.start] in "[!" or (article.text[link.start] == "<" and link.text in link.target)
    }


def _other_targets(tokens: list[Any]) -> set[str]:  # tokens of a library that is not always there
    found: set[str] = set()
    waiting = list(tokens)
    while waiting:
        token = waiting.pop()
        attributes = token.attrs.items()
        found |= {unquote(str(value)) for key, value in attributes if key in ("href", "src")}
        waiting += token.children or []
    return found


def test_html_blocks_are_their_source_without_tags(corpora: Path) -> None:
    count: Counter[bool] = Counter()
    for path in sorted((corpora / "abs-guide").glob("*.html")):
        article = read_article("a.html", path.read_bytes(), HtmlReader())
        assert not article.problems, path
        starts = [block.start for block in article.blocks]
        assert starts == sorted(starts)
        for block in article.blocks:
            source = article.text[block.start : block.end]
            count["".join(_without_tags(source).split()) == "".join(block.text.split())] += 1
        for link in article.links:
            assert article.text[link.start] == "<"
            assert article.text[link.end - 1] == ">"
            assert link.block < 0 or bisect_right(starts, link.start) == link.block + 1
    assert count[True] > 5000
    assert not count[False]


def _without_tags(source: str) -> str:
    source = re.sub(r"<!--.*?-->", "", source, flags=re.DOTALL)
    source = re.sub(r"<img\b[^>]*?\balt=\"([^\"]*)\"[^>]*>", r"\1", source, flags=re.IGNORECASE)
    return html.unescape(re.sub(r"<[^>]*>", "", source)) if "<hr" not in source.lower() else ""


def test_notebook_links_stand_where_the_truth_says(corpora: Path) -> None:
    references = [
        json.loads(line) for line in (corpora / "truth/whirlwind-notebooks.jsonl").read_text("utf-8").splitlines()
    ]
    links_by_file: dict[str, set[tuple[int, str]]] = {}
    for path in (corpora / "whirlwind-notebooks").glob("*.ipynb"):
        article = NotebookReader().read(path.name, path.read_text("utf-8"))
        assert article.title, path
        links_by_file[path.name] = {(article.place(link.start, link.end).line, link.target) for link in article.links}
    missing = [each for each in references if (each["line"], each["target"]) not in links_by_file[each["file"]]]
    assert len(references) > 60
    assert not missing
