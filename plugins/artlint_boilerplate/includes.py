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
# Start and end of a box, and what makes a tab of one for MkDocs, Sphinx, Bootstrap and Docusaurus.
_BOX = r"(?i)<(/?)(?:div|section)\b([^<>]{0,300})"
_TAB = (
    r"""(?i)\srole=["']?tabpanel\b"""
    r"""|\sclass=(?:["'](?:[^"']*\s)?)?tab(?:bed-block|-pane|-panel|panel|-content)(?=["'\s>]|$)"""
)
_UNSEEN = r"(?is)<!--.*?-->|<script\b.*?</script>"
# How far before a copy its tab may begin.
_LONGEST_TAB = 50_000
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
    gaps = [article.text[max(end, start - _LONGEST_TAB) : start] for (_, end), (start, _) in pairwise(spans)]
    return any(_opens_tab(gap) for gap in gaps)


def _opens_tab(html: str) -> bool:
    """Whether a tab begins in the piece of HTML and does not end in it."""
    are_tabs: list[bool] = []  # of the boxes that are open
    for box in re.finditer(_BOX, re.sub(_UNSEEN, "", html)):
        if not box[1]:
            are_tabs.append(re.search(_TAB, box[2]) is not None)
        elif are_tabs:
            are_tabs.pop()
    return any(are_tabs)


def are_included(ids: Iterable[str]) -> bool:
    """Whether at least half of the copies, and two, have one id: a builder set them from one source."""
    counts = Counter(ids)
    total = counts.total()
    del counts[""]
    return max(counts.values(), default=0) >= max(2, _SHARE * total)
