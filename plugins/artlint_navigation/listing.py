"""Tables of contents judged: which article each entry leads to, and the order in which they list the articles."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING, NamedTuple

from artlint import Facts
from artlint_navigation import judging
from artlint_navigation.addresses import clean
from artlint_navigation.contents import SUMMARY, TOCTREE, ListedArticle, entries_of

if TYPE_CHECKING:
    from artlint_navigation.book import Book

# Of a table that lists another collection's files too, nothing is known.
_LEAST_FOUND = 0.5
_MOST_STARS = 6  # of one pattern; each more multiplies the ways in which a name can fit
# Pages that Sphinx, or a tool beside it, makes when the site is built.
_MADE_BY_SPHINX = frozenset(("genindex", "modindex", "py-modindex", "search", "modules"))


class Entry(NamedTuple):
    """An entry and the article that it leads to, None where there is none; `is_known` where a file is there."""

    listed: ListedArticle
    path: str | None
    is_known: bool = True


def listed_entries(facts: Facts) -> tuple[Entry, ...]:
    """The entries of all tables of contents, resolved; a pattern as all the articles that fit it."""
    book = judging.book(facts)
    return tuple(_resolved(book, entries_of(facts)))


def missing_entries(facts: Facts) -> Iterator[ListedArticle]:
    """The entries that lead nowhere, of those tables of which most entries lead somewhere."""
    tables: dict[str, list[Entry]] = defaultdict(list)
    for entry in facts.derived(listed_entries):
        tables[entry.listed.path].append(entry)
    folders = frozenset(dirname(page.path) for page in judging.book(facts).pages)
    for own in tables.values():
        missing = [entry.listed for entry in own if not entry.is_known]
        if len(missing) <= (1 - _LEAST_FOUND) * len(own):
            yield from (listed for listed in missing if not _is_made_later(listed, folders))


def sequences(facts: Facts) -> Iterator[list[str]]:
    """The articles in the order of each table of contents; toctrees follow one another as the site's pages do."""
    children: dict[str, list[str]] = defaultdict(list)
    tables: dict[str, list[str]] = defaultdict(list)
    for entry in facts.derived(listed_entries):
        if entry.path:
            (children if entry.listed.kind == TOCTREE else tables)[entry.listed.path].append(entry.path)
    yield from (list(dict.fromkeys(paths)) for paths in tables.values())
    listed = {path for paths in children.values() for path in paths}
    yield from (list(_walk(root, children)) for root in children if root not in listed)


def _walk(root: str, children: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """The page, then what it lists, each followed by what it lists in turn."""
    seen: set[str] = set()
    waiting = [root]
    while waiting:
        path = waiting.pop()
        if path not in seen:
            seen.add(path)
            yield path
            waiting += reversed(children.get(path, ()))


def _resolved(book: "Book", entries: Iterator[ListedArticle]) -> Iterator[Entry]:
    if book.resolver is None:
        return
    addresses = book.resolver.addresses
    for listed in entries:
        if listed.is_pattern:
            yield from (Entry(listed, path) for path in _fitting(book, listed))
            continue
        source = normpath(join(dirname(listed.path), listed.folder, "_"))
        found = addresses.at_place(listed.target, source)
        if found or listed.kind != SUMMARY:
            yield Entry(listed, found, found is not None or addresses.is_file(listed.target, source))
            continue
        others = addresses.find(listed.target, listed.path)
        is_known = bool(others) or not clean(listed.target) or addresses.is_file(listed.target, source)
        yield Entry(listed, others[0].path if others else None, is_known)


def _fitting(book: "Book", listed: ListedArticle) -> list[str]:
    """The articles that a pattern stands for, without the one that holds it."""
    folder = "" if listed.target.startswith("/") else dirname(listed.path)
    pattern = normpath(join(folder, listed.target.lstrip("/")))
    if pattern.count("*") > _MOST_STARS:
        return []
    parts = re.split(r"(\*\*|\*|\?)", pattern)
    ways = {"**": ".*", "*": "[^/]*", "?": "[^/]"}
    fits = re.compile("".join(ways.get(part, re.escape(part)) for part in parts)).fullmatch
    return [page.path for page in book.pages if page.path != listed.path and fits(page.path.rpartition(".")[0])]


def _is_made_later(listed: ListedArticle, folders: frozenset[str]) -> bool:
    """Whether a build may make the page: Sphinx's own, and all in folders that hold none yet."""
    if listed.kind == SUMMARY:
        return False
    target = clean(listed.target)
    folder = normpath(join(dirname(listed.path), listed.folder, dirname(target)))
    is_in_no_folder = bool(dirname(target)) and not target.startswith("/") and folder not in folders
    return is_in_no_folder or target.strip("/") in _MADE_BY_SPHINX
