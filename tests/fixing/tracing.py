"""System calls of `artlint --fix` as strace sees them, and runs in which one of them kills or fails."""

import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from fixing.conftest import PLUGIN

ARTLINT = (sys.executable, "-c", "from artlint.cli import main; main()", "--plugin", str(PLUGIN), "--select", "house")
MUTATING = (
    ("write", "pwrite64", "writev", "ftruncate", "truncate", "fallocate", "copy_file_range", "sendfile")
    + ("rename", "renameat", "renameat2", "link", "linkat", "symlink", "symlinkat", "unlink", "unlinkat")
    + ("chmod", "fchmod", "fchmodat", "chown", "fchown", "fchownat", "setxattr", "fsetxattr", "fremovexattr")
    + ("openat", "mkdir", "utimensat", "fsync", "fdatasync")
)
_CALL = re.compile(r"^\d+ +(\w+)\((.*)")

needs_strace = pytest.mark.skipif(not shutil.which("strace"), reason="needs strace, which steps into system calls")


class Call(NamedTuple):
    """The `number`-th call of that name, from 1, that touches the folder."""

    name: str
    number: int


def prepared(folder: Path, kind: str, content: bytes) -> Path:
    """The name to fix: of a plain file, of one with two names, or of a link to one."""
    folder.mkdir(exist_ok=True)
    file = folder / "a.txt"
    file.write_bytes(content)
    file.chmod(0o640)
    if kind == "hard-linked":
        (folder / "b.txt").hardlink_to(file)
    if kind == "linked":
        (folder / "b.txt").symlink_to("a.txt")
        return folder / "b.txt"
    return file


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def fixed(file: Path, *injected: str, log: Path | None = None) -> "subprocess.CompletedProcess[bytes]":
    """A run that fixes the file; with a `log`, under strace."""
    folder = file.parent
    watched = [f"-P{folder / name}" for name in ("a.txt", ".artlint-new", ".artlint-journal", "")]
    tracing = ["strace", "-f", "-qq", "-o", str(log), *watched, "-e", f"trace={','.join(MUTATING)}", *injected]
    command = [*(tracing if log else ()), *ARTLINT, "--fix", "--no-cache", file.name]
    return subprocess.run(command, cwd=folder, capture_output=True, check=False, timeout=60)


def mutating_calls(folder: Path, kind: str, content: bytes) -> Iterator[Call]:
    """The calls of a whole run that change the folder or what is in it."""
    log = folder.with_suffix(".log")
    assert fixed(prepared(folder, kind, content), log=log).returncode == 0
    numbers: Counter[str] = Counter()
    for line in log.read_text("utf-8", "replace").splitlines():
        match = _CALL.match(line)
        if match:
            numbers[match[1]] += 1
            if match[1] != "openat" or "O_CREAT" in match[2]:
                yield Call(match[1], numbers[match[1]])
