"""The chains as a picture for reports."""

from typing import Literal

from artlint import Facts
from artlint.panel import ChainGraph, ChainLink, ChainNode
from artlint_navigation.graph import Graph, GraphReference, graph_of
from artlint_navigation.labels import PREVIOUS
from artlint_navigation.verdicts import LED


def chains_panel(facts: Facts) -> ChainGraph:
    """Every article with a reference, and every reference, broken ones with what is wrong."""
    graph = graph_of(facts)
    shown = [it for it in graph.own_references if it.verdict not in ("external", "off")]
    named = {it.path for it in shown} | {it.resolved for it in shown if it.resolved}
    named.update(path for pair in graph.listed for path in pair)
    nodes = [ChainNode(it.path, it.title or it.path, it.path) for it in graph.articles if it.path in named]
    links = [*(_link(it, graph) for it in shown), *(ChainLink(path, after, "next") for path, after in graph.listed)]
    return ChainGraph("Previous and next articles", nodes, links)


def _link(reference: GraphReference, graph: Graph) -> ChainLink:
    target = reference.resolved or reference.text or reference.target or ""
    direction: Literal["previous", "next"] = "previous" if reference.direction == PREVIOUS else "next"
    return ChainLink(reference.path, target, direction, _fault(reference, graph))


def _fault(reference: GraphReference, graph: Graph) -> str:
    if (reference.path, reference.direction) in graph.disputed:
        return "is not answered"
    return "" if reference.verdict in LED else reference.verdict
