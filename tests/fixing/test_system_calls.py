"""A run that is killed, or meets a failing disk, at any system call that changes something."""

from pathlib import Path

import pytest
from fixing.tracing import Call, fixed, mutating_calls, names, needs_strace, prepared

pytestmark = needs_strace

OLD, NEW = b"News\n\nSend an e-mail to us.\n", b"News\n\nSend an email to us.\n"
LONGER = b"News\n\nOn the web.\n", b"News\n\nOn the World Wide Web.\n"
CALLS = {
    "plain": ["openat", "write", "fchmod", "fsync", "rename", "fsync"],
    "linked": ["openat", "write", "fchmod", "fsync", "rename", "fsync"],
    "hard-linked": ["openat", "write", "fsync", "rename", "fsync", "write", "ftruncate", "fsync", "unlink"],
}


def calls(tmp_path: Path, kind: str) -> list[Call]:
    found = list(mutating_calls(tmp_path / "whole", kind, OLD))
    assert [call.name for call in found] == CALLS[kind]
    return found


@pytest.mark.parametrize("kind", CALLS)
def test_killed(tmp_path: Path, kind: str) -> None:
    for call in calls(tmp_path, kind):
        file = prepared(tmp_path / f"{call.name} {call.number}", kind, OLD)
        injected = f"inject={call.name}:signal=KILL:when={call.number}"
        assert fixed(file, "-e", injected, log=tmp_path / "log").returncode == -9
        if call.name == "ftruncate":  # the one moment at which no rename stands by: the journal holds both contents
            journal = (file.parent / ".artlint-journal").read_bytes()
            assert file.read_bytes() not in (OLD, NEW)
            assert journal.endswith(OLD + NEW)
        else:
            assert file.read_bytes() in (OLD, NEW)
        assert fixed(file).returncode == 0
        assert file.read_bytes() == NEW
        assert names(file.parent) == ({"a.txt"} if kind == "plain" else {"a.txt", "b.txt"})
        assert (file.parent / "a.txt").stat().st_nlink == (2 if kind == "hard-linked" else 1)
        assert file.is_symlink() == (kind == "linked")


def test_a_file_of_two_names_that_grows_is_old_or_new_at_any_call(tmp_path: Path) -> None:
    old, new = LONGER
    for call in mutating_calls(tmp_path / "whole", "hard-linked", old):
        file = prepared(tmp_path / f"{call.name} {call.number}", "hard-linked", old)
        injected = f"inject={call.name}:signal=KILL:when={call.number}"
        assert fixed(file, "-e", injected, log=tmp_path / "log").returncode == -9
        assert file.read_bytes() in (old, new)


@pytest.mark.parametrize("kind", ["plain", "hard-linked"])
def test_failing(tmp_path: Path, kind: str) -> None:
    """Old content, exit code 2, one line. After a rename only the folder's sync can fail: new content, and told so."""
    for call in calls(tmp_path, kind):
        file = prepared(tmp_path / f"{call.name} {call.number}", kind, OLD)
        injected = f"inject={call.name}:error=EIO:when={call.number}"
        done = fixed(file, "-e", injected, log=tmp_path / "log")
        is_after_rename = kind != "hard-linked" and call == Call("fsync", 2)
        said = b"is written, but its folder cannot be synced" if is_after_rename else b"left as it was"
        if call.name == "fchmod":  # a mode that a new file cannot have: written in place
            assert (done.returncode, file.read_bytes()) == (0, NEW)
        elif call.name == "unlink":  # what cannot be removed now is left to the next run
            assert (fixed(file).returncode, file.read_bytes()) == (0, NEW)
        else:
            assert (done.returncode, done.stdout.count(b": failure "), said in done.stdout) == (2, 1, True)
            assert file.read_bytes() == (NEW if is_after_rename else OLD)
        assert names(file.parent) <= {"a.txt", "b.txt"}
