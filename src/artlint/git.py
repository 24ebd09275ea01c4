"""What git knows of files; every question is one call, and no repository is an answer too."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path


def work_tree_of(folder: Path) -> Path | None:
    """The top of the work tree that `folder` stands in; None outside of git. No process is started."""
    for candidate in (folder, *folder.parents):
        if (candidate / ".git").exists():
            return candidate
    return None


def tracked_files(folder: Path, also_untracked: bool = False) -> Iterator[str]:
    """Paths of the tracked files below `folder`, relative to it; on request those not ignored as well.

    Raises OSError where git cannot be run or refuses to answer.
    """
    arguments = ["ls-files", "-z", "--cached", *(["--others", "--exclude-standard"] if also_untracked else [])]
    yield from dict.fromkeys(_run(folder, arguments))


def _run(folder: Path, arguments: list[str]) -> list[str]:
    """The NUL-separated output of git in `folder`."""
    # A hook sets GIT_DIR and the like for its own repository; the folder decides here.
    environment = {name: value for name, value in os.environ.items() if name not in {"GIT_DIR", "GIT_WORK_TREE"}}
    command = ["git", "-C", str(folder), *arguments]
    done = subprocess.run(command, capture_output=True, check=False, env=environment)
    if done.returncode:
        raise OSError(os.fsdecode(done.stderr).strip().split("\n")[0])
    return [os.fsdecode(path) for path in done.stdout.split(b"\0") if path]
