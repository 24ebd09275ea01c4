"""Edits that point a reference to another article, in the style in which it was written."""

import posixpath
from typing import TYPE_CHECKING

from artlint import Edit, Fix
from artlint_navigation.reference import Reference
from artlint_navigation.verdicts import Resolved

if TYPE_CHECKING:
    from artlint_navigation.book import Book


def pointed_to(book: "Book", resolved: Resolved, path: str, *, safe: bool) -> Fix | None:
    """The fix that makes the reference and its copies name the article at `path`; None where it is not clear how."""
    edits = [_edit(book, reference, path) for reference in (resolved.reference, *resolved.copies)]
    known = tuple(edit for edit in edits if edit)
    return Fix(known, safe, f"name {known[0].new}") if len(known) == len(edits) else None


def _edit(book: "Book", reference: Reference, path: str) -> Edit | None:
    old = reference.written if reference.target is None else reference.target
    new = _title(book, path) if reference.target is None else _address(book, old, reference.path, path)
    start, end = reference.address
    if not new or new == old or end - start != len(old) or (reference.target is None and reference.more):
        return None
    return Edit(start, end, old, new)


def _title(book: "Book", path: str) -> str:
    page = book.page_by_path[path]
    return page.titles[0] if page.titles else ""


def _address(book: "Book", old: str, source: str, path: str) -> str:
    """`path` as an address with the root, suffix and prefix that `old` has."""
    if any(mark in old for mark in "?#%\\") or "://" in old:
        return ""
    page = book.page_by_path[path]
    own = book.page_by_path[source]
    suffix = posixpath.splitext(old)[1]
    permalinks = [posixpath.splitext(each.names[0])[1] if each.names else "" for each in (page, own)]
    if suffix and permalinks == [suffix, suffix]:
        place, folder = page.names[0].strip("/"), posixpath.dirname(own.names[0].strip("/"))
    else:
        place, folder = _place(path, old), posixpath.dirname(source)
    if not place:
        return ""
    if old.startswith("/"):
        folder_of_old = posixpath.dirname(old.rstrip("/")).strip("/")
        if not ("/" + posixpath.dirname(place)).endswith("/" + folder_of_old):
            return ""
        new = f"{posixpath.dirname(old.rstrip('/')).rstrip('/')}/{posixpath.basename(place)}"
    else:
        new = posixpath.relpath(place, folder or ".")
        new = f"./{new}" if old.startswith("./") and not new.startswith(".") else new
    return new + "/" if old.endswith("/") else new


def _place(path: str, old: str) -> str:
    """`path` with the suffix of `old`; "" where a site may leave out of its address what its file name begins with."""
    from artlint_navigation.addresses import is_index, stem  # loaded already by whoever has a book
    from artlint_navigation.published import PREFIX

    suffix = posixpath.splitext(old)[1]
    if suffix and path.endswith(suffix):
        return path
    if PREFIX.match(posixpath.basename(path)) and not PREFIX.match(posixpath.basename(old.rstrip("/"))):
        return ""
    return posixpath.splitext(path)[0] + suffix if suffix or is_index(old) else stem(path)
