"""From references to chains: what stands in a row, what is wrong, what is left out."""

from itertools import pairwise

import pytest

from artlint.panel import ChainGraph, ChainLink, ChainNode
from artlint.reporters.html.chains import Stop, chains_of


def graph(nodes: str, *links: str) -> ChainGraph:
    """Articles named by one letter; `a>b` is a's next, `b<a` is b's previous, `a>x!` a broken one."""
    made = [
        ChainLink(link[0], link[2], "next" if link[1] == ">" else "previous", "broken" if link.endswith("!") else "")
        for link in links
    ]
    return ChainGraph("Chains", [ChainNode(each, each) for each in nodes], made)


def drawn(stops: list[Stop]) -> str:
    """A chain as a line of text."""
    line = ""
    for stop in stops:
        name = stop.node.label if stop.node else f"({stop.skipped})"
        broken = "".join(f"!{link.target}" for link in stop.broken)
        line += name + broken + {(0, 0): "", (1, 0): ">", (0, 1): "<", (1, 1): "="}[stop.forward, stop.backward]
    return line


@pytest.mark.parametrize(
    ("given", "chains"),
    [
        pytest.param(graph("abc", "a>b", "b<a", "b>c", "c<b"), ["a=b=c"], id="both ways"),
        pytest.param(graph("abc", "a>b", "c<b"), ["a>b<c"], id="one way each"),
        pytest.param(graph("cba", "a>b", "b>c"), ["a>b>c"], id="order of the references, not of the articles"),
        pytest.param(graph("abxy", "a>b", "x>y"), ["a>b", "x>y"], id="two chains"),
        pytest.param(graph("abz", "a>b"), ["a>b"], id="an article without references is in no chain"),
        pytest.param(graph("ab", "a>b", "b>q!"), ["a>b!q"], id="a target that is missing"),
        pytest.param(graph("ab", "a>b", "b>q!", "b>q!"), ["a>b!q"], id="the same reference twice"),
        pytest.param(graph("a", "a>q!"), ["a!q"], id="a broken reference alone"),
        pytest.param(graph("abcxy", "a>b", "b>c", "x>y", "y>q!"), ["x>y!q", "a>b>c"], id="faulty chains first"),
        pytest.param(graph("abc", "a>b", "b>c", "c>a"), ["a>b>c"], id="a circle is cut"),
        pytest.param(graph("ab", "a>a", "a>b"), ["a>b"], id="a reference to itself"),
        pytest.param(graph("abc", "a>c", "a>b", "b<a"), ["a=b"], id="of two followers the one that agrees"),
        pytest.param(
            graph("abcdefgh", *(f"{x}>{y}" for x, y in zip("abcdefg", "bcdefgh", strict=True))),
            ["a>(6)>h"],
            id="what is sound is left out",
        ),
        pytest.param(
            graph("abcdefgh", *(f"{x}>{y}" for x, y in zip("abcdefg", "bcdefgh", strict=True)), "h>q!"),
            ["a>(4)>f>g>h!q"],
            id="what stands beside a fault is not",
        ),
    ],
)
def test_chains(given: ChainGraph, chains: list[str]) -> None:
    assert [drawn(chain) for chain in chains_of(given)] == chains


def test_a_long_chain_takes_no_long_time() -> None:
    names = [str(number) for number in range(20_000)]
    links = [ChainLink(a, b, "next") for a, b in pairwise(names)]
    (chain,) = chains_of(ChainGraph("Chains", [ChainNode(name, name) for name in names], links))
    assert [stop.skipped for stop in chain] == [0, 19_998, 0]
