"""References of HTML pages: `rel`, and the classes and labels of navigation bars outside of the article."""

import re
from collections.abc import Iterator

from artlint import Article, Link
from artlint_navigation.labels import NEXT, PREVIOUS, Labels
from artlint_navigation.link_lines import is_called_so, label_and_title, leads_to_article
from artlint_navigation.reference import Reference

_DIRECTION_BY_WORD = {
    "prev": PREVIOUS,
    "previous": PREVIOUS,
    "older": PREVIOUS,
    "next": NEXT,
    "newer": NEXT,
}
_MANUALS = "(dir)"  # what Texinfo calls the directory of all manuals
UP = "up"  # level of a reference to the page above
_WORDS = r"[^-_\s]+"
# Words that stand beside "next" in the class of a link to an article; carousels and scripts have others.
_NAVIGATION_WORDS = frozenset(
    ("nav", "navigation", "pagination", "pager", "post", "link", "page", "article", "left", "right", "entry")
    + ("sibling", "chapter", "chapters", "section", "sequence", "adjacent", "blog")
)
# Pictures in a row, and pages of a list, in which "next posts" even goes back in time.
_OTHER_WORDS = frozenset(
    ("carousel", "slick", "swiper", "slide", "slider", "gallery", "control", "owl", "flex")
    + ("posts", "entries", "articles", "stories", "pages", "results", "items", "comments")
)


def html_references(article: Article, labels: Labels) -> Iterator[Reference]:
    """The page's references by relation, class or label; links inside of its blocks only by the first two."""
    for link in article.links:
        if link.kind == "image" or not (link.rel or link.classes or link.text):
            continue
        direction, detail = _direction(link, labels)
        if direction and leads_to_article(link.target) and _MANUALS not in (link.text, link.title):
            found = _reference(article, link, direction, detail, labels)
            # Texinfo calls the page above the first one of a level its previous one; no page's next leads down.
            is_up = direction == PREVIOUS and link.target in article.derived(_above)
            yield found._replace(level=UP) if is_up else found


def _above(article: Article) -> frozenset[str]:
    """The addresses that the page calls the one above it."""
    return frozenset(link.target for link in article.links if "up" in link.rel and "up" in link.rel.split())


def is_declared(link: Link) -> bool:
    """Whether `rel` or a class makes the link a reference, whatever its line says."""
    return bool(_by_rel(link) or _by_class(link))


def _direction(link: Link, labels: Labels) -> tuple[str, str]:
    """The direction and what tells it; two empty texts where the link is no reference."""
    if direction := _by_rel(link):
        return direction, "rel"
    if link.kind != "link":
        return "", ""
    if direction := _by_class(link):
        return direction, "class"
    if link.block >= 0:
        return "", ""
    if not any(map(str.isalpha, link.text)):  # an arrow or an image; its title may tell
        label = labels.read(link.title) if link.title else None
        return (label.direction, "title") if label else ("", "")
    if not labels.may_stand_in(link.text):
        return "", ""
    label = labels.read(link.text) if not is_called_so(link) else None
    found = None if label else label_and_title(link.text, labels)
    label = found[0] if found else label
    return (label.direction, "link") if label else ("", "")


def _by_rel(link: Link) -> str:
    if not link.rel:
        return ""
    found = {_DIRECTION_BY_WORD[word] for word in link.rel.split() if word in ("prev", "previous", "next")}
    return found.pop() if len(found) == 1 else ""


def _by_class(link: Link) -> str:
    classes = link.classes
    if "prev" not in classes and "next" not in classes and "older" not in classes and "newer" not in classes:
        return ""
    found: set[str] = set()
    for name in classes.split():
        words = re.findall(_WORDS, name)
        directions = {_DIRECTION_BY_WORD[word] for word in words if word in _DIRECTION_BY_WORD}
        if len(directions) == 1 and not name.startswith("__"):
            if not _OTHER_WORDS.isdisjoint(words):
                return ""
            if not _NAVIGATION_WORDS.isdisjoint(words):
                found |= directions
    return found.pop() if len(found) == 1 else ""


def _reference(article: Article, link: Link, direction: str, detail: str, labels: Labels) -> Reference:
    label = labels.read(link.text)
    inside = None if label else label_and_title(link.text, labels)
    title = inside[1] if inside else "" if label else link.text
    named = label_and_title(link.title, labels)
    found = article.text.find(link.target, link.start, link.end)
    return Reference(
        direction,
        f"html:{detail}",
        article.place(link.start, link.end),
        link.target,
        title or (named[1] if named else link.title if link.kind == "relation" else ""),
        label=link.text if label else inside[2] if inside else "",
        level=label.level if label else "",
        address=(found, found + len(link.target)) if found >= 0 else (0, 0),
    )
