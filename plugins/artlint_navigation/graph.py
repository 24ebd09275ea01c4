"""Who follows whom: the references of a collection as data, and the chains that they make."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from artlint import Facts, Place
from artlint_navigation import judging
from artlint_navigation.book import Book
from artlint_navigation.chains import chains_of
from artlint_navigation.contents import CONTENTS
from artlint_navigation.labels import NEXT, PREVIOUS
from artlint_navigation.reference import Reference
from artlint_navigation.verdicts import EXTERNAL, LED, MISSING, OK

_CONTENTS = "contents:"


class GraphArticle(NamedTuple):
    """An article of the graph; `title` is "" where it has none."""

    path: str
    title: str


class GraphReference(NamedTuple):
    """One reference as written, and what it leads to; the fields are those of the graph's JSON.

    An entry of a table of contents is one too: what comes next in the table. Its `path` is the table's file.
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
    `listed` are pairs of articles that follow each other by a table of contents alone.
    """

    articles: Sequence[GraphArticle]
    references: Sequence[GraphReference]
    chains: Sequence[Chain]
    disputed: frozenset[tuple[str, str]]
    listed: Sequence[tuple[str, str]] = ()

    @property
    def title_by_path(self) -> Mapping[str, str]:
        """What to call each article: its title, or else its path."""
        return {article.path: article.title or article.path for article in self.articles}

    @property
    def own_references(self) -> list[GraphReference]:
        """The references that articles make to their neighbours, without the entries of tables of contents."""
        return [it for it in self.references if not it.form.startswith(_CONTENTS)]

    @property
    def broken(self) -> list[GraphReference]:
        """The references that lead to no article, though they should."""
        return [it for it in self.references if it.verdict not in (*LED, "external", "off")]


def graph_of(facts: Facts) -> Graph:
    """The graph of the facts that the rules of this family gather."""
    book = judging.book(facts)
    stale = facts.derived(chains_of).stale
    titles = {page.path: page.titles[0] if page.titles else "" for page in book.pages}
    following = _following(book)
    listed = _listed_pairs(facts, following) if facts[CONTENTS] else {}
    shown = sorted({*facts.articles, *(path for pair in listed.items() for path in pair)})
    found = [*_of_articles(book), *(_of_tables(facts) if facts[CONTENTS] else ())]
    return Graph(
        [GraphArticle(path, titles.get(path, "")) for path in shown],
        [reference for _, _, reference in sorted(found, key=lambda it: it[:2])],
        list(_chains(dict(sorted({**listed, **following}.items())))),
        frozenset(stale),
        list(listed.items()),
    )


def _of_articles(book: Book) -> Iterator[tuple[str, Place, GraphReference]]:
    """What the articles say of their neighbours, each with what it is sorted by."""
    for found in book.references:
        it = found.reference
        yield it.path, it.place, _graph_reference(it, found.path or None, found.verdict)


def _of_tables(facts: Facts) -> Iterator[tuple[str, Place, GraphReference]]:
    """The entries of the tables of contents."""
    from artlint_navigation.listing import listed_entries  # not before there is a table

    for (path, place, kind, target, title, *_), found, is_known in facts.derived(listed_entries):
        verdict = OK if found else EXTERNAL if is_known else MISSING
        form = f"{_CONTENTS}{kind}"
        yield path, place, GraphReference(path, place.line, NEXT, form, target, title, found, verdict)


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


def _listed_pairs(facts: Facts, following: Mapping[str, str]) -> dict[str, str]:
    """The article after each one by the tables of contents, where no article says otherwise."""
    from artlint_navigation.listing import sequences  # not before there is a table

    found: dict[str, str] = {}
    led_to = set(following.values())
    for paths in sequences(facts):
        for path, after in pairwise(paths):
            if path not in following and path not in found and after not in led_to:
                found[path] = after
                led_to.add(after)
    return found


def _chains(following: Mapping[str, str]) -> Iterator[Chain]:
    """Every article that has or is a neighbour in one chain, the chains in the order of their first paths."""
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
