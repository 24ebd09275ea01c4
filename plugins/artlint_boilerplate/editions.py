"""Which articles are editions of one another: one page in another language, version or format."""

import re
from functools import lru_cache

# Compiled when the first path asks for them. A bare number is a year or a month rather than a version.
_EDITION = (
    r"(?i)[a-z]{2}([-_][a-z]{2,4})?|v\d+([._-](\d+|x))*|\d+([._](\d+|x))+"
    r"|latest|stable|next|current|dev|main|master|old|unstable|_sources"
)
# `guide.de.md`, `guide_fr.html`, `guide.md`, and `_sources/guide.rst.txt`, what a manual's page was made of
_SUFFIX = r"(?i)(\.(rst|md))?([._][a-z]{2}([-_][a-z]{2,4})?)?\.\w+$"
_VERSION_NAME = r"(?i)(v\d+|v?\d+([._]\d+)+)([._-]?(a|b|rc|alpha|beta)[._-]?\d*)?"


@lru_cache(maxsize=200_000)
def work_of(path: str) -> str:
    """`path` without what tells language, version and format; equal for editions of one page."""
    *folders, name = path.split("/")
    kept = [folder for folder in folders if not re.fullmatch(_EDITION, folder)]
    return "/".join((*kept, re.sub(_SUFFIX, "", name)))


@lru_cache(maxsize=200_000)
def series_of(path: str) -> str:
    """`work_of`, but one for all release notes of a folder: pages that have a version for a name."""
    folder, _, name = work_of(path).rpartition("/")
    return folder if re.fullmatch(_VERSION_NAME, name) else f"{folder}/{name}"
