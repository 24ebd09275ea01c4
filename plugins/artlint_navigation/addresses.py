"""Articles by address: paths as links write them, permalinks, slugs, aliases."""

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from artlint_navigation.pages import Page

if TYPE_CHECKING:
    from artlint_navigation.published import Published

_SUFFIXES = re.compile(
    r"\.(?:md|mdx|markdown|mdown|mkd|qmd|rmd|html?|xhtml|ipynb|txt|text|rst|adoc|php|aspx?)$", re.IGNORECASE
)
_PACKED = (".html", ".htm", ".md", ".txt", ".pdf", ".tar")  # ends of packed files without their last suffix
_INDEX = re.compile(r"(?:^|/)(?:index|_index|readme)$", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


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
    bare = bare.removeprefix("@") if bare.startswith("@/") else bare  # Zola's content folder
    if "%" not in bare:
        return bare
    from urllib.parse import unquote  # 2 ms that few addresses need

    return unquote(bare)


def stem(path: str) -> str:
    """The path without suffix, index name and outer slashes: what its address on a site is."""
    bare = _SUFFIXES.sub("", path.strip("/"))
    return _INDEX.sub("", bare)


def is_file_name(address: str) -> bool:
    """Whether the address has an article's suffix, of the source or built."""
    return bool(_SUFFIXES.search(address))


def is_index(path: str) -> bool:
    """Whether the path names a folder's index, with or without suffix."""
    return bool(_INDEX.search(_SUFFIXES.sub("", path)))


def leaves_project(target: str, folder: str) -> bool:
    """Whether a relative address, read from a `folder` of the project, climbs above the project's root."""
    return (
        not folder.startswith("..")
        and not target.startswith("/")
        and posixpath.normpath(posixpath.join(folder, target)).startswith("..")
    )


class AddressIndex:
    """All articles' addresses; rarer views are made when they are first needed."""

    def __init__(self, pages: Sequence[Page], files: Sequence[str] = ()) -> None:
        """`files` are those beside the pages, to which an address may lead as well."""
        self.pages = pages
        self.files = files
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
    def published(self) -> "Published":
        from artlint_navigation.published import Published  # few collections need it

        return Published(self.pages)

    def find(self, target: str, source: str) -> list[Candidate]:
        """The articles that `target`, written in the article `source`, means; the first way that finds any wins."""
        bare = clean(target)
        if is_external(target):
            return [Candidate(path, "exact") for path in self.by_name.get(_name(target), ())]
        if placed := self._placed(bare, source):
            return [placed]
        return self._named(bare, source) or self.published.find(bare, source)

    def at_place(self, target: str, source: str) -> str | None:
        """The article whose file `target` names; None where there is none, whatever it is called on the site."""
        placed = self._placed(clean(target), source)
        return placed.path if placed else None

    def is_file(self, target: str, source: str) -> bool:
        """Whether the address leads to a file that is no article, or that is none of the collection's."""
        if not self.files:
            return False
        places = list(self._places(clean(target), source))
        return any(place in self.file_paths or stem(place).lower() in self.file_stems for place in places)

    @cached_property
    def file_paths(self) -> frozenset[str]:
        return frozenset(self.files)

    @cached_property
    def file_stems(self) -> frozenset[str]:
        """What the files are called without their suffix, articles also without index name, in lower case."""
        stems = (stem(path) if is_file_name(path) else posixpath.splitext(path)[0] for path in self.files)
        return frozenset(found.lower() for found in stems if not found.endswith(_PACKED))

    def _placed(self, bare: str, source: str) -> Candidate | None:
        """The article at a path that the address can stand for."""
        places = list(dict.fromkeys(self._places(bare, source)))
        for place in places:
            if place in self.paths:
                return Candidate(place, "exact")
        for ways, how in ((self.by_stem, "exact"), (self.by_lower_stem, "case")):
            for place in places:
                key = stem(place) if how == "exact" else stem(place).lower()
                if found := _same_suffix_first(ways.get(key, ()), bare, source):
                    return Candidate(found[0], "case" if _differs_in_case(place, found[0]) else how)
        return None

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


def _differs_in_case(place: str, path: str) -> bool:
    """Whether the file's name is written in other letter case; `guide/` does not name `guide/README.md`."""
    pairs = ((place, path), (_bare_name(place), _bare_name(path)))
    return any(wanted != found and wanted.lower() == found.lower() for wanted, found in pairs)


def _bare_name(path: str) -> str:
    return _SUFFIXES.sub("", posixpath.basename(path))


def _name(text: str) -> str:
    """A permalink or alias in the form in which they are compared."""
    return stem(clean(text)).lower() if not is_external(text) else text.split("#")[0].rstrip("/").lower()


def _joined(folder: str, address: str) -> str:
    path = posixpath.normpath(posixpath.join(folder, address)) if folder or address else ""
    return "" if path == "." else path


def _same_suffix_first(paths: Iterable[str], bare: str, source: str) -> list[str]:
    """`paths` with the written name first, then the written suffix, then the source's own, then in order."""
    wanted, own, name = posixpath.splitext(bare)[1], posixpath.splitext(source)[1], _bare_name(bare).lower()
    return sorted(
        paths,
        key=lambda path: (
            _bare_name(path).lower() != name,
            not path.endswith(wanted or own),
            not path.endswith(own),
            path,
        ),
    )
