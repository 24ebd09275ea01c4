"""The graph as JSON, Mermaid and Graphviz text."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from artlint_navigation.graph import Graph
from artlint_navigation.labels import NEXT
from artlint_navigation.verdicts import LED


class _Edge(NamedTuple):
    """An arrow between two nodes; `note` is "" where nothing is wrong with it."""

    start: int
    end: int
    note: str


class _Drawing(NamedTuple):
    """What a picture shows: names of nodes, which of them are no articles, and the arrows."""

    names: Sequence[str]
    missing: frozenset[int]
    edges: Sequence[_Edge]


def as_json(graph: Graph) -> Iterator[str]:
    """The stable form: version, articles, references."""
    whole = {
        "version": 1,
        "articles": [article._asdict() for article in graph.articles],
        "references": [reference._asdict() for reference in graph.references],
    }
    yield json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def as_mermaid(graph: Graph) -> Iterator[str]:
    """A Mermaid flowchart; broken references are dotted and lead to red nodes."""
    drawing = _drawing(graph)
    yield "flowchart LR\n"
    for number, name in enumerate(drawing.names):
        yield f'  n{number}["{_mermaid_text(name)}"]{":::missing" if number in drawing.missing else ""}\n'
    for edge in drawing.edges:
        arrow = f'-. "{_mermaid_text(edge.note)}" .->' if edge.note else "-->"
        yield f"  n{edge.start} {arrow} n{edge.end}\n"
    yield "  classDef missing stroke:#c00,color:#c00,stroke-dasharray:4\n"


def as_dot(graph: Graph) -> Iterator[str]:
    """A Graphviz digraph; broken references are red."""
    drawing = _drawing(graph)
    yield "digraph navigation {\n  rankdir=LR;\n  node [shape=box];\n"
    for number, name in enumerate(drawing.names):
        colour = ", color=red, style=dashed" if number in drawing.missing else ""
        yield f"  n{number} [label={_dot_text(name)}{colour}];\n"
    for edge in drawing.edges:
        note = f" [label={_dot_text(edge.note)}, color=red, style=dashed]" if edge.note else ""
        yield f"  n{edge.start} -> n{edge.end}{note};\n"
    yield "}\n"


def as_html(graph: Graph) -> Iterator[str]:
    """A page that shows the chains and what is broken; it needs no other file and no network."""
    from artlint_navigation.graph_page import page  # the page's styles are of no use to the other formats

    return page(graph)


FORMATS: Mapping[str, Callable[[Graph], Iterator[str]]] = {
    "mermaid": as_mermaid,
    "dot": as_dot,
    "json": as_json,
    "html": as_html,
}


def _drawing(graph: Graph) -> _Drawing:
    """Nodes and arrows: one arrow for two references that answer each other."""
    titles = graph.title_by_path
    number_by_key: dict[tuple[str, str], int] = {}
    names: list[str] = []
    missing: set[int] = set()

    def node(key: tuple[str, str], name: str) -> int:
        if key not in number_by_key:
            number_by_key[key] = len(names)
            names.append(name)
        return number_by_key[key]

    edges: dict[tuple[int, int], _Edge] = {}
    for reference in graph.own_references:
        if reference.verdict in ("external", "off"):
            continue
        own = node(("", reference.path), titles[reference.path])
        if reference.resolved and reference.verdict in (*LED, "self"):
            other, note = node(("", reference.resolved), titles[reference.resolved]), ""
            if (reference.path, reference.direction) in graph.disputed or reference.verdict == "self":
                note = f"{reference.direction}, not answered" if reference.verdict != "self" else "itself"
        else:
            name = reference.text or reference.target or "nothing"
            other = node((reference.verdict, name), name)
            missing.add(other)
            note = reference.verdict
        start, end = (own, other) if reference.direction == NEXT else (other, own)
        edges.setdefault((start, end), _Edge(start, end, note))
    for path, after in graph.listed:
        start, end = node(("", path), titles[path]), node(("", after), titles[after])
        edges.setdefault((start, end), _Edge(start, end, ""))
    return _Drawing(names, frozenset(missing), list(edges.values()))


def _mermaid_text(text: str) -> str:
    line = " ".join(text.split())
    for character, code in (("#", "#35;"), ('"', "#quot;"), ("<", "#lt;"), (">", "#gt;"), ("`", "#96;")):
        line = line.replace(character, code)
    return line


def _dot_text(text: str) -> str:
    line = " ".join(text.split()).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{line}"'
