"""Throwing the store away."""

import shutil
from pathlib import Path


def remove_store(folder: Path) -> bool:
    """Delete the store's folder; False where there is none. Refuses a folder that is not a store's."""
    if not folder.is_dir() or folder.is_symlink():
        return False
    if not (folder / "CACHEDIR.TAG").is_file():
        raise OSError(f"{folder} is not a store of artlint: it has no CACHEDIR.TAG")
    shutil.rmtree(folder)
    return True


def discard_file(folder: Path) -> None:
    """Delete a store's file that cannot be used, so that the next run begins anew."""
    for name in ("results.sqlite", "results.sqlite-journal"):
        (folder / name).unlink(missing_ok=True)
