"""What writers share of a folder: names of files in the making, a lock that leaves no trace, syncing to the disk."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

TEMPORARY = ".artlint-new"
"""A file that will take another's place; in a folder that nobody holds locked, what a stopped run left."""

JOURNAL = ".artlint-journal"
"""The content of a file that is being written in place; see `artlint.fixing.journal`."""

_PATIENCE_SECONDS = 10.0
_RETRY_SECONDS = 0.02


class WriteError(Exception):
    """A file could not be written and was left as it was; the text says why."""


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Holds other runs off the folder; a process that dies lets go. Raises WriteError after 10 seconds of waiting.

    Where the system cannot lock folders (Windows, some network file systems), nobody is held off.
    """
    if sys.platform == "win32":
        yield
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        _lock(descriptor)
        yield
    finally:
        os.close(descriptor)


def sync(folder: Path) -> None:
    """Have the folder's names on the disk; raises OSError. Systems that cannot sync folders need not."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def create(file: Path) -> int:
    """The descriptor of a new file that its owner alone may read; raises OSError where the name is taken."""
    plain = getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
    return os.open(file, os.O_RDWR | os.O_CREAT | os.O_EXCL | plain, 0o600)


def fill(descriptor: int, content: bytes) -> None:
    """Write all of `content` at the descriptor's position; raises OSError."""
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def discard(file: Path) -> None:
    """Remove a file of our own; what cannot be removed now is left to the next run."""
    with suppress(OSError):
        file.unlink()


if sys.platform != "win32":

    def _lock(descriptor: int) -> None:
        import fcntl  # writing alone needs it

        end = time.monotonic() + _PATIENCE_SECONDS
        while True:
            try:
                return fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if time.monotonic() > end:
                    raise WriteError(f"another run has kept its folder locked for {_PATIENCE_SECONDS:.0f} s") from None
                time.sleep(_RETRY_SECONDS)
            except OSError:
                return None  # a file system without locks
