"""Kills `artlint --fix` at every call that changes the disk, runs it again, and prints as JSON what each left.

It forks, so it runs in a process of its own, which has one thread:
`python killing.py once|twice FOLDER KIND LENGTH OPTION...`, the options being those of the run that follows.
"""

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout, suppress
from io import StringIO
from itertools import count
from pathlib import Path
from typing import NamedTuple

import faults

from artlint.cli import main

PLUGIN = str(Path(__file__).with_name("house_fixes.py"))
CONTENTS = {
    "shorter": (b"News\r\n\r\nSend an e-mail to us.\r\n" * 40, b"News\r\n\r\nSend an email to us.\r\n" * 40),
    "longer": (b"News\n\nOn the web.\n" * 40, b"News\n\nOn the World Wide Web.\n" * 40),
    "same": (b"News\n\ngray and gray", b"News\n\ngrey and grey"),
}


class Names(NamedTuple):
    """The names of one file; the first is the one that the command line is given."""

    folder: Path
    given: Path
    other: Path


def prepared(folder: Path, kind: str, content: bytes) -> Names:
    real = folder / "real"
    real.mkdir(parents=True)
    file, other = real / "a.txt", folder / "b.txt"
    file.write_bytes(content)
    if kind == "linked":
        other.symlink_to("real/a.txt")
        return Names(folder, other, file)
    if kind == "hard-linked":
        other.hardlink_to(file)
        return Names(folder, file, other)
    return Names(folder, file, file)


def command(names: Names, *options: str) -> Callable[[], None]:
    def call() -> None:
        arguments = ["--plugin", PLUGIN, "--select", "house", "--isolated", "--no-cache", *options]
        sys.argv = ["artlint", *arguments, str(names.given)]
        main()

    return call


def in_child(call: Callable[[], None]) -> int:
    """The exit code of `call` in a forked process, negative for a signal; its output is dropped."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    silent = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silent, 1)
    os.dup2(silent, 2)
    try:
        call()
    except SystemExit as end:
        os._exit(end.code if isinstance(end.code, int) else 1)
    os._exit(0)


def killed(names: Names, number: int, fault: faults.Fault) -> int:
    """The exit code of a run that is killed at its `number`-th call, -9 if there was one."""

    def faulty() -> None:
        with faults.fault_at(number, fault):
            command(names, "--fix")()

    return in_child(faulty)


def seen(names: Names, length: str) -> dict[str, object]:
    """What a reader finds: the contents under the names, what the names are, and all that lies beside them."""
    old, new = CONTENTS[length]
    contents = {names.given.read_bytes(), names.other.read_bytes()}
    states = {old: "old", new: "new"}
    status = names.given.stat()
    return {
        "contents": sorted(states.get(content, "torn") for content in contents),
        "is link": names.given.is_symlink(),
        "names": status.st_nlink,
        "inode": status.st_ino,
        "files": sorted(path.name for path in names.folder.rglob("*") if path.is_file()),
    }


def killed_once(folder: Path, kind: str, length: str, options: tuple[str, ...]) -> Iterator[dict[str, object]]:
    """A run killed at each call in turn, before it and after it (half of it, if it is a write); then another."""
    for fault in (faults.killed_before, faults.killed_after):
        for number in count(1):
            names = prepared(folder / f"{fault.__name__}-{number}", kind, CONTENTS[length][0])
            before = seen(names, length)
            code = killed(names, number, fault)
            after = seen(names, length)
            again = in_child(command(names, *options))
            at_last = seen(names, length)
            yield {"code": code, "again": again, "before": before, "after": after, "at last": at_last}
            if code != -9:
                break


def killed_twice(folder: Path, kind: str, length: str, options: tuple[str, ...]) -> Iterator[dict[str, object]]:
    """A run killed at each call; the next one killed at each call of its own; then another."""
    for number in count(1):
        for second in count(1):
            names = prepared(folder / f"{number}-{second}", kind, CONTENTS[length][0])
            before = seen(names, length)
            if killed(names, number, faults.killed_before) != -9:
                return
            code = killed(names, second, faults.killed_before)
            after = seen(names, length)
            again = in_child(command(names, *options))
            at_last = seen(names, length)
            yield {"code": code, "again": again, "before": before, "after": after, "at last": at_last}
            if code != -9:
                break


def warmed_up(folder: Path) -> None:
    """Have all modules imported before the first fork."""
    with redirect_stdout(StringIO()), redirect_stderr(StringIO()), suppress(SystemExit):
        command(prepared(folder / "warm-up", "hard-linked", CONTENTS["longer"][0]), "--fix")()


if __name__ == "__main__":
    _, way, folder, kind, length, *options = sys.argv
    warmed_up(Path(folder))
    results = (killed_once if way == "once" else killed_twice)(Path(folder), kind, length, tuple(options))
    print(json.dumps(list(results)))
