"""From previous/next references to chains: rows of articles in order, with the references that break them."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from artlint.panel import ChainGraph, ChainLink, ChainNode

_KEPT_AROUND = 2


class Stop(NamedTuple):
    """What stands at one place of a chain: an article, or `skipped` articles with nothing wrong.

    `forward` and `backward` say whether this article names the next one in the row as next, and that one this
    one as previous. `broken` are its references that are wrong.
    """

    node: ChainNode | None
    skipped: int = 0
    forward: bool = False
    backward: bool = False
    broken: tuple[ChainLink, ...] = ()


def chains_of(graph: ChainGraph) -> list[list[Stop]]:
    """The chains, those with broken references first, long ones first; articles without references are in none."""
    successors = _successors(graph)
    broken = _broken_by_source(graph.links)
    node_by_id = {node.id: node for node in graph.nodes}
    sound: set[tuple[str, str, str]] = {
        (link.source, link.target, link.direction) for link in graph.links if not link.broken
    }
    chains = []
    for row in _rows(graph.nodes, successors):
        if len(row) > 1 or row[0] in broken:
            stops = [_stop(node_by_id[each], successors.get(each, ""), sound, broken) for each in row]
            chains.append(_without_long_stretches(stops))
    return sorted(chains, key=lambda chain: (not any(stop.broken for stop in chain), -len(chain)))


def _stop(node: ChainNode, after: str, sound: set[tuple[str, str, str]], broken: dict[str, list[ChainLink]]) -> Stop:
    forward, backward = (node.id, after, "next") in sound, (after, node.id, "previous") in sound
    return Stop(node, 0, forward, backward, tuple(broken.get(node.id, ())))


def _successors(graph: ChainGraph) -> dict[str, str]:
    """The article after each: by sound references, at most one before and after each, and no circles."""
    known = {node.id for node in graph.nodes}
    successors: dict[str, str] = {}
    taken: set[str] = set()
    ends = {node: node for node in known}  # each chain's first article to its last and back
    for first, second in _pairs(graph.links):
        free = first not in successors and second not in taken
        if free and {first, second} <= known and ends[first] != second:
            successors[first] = second
            taken.add(second)
            begin, end = ends[first], ends[second]
            ends[begin], ends[end] = end, begin
    return successors


def _pairs(links: Sequence[ChainLink]) -> Iterable[tuple[str, str]]:
    """Neighbours in their order, those that name each other first."""
    counts: dict[tuple[str, str], int] = {}
    for link in links:
        if not link.broken and link.source != link.target:
            pair = (link.source, link.target) if link.direction == "next" else (link.target, link.source)
            counts[pair] = counts.get(pair, 0) + 1
    return sorted(counts, key=lambda pair: -counts[pair])


def _rows(nodes: Sequence[ChainNode], successors: dict[str, str]) -> Iterator[list[str]]:
    """Each chain from its first article to its last."""
    followers = set(successors.values())
    for node in nodes:
        if node.id in followers:
            continue
        row = [node.id]
        while row[-1] in successors:
            row.append(successors[row[-1]])
        yield row


def _broken_by_source(links: Sequence[ChainLink]) -> dict[str, list[ChainLink]]:
    found: dict[str, list[ChainLink]] = {}
    for link in dict.fromkeys(links):  # the header and the footer may say the same
        if link.broken:
            found.setdefault(link.source, []).append(link)
    return found


def _without_long_stretches(stops: list[Stop]) -> list[Stop]:
    """The chain with its ends and the neighbours of what is wrong; the rest is counted."""
    kept = {0, len(stops) - 1}
    for at, stop in enumerate(stops):
        if stop.broken:
            kept.update(range(at - _KEPT_AROUND, at + _KEPT_AROUND + 1))
    short: list[Stop] = []
    for at, stop in enumerate(stops):
        if at in kept or {at - 1, at + 1} <= kept:
            short.append(stop)
        elif short[-1].node is None:
            short[-1] = short[-1]._replace(skipped=short[-1].skipped + 1, forward=stop.forward, backward=stop.backward)
        else:
            short.append(Stop(None, 1, stop.forward, stop.backward))
    return short
