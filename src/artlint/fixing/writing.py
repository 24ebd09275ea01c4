"""Writes a file so that at any moment, even after a power cut, it holds the old content or the new."""

import os
import sys
from errno import EBUSY, ENOTSUP
from pathlib import Path
from stat import S_IMODE, S_ISREG

from artlint.fixing.folders import TEMPORARY, WriteError, create, discard, fill, locked, sync
from artlint.fixing.journal import overwrite
from artlint.fixing.recovery import recover


class NotSyncedError(WriteError):
    """A file was written, but after a power cut it may be the old one again."""


class _NotKeptError(Exception):
    """A new file cannot have all that the old one has: its owner, its extended attributes."""


def write(file: Path, old: bytes, new: bytes) -> None:
    """Give `file`, whose content was `old`, the content `new`; raises WriteError, and `old` stays.

    A link is kept and its target written. Mode, owner and extended attributes stay; where a new file could not
    have them, or the file has several names, it is written in place under a journal.
    """
    try:
        target = Path(os.path.realpath(file))
        with locked(target.parent):
            recover(target.parent)
            _write(target, old, new)
    except OSError as error:
        raise WriteError(f"cannot be written: {error.strerror or error}; left as it was") from error


def _write(target: Path, old: bytes, new: bytes) -> None:
    status = _checked(target, old)
    if status.st_nlink > 1:
        overwrite(target, old, new)
        return
    try:
        _replace(target, status, old, new)
    except _NotKeptError:
        overwrite(target, old, new)
    except OSError as error:
        if error.errno != EBUSY:  # the file is a mount point of its own
            raise
        overwrite(target, old, new)
    else:
        _sync_after(target)


def _checked(target: Path, old: bytes) -> os.stat_result:
    """The file's status; raises WriteError where it must not be written."""
    status = target.stat()
    if not S_ISREG(status.st_mode):
        raise WriteError("is no regular file")
    if not status.st_mode & 0o222 or not os.access(target, os.W_OK):
        raise WriteError("is read-only; left as it was")
    if target.read_bytes() != old:
        raise WriteError("was changed by another program since it was read; left as that program wrote it")
    return status


def _replace(target: Path, status: os.stat_result, old: bytes, new: bytes) -> None:
    """Put a new file in the old one's place; raises _NotKeptError before anything is lost."""
    temporary = target.parent / TEMPORARY
    descriptor = create(temporary)
    try:
        try:
            fill(descriptor, new)
            _keep_owner_and_mode(descriptor, status)
            _keep_attributes(descriptor, target)
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        _check_unchanged(target, status, old)
        temporary.replace(target)
    except BaseException:
        discard(temporary)
        raise


def _check_unchanged(target: Path, before: os.stat_result, old: bytes) -> None:
    now = _checked(target, old)
    if (now.st_ino, now.st_nlink, now.st_mode) != (before.st_ino, before.st_nlink, before.st_mode):
        raise WriteError("was changed by another program since it was read; left as that program wrote it")


def _sync_after(target: Path) -> None:
    try:
        sync(target.parent)
    except OSError as error:
        raise NotSyncedError(f"is written, but its folder cannot be synced to the disk: {error.strerror}") from error


def _keep_owner_and_mode(descriptor: int, status: os.stat_result) -> None:
    if sys.platform == "win32":
        return
    own = os.fstat(descriptor)
    try:
        if (own.st_uid, own.st_gid) != (status.st_uid, status.st_gid):
            os.fchown(descriptor, status.st_uid, status.st_gid)
        if S_IMODE(own.st_mode) != S_IMODE(status.st_mode):
            os.fchmod(descriptor, S_IMODE(status.st_mode))
    except OSError:
        raise _NotKeptError from None


if sys.platform == "linux":

    def _keep_attributes(descriptor: int, target: Path) -> None:
        """Give the new file the old one's extended attributes, access lists among them."""
        try:
            wanted, own = _attributes(target), _attributes(descriptor)
            for name in own.keys() - wanted.keys():
                os.removexattr(descriptor, name)
            for name, value in wanted.items():
                if own.get(name) != value:
                    os.setxattr(descriptor, name, value)
        except OSError:
            raise _NotKeptError from None

    def _attributes(file: int | Path) -> dict[str, bytes]:
        """The file's extended attributes; none where the file system has no such thing."""
        try:
            return {name: os.getxattr(file, name) for name in os.listxattr(file)}
        except OSError as error:
            if error.errno == ENOTSUP:
                return {}
            raise

else:

    def _keep_attributes(descriptor: int, target: Path) -> None:
        """Nothing: Python reads extended attributes on Linux alone."""
