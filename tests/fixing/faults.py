"""Faults at the n-th call that changes the disk: the process is killed, or the call fails."""

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

# All functions of `os` by which a file or a folder can be changed.
MUTATING = (
    ("open", "write", "pwrite", "writev", "pwritev", "sendfile", "copy_file_range", "posix_fallocate", "truncate")
    + ("ftruncate", "chmod", "fchmod", "lchmod", "chown", "fchown", "lchown", "setxattr", "removexattr", "utime")
    + ("rename", "renames", "replace", "unlink", "remove", "link", "symlink", "mkdir", "rmdir", "mkfifo", "mknod")
    + ("fsync", "fdatasync")
)

Fault = Callable[[str, Callable[[], object]], object]
"""What happens in place of a call, given its name and the call itself."""


@contextmanager
def fault_at(number: int, fault: Fault) -> Iterator[list[str]]:
    """Has `fault` take the place of the `number`-th mutating call (from 1); the list holds the calls' names."""
    calls: list[str] = []
    originals = {name: getattr(os, name) for name in MUTATING if hasattr(os, name)}

    def counting(name: str, original: Callable[..., Any]) -> Callable[..., Any]:  # Any: whatever os takes
        def call(*arguments: Any, **options: Any) -> Any:
            if name == "open" and not arguments[1] & (os.O_CREAT | os.O_TRUNC):
                return original(*arguments, **options)
            calls.append(name)
            if len(calls) != number:
                return original(*arguments, **options)
            return fault(name, lambda: original(*_halved(name, arguments), **options))

        return call

    for name, original in originals.items():
        setattr(os, name, counting(name, original))
    try:
        yield calls
    finally:
        for name, original in originals.items():
            setattr(os, name, original)


def _halved(name: str, arguments: tuple[Any, ...]) -> tuple[Any, ...]:
    """The arguments of half the call, where a call can be done by halves: a write of half the bytes."""
    if name == "write" and len(arguments[1]) > 1:
        return arguments[0], arguments[1][: len(arguments[1]) // 2]
    return arguments


def killed_before(_name: str, _call: Callable[[], object]) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def killed_after(_name: str, call: Callable[[], object]) -> None:
    call()
    os.kill(os.getpid(), signal.SIGKILL)


def failing(number: int) -> Fault:
    """A fault that raises OSError with this error number; a write fails after half of its bytes are written."""

    def fault(name: str, call: Callable[[], object]) -> object:
        if name == "write":
            call()
        raise OSError(number, os.strerror(number))

    return fault
