"""What git knows of files; every question is one call, and no repository is an answer too."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

# A hook sets these for its own repository; here the folder decides. The index it sets is the one to be committed.
_MISLEADING = frozenset(("GIT_DIR", "GIT_WORK_TREE", "GIT_PREFIX"))
_MERGED = "GITHEAD_"
_REGULAR_FILES = ("100644", "100755")
_ON_DISK = "H"  # not so: S in a sparse checkout, h where git is told not to look at the disk


class GitMissingError(OSError):
    """There is no git to ask."""


class TrackedFile(NamedTuple):
    """A file of the index or of a revision: its path relative to the work tree's top, and its blob's name.

    `is_on_disk` is False where git does not look at the disk for it.
    """

    path: str
    blob: str
    is_on_disk: bool = True


class Unstaged(NamedTuple):
    """Files whose content on disk is not the staged one, those deleted there included.

    `intended` are announced by `git add -N` and have no staged content.
    """

    differing: set[str]
    intended: set[str]


def work_tree_of(folder: Path) -> Path | None:
    """The top of the work tree that `folder` stands in; None outside of git. No process is started."""
    for candidate in (folder, *folder.parents):
        if os.path.exists(candidate / ".git"):  # noqa: PTH110  Path.exists raises in folders that may not be read
            return candidate
    return None


def tracked_files(folder: Path, also_untracked: bool = False) -> Iterator[str]:
    """Paths of the tracked files below `folder`, relative to it; on request those not ignored as well.

    Raises OSError where git cannot be run or refuses to answer, as all functions here do.
    """
    arguments = ["ls-files", "-z", "--cached", *(["--others", "--exclude-standard"] if also_untracked else [])]
    yield from dict.fromkeys(_paths(folder, *arguments))


def index_files(top: Path) -> list[TrackedFile]:
    """The regular files as staged; of one in conflict our side."""
    by_path: dict[str, TrackedFile] = {}
    for row in _paths(top, "ls-files", "-s", "-v", "-z"):
        tag, mode, blob, stage_and_path = row.split(" ", 3)
        stage, _, path = stage_and_path.partition("\t")
        if mode in _REGULAR_FILES and stage in "02":
            by_path[path] = TrackedFile(path, blob, stage != "0" or tag == _ON_DISK)
    return list(by_path.values())


def tree_files(top: Path, revision: str) -> list[TrackedFile]:
    """The regular files of a revision."""
    files = []
    for row in _paths(top, "ls-tree", "-r", "-z", "--full-tree", revision):
        description, _, path = row.partition("\t")
        mode, _, blob = description.split(" ")
        if mode in _REGULAR_FILES:
            files.append(TrackedFile(path, blob))
    return files


def unstaged_files(top: Path) -> Unstaged:
    """Tracked files whose content on disk is not the staged one."""
    # Not diff-files, which names files that were merely touched, too.
    fields = _paths(top, "diff", "--no-ext-diff", "--name-status", "-z", "--no-renames", "--ignore-submodules")
    states = list(zip(fields[::2], fields[1::2], strict=True))
    return Unstaged({path for _, path in states}, {path for state, path in states if state == "A"})


def differing_files(top: Path, *revisions: str, staged: bool = False) -> set[str]:
    """Files that differ between the revisions, or between one and the index (`staged`) or the work tree.

    A renamed file counts under both its names.
    """
    cached = ["--cached"] if staged else []
    return set(
        _paths(top, "diff", *cached, "--name-only", "-z", "--no-renames", "--ignore-submodules", *revisions, "--")
    )


def renamed_files(top: Path, revision: str) -> dict[str, str]:
    """The new path of each file that was renamed since the revision, by its old one."""
    fields = _paths(top, "diff", "--name-status", "-z", "-M", "--diff-filter=R", "--ignore-submodules", revision, "--")
    return dict(zip(fields[1::3], fields[2::3], strict=True))


def setting(folder: Path, name: str) -> str:
    """A value of git's configuration, such as `user.name`; "" where it is not set or there is no git."""
    try:
        return os.fsdecode(_run(folder, "config", "--get", name)).strip()
    except OSError:
        return ""


def attribute(file: Path, name: str) -> str:
    """The value of a file's attribute in .gitattributes; "" where it has none or there is no git."""
    try:
        fields = _paths(file.parent, "check-attr", "-z", name, "--", file.name)
    except OSError:
        return ""
    return fields[2] if len(fields) == 3 and fields[2] != "unspecified" else ""


def untracked_files(top: Path) -> list[str]:
    """Files that are neither tracked nor ignored."""
    return _paths(top, "ls-files", "-z", "--others", "--exclude-standard")


def contents(top: Path, files: Iterable[TrackedFile]) -> dict[str, bytes]:
    """The content of each file's blob, by path."""
    wanted = list(files)
    if not wanted:
        return {}
    asked = "".join(f"{file.blob}\n" for file in wanted).encode()
    output = _run(top, "cat-file", "--batch", given=asked)
    found, position = {}, 0
    for file in wanted:
        end = output.index(b"\n", position)
        fields = output[position:end].split(b" ")
        if len(fields) != 3:
            raise OSError(f"git has no content for {file.path}")
        position = end + 1 + int(fields[2])
        found[file.path] = output[end + 1 : position]
        position += 1
    return found


def commit_of(top: Path, revision: str) -> str | None:
    """The commit's name that the revision stands for; None where there is no such commit."""
    try:
        return os.fsdecode(_run(top, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")).strip()
    except GitMissingError:
        raise
    except OSError:
        return None


def merged_commit(top: Path) -> str | None:
    """The commit that is being merged; None where there is none.

    While the hook pre-merge-commit runs, git tells it by the name of a variable alone.
    """
    told = (name.removeprefix(_MERGED) for name in os.environ if name.startswith(_MERGED))
    return commit_of(top, "MERGE_HEAD") or next((commit for each in told if (commit := commit_of(top, each))), None)


def merge_base(top: Path, first: str, second: str) -> str | None:
    """The commit where the two parted; None where history does not tell, as in shallow clones."""
    try:
        return os.fsdecode(_run(top, "merge-base", first, second)).strip()
    except OSError:
        return None


def _paths(folder: Path, *arguments: str) -> list[str]:
    """The NUL-separated output of git in `folder`."""
    return [path for path in os.fsdecode(_run(folder, *arguments)).split("\0") if path]


def _run(folder: Path, *arguments: str, given: bytes = b"") -> bytes:
    import subprocess  # 2 ms that a run outside of git need not pay

    environment = {name: value for name, value in os.environ.items() if name not in _MISLEADING}
    command = ["git", "-C", str(folder), *arguments]
    try:
        done = subprocess.run(command, input=given, capture_output=True, check=False, env=environment)
    except FileNotFoundError:
        raise GitMissingError("git is not installed, or not on the PATH") from None
    if done.returncode:
        cause = os.fsdecode(done.stderr).strip().split("\n")[0]
        raise OSError(cause or f"git {arguments[0]} ended with {done.returncode}")
    return done.stdout
