"""Whether a killed run left something beside the articles; what every run asks before it reads them."""

import os
from collections.abc import Iterable
from pathlib import Path

from artlint.fixing.folders import JOURNAL, TEMPORARY
from artlint.report import Failure


def recovered(root: Path, paths: Iterable[str], follow_links: bool) -> list[Failure]:
    """Put right what a killed run left in the folders of these articles; what a person must look at comes back.

    `follow_links` looks in the folders that links lead to as well.
    """
    folders: dict[str, str] = {}
    for path in paths:
        folders.setdefault(os.path.dirname(path), path)  # noqa: PTH120  a Path for each of 100,000 articles costs 0.3 s
        if follow_links and os.path.islink(root / path):  # noqa: PTH114
            folders.setdefault(os.path.dirname(os.path.realpath(root / path)), path)  # noqa: PTH120
    leftovers = [(root / folder, path) for folder, path in folders.items() if _has_leftovers(root / folder)]
    if not leftovers:
        return []
    from artlint.fixing.recovery import recover_folders  # hardly any run needs it

    return list(recover_folders(leftovers))


def _has_leftovers(folder: Path) -> bool:
    return any(os.path.lexists(folder / name) for name in (JOURNAL, TEMPORARY))
