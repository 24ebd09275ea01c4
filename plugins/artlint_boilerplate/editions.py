"""Which articles are editions of one another: one page in another language, version or format."""

import re
from functools import lru_cache

_EDITION = re.compile(
    r"[a-z]{2,3}([-_][a-z]{2,4})?|v?\d+([._-](\d+|x))*|latest|stable|next|current|dev|main|master|old|unstable",
    re.IGNORECASE,
)
# `guide.de.md`, `guide_fr.html`, `guide.md`
_SUFFIX = re.compile(r"([._][a-z]{2}([-_][a-z]{2,4})?)?\.\w+$", re.IGNORECASE)
_VERSION_NAME = re.compile(r"(v\d+|v?\d+([._]\d+)+)([._-]?(a|b|rc|alpha|beta)[._-]?\d*)?", re.IGNORECASE)


@lru_cache(maxsize=200_000)
def work_of(path: str) -> str:
    """`path` without what tells language, version and format; equal for editions of one page."""
    *folders, name = path.split("/")
    kept = [folder for folder in folders if not _EDITION.fullmatch(folder)]
    return "/".join((*kept, _SUFFIX.sub("", name)))


@lru_cache(maxsize=200_000)
def series_of(path: str) -> str:
    """`work_of`, but one for all release notes of a folder: pages that have a version for a name."""
    folder, _, name = work_of(path).rpartition("/")
    return folder if _VERSION_NAME.fullmatch(name) else f"{folder}/{name}"
