"""Which copies a builder set in HTML: of one source, by their ids, or as alternatives, in tabs and below anchors."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from artlint import Article

# The start tag that a block's text follows, and an anchor at the text's beginning.
_ID = r"""<[a-zA-Z][^<>]*\b(?:id|name)=["']?([^"'\s<>]+)[^<>]*>\s*$"""
_ANCHOR = r"""<a\s(?:[^<>]*\s)?(?:id|name)=["']?([^"'\s<>]+)"""
_LONGEST_TAG = 200
# What a term of a glossary means.
_MEANING = r"(?i)<dd\b[^<>]*>\s*(?:<(?:p|div)\b[^<>]*>\s*)?$"
# A tab of those that MkDocs, Sphinx, Bootstrap and Docusaurus know, and what may be in it.
_TAB = (
    r"""(?i)<(?:div|section)\s[^<>]*\b(?:role=["']?tabpanel"""
    r"""|class=["']?[^"'<>]*\btab(?:bed-block|-pane|-panel|panel|-content))\b"""
)
_BOX = r"(?i)<(/?)(?:div|section)\b"
# In so many of its standings a block has one id where it was included, rather than pasted.
_SHARE = 0.5


def id_before(article: Article, start: int) -> str:
    """The id of the element of HTML, or of the anchor, with which the text at `start` begins, "" for none."""
    if article.text.startswith("<a", start) and (anchor := re.compile(_ANCHOR).match(article.text, start)):
        return anchor[1]
    tag = article.text[article.text.rfind("<", max(0, start - _LONGEST_TAG), start) : start] if start else ""
    match = re.search(_ID, tag) if "id=" in tag or "name=" in tag else None
    return match[1] if match else ""


def have_anchors(article: Article, starts: Iterable[int]) -> bool:
    """Whether each of the texts has an anchor of its own, that others link to."""
    return all(re.compile(_ANCHOR).match(article.text, start) for start in starts)


def are_meanings(article: Article, starts: Iterable[int]) -> bool:
    """Whether each of the texts is the beginning of what a term of a glossary, or a name of a reference, means."""
    return all(re.search(_MEANING, article.text[max(0, start - _LONGEST_TAG) : start]) for start in starts)


def are_in_tabs(article: Article, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether one of the pieces of HTML, each from its start to its end, stands in a tab that those before do not."""
    return any(_opens_tab(article.text[end:start]) for (_, end), (start, _) in pairwise(spans))


def _opens_tab(gap: str) -> bool:
    return any(_is_open(gap[tab.start() :]) for tab in re.finditer(_TAB, gap))


def _is_open(html: str) -> bool:
    """Whether the box with which the piece of HTML begins is not closed in it."""
    depth = 0
    for box in re.finditer(_BOX, html):
        depth += -1 if box[1] else 1
        if not depth:
            return False
    return True


def are_included(ids: Iterable[str]) -> bool:
    """Whether at least half of the copies, and two, have one id: a builder set them from one source."""
    counts = Counter(ids)
    total = counts.total()
    del counts[""]
    return max(counts.values(), default=0) >= max(2, _SHARE * total)
