"""Which copies a builder set from one source: their own tags have one id."""

import re
from collections import Counter
from collections.abc import Iterable

from artlint import Article

# The start tag that a block's text follows, or an anchor at the text's beginning.
_ID = r"""<[a-zA-Z][^<>]*\b(?:id|name)=["']?([^"'\s<>]+)[^<>]*>\s*$"""
_LONGEST_TAG = 200
# In so many of its standings a block has one id where it was included, rather than pasted.
_SHARE = 0.5


def id_before(article: Article, start: int) -> str:
    """The id of the element of HTML whose text begins at `start`, "" for none."""
    tag = article.text[article.text.rfind("<", max(0, start - _LONGEST_TAG), start) : start] if start else ""
    match = re.search(_ID, tag) if "id=" in tag or "name=" in tag else None
    return match[1] if match else ""


def are_included(ids: Iterable[str]) -> bool:
    """Whether at least half of the copies, and two, have one id: a builder set them from one source."""
    counts = Counter(ids)
    total = counts.total()
    del counts[""]
    return max(counts.values(), default=0) >= max(2, _SHARE * total)
