"""Where site generators publish a file: dates and numbers before its name are no part of its address.

Jekyll, Hexo, Eleventy and Docusaurus publish `_posts/2024-01-02-storm.md` at an address that ends in `storm` and
may hold the date (`/2024/01/02/storm.html`, `/blog/storm/`); Docusaurus publishes `docs/02-harbour.md` at
`/docs/harbour`.
"""

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property

from artlint_navigation.addresses import Candidate, is_file_name, stem
from artlint_navigation.pages import Page

PREFIX = re.compile(r"^\d{4}-\d{2}-\d{2}[-_]|^\d+[-_.]+")  # of a name: its date or its number
_DATE = r"(\d{4})-(\d{2})-(\d{2})"
_DATE_OF_ADDRESS = r"(?:^|/)(\d{4})(?:/(\d{1,2})(?:/(\d{1,2}))?)?$"  # at the end of its folder
_BUILT = (".html", ".htm")
_NO_FIT, _ANY_FOLDER, _SAME_FOLDER, _SAME_PATH = range(4)  # how well an address fits a page

_Date = tuple[int, ...]  # year; year and month; year, month and day


class Published:
    """The articles by the ends of their addresses."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self._pages = pages

    @cached_property
    def _page_by_path(self) -> dict[str, Page]:
        return {page.path: page for page in self._pages}

    @cached_property
    def by_last_part(self) -> dict[str, list[str]]:
        """The paths by what their addresses can end in, in lower case."""
        found: dict[str, list[str]] = defaultdict(list)
        for page in self._pages:
            for name in _last_parts(page, stem(page.path)):
                found[name].append(page.path)
        return found

    def find(self, bare: str, source: str) -> list[Candidate]:
        """The articles that a site publishes at the address `bare`, which stands in the article `source`."""
        paths = self._in_own_folder(bare, source) or self._by_suffix(bare)
        return [Candidate(path, "suffix") for path in paths]

    def _in_own_folder(self, bare: str, source: str) -> list[str]:
        """By the name without its date or number in the source's own folder: `./part-2` for `02-part-2.md`."""
        address = bare.removeprefix("./")
        if "/" in address.rstrip("/") or address.startswith(".") or not _is_public(address):
            return []
        folder = posixpath.dirname(source)
        beside = (path for path in self.by_last_part.get(stem(address).lower(), ()) if _folder(path) == folder)
        found = (path for path in beside if not _declares_address(self._page_by_path[path]))
        # A dated post is published in another folder than its neighbours.
        return [path for path in found if address == bare or not _is_dated(path)]

    def _by_suffix(self, bare: str) -> list[str]:
        """By the end of a path, for rooted addresses and ids; a relative file name means its own folder alone."""
        end = stem(bare).lower()
        if not end or bare.startswith("."):
            return []
        if not bare.startswith("/") and is_file_name(bare) and not _date_of_address(end):
            return []
        found = self.by_last_part.get(posixpath.basename(end), ())
        fits = {path: _fit(self._page_by_path[path], stem(path).lower(), end) for path in found}
        best = max(fits.values(), default=_NO_FIT)
        if best == _NO_FIT and bare.startswith("/"):
            return self._below_base(end)
        return [path for path in fits if fits[path] == best != _NO_FIT]

    def _below_base(self, end: str) -> list[str]:
        """By the address without its first folder, which may be the site's base: `/project/docs/b.html`."""
        rest = end.partition("/")[2]
        found = self.by_last_part.get(posixpath.basename(rest), ()) if "/" in rest else ()
        return [path for path in found if stem(path).lower() == rest]


def _is_public(address: str) -> bool:
    """Whether a site can have the address: it names no file of the source."""
    return not is_file_name(address) or address.lower().endswith(_BUILT)


def _folder(path: str) -> str:
    """The folder of the page's stem: that of `ropes/` for `ropes/index.md`."""
    return posixpath.dirname(stem(path))


def _last_parts(page: Page, stem: str) -> set[str]:
    """What the page's address can end in: its name, its name without date or number, its slug; in lower case."""
    name = posixpath.basename(stem).lower()
    return {name, PREFIX.sub("", name), *_slugs(page), *map(posixpath.basename, _paths(page))}


def _date_of_address(end: str) -> _Date:
    """The date in an address, as `(2024, 1, 2)` in `2024/01/02/storm`; empty where there is none."""
    found = re.search(_DATE_OF_ADDRESS, posixpath.dirname(end))
    return tuple(int(part) for part in found.groups() if part) if found else ()


def _fit(page: Page, stem: str, end: str) -> int:
    """How well the end of an address fits the page with this stem, both in lower case: one of the four above."""
    if stem == end or stem.endswith("/" + end):
        return _SAME_PATH
    if any("{" in name or "/:" in name for name in page.names):
        return _ANY_FOLDER  # a permalink that a template makes
    if _declares_address(page):
        return _SAME_FOLDER if any(("/" + end).endswith("/" + path) for path in _paths(page)) else _NO_FIT
    if date := _date_of_address(end):
        return _ANY_FOLDER if any(its[: len(date)] == date for its in _dates(page)) else _NO_FIT
    if any(public.endswith("/" + end) for public in _public_stems(page, stem)):
        return _SAME_FOLDER if "/" in end or not stem.startswith(end) else _NO_FIT
    return _ANY_FOLDER if _is_post(page.path) else _NO_FIT


def _public_stems(page: Page, stem: str) -> Iterator[str]:
    """The stem without dates, numbers and leading underlines, after a slash; then with each slug as its name."""
    public = "".join("/" + PREFIX.sub("", part).lstrip("_") for part in stem.split("/"))
    yield public
    yield from (f"{posixpath.dirname(public).rstrip('/')}/{slug}" for slug in _slugs(page))


def _slugs(page: Page) -> Iterator[str]:
    """The slugs and ids of the front matter, in lower case; they stand for the file's name."""
    bare = (name.strip("/").lower() for name in page.names)
    return (name for name in bare if name and "/" not in name)


def _paths(page: Page) -> Iterator[str]:
    """The addresses of the front matter that hold a folder, in lower case: a site may put its own before them."""
    bare = (name.strip("/").lower() for name in page.names if ":" not in name)
    return (name for name in bare if "/" in name)


def _dates(page: Page) -> Iterator[_Date]:
    """The dates that the file's name and its front matter give the page."""
    for text in (posixpath.basename(page.path), page.date):
        if found := re.match(_DATE, text):
            yield tuple(map(int, found.groups()))


def _declares_address(page: Page) -> bool:
    """Whether the front matter gives the page's whole address, so that its file's name gives none."""
    return any(
        name.lower().endswith((".html", ".htm")) or "/" in name.strip("/") for name in page.names if ":" not in name
    )


def _is_dated(path: str) -> bool:
    """Whether the file's name begins with a date."""
    return bool(re.match(_DATE, posixpath.basename(path)))


def _is_post(path: str) -> bool:
    """Whether the file is a blog's post, whose address need not hold its folder."""
    return "_posts/" in path or _is_dated(path)
