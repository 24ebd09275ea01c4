"""Titles compared: as written, normalised, shortened; each found by all articles' titles."""

import re
import unicodedata
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property

_QUOTES = dict.fromkeys(map(ord, '‘’‚‛“”„‟«»‹›′″`´＂＇"'), "'")
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−－"), "-")
_GONE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\ufe0f*_"))
_MARKS = {**_QUOTES, **_DASHES, **_GONE}
_NUMBER = (
    r"^(?:(?:chapter|part|section|lesson|step|unit|module|appendix|kapitel|teil|chapitre|capítulo|глава)\s+)?"
    r"(?:\d+(?:\.\d+)*|[ivxlc]+(?=[.:)]))\s*[.:)–-]?\s+(?=\w)"
)
_SUFFIX = r"\s+(?:[-|·»]|::)\s+"
_ELLIPSES = ("...", "…")
_MOST_SUFFIXES = 3  # "Title - Section - Site"
_SHORTEST_PREFIX = 8  # characters of a cut title


def normalised(title: str) -> str:
    """The title without what typography, markup and letter case add to it."""
    if "&" in title:
        from html import unescape  # 2 ms that few titles need

        title = unescape(title)
    if not title.isascii():
        title = unicodedata.normalize("NFKC", title)
    bare = " ".join(title.translate(_MARKS).split()).casefold()
    return bare[1:-1] if bare[:1] == bare[-1:] == "'" and bare.count("'") == 2 else bare


def without_number(title: str) -> str:
    """A normalised title without "Chapter 3:" or "3.1" at its head."""
    return re.sub(_NUMBER, "", title, count=1)


def is_cut(title: str) -> bool:
    """Whether the title ends in an ellipsis."""
    return title.endswith(_ELLIPSES)


class TitleIndex:
    """The articles of each title; the costlier views are made when a title is not found as it is written."""

    def __init__(self, titles: Iterable[tuple[str, Sequence[str]]]) -> None:
        """`titles` are pairs of an article's path and its titles."""
        self.by_title: dict[str, list[str]] = defaultdict(list)
        for path, its_titles in titles:
            for title in its_titles:
                self.by_title[title].append(path)

    @cached_property
    def by_normalised(self) -> dict[str, list[str]]:
        return _merged((normalised(title), paths) for title, paths in self.by_title.items())

    @cached_property
    def by_loose(self) -> dict[str, list[str]]:
        return _merged((without_number(title), paths) for title, paths in self.by_normalised.items())

    @cached_property
    def sorted_titles(self) -> list[str]:
        return sorted(self.by_normalised)

    def exact(self, title: str) -> list[str]:
        return self.by_title.get(" ".join(title.split()), [])

    def same(self, title: str) -> list[str]:
        """The articles whose title differs in typography, markup, entities or letter case alone."""
        return self.by_normalised.get(normalised(title), [])

    def beginning(self, title: str) -> list[str]:
        """The articles whose title goes on where this one ends in an ellipsis."""
        prefix = normalised(title).rstrip(". ")
        if not is_cut(title.rstrip()) or len(prefix) < _SHORTEST_PREFIX:
            return []
        found: list[str] = []
        for number in range(bisect_left(self.sorted_titles, prefix), len(self.sorted_titles)):
            if not self.sorted_titles[number].startswith(prefix):
                break
            found += self.by_normalised[self.sorted_titles[number]]
        return found

    def without_site(self, title: str) -> list[str]:
        """The articles whose title stands before the last separator: "Title - The Site"."""
        *head, _ = re.split(_SUFFIX, normalised(title))
        for count in range(len(head), max(0, len(head) - _MOST_SUFFIXES), -1):
            if found := self.by_normalised.get(" - ".join(head[:count]), []):
                return found
        return []

    def loose(self, title: str) -> list[str]:
        """The articles whose title differs in a leading number alone."""
        return self.by_loose.get(without_number(normalised(title)), [])


def _merged(pairs: Iterable[tuple[str, list[str]]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for key, paths in pairs:
        known = found.get(key)
        found[key] = paths if known is None else [*known, *(path for path in paths if path not in known)]
    return found
