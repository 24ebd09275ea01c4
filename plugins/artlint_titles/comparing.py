"""Whether two titles of one article say the same."""

import re

# What parts a page's title from the site's or the section's.
_SEPARATOR = r"\s+[|\-–—:·•»«/]{1,2}\s+|\s*[|·•»—()]\s*|:\s+"
_SEPARATORS = (" | ", " - ", " – ", " — ", " · ", " • ", " » ", " :: ")
_WORD = r"\w+"
_LEAST_SHARED = 0.5
_STEM = 4
# "Pro Support" and "Professional Support & Products" are one page's names; so are most that share such a word.
_LONG_WORD = 6


def segments(title: str) -> list[str]:
    """The title's parts between separators: `Ferry` and `City of Oster` of `Ferry | City of Oster`."""
    return [part.strip() for part in re.split(_SEPARATOR, title) if part.strip()]


def agree(title: str, other: str) -> bool:
    """Whether one title holds the other or a part of it; punctuation, case and site suffixes do not count."""
    ours, theirs = _plain(title), _plain(other)
    if not ours or not theirs or ours in theirs or theirs in ours:
        return True
    return any(f" {_plain(part)} " in f" {theirs} " for part in segments(title)) or any(
        f" {_plain(part)} " in f" {ours} " for part in segments(other)
    )


def alike(title: str, other: str) -> bool:
    """Whether at least half of the longer title's words stand in the other."""
    ours, theirs = _stems(title), _stems(other)
    return len(ours & theirs) >= _LEAST_SHARED * max(len(ours), len(theirs))


def related(title: str, other: str) -> bool:
    """Whether the titles share a long word, or parts of them half of the shorter's words, or initials."""
    if _long_words(title) & _long_words(other):
        return True
    return any(_share(ours, theirs) for ours in segments(title) for theirs in segments(other))


def _share(title: str, other: str) -> bool:
    ours, theirs = _stems(title), _stems(other)
    if len(ours & theirs) >= _LEAST_SHARED * min(len(ours), len(theirs)):
        return True
    return _initials(title) == _plain(other) or _initials(other) == _plain(title)


def _long_words(title: str) -> set[str]:
    return {word[:_LONG_WORD] for word in _plain(title).split() if len(word) >= _LONG_WORD}


def _initials(title: str) -> str:
    return "".join(word[0] for word in _plain(title).split())


def _stems(title: str) -> set[str]:
    """The title's words by their beginnings, so that endings do not count."""
    return {word[:_STEM] for word in _plain(title).split()}


def _plain(title: str) -> str:
    return " ".join(re.findall(_WORD, title.casefold()))


def last_part(title: str) -> str:
    """What stands behind the title's last separator between blanks, with the separator; "" where there is none."""
    start = max(map(title.rfind, _SEPARATORS))
    return title[start:].strip() if start > 0 else ""
