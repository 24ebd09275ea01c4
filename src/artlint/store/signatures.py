"""How a file is recognised as unchanged without being read."""

import os
import time
from typing import NamedTuple

# A file may change again within one tick of the file system's clock (up to 10 ms on Linux, 16 ms on Windows, 2 s on
# FAT, whose times are whole seconds) without its times telling.
_TICK = 100_000_000
_COARSE_TICK = 2_000_000_000
_SECOND = 1_000_000_000
_LARGEST = 2**63 - 1  # what SQLite holds


class Signature(NamedTuple):
    """How the file system tells that a file is as it was: bytes, nanoseconds, nanoseconds, inode number."""

    size: int
    modified: int
    changed: int
    inode: int


NO_SIGNATURE = Signature(-1, -1, -1, -1)


def signature_of(state: os.stat_result) -> Signature:
    """The file's state."""
    return Signature(state.st_size, state.st_mtime_ns, state.st_ctime_ns, state.st_ino & _LARGEST)


def is_of(signature: Signature, state: os.stat_result) -> bool:
    """Whether the file's state is that of the signature."""
    return signature == (state.st_size, state.st_mtime_ns, state.st_ctime_ns, state.st_ino & _LARGEST)


def trusted(signature: Signature) -> Signature:
    """The signature, or one that no file has where the file changed so short ago that it may change unseen."""
    newest = max(signature.modified, signature.changed)
    tick = _COARSE_TICK if newest % _SECOND == 0 else _TICK
    return NO_SIGNATURE if time.time_ns() - newest < tick else signature
