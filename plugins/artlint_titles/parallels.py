"""Folders that hold the same articles again: print and web editions, old and new manuals, pages of two names."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations, islice

from artlint import Fact, Facts
from artlint_titles.title_facts import shared_titles

Folders = tuple[str, str]

# Fewer shared titles are chance; a parallel edition repeats at least a third of the smaller folder.
_LEAST_SHARED = 5
_LEAST_SHARE = 1 / 3
# Within one folder only a generator that gives each page two names repeats so many titles.
_LEAST_SHARED_WITHIN = 20
# A title in hundreds of folders says nothing about any two of them.
_MOST_PAIRS = 50


def parallel_folders(facts: Facts) -> frozenset[Folders]:
    """The pairs of folders, sorted, whose titles repeat each other so often that it must be meant."""
    shared: Counter[Folders] = Counter()
    for _, group in facts.derived(shared_titles):
        shared.update(set(_pairs(group)))
    frequent = {folders: count for folders, count in shared.items() if count >= _least(folders)}
    sizes = _sizes(facts.articles, {folder for folders in frequent for folder in folders}) if frequent else {}
    return frozenset(
        folders
        for folders, count in frequent.items()
        if count >= _LEAST_SHARE * min(sizes[folders[0]], sizes[folders[1]])
    )


def forks(path: str, other: str) -> Folders | None:
    """The two folders in which two paths part, the same one twice within it; None where years part them."""
    ours, theirs = path.split("/"), other.split("/")
    depth = next((number for number, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a != b), 0)
    names = [
        "/".join(parts[: depth + 1]) if len(parts) > depth + 1 else "/".join([*parts[:depth], ""])
        for parts in (ours, theirs)
    ]
    if all(parts[depth].isdecimal() for parts in (ours, theirs)):
        return None
    return min(names), max(names)


def _least(folders: Folders) -> int:
    return _LEAST_SHARED_WITHIN if folders[0] == folders[1] else _LEAST_SHARED


def _pairs(group: Sequence[Fact]) -> list[Folders]:
    paths = [fact.path for fact in group]
    found = (forks(path, other) for path, other in islice(combinations(paths, 2), _MOST_PAIRS))
    return [folders for folders in found if folders]


def _sizes(articles: Sequence[str], folders: set[str]) -> Mapping[str, int]:
    """How many articles stand in each folder, at any depth; a name that ends in "/" means its own files alone."""
    sizes = dict.fromkeys(folders, 0)
    for path in articles:
        parts = path.split("/")
        for depth in range(1, len(parts)):
            name = "/".join(parts[:depth])
            if name in sizes:
                sizes[name] += 1
        own = "/".join([*parts[:-1], ""])
        if own in sizes:
            sizes[own] += 1
    return sizes
