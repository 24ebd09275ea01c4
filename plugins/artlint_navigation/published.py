"""Where site generators publish a file: dates and numbers before its name are no part of its address.

Jekyll, Hexo, Eleventy and Docusaurus publish `_posts/2024-01-02-storm.md` at an address that ends in `storm` and
may hold the date (`/2024/01/02/storm.html`, `/blog/storm/`); Docusaurus publishes `docs/02-harbour.md` at
`/docs/harbour`.
"""

import posixpath
import re
from collections.abc import Iterator

from artlint_navigation.pages import Page

PREFIX = re.compile(r"^\d{4}-\d{2}-\d{2}[-_]|^\d+[-_.]+")  # of a name: its date or its number
_DATE = r"(\d{4})-(\d{2})-(\d{2})"
_DATE_OF_ADDRESS = r"(?:^|/)(\d{4})(?:/(\d{1,2})(?:/(\d{1,2}))?)?$"  # at the end of its folder
NO_FIT, ANY_FOLDER, SAME_FOLDER, SAME_PATH = range(4)

Date = tuple[int, ...]  # year; year and month; year, month and day


def last_parts(page: Page, stem: str) -> set[str]:
    """What the page's address can end in: its name, its name without date or number, its slug; in lower case."""
    name = posixpath.basename(stem).lower()
    return {name, PREFIX.sub("", name), *_slugs(page), *map(posixpath.basename, _paths(page))}


def date_of_address(end: str) -> Date:
    """The date in an address, as `(2024, 1, 2)` in `2024/01/02/storm`; empty where there is none."""
    found = re.search(_DATE_OF_ADDRESS, posixpath.dirname(end))
    return tuple(int(part) for part in found.groups() if part) if found else ()


def fit(page: Page, stem: str, end: str) -> int:
    """How well the end of an address fits the page with this stem, both in lower case: one of the four above."""
    if stem == end or stem.endswith("/" + end):
        return SAME_PATH
    if declares_address(page):
        return SAME_FOLDER if any(("/" + end).endswith("/" + path) for path in _paths(page)) else NO_FIT
    if date := date_of_address(end):
        return ANY_FOLDER if any(its[: len(date)] == date for its in _dates(page)) else NO_FIT
    if any(public.endswith("/" + end) for public in _public_stems(page, stem)):
        return SAME_FOLDER if "/" in end or not stem.startswith(end) else NO_FIT
    return ANY_FOLDER if _is_post(page.path) else NO_FIT


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


def _dates(page: Page) -> Iterator[Date]:
    """The dates that the file's name and its front matter give the page."""
    for text in (posixpath.basename(page.path), page.date):
        if found := re.match(_DATE, text):
            yield tuple(map(int, found.groups()))


def declares_address(page: Page) -> bool:
    """Whether the front matter gives the page's whole address, so that its file's name gives none."""
    return any(
        name.lower().endswith((".html", ".htm")) or "/" in name.strip("/") for name in page.names if ":" not in name
    )


def is_dated(path: str) -> bool:
    """Whether the file's name begins with a date."""
    return bool(re.match(_DATE, posixpath.basename(path)))


def _is_post(path: str) -> bool:
    """Whether the file is a blog's post, whose address need not hold its folder."""
    return "_posts/" in path or is_dated(path)
