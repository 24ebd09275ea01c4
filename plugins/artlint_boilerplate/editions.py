"""Which articles are editions of one another: one page in another language, version or format."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from functools import lru_cache

from artlint import Facts

# Compiled when the first path asks for them. A bare number is a year or a month rather than a version; `C` is what
# GNOME's help calls the language it was written in.
_EDITION = (
    r"(?i)[a-z]{2}([-_][a-z]{2,4})?|(?-i:C)|v\d+([._-](\d+|x))*|\d+([._](\d+|x))+"
    r"|(version|release|rel)[-_.]?v?\d+([._-](\d+|x))*|latest|stable|next|current|dev|main|master|old|unstable|_sources"
    r"|es6|esm|cjs"
)
# `guide.de.md`, `guide_fr.html`, `guide.md`, and `_sources/guide.rst.txt`, what a manual's page was made of
_SUFFIX = r"(?i)(\.(rst|md))?([._][a-z]{2}([-_][a-z]{2,4})?)?\.\w+$"
# `guide-de/`, `help_it/`; of two-letter words those alone that end no English folder's name
_LANGUAGE_TAIL = (
    r"(?i)(?<=\w)[-_.](ar|bg|ca|cs|da|de|en|es|fi|fr|he|hu|it|ja|ko|nb|nl|pl|pt|ro|ru|sv|tr|uk|vi|zh)([-_][a-z]{2})?$"
)
# Folders with so many file names in common, half of the smaller one's, tell of one thing in variants: `linux/`, `mac/`.
_PARALLEL_NAMES, _PARALLEL_SHARE = 5, 0.5
# With so many works told apart, further ones are only counted.
_MOST_COMPARED = 20
_VERSION_NAME = (
    r"(?i)((release|version|changes|news|whats-?new(-in)?|rel(ease-?)?notes?)[-_.]?)?"
    r"(v\d+|v?\d+([._]\d+)+)([._-]?(a|b|rc|alpha|beta)[._-]?\d*)?"
)


def is_page(path: str) -> bool:
    """Whether the article is a page of HTML."""
    return path.lower().endswith((".html", ".htm", ".xhtml"))


@lru_cache(maxsize=200_000)
def work_of(path: str) -> str:
    """`path` without what tells language, version and format; equal for editions of one page."""
    *folders, name = path.split("/")
    kept = [re.sub(_LANGUAGE_TAIL, "", folder) for folder in folders if not re.fullmatch(_EDITION, folder)]
    return "/".join((*kept, re.sub(_SUFFIX, "", name)))


@lru_cache(maxsize=200_000)
def series_of(path: str) -> str:
    """`work_of`, but one for all release notes of a folder: pages that have a version for a name."""
    folder, _, name = work_of(path).rpartition("/")
    return folder if re.fullmatch(_VERSION_NAME, name) else f"{folder}/{name}"


def names_by_folder(facts: Facts) -> Mapping[str, Set[str]]:
    """The file names of each folder; to be had by `facts.derived(names_by_folder)`."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in facts.articles:
        folder, _, name = path.rpartition("/")
        found[folder].add(name)
    return found


def count_works(paths: Iterable[str], names: Mapping[str, Set[str]]) -> int:
    """How many works the articles are: editions, formats and variants of a page in parallel folders count once."""
    by_name: dict[str, list[str]] = defaultdict(list)
    count = 0
    for path in sorted({work_of(path): path for path in sorted(paths)}.values()):
        known = by_name[work_of(path).rpartition("/")[2]]
        if count < _MOST_COMPARED and any(_is_variant(path, other, names) for other in known):
            continue
        known.append(path)
        count += 1
    return count


def _is_variant(path: str, other: str, names: Mapping[str, Set[str]]) -> bool:
    """Whether two pages of one name are one page, built (`src/guide/a.md`, `out/guide/a.html`) or in variants."""
    if path.rpartition(".")[2] != other.rpartition(".")[2]:
        return work_of(path).split("/")[-2:] == work_of(other).split("/")[-2:]
    one, two = names.get(path.rpartition("/")[0], frozenset()), names.get(other.rpartition("/")[0], frozenset())
    return len(one & two) >= max(_PARALLEL_NAMES, _PARALLEL_SHARE * min(len(one), len(two)))
