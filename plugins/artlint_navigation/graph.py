"""Who follows whom: the references of a collection as data, and the chains that they make."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from artlint import Facts
from artlint_navigation import judging
from artlint_navigation.book import Book
from artlint_navigation.chains import chains_of
from artlint_navigation.labels import NEXT, PREVIOUS
from artlint_navigation.reference import Reference
from artlint_navigation.verdicts import LED


class GraphArticle(NamedTuple):
    """An article of the graph; `title` is "" where it has none."""

    path: str
    title: str


class GraphReference(NamedTuple):
    """One reference as written, and what it leads to; the fields are those of the graph's JSON.

    `verdict` is `ok`, `missing`, `case`, `redirect`, `ambiguous`, `external`, `off` (a declared end),
    `no-target`, `self` or `outside`.
    """

    path: str
    line: int
    direction: str
    form: str
    target: str | None
    text: str
    resolved: str | None
    verdict: str


class Chain(NamedTuple):
    """Articles in reading order; `goes_on_at` is the article of another chain that the last one leads to."""

    paths: Sequence[str]
    goes_on_at: str | None = None


class Graph(NamedTuple):
    """All articles, all references in the order of paths and places, and the chains.

    `disputed` are references (path and direction) that their target does not answer though it names another.
    """

    articles: Sequence[GraphArticle]
    references: Sequence[GraphReference]
    chains: Sequence[Chain]
    disputed: frozenset[tuple[str, str]]

    @property
    def title_by_path(self) -> Mapping[str, str]:
        """What to call each article: its title, or else its path."""
        return {article.path: article.title or article.path for article in self.articles}

    @property
    def broken(self) -> list[GraphReference]:
        """The references that lead to no article, though they should."""
        return [it for it in self.references if it.verdict not in (*LED, "external", "off")]


def graph_of(facts: Facts) -> Graph:
    """The graph of the facts that the rules of this family gather."""
    book = judging.book(facts)
    stale = facts.derived(chains_of).stale
    titles = {page.path: page.titles[0] if page.titles else "" for page in book.pages}
    return Graph(
        [GraphArticle(path, titles.get(path, "")) for path in facts.articles],
        [
            _graph_reference(found.reference, found.path or None, found.verdict)
            for found in sorted(book.references, key=lambda it: (it.reference.path, it.reference.place))
        ],
        list(_chains(book)),
        frozenset(stale),
    )


def _graph_reference(reference: Reference, resolved: str | None, verdict: str) -> GraphReference:
    return GraphReference(
        reference.path,
        reference.place.line,
        reference.direction,
        reference.form,
        reference.target,
        reference.text,
        resolved,
        verdict,
    )


def _chains(book: Book) -> Iterator[Chain]:
    """Every article that has or is a neighbour in one chain, the chains in the order of their first paths."""
    following = _following(book)
    led_to = set(following.values())
    done: set[str] = set()
    for start in [*(path for path in following if path not in led_to), *following]:
        if start in done:
            continue
        paths: list[str] = []
        current: str | None = start
        while current is not None and current not in done:
            done.add(current)
            paths.append(current)
            current = following.get(current)
        yield Chain(paths, current)


def _following(book: Book) -> dict[str, str]:
    """The article after each one: its own next, or else the one that calls it its previous."""
    found = {path: target for (path, direction), target in book.target_by_claim.items() if direction == NEXT}
    for (path, direction), target in book.target_by_claim.items():
        if direction == PREVIOUS and target not in found:
            found[target] = path
    return dict(sorted(found.items()))
