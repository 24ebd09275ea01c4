"""The graph as one HTML page: chains as rows of cards, broken references in red, and a list of them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from html import escape

from artlint_navigation.graph import Chain, Graph, GraphReference

_STYLE = """
:root { color-scheme: light dark; --line: #8888; --bad: #c3262e; --card: #8881; }
body { font: 15px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 75rem; padding: 0 1rem; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
ol.chain { list-style: none; display: flex; flex-wrap: wrap; gap: .5rem 0; padding: 0; counter-reset: place; }
ol.chain > li { display: flex; align-items: center; }
ol.chain > li + li::before { content: "\\2192"; padding: 0 .45rem; color: GrayText; }
.card { border: 1px solid var(--line); border-radius: .4rem; background: var(--card); padding: .3rem .6rem; }
.card small { display: block; color: GrayText; overflow-wrap: anywhere; }
.bad { border-color: var(--bad); } .bad b, td.bad, .fault { color: var(--bad); }
.fault { display: block; font-size: .85rem; }
table { border-collapse: collapse; width: 100%; } td, th { text-align: left; padding: .2rem .6rem .2rem 0; }
tr { border-bottom: 1px solid var(--line); } td { overflow-wrap: anywhere; } td.bad { white-space: nowrap; }
summary { font-size: 1.1rem; font-weight: bold; margin: 2rem 0 .8rem; cursor: pointer; }
"""

_MOST_SHOWN = 20  # faults that leave the chains in sight; more are folded


def page(graph: Graph) -> Iterator[str]:
    """The whole page in pieces."""
    faults = _faults(graph)
    broken, chained = len(faults), sum(len(chain.paths) for chain in graph.chains)
    yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>Who follows whom</title>\n'
    yield f'<meta name="viewport" content="width=device-width">\n<style>{_STYLE}</style>\n</head>\n<body>\n'
    yield "<h1>Who follows whom</h1>\n"
    yield f"<p>{_counted(len(graph.articles), 'article')}, {chained:,} of them in "
    yield f"{_counted(len(graph.chains), 'chain')}; {_counted(len(graph.references), 'reference')}, "
    yield f"{broken:,} of them broken or disputed.</p>\n"
    yield from _table(faults)
    by_path: dict[str, list[tuple[GraphReference, str]]] = defaultdict(list)
    for reference, fault in faults:
        by_path[reference.path].append((reference, fault))
    titles = graph.title_by_path
    for chain in sorted(graph.chains, key=lambda it: (-len(it.paths), it.paths[0])):
        yield from _chain(chain, titles, by_path)
    yield "</body>\n</html>\n"


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def _faults(graph: Graph) -> list[tuple[GraphReference, str]]:
    """The references that are broken or disputed, each with what is wrong."""
    broken = [(reference, reference.verdict) for reference in graph.broken]
    disputed = [
        (reference, "not answered")
        for reference in graph.references
        if (reference.path, reference.direction) in graph.disputed and reference.resolved
    ]
    return sorted(broken + disputed, key=lambda it: (it[0].path, it[0].line))


def _table(faults: list[tuple[GraphReference, str]]) -> Iterator[str]:
    if not faults:
        return
    is_open = " open" if len(faults) <= _MOST_SHOWN else ""
    yield f"<details{is_open}>\n<summary>Broken and disputed: {len(faults):,}</summary>\n<table>\n"
    yield "<tr><th>article</th><th>reference</th><th>names</th><th></th></tr>\n"
    for reference, fault in faults:
        named = escape(reference.text or reference.target or "nothing")
        yield f'<tr><td><a href="#{escape(reference.path)}">{escape(reference.path)}:{reference.line}</a></td>'
        yield f'<td>{reference.direction}</td><td>{named}</td><td class="bad">{fault}</td></tr>\n'
    yield "</table>\n</details>\n"


def _chain(
    chain: Chain, names: Mapping[str, str], faults: Mapping[str, list[tuple[GraphReference, str]]]
) -> Iterator[str]:
    count = len(chain.paths)
    more = f" and {count - 1:,} more" if count > 1 else ""
    yield f"<h2>{escape(names[chain.paths[0]])}{more}</h2>\n"
    yield '<ol class="chain">\n'
    for path in chain.paths:
        own = faults.get(path, [])
        yield f'<li><div class="card{" bad" if own else ""}" id="{escape(path)}"><b>{escape(names[path])}</b>'
        yield f"<small>{escape(path)}</small>"
        for reference, fault in own:
            named = escape(reference.text or reference.target or "")
            yield f'<span class="fault">{reference.direction}: {named} ({fault})</span>'
        yield "</div></li>\n"
    if chain.goes_on_at is not None:
        yield f'<li><a href="#{escape(chain.goes_on_at)}">{escape(names[chain.goes_on_at])}</a></li>\n'
    yield "</ol>\n"
