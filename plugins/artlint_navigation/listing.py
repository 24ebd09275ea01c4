"""Tables of contents judged: which article each entry leads to."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from artlint import Facts
from artlint_navigation import judging
from artlint_navigation.addresses import clean
from artlint_navigation.contents import ListedArticle, entries_of

# Of a table that lists another collection's files too, nothing is known.
_LEAST_FOUND = 0.5


class Entry(NamedTuple):
    """An entry and the article that it leads to, None where there is none."""

    listed: ListedArticle
    path: str | None


def listed_entries(facts: Facts) -> tuple[Entry, ...]:
    """The entries of all tables of contents, resolved."""
    addresses = resolver.addresses if (resolver := judging.book(facts).resolver) else None
    if addresses is None:
        return ()
    entries = []
    for listed in entries_of(facts):
        found = addresses.find(listed.target, listed.path)
        entries.append(Entry(listed, found[0].path if found else None))
    return tuple(entries)


def missing_entries(facts: Facts) -> Iterator[ListedArticle]:
    """The entries that lead nowhere, of those tables of which most entries lead somewhere."""
    tables: dict[str, list[Entry]] = defaultdict(list)
    for entry in facts.derived(listed_entries):
        tables[entry.listed.path].append(entry)
    for own in tables.values():
        missing = [entry.listed for entry in own if entry.path is None and clean(entry.listed.target)]
        if len(missing) <= (1 - _LEAST_FOUND) * len(own):
            yield from missing
