"""Paths as the user who ran the command writes them."""

import os
from collections.abc import Callable
from functools import cache
from pathlib import Path


def from_here(root: Path) -> Callable[[str], str]:
    """A function from an article's path below `root` to its path from the working folder, with `/`."""
    prefix = os.path.relpath(root).replace(os.sep, "/")

    @cache
    def shown(path: str) -> str:
        return path if prefix == "." or not path else os.path.normpath(f"{prefix}/{path}").replace(os.sep, "/")

    return shown
