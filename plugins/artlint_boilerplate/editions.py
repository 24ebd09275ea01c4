"""Which articles are editions of one another: the same page in another language or version."""

import re
from functools import lru_cache

_EDITION = re.compile(
    r"[a-z]{2,3}([-_][a-z]{2,4})?|v?\d+([._-](\d+|x))*|latest|stable|next|current|dev|main|master|old|unstable",
    re.IGNORECASE,
)
# `guide.de.md`, `guide_fr.html`
_SUFFIX = re.compile(r"[._-]([a-z]{2}([-_][a-z]{2,4})?)(?=\.\w+$)", re.IGNORECASE)


@lru_cache(maxsize=200_000)
def work_of(path: str) -> str:
    """`path` without the folders and suffixes that tell languages and versions; equal for editions of one page."""
    *folders, name = path.split("/")
    kept = [folder for folder in folders if not _EDITION.fullmatch(folder)]
    return "/".join((*kept, _SUFFIX.sub("", name)))
