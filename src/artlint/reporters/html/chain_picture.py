"""Chains of articles drawn as SVG: boxes in a row, arrows for references, broken ones hanging below in red."""

from collections.abc import Iterator, Mapping, Sequence

from artlint.panel import ChainGraph, ChainLink
from artlint.reporters.escaping import in_xml
from artlint.reporters.html.chains import Stop, chains_of
from artlint.reporters.wording import counted

_MOST_ROWS = 100
_SHORTEST_ROW = 4
_WIDTH, _HEIGHT, _GAP = 168, 36, 44
_MARGIN = 10
_LETTERS = 21
_DROP = 48  # from a box to the first broken reference below it
_BROKEN_STEP = 44


def chain_pictures(graph: ChainGraph) -> Iterator[str]:
    """A picture for each chain; those with something wrong come first, and what is wrong stands below as text."""
    chains = chains_of(graph)
    faulty = sum(any(stop.broken for stop in chain) for chain in chains)
    yield f"<p>{counted(len(chains), 'chain')}, {faulty:,} of them with broken references</p>\n"
    rows = [row for chain in chains for row in _rows(chain)]
    label_by_id = {node.id: node.label for node in graph.nodes}
    for row in rows[:_MOST_ROWS]:
        yield from _picture(row, label_by_id)
        yield from _broken_list(row, label_by_id)
    if len(rows) > _MOST_ROWS:
        yield f"<p>and {counted(len(rows) - _MOST_ROWS, 'more row')}</p>\n"


def _rows(chain: Sequence[Stop]) -> Iterator[Sequence[Stop]]:
    """The chain in rows that end where articles are left out, so that nobody scrolls far to the right."""
    start = 0
    for end, stop in enumerate(chain, 1):
        if stop.node is None and end - start >= _SHORTEST_ROW and len(chain) - end > 1:
            yield chain[start:end]
            start = end
    yield chain[start:]


def _picture(chain: Sequence[Stop], label_by_id: Mapping[str, str]) -> Iterator[str]:
    most_broken = max(len(stop.broken) for stop in chain)
    width = 2 * _MARGIN + len(chain) * _WIDTH + (len(chain) - 1) * _GAP
    height = 2 * _MARGIN + _HEIGHT + (_DROP + most_broken * _BROKEN_STEP - 8 if most_broken else 0)
    label = _described(chain)
    yield f'<div class="wide"><svg class="chain" role="img" width="{width}" height="{height}"'
    yield f' viewBox="0 0 {width} {height}" aria-label="{in_xml(label)}">\n'
    for at, stop in enumerate(chain):
        x = _MARGIN + at * (_WIDTH + _GAP)
        yield from _box(stop, x)
        if at + 1 < len(chain):
            yield from _arrows(stop, x + _WIDTH)
        for number, link in enumerate(stop.broken):
            yield from _broken(link, _target(link, label_by_id), x, number)
    yield "</svg></div>\n"


def _described(chain: Sequence[Stop]) -> str:
    articles = sum(stop.skipped or 1 for stop in chain)
    broken = sum(len(stop.broken) for stop in chain)
    return f"chain of {counted(articles, 'article')}, {counted(broken, 'broken reference')}"


def _box(stop: Stop, x: int) -> Iterator[str]:
    if stop.node is None:
        yield from _label(x, _MARGIN, "skipped", f"… {counted(stop.skipped, 'article')} …", "")
        return
    kind = "faulty" if stop.broken else "sound"
    yield from _label(x, _MARGIN, kind, stop.node.label, stop.node.path or stop.node.label)


def _label(x: int, y: int, kind: str, text: str, tooltip: str) -> Iterator[str]:
    short = text if len(text) <= _LETTERS else f"{text[: _LETTERS - 1].rstrip()}…"
    yield f'<g class="{kind}"><rect x="{x}" y="{y}" width="{_WIDTH}" height="{_HEIGHT}" rx="6"/>'
    yield f'<text x="{x + _WIDTH // 2}" y="{y + _HEIGHT // 2 + 5}">{in_xml(short)}</text>'
    yield f"<title>{in_xml(tooltip)}</title></g>\n" if tooltip else "</g>\n"


def _arrows(stop: Stop, x: int) -> Iterator[str]:
    """Next above, previous below; one of them alone stands in the middle."""
    middle = _MARGIN + _HEIGHT // 2
    both = stop.forward and stop.backward
    if stop.forward:
        yield _arrow("next", x + 4, x + _GAP - 4, middle - 6 * both)
    if stop.backward:
        yield _arrow("previous", x + _GAP - 4, x + 4, middle + 6 * both)


def _arrow(kind: str, start: int, end: int, y: int) -> str:
    back = -6 if end > start else 6
    head = f"M{end} {y}l{back} -4v8z"
    return f'<path class="arrow {kind}" d="M{start} {y}H{end + back}"/><path class="head {kind}" d="{head}"/>\n'


def _target(link: ChainLink, label_by_id: Mapping[str, str]) -> str:
    """What the reference names, as a reader would call it."""
    return label_by_id.get(link.target, link.target) or "(nothing)"


def _broken(link: ChainLink, target: str, x: int, number: int) -> Iterator[str]:
    """A dashed line from the box down to what the reference names, and a cross on it."""
    y = _MARGIN + _HEIGHT + _DROP + number * _BROKEN_STEP - 8
    top = _MARGIN + _HEIGHT
    if number == 0:
        yield f'<path class="arrow broken" d="M{x + _WIDTH // 2} {top}V{y}"/>'
        yield f'<path class="cross" d="M{x + _WIDTH // 2 - 6} {top + 14}l12 12m0 -12l-12 12"/>'
    sign = "→" if link.direction == "next" else "←"
    name = "next" if link.direction == "next" else "previous"
    yield from _label(x, y, "missing", f"{sign} {target}", f"{name}: {target}: {link.broken}")


def _broken_list(chain: Sequence[Stop], label_by_id: Mapping[str, str]) -> Iterator[str]:
    if not any(stop.broken for stop in chain):
        return
    yield '<ul class="broken">'
    for stop in chain:
        for link in stop.broken:
            name = in_xml((stop.node.path or stop.node.label) if stop.node else "")
            target = in_xml(_target(link, label_by_id))
            yield f"<li><code>{name}</code> {link.direction} “{target}”: {in_xml(link.broken)}</li>"
    yield "</ul>\n"
