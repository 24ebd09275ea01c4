"""From the paths given to articles: which to report on (targets), and which belong together (collection)."""

import os
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from pathlib import Path
from stat import S_ISDIR, S_ISLNK, S_ISREG
from typing import NamedTuple

from artlint.facts import NOTHING_BESIDE, Beside
from artlint.git import GitMissingError, tracked_files, work_tree_of
from artlint.keeping import kept, suffix_of
from artlint.report import Failure

Matches = Callable[[str], bool]


class Choice(NamedTuple):
    """Which files are articles: those with one of the `suffixes`.

    `wanted` tells of a path relative to the root whether the configuration includes it; `in_collection`
    the same for the collection, None where the configuration leaves it to git: all tracked files below the
    root, or the targets alone. `outlines` are names and suffixes of files that are no articles but list some.
    """

    suffixes: Collection[str]
    wanted: Matches
    in_collection: Matches | None = None
    outlines: Collection[str] = ()

    def is_outline(self, path: str) -> bool:
        """Whether the file lists articles and is none."""
        lowered = path.rpartition("/")[2].lower()
        is_known = lowered in self.outlines or suffix_of(lowered) in self.outlines
        return is_known and suffix_of(lowered) not in self.suffixes and self.wanted(path)


class Discovery:
    """Articles by path relative to `root`, sorted; targets are part of the collection.

    `beside` is what else was met, of which `target_outlines` stand below the paths given. `left_out` counts
    files that no reader takes, by suffix, and `excluded` those that the configuration leaves out.
    """

    def __init__(
        self,
        root: Path,
        targets: Iterable[str] = (),
        collection: Iterable[str] = (),
        failures: Iterable[Failure] = (),
        beside: Beside = NOTHING_BESIDE,
    ) -> None:
        self.root = root
        self.targets = list(targets)
        self.collection = list(collection)
        self.failures = list(failures)
        self.beside = beside
        self.target_outlines: list[str] = []
        self.left_out: Counter[str] = Counter()
        self.excluded = 0


def anchor_of(paths: Sequence[Path]) -> Path:
    """The deepest folder that holds all the paths, links resolved."""
    folders = [path if path.is_dir() else path.parent for path in map(_resolved, paths)]
    return Path(os.path.commonpath(folders)) if folders else Path.cwd()


class _Met(NamedTuple):
    """What discovery came by, relative to the root: regular files, and links."""

    files: set[str]
    links: set[str]


def discover(paths: Sequence[Path], root: Path, choice: Choice) -> Discovery:
    """The targets below `paths`, the collection around them, and what lies beside it."""
    found = Discovery(root)
    targets: set[str] = set()
    met = _Met(set(), set())
    for path in paths:
        targets.update(_targets(path, found, choice, met))
    found.targets = sorted(targets)
    around = set() if _stands_for_all(paths, root, choice) else targets.union(_around(found, choice, met))
    found.collection = sorted(around) if len(around) > len(targets) else list(found.targets)
    found.target_outlines = sorted(set(found.target_outlines))
    found.beside = beside_of(met.files | met.links, found.collection, choice)
    return found


def _stands_for_all(paths: Iterable[Path], root: Path, choice: Choice) -> bool:
    """Whether all that git tracks was met below the paths given."""
    return choice.in_collection is None and any(_resolved(path) == root for path in paths)


def chosen(paths: Iterable[str], choice: Choice) -> list[str]:
    """Those of a state's files that are articles of the collection, sorted."""
    suffixes, wanted, in_collection, _ = choice
    candidates = filter(in_collection, paths) if in_collection else kept(list(paths))
    return sorted(path for path in candidates if suffix_of(path) in suffixes and wanted(path))


def beside_of(paths: Iterable[str], articles: Iterable[str], choice: Choice) -> Beside:
    """Those of the files that are no articles."""
    every = set(paths)
    others = every.difference(articles)
    outlines = set(filter(choice.is_outline, kept(others, among=every)))
    return Beside(tuple(sorted(outlines)), tuple(sorted(others - outlines)))


def _around(found: Discovery, choice: Choice, met: _Met) -> Sequence[str]:
    """The articles of the collection that the configuration or git names; all files go into `met`."""
    root = found.root
    if choice.in_collection is not None:
        files = list(_below(root, "", found, met) if work_tree_of(root) else _walk(root, None, met.links))
    elif work_tree_of(root):
        files = list(_tracked(root, met))
    else:
        return ()
    met.files.update(files)
    return chosen(files, choice)


