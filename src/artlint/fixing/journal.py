"""Writing a file in place, where a new file could not take its place: hard links, owners, access lists, mounts.

The old content is kept in a journal beside the file until the new one is on the disk. If the run is stopped in
between, the next one finds the journal and puts the old content back.
"""

import json
import os
from hashlib import blake2b
from pathlib import Path
from stat import S_ISREG
from typing import NamedTuple

from artlint.fixing.folders import JOURNAL, TEMPORARY, WriteError, create, discard, fill, sync


class Entry(NamedTuple):
    """What a journal holds: a file's name, its inode, and its content before and after."""

    name: str
    inode: int
    old: bytes
    new: bytes


def overwrite(target: Path, old: bytes, new: bytes) -> None:
    """Change the file's content from `old` to `new` in place; raises OSError or WriteError, and `old` stays."""
    descriptor = _opened(target)
    try:
        if _read(descriptor) != old:
            raise WriteError("was changed by another program since it was read; left as that program wrote it")
        journal = target.parent / JOURNAL
        _keep(journal, Entry(target.name, os.fstat(descriptor).st_ino, old, new))
        try:
            _change(descriptor, old, new)
        except BaseException:
            _put_back_at_once(descriptor, old)
            discard(journal)
            raise
        discard(journal)
    finally:
        os.close(descriptor)


def entry_in(journal: Path) -> Entry:
    """What the journal holds; raises WriteError where it is no whole journal of ours."""
    content = journal.read_bytes()
    head, _, rest = content.partition(b"\n")
    try:
        fields = json.loads(head)
        entry = Entry(fields["name"], fields["inode"], rest[: fields["old"]], rest[fields["old"] :])
        whole = fields["digest"] == _digest(entry)
    except (ValueError, TypeError, KeyError):
        whole = False
    if not whole or entry.name in ("", ".", "..") or os.path.basename(entry.name) != entry.name:  # noqa: PTH119  a name
        raise WriteError(f"{journal.name} beside it is damaged; delete it once the articles there are right")
    return entry


def restore(folder: Path, entry: Entry) -> None:
    """Put back what a stopped run may have written in part; raises WriteError where others wrote since."""
    descriptor = _opened(folder / entry.name)
    try:
        now = _read(descriptor)
        if os.fstat(descriptor).st_ino != entry.inode or not _is_between(now, entry):
            raise WriteError("was changed after a run stopped while writing it")
        if now not in (entry.old, entry.new):
            _change(descriptor, now, entry.old)
    finally:
        os.close(descriptor)


def _put_back_at_once(descriptor: int, old: bytes) -> None:
    try:
        _change(descriptor, _read(descriptor), old)
    except OSError as error:
        reason = f"is written in part ({error.strerror}); the next run puts it back as it was, from {JOURNAL} beside it"
        raise WriteError(reason) from error


def _keep(journal: Path, entry: Entry) -> None:
    """Have the journal on the disk, whole, before it has its name."""
    fields = {"name": entry.name, "inode": entry.inode, "old": len(entry.old), "digest": _digest(entry)}
    temporary = journal.parent / TEMPORARY
    descriptor = create(temporary)
    try:
        try:
            fill(descriptor, json.dumps(fields).encode() + b"\n" + entry.old + entry.new)
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        temporary.replace(journal)
        sync(journal.parent)
    except BaseException:
        discard(temporary)
        discard(journal)
        raise


def _change(descriptor: int, old: bytes, new: bytes) -> None:
    """Write from the first difference on, in one call, so that only a shorter content passes through a third state."""
    same = next((at for at, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), len(old))
    os.lseek(descriptor, same, os.SEEK_SET)
    fill(descriptor, new[same:])
    if len(new) < len(old):
        os.ftruncate(descriptor, len(new))
    os.fsync(descriptor)


def _opened(target: Path) -> int:
    """The descriptor of a regular file that is no link; raises OSError or WriteError."""
    plain = getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    descriptor = os.open(target, os.O_RDWR | plain)
    if not S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise WriteError("is no regular file")
    return descriptor


def _read(descriptor: int) -> bytes:
    os.lseek(descriptor, 0, os.SEEK_SET)
    return b"".join(iter(lambda: os.read(descriptor, 1 << 20), b""))


def _is_between(now: bytes, entry: Entry) -> bool:
    """Whether each byte is the old or the new one, as an interrupted write may leave it."""
    shorter, longer = sorted((len(entry.old), len(entry.new)))
    if not shorter <= len(now) <= longer:
        return False
    longest = entry.old if len(entry.old) == longer else entry.new
    pairs = zip(now, entry.old, entry.new, strict=False)
    return all(byte in both for byte, *both in pairs) and now[shorter:] == longest[shorter : len(now)]


def _digest(entry: Entry) -> str:
    name = os.fsencode(entry.name)
    parts = b"%d %d %d\0" % (entry.inode, len(name), len(entry.old)), name, entry.old, entry.new
    return blake2b(b"".join(parts), digest_size=16).hexdigest()
