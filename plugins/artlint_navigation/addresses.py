"""Articles by address: paths as links write them, permalinks, slugs, aliases."""

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from artlint_navigation.pages import Page

_SUFFIXES = re.compile(
    r"\.(?:md|mdx|markdown|mdown|mkd|qmd|rmd|html?|xhtml|ipynb|txt|text|rst|adoc|php|aspx?)$", re.IGNORECASE
)
_INDEX = re.compile(r"(?:^|/)(?:index|_index|readme)$", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_DATE = re.compile(r"^\d{4}-\d{2}-\d{2}-|^\d+[-_.]+")


class Candidate(NamedTuple):
    """An article that an address may mean, and how: `exact`, `case`, `alias`, `suffix`."""

    path: str
    how: str


def is_external(target: str) -> bool:
    """Whether the address has a scheme or a host."""
    return bool(_SCHEME.match(target))


def clean(target: str) -> str:
    """The address without query, fragment and percent encoding."""
    bare = re.split(r"[?#]", target, maxsplit=1)[0].replace("\\", "/")
    if "%" not in bare:
        return bare
    from urllib.parse import unquote  # 2 ms that few addresses need

    return unquote(bare)


def stem(path: str) -> str:
    """The path without suffix, index name and outer slashes: what its address on a site is."""
    bare = _SUFFIXES.sub("", path.strip("/"))
    return _INDEX.sub("", bare)


def leaves_project(target: str, folder: str) -> bool:
    """Whether a relative address, read from a `folder` of the project, climbs above the project's root."""
    return (
        not folder.startswith("..")
        and not target.startswith("/")
        and posixpath.normpath(posixpath.join(folder, target)).startswith("..")
    )


class AddressIndex:
    """All articles' addresses; rarer views are made when they are first needed."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self.pages = pages
        self.paths = frozenset(page.path for page in pages)
        self.by_stem: dict[str, list[str]] = defaultdict(list)
        self.by_name: dict[str, list[str]] = defaultdict(list)
        self.by_alias: dict[str, list[str]] = defaultdict(list)
        self.name_folder: dict[str, str] = {}
        for page in pages:
            self.by_stem[stem(page.path)].append(page.path)
            for name in page.names:
                self.by_name[_name(name)].append(page.path)
            for alias in page.aliases:
                self.by_alias[_name(alias)].append(page.path)
            if page.names and page.names[0].count("/"):
                self.name_folder[page.path] = posixpath.dirname(page.names[0].strip("/"))

    @cached_property
    def by_lower_stem(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for path in self.paths:
            found[stem(path).lower()].append(path)
        return found

    @cached_property
    def by_last_part(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for page in self.pages:
            last = posixpath.basename(stem(page.path)).lower()
            for name in {last, _DATE.sub("", last)}:
                found[name].append(page.path)
        return found

    def find(self, target: str, source: str) -> list[Candidate]:
        """The articles that `target`, written in the article `source`, means; the first way that finds any wins."""
        bare = clean(target)
        if is_external(target):
            return [Candidate(path, "exact") for path in self.by_name.get(_name(target), ())]
        places = list(dict.fromkeys(self._places(bare, source)))
        for place in places:
            if place in self.paths:
                return [Candidate(place, "exact")]
        for ways, how in ((self.by_stem, "exact"), (self.by_lower_stem, "case")):
            for place in places:
                key = stem(place) if how == "exact" else stem(place).lower()
                if found := _same_suffix_first(ways.get(key, ()), bare, source):
                    return [Candidate(found[0], how)]
        return self._named(bare, source) or self._by_suffix(bare)

    def _places(self, bare: str, source: str) -> Iterator[str]:
        """The paths that a relative or rooted address can stand for, the likeliest first."""
        folder = posixpath.dirname(source)
        if bare.startswith("/"):
            parts = folder.split("/") if folder else []
            for count in range(len(parts) + 1):
                yield _joined("/".join(parts[:count]), bare.lstrip("/"))
            return
        yield _joined(folder, bare)
        if not posixpath.splitext(bare)[1]:  # a page a.md that is served as a/
            yield _joined(stem(source), bare)

    def _named(self, bare: str, source: str) -> list[Candidate]:
        """By permalink, slug, id or alias; a relative one is read from the source's own permalink."""
        keys = [_name(bare)]
        if source in self.name_folder:
            keys.insert(0, _name(_joined(self.name_folder[source], bare)))
        for index, how in ((self.by_name, "exact"), (self.by_alias, "alias")):
            for key in keys:
                if found := index.get(key):
                    return [Candidate(path, how) for path in dict.fromkeys(found)]
        return []

    def _by_suffix(self, bare: str) -> list[Candidate]:
        """By the end of a path, for rooted addresses and ids; a relative file name means its own folder alone."""
        if bare.startswith(".") or (not bare.startswith("/") and _SUFFIXES.search(bare)):
            return []
        end = stem(bare).lower()
        if not end:
            return []
        found = self.by_last_part.get(posixpath.basename(end), ())
        return [Candidate(path, "suffix") for path in found if _ends_with(stem(path).lower(), end)]


def _ends_with(path: str, end: str) -> bool:
    if path == end or path.endswith("/" + end):
        return True
    folder, name = posixpath.split(path)
    return "/" not in end and not folder.startswith(end) and _DATE.sub("", name) == end


def _name(text: str) -> str:
    """A permalink or alias in the form in which they are compared."""
    return stem(clean(text)).lower() if not is_external(text) else text.split("#")[0].rstrip("/").lower()


def _joined(folder: str, address: str) -> str:
    path = posixpath.normpath(posixpath.join(folder, address)) if folder or address else ""
    return "" if path == "." else path


def _same_suffix_first(paths: Iterable[str], bare: str, source: str) -> list[str]:
    """`paths` with the written suffix first, then the source's own, then in order."""
    wanted, own = posixpath.splitext(bare)[1], posixpath.splitext(source)[1]
    return sorted(paths, key=lambda path: (not path.endswith(wanted or own), not path.endswith(own), path))