def _targets(path: Path, found: Discovery, choice: Choice, met: _Met) -> Iterator[str]:
    """The articles that one given path stands for, relative to the root; all files of a folder go into `met`."""
    whole = _resolved(path)
    try:
        mode = whole.stat().st_mode
    except OSError as error:
        cause = "no such file or folder" if isinstance(error, FileNotFoundError) else str(error.strerror)
        found.failures.append(Failure(_from_root(whole, found), cause[:1].lower() + cause[1:]))
        return
    if not (S_ISDIR(mode) or S_ISREG(mode)):
        found.failures.append(Failure(_from_root(whole, found), "neither a file nor a folder"))
        return
    if S_ISREG(mode):
        yield from _readable([os.path.relpath(whole, found.root).replace(os.sep, "/")], found, choice, met)
        return
    prefix = "" if whole == found.root else f"{whole.relative_to(found.root).as_posix()}/"
    files = list(_below(whole, prefix, found, met) if work_tree_of(whole) else _walked(whole, prefix, found, met))
    met.files.update(files if not prefix else [prefix + file for file in files])
    articles = kept(files)
    if len(articles) < len(files):
        found.left_out["of tools, tests and licences"] += len(files) - len(articles)
    yield from _readable([prefix + file for file in articles], found, choice, met)


def _readable(files: Iterable[str], found: Discovery, choice: Choice, met: _Met) -> Iterator[str]:
    for path in files:
        suffix = suffix_of(path)
        if suffix not in choice.suffixes:
            if choice.is_outline(path):
                met.files.add(path)
                found.target_outlines.append(path)
            found.left_out[suffix or "without suffix"] += 1
        elif not choice.wanted(path):
            found.excluded += 1
        else:
            yield path


def _below(folder: Path, prefix: str, found: Discovery, met: _Met) -> Iterator[str]:
    """The files below a folder in a work tree that git does not ignore and that are there.

    `prefix` is the folder's path from the root with a slash behind it.
    """
    try:
        files = list(tracked_files(folder, also_untracked=True))
    except GitMissingError:
        yield from _walked(folder, prefix, found, met)  # as outside of git; files that it would ignore count too
        return
    except OSError as error:
        found.failures.append(Failure(_from_root(folder, found), f"git cannot list the files: {error}"))
        return
    yield from _regular(folder, prefix, files, met)


def _tracked(root: Path, met: _Met) -> Iterator[str]:
    """The tracked files that are there, without links: an article counts once, under its own name."""
    try:
        files = list(tracked_files(root))
    except OSError:
        return  # told already by the targets, see _below
    yield from _regular(root, "", files, met)


def _regular(folder: Path, prefix: str, files: Iterable[str], met: _Met) -> Iterator[str]:
    """Those of the files that are there and are neither links, which are noted, nor submodules."""
    for file in files:
        if not prefix and file in met.files:
            yield file
            continue
        try:
            mode = os.lstat(f"{folder}/{file}").st_mode
        except OSError:
            continue  # deleted in the work tree, not yet in the index
        if S_ISREG(mode):
            yield file
        elif S_ISLNK(mode):
            met.links.add(prefix + file)


def _walked(folder: Path, prefix: str, found: Discovery, met: _Met) -> Iterator[str]:
    """The files below a folder outside of git, relative to it; links below it are noted."""
    links: set[str] = set()
    yield from _walk(folder, found, links)
    met.links.update(prefix + link for link in links)


def _walk(folder: Path, found: Discovery | None, links: set[str]) -> Iterator[str]:
    """The files below a folder outside of git, relative to it, without hidden ones; links go into `links`."""
    waiting = [""]
    while waiting:
        current = waiting.pop()
        try:
            entries = sorted(os.scandir(folder / current), key=lambda entry: entry.name)
        except OSError as error:
            if found:
                path = _from_root(folder / current, found)
                found.failures.append(Failure(path, f"folder cannot be read: {error.strerror}"))
            continue
        for entry in entries:
            if entry.name.startswith("."):
                continue
            path = f"{current}/{entry.name}" if current else entry.name
            if entry.is_symlink():
                links.add(path)
                continue
            if entry.is_dir():
                waiting.append(path)
            elif entry.is_file():  # pipes, sockets and devices would be waited for
                yield path


def _from_root(path: Path, found: Discovery) -> str:
    """The path of a failure, relative to the root as those of articles are."""
    return os.path.relpath(path, found.root).replace(os.sep, "/")


def _resolved(path: Path) -> Path:
    """The absolute path with links in its folders resolved; a link that is the last part stays."""
    absolute = path.absolute()
    if path.is_symlink():
        return Path(os.path.realpath(absolute.parent)) / path.name
    return Path(os.path.realpath(absolute))
