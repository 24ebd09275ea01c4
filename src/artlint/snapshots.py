"""States of a collection other than the files on disk: as staged, or as of a revision."""

import os
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from stat import S_ISREG

from artlint import git
from artlint.errors import UsageError

_EMPTY_TREE = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"  # git's name for a tree without files


@dataclass(frozen=True)
class Snapshot:
    """The tracked files of one state, relative to the project's root.

    `given` holds the content of those that are not on disk as they are in the state.
    """

    paths: Sequence[str]
    given: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True)
class Change:
    """What a commit or a range of commits does.

    `before` are the states that it follows: of a merge both, else one. `changed` are the paths that differ
    from all of them; `is_nothing` where no file differs from the first.
    """

    before: Sequence[Snapshot]
    after: Snapshot
    changed: Collection[str]
    is_nothing: bool = False


def staged_change(root: Path) -> Change:
    """What the next commit changes; of a merge, what it adds to both of its sides."""
    top = _top(root)
    head = git.commit_of(top, "HEAD") or _EMPTY_TREE
    merged = git.merged_commit(top)
    parents = [head, merged] if merged else [head]
    differing = [git.differing_files(top, parent, staged=True) for parent in parents]
    unstaged = git.unstaged_files(top)
    staged = [file for file in git.index_files(top) if file.path not in unstaged.intended]
    elsewhere = unstaged.differing | _not_on_disk(staged)
    before = [
        _snapshot(top, root, git.tree_files(top, parent), git.differing_files(top, parent) | elsewhere)
        for parent in parents
    ]
    after = _snapshot(top, root, staged, elsewhere)
    return Change(before, after, _below(root, top, set.intersection(*differing)), is_nothing=not differing[0])


def change_between(root: Path, first: str, second: str) -> Change:
    """What the commits from `first` to `second` change, as pre-push hooks and CI ask."""
    top = _top(root)
    before, after = _known(top, first), _known(top, second)
    states = [
        _snapshot(top, root, git.tree_files(top, each), git.differing_files(top, each)) for each in (before, after)
    ]
    return Change(states[:1], states[1], _below(root, top, git.differing_files(top, before, after)))


def change_since(root: Path, revision: str) -> Change:
    """What the files on disk change against a revision; untracked files that are not ignored count as new.

    Files outside of a sparse checkout are as staged.
    """
    top = _top(root)
    base = _known(top, revision)
    base = git.merge_base(top, base, "HEAD") or base
    differing = git.differing_files(top, base)
    untracked = git.untracked_files(top)
    tracked = git.index_files(top)
    elsewhere = {path for path in _not_on_disk(tracked) if not (top / path).exists()}
    on_disk = [path for path in (*(file.path for file in tracked), *untracked) if _is_regular(top / path)]
    sparse = _snapshot(top, root, [file for file in tracked if file.path in elsewhere], elsewhere)
    after = Snapshot(sorted((*_below(root, top, on_disk), *sparse.paths)), sparse.given)
    before = _snapshot(top, root, git.tree_files(top, base), differing | elsewhere)
    return Change([before], after, _below(root, top, {*differing, *untracked}))


def revision_snapshot(root: Path, revision: str) -> Snapshot:
    """The state of a revision; raises UsageError for an unknown one."""
    top = _top(root)
    commit = _known(top, revision)
    return _snapshot(top, root, git.tree_files(top, commit), git.differing_files(top, commit))


def renamed_since(root: Path, revision: str) -> Mapping[str, str]:
    """The new path of each file below the root that was renamed since the revision, by its old one."""
    top = _top(root)
    prefix = _prefix(root, top)
    return {
        old[len(prefix) :]: new[len(prefix) :]
        for old, new in git.renamed_files(top, _known(top, revision)).items()
        if old.startswith(prefix) and new.startswith(prefix)
    }


def _snapshot(top: Path, root: Path, files: Sequence[git.TrackedFile], not_on_disk: Collection[str]) -> Snapshot:
    """The state that consists of these files; `not_on_disk` are those that the work tree has otherwise."""
    prefix = _prefix(root, top)
    own = (
        [file._replace(path=file.path[len(prefix) :]) for file in files if file.path.startswith(prefix)]
        if prefix
        else files
    )
    wanted = [file for file in own if prefix + file.path in not_on_disk]
    return Snapshot([file.path for file in own], git.contents(top, wanted))


def _not_on_disk(files: Iterable[git.TrackedFile]) -> set[str]:
    """Those that git does not look for on the disk."""
    return {file.path for file in files if not file.is_on_disk}


def _is_regular(file: Path) -> bool:
    """Whether it is there and no link: an article counts once, under its own name."""
    try:
        return S_ISREG(os.lstat(file).st_mode)
    except OSError:
        return False


def _below(root: Path, top: Path, paths: Collection[str]) -> list[str]:
    prefix = _prefix(root, top)
    return sorted(path[len(prefix) :] for path in paths if path.startswith(prefix))


def _prefix(root: Path, top: Path) -> str:
    return "" if root == top else f"{root.relative_to(top).as_posix()}/"


def _top(root: Path) -> Path:
    top = git.work_tree_of(root)
    if top is None:
        raise UsageError(f"{root} is not in a git repository, so there is no change to look at")
    return top


def _known(top: Path, revision: str) -> str:
    commit = git.commit_of(top, revision)
    if commit is None:
        raise UsageError(f'git knows no commit "{revision}"; in a shallow clone, fetch it first')
    return commit
