"""The tables of contents of site generators' own files: `nav` of `mkdocs.yml`, Jupyter Book's `_toc.yml`."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from artlint import Entry
from artlint.yaml_loading import YamlError, load_yaml

_DOCUMENTS = (".md", ".markdown", ".mdown", ".mkd", ".mdx", ".ipynb", ".qmd", ".rmd")
_PARTS = ("parts", "subtrees", "chapters", "sections", "entries", "items")


class NavEntry(NamedTuple):
    """An article that a site's table of contents lists: where, its address as written, and its title or ""."""

    start: int
    end: int
    target: str
    title: str


def mkdocs_nav(text: str) -> tuple[str, list[NavEntry]]:
    """The folder that the entries of `nav` are read from, relative to the file's own, and the entries."""
    keys = _mapping(text)
    folder = (keys["docs_dir"].text if "docs_dir" in keys else None) or "docs"
    return folder, list(_nav(keys["nav"], "")) if "nav" in keys else []


def book_toc(text: str) -> list[NavEntry]:
    """The entries of a `_toc.yml`."""
    keys = _mapping(text)
    return list(_chapters(keys)) if "root" in keys else []


def _mapping(text: str) -> Mapping[str, Entry]:
    try:
        root = load_yaml(text).root
    except YamlError:
        return {}  # the generator will say so
    return root.keys if root else {}


def _nav(entry: Entry, title: str) -> Iterator[NavEntry]:
    """All articles below an entry; wildcards, other sites and files that are no articles are left out."""
    for item in entry.items:
        yield from _nav(item, "")
    for key, item in entry.keys.items():
        yield from _nav(item, key)
    target = entry.text
    if target and target.lower().endswith(_DOCUMENTS) and "://" not in target and not set(target) & set("*!{"):
        yield NavEntry(entry.start, entry.end, target, title)


def _chapters(keys: Mapping[str, Entry]) -> Iterator[NavEntry]:
    for name in ("root", "file"):
        if name in keys and (target := keys[name].text):
            title = (keys["title"].text if "title" in keys else None) or ""
            yield NavEntry(keys[name].start, keys[name].end, target, title)
    for name in _PARTS:
        for item in keys[name].items if name in keys else ():
            yield from _chapters(item.keys)
