"""The graph: its data and its four formats."""

import json
from pathlib import Path

import pytest

from artlint.commands import collect_facts
from artlint_navigation.graph import Graph, graph_of
from artlint_navigation.graph_formats import FORMATS

FILES = {
    "a.md": "# Departure\n\n[Next](b.md)\n",
    "b.md": "# Storm <b>\n\n[Previous](a.md) | [Next](gone.md)\n\nText.\n\n[Next](gone.md)\n",
    "c.md": "# Alone\n\nText.\n",
}


@pytest.fixture
def graph(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Graph:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return graph_of(collect_facts((".",), "navigation/missing-target", quiet=True))


def test_every_copy_stands_in_the_json(graph: Graph) -> None:
    whole = json.loads("".join(FORMATS["json"](graph)))
    assert whole["version"] == 1
    assert whole["articles"][0] == {"path": "a.md", "title": "Departure"}
    assert [(it["path"], it["line"], it["direction"], it["verdict"]) for it in whole["references"]] == [
        ("a.md", 3, "next", "ok"),
        ("b.md", 3, "previous", "ok"),
        ("b.md", 3, "next", "missing"),
        ("b.md", 7, "next", "missing"),
    ]
    assert whole["references"][0] == {
        "path": "a.md",
        "line": 3,
        "direction": "next",
        "form": "markdown:link",
        "target": "b.md",
        "text": "",
        "resolved": "b.md",
        "verdict": "ok",
    }


def test_chain_is_in_reading_order(graph: Graph) -> None:
    assert [list(chain.paths) for chain in graph.chains] == [["a.md", "b.md"]]


def test_two_references_that_answer_each_other_are_one_arrow(graph: Graph) -> None:
    assert "".join(FORMATS["mermaid"](graph)).splitlines()[:6] == [
        "flowchart LR",
        '  n0["Departure"]',
        '  n1["Storm"]',
        '  n2["gone.md"]:::missing',
        "  n0 --> n1",
        '  n1 -. "missing" .-> n2',
    ]
    assert "n1 -> n2" in "".join(FORMATS["dot"](graph))


def test_page_stands_alone(graph: Graph) -> None:
    page = "".join(FORMATS["html"](graph))
    assert "Departure" in page
    assert "b.md:7" in page
    assert "src=" not in page
    assert "http" not in page
