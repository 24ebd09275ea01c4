"""A title made of an article's file name, for articles that have none."""

import re
from pathlib import PurePosixPath

from artlint import Article, Edit, Fix
from artlint_titles.editions import without_marks

_PREFIX = re.compile(r"^(?:\d{4}-\d{2}-\d{2}|\d+(?:\.\d+)*)[-_. ]+(?=\D)")
_NAMELESS = frozenset(("index", "readme", "_index", "default", "home"))
_HEAD = re.compile(r"<head\b[^>]*>", re.IGNORECASE)


def titling(article: Article) -> Fix | None:
    """The fix that gives the article its file's name as title; None where that is no name."""
    name = name_of(article.path)
    edit = _edit(article, name) if name else None
    return Fix((edit,), safe=False, description=f'add the title "{name}"') if edit else None


def name_of(path: str) -> str:
    """What the file's name says, or the folder's for an index page: words, the first with a capital; "" for none."""
    file = PurePosixPath(path)
    stem = file.stem if file.stem.casefold() not in _NAMELESS else file.parent.name
    words = re.sub(r"[^\w']+|_+", " ", _PREFIX.sub("", without_marks(stem, "._"))).strip()
    return words[:1].upper() + words[1:] if sum(map(str.isalpha, words)) >= 3 else ""


def _edit(article: Article, name: str) -> Edit | None:
    entry = article.metadata.get("title")
    if entry and entry.key_start >= 0 and article.body:
        written = article.text[entry.start : entry.end]
        return Edit(entry.start, entry.end, written, _quoted(name) if written else f" {_quoted(name)}")
    if article.body:
        end = article.line_starts[1]
        line = {"---": f"title: {_quoted(name)}\n", "+++": f'title = "{name}"\n'}.get(article.text[:3])
        return Edit(end, end, "", line) if line else None
    if article.format == "html":
        head = _HEAD.search(article.text)
        return Edit(head.end(), head.end(), "", f"\n<title>{name}</title>") if head else None
    above = {"markdown": f"# {name}\n\n", "text": f"{name}\n\n"}.get(article.format)
    return Edit(0, 0, "", above) if above else None


def _quoted(name: str) -> str:
    """The name as a YAML scalar."""
    return name if name.replace(" ", "").isalpha() else f'"{name}"'
