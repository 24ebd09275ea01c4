"""HTML inside of Markdown: what a reader sees of it, and its links."""

import re
from collections.abc import Iterator
from functools import cache

from artlint.article import Link

# No quantifier below can run over the same text twice, so that hostile input stays linear: tags end at the
# next "<" at the latest, and what is opened but never closed reaches to the end.
_TAG = r"</?[A-Za-z!?/][^<>]*>"
_LINK_TAG = r"<a\b[^<>]*>|</a\s*>|<img\b[^<>]*>"
_UNSEEN = r"<!--|<(script|style|template|video|audio|canvas|iframe|object)\b[^<>]*>"


def visible_text(source: str) -> str:
    """The text of a piece of HTML, images as their `alt`, without outer blanks."""
    if "<" in source:
        seen = "".join(_seen(source))
        lower = seen.lower()  # most HTML has neither: its tags are taken out without a call for each
        source = _compiled(_TAG).sub(_in_place_of if "<img" in lower or "<br" in lower else "", seen)
    return unescaped(source).strip()


def unescaped(text: str) -> str:
    """`text` with its character references resolved."""
    if "&" in text:
        from html import unescape  # 2 ms that few articles need

        text = unescape(text)
    return text


def attribute(tag: str, name: str) -> str | None:
    """The value of an attribute of the tag as written between `<` and `>`, else None."""
    found = _attribute(name).search(tag)
    return unescaped(found[1] or found[2] or found[3] or "") if found else None


def html_links(source: str, start: int, block: int) -> Iterator[Link]:
    """The links and images of a piece of HTML that begins at the article's offset `start`."""
    opened: re.Match[str] | None = None
    for tag in _compiled(_LINK_TAG).finditer(source):
        name = tag[0][:3].lower()
        if name == "<im":
            yield image(tag[0], start + tag.start(), start + tag.end(), block)
        elif name == "</a":
            if opened:
                text = visible_text(source[opened.end() : tag.start()])
                yield from anchor(opened[0], text, start + opened.start(), start + tag.end(), block)
            opened = None
        else:
            opened = tag


def anchor(tag: str, text: str, start: int, end: int, block: int) -> Iterator[Link]:
    """The link that `<a ...>` opens, if it has a target."""
    target = attribute(tag, "href")
    if target is not None:
        rel, classes = (attribute(tag, "rel") or "").lower(), (attribute(tag, "class") or "").lower()
        title = attribute(tag, "title") or ""
        yield Link("link", text, target.strip(), start, end, block, title, rel, classes)


def image(tag: str, start: int, end: int, block: int) -> Link:
    """The image that `<img ...>` shows."""
    target = (attribute(tag, "src") or "").strip()
    return Link("image", attribute(tag, "alt") or "", target, start, end, block, attribute(tag, "title") or "")


def _seen(source: str) -> Iterator[str]:
    """`source` without comments, scripts and styles."""
    position, opening = 0, _compiled(_UNSEEN)
    while found := opening.search(source, position):
        yield source[position : found.start()]
        closing = _compiled(rf"</{found[1].lower()}\s*>" if found[1] else "-->")
        end = closing.search(source, found.end())
        if not end:
            return
        position = end.end()
    yield source[position:]


def _in_place_of(tag: re.Match[str]) -> str:
    name = tag[0][1:4].lower()
    if name == "img":
        return attribute(tag[0], "alt") or ""
    return "\n" if name[:2] == "br" else ""


@cache
def _attribute(name: str) -> re.Pattern[str]:
    return _compiled(rf"[\s\"']{name}\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")


@cache  # that of `re` takes 0.5 µs a look-up, as long as most of these searches
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
