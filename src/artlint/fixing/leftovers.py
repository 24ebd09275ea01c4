"""Whether a killed run left something beside the articles; what every run asks before it reads them."""

import os
from collections.abc import Iterable
from pathlib import Path

from artlint.fixing.folders import JOURNAL, TEMPORARY
from artlint.report import Failure


def recovered(root: Path, paths: Iterable[str], linked: Iterable[str]) -> list[Failure]:
    """Put right what a killed run left in the folders of these articles; what a person must look at comes back.

    For the articles `linked` this looks in the folders that links lead to as well.
    """
    folders = {path.rpartition("/")[0]: path for path in paths}  # os.path.dirname costs four times as much
    for path in linked:
        if os.path.islink(root / path):  # noqa: PTH114
            folders[os.path.dirname(os.path.realpath(root / path))] = path  # noqa: PTH120
    leftovers = [(root / folder, path) for folder, path in folders.items() if _has_leftovers(root / folder)]
    if not leftovers:
        return []
    from artlint.fixing.recovery import recover_folders  # hardly any run needs it

    return list(recover_folders(leftovers))


def _has_leftovers(folder: Path) -> bool:
    return any(os.path.lexists(folder / name) for name in (JOURNAL, TEMPORARY))
