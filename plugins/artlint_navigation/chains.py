"""Where two neighbours disagree: which reference is the stale one, and what stands between them."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from posixpath import basename
from typing import NamedTuple

from artlint import Facts
from artlint_navigation.book import Book, book_of
from artlint_navigation.editions import is_same_edition
from artlint_navigation.labels import NEXT, OPPOSITE, PREVIOUS
from artlint_navigation.pages import INDEX_NAME

_Claim = tuple[str, str]


class Stale(NamedTuple):
    """A reference that another one contradicts.

    `rival` is the article that should be named instead, as `evidence` (an article and its direction) has it:
    the target names the rival, or else (`is_inserted`) the rival names both as its neighbours.
    """

    path: str
    direction: str
    target: str
    rival: str
    evidence: _Claim
    is_inserted: bool = False


class Chains(NamedTuple):
    """The disagreements of one collection."""

    swapped: frozenset[str]
    stale: Mapping[_Claim, Stale]


def chains_of(facts: Facts) -> Chains:
    """The disagreements among the collection's neighbours."""
    book = facts.derived(book_of)
    swapped = frozenset(_swapped(book))
    stale = _inserted(book)
    named = frozenset(book.target_by_claim.values())
    between = {found.rival for found in stale.values()}
    unsettled: list[tuple[_Claim, _Claim]] = []
    for (path, direction), target in book.target_by_claim.items():
        opposite = OPPOSITE[direction]
        rival = book.target_by_claim.get((target, opposite))
        if rival is None or rival == path or path in between or path in swapped or target in swapped:
            continue
        if path not in named and _is_entrance(book, path, rival):
            continue
        if not is_same_edition(path, target):
            continue  # a translation that leads on to the original, as the next part is not translated yet
        if book.first(path, direction).reference.level != book.first(target, opposite).reference.level:
            continue
        if book.target_by_claim.get((rival, direction)) == target:
            stale.setdefault((path, direction), Stale(path, direction, target, rival, (target, opposite)))
        else:
            unsettled.append(((path, direction), (target, opposite)))
    for claim, answer in unsettled:
        if stale.keys().isdisjoint((claim, answer)):
            stale[claim] = Stale(*claim, answer[0], book.target_by_claim[answer], answer)
    return Chains(swapped, stale)


def _swapped(book: Book) -> Iterator[str]:
    """Articles whose previous one calls them its previous, and whose next one calls them its next."""
    targets = book.target_by_claim
    for path, direction in targets:
        if direction == NEXT and (path, PREVIOUS) in targets:
            after, before = targets[path, NEXT], targets[path, PREVIOUS]
            is_crossed = targets.get((after, NEXT)) == path and targets.get((before, PREVIOUS)) == path
            if is_crossed and after != before and targets.get((after, PREVIOUS)) != path:
                yield path


def _is_entrance(book: Book, path: str, rival: str) -> bool:
    """Whether an article that nobody names only leads into the chain: an index page, or a copy of the rival."""
    own, other = book.page_by_path[path], book.page_by_path[rival]
    return bool(re.fullmatch(INDEX_NAME, basename(path))) or (bool(own.titles) and own.titles[:1] == other.titles[:1])


def _inserted(book: Book) -> dict[_Claim, Stale]:
    """The references around articles that name two neighbours which still name each other."""
    targets = book.target_by_claim
    named: dict[str, int] = defaultdict(int)
    for target in targets.values():
        named[target] += 1
    found: dict[_Claim, Stale] = {}
    for path, direction in targets:
        if direction != NEXT or named[path] or (path, PREVIOUS) not in targets:
            continue
        before, after = targets[path, PREVIOUS], targets[path, NEXT]
        if targets.get((before, NEXT)) == after and targets.get((after, PREVIOUS)) == before:
            found[before, NEXT] = Stale(before, NEXT, after, path, (path, PREVIOUS), is_inserted=True)
            found[after, PREVIOUS] = Stale(after, PREVIOUS, before, path, (path, NEXT), is_inserted=True)
    return found
