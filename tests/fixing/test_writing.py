"""A file is replaced whole, keeps all that belongs to it, or stays as it was."""

import errno
import os
from pathlib import Path

import pytest
from fixing.faults import failing, fault_at

from artlint.fixing.folders import JOURNAL, TEMPORARY, WriteError
from artlint.fixing.journal import Entry, _digest, entry_in
from artlint.fixing.recovery import recover
from artlint.fixing.writing import write

OLD, NEW = b"News\n\nSend an e-mail.\n" * 50, b"News\n\nSend an email.\n" * 50

pytestmark = pytest.mark.skipif(os.name != "posix", reason="links, modes and owners of POSIX")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_bytes(OLD)
    return path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o644, 0o755, 0o666, 0o2664])
def test_mode_is_kept(file: Path, mode: int) -> None:
    file.chmod(mode)
    write(file, OLD, NEW)
    assert file.read_bytes() == NEW
    assert file.stat().st_mode & 0o7777 == mode


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files away")
def test_owner_is_kept(file: Path) -> None:
    os.chown(file, 12345, 54321)
    write(file, OLD, NEW)
    assert (file.stat().st_uid, file.stat().st_gid) == (12345, 54321)


def test_extended_attributes_are_kept(file: Path) -> None:
    try:
        os.setxattr(file, "user.editor", b"desk 3")
    except (AttributeError, OSError):
        pytest.skip("the file system of the test's folder has no extended attributes")
    write(file, OLD, NEW)
    assert os.getxattr(file, "user.editor") == b"desk 3"


@pytest.mark.parametrize("call", ["fchown", "fchmod", "setxattr"])
def test_what_a_new_file_cannot_have_is_kept_in_place(file: Path, call: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_arguments: object) -> None:
        raise PermissionError(errno.EPERM, "not permitted")

    file.chmod(0o640)
    try:
        os.setxattr(file, "user.editor", b"desk 3")
    except (AttributeError, OSError):
        pytest.skip("the file system of the test's folder has no extended attributes")
    if call == "fchown":
        if os.geteuid() != 0:
            pytest.skip("only root gives files away")
        os.chown(file, 12345, 54321)
    before = file.stat()
    monkeypatch.setattr(os, call, refused)
    write(file, OLD, NEW)
    after = file.stat()
    assert file.read_bytes() == NEW
    assert (after.st_ino, after.st_uid, after.st_mode) == (before.st_ino, before.st_uid, before.st_mode)
    assert names(file.parent) == ["a.txt"]


def test_a_mount_point_is_written_in_place(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rename = os.replace

    def refused(source: Path, target: Path) -> None:
        if target == file:
            raise OSError(errno.EBUSY, "busy")
        rename(source, target)

    monkeypatch.setattr(os, "replace", refused)
    write(file, OLD, NEW)
    assert file.read_bytes() == NEW
    assert names(file.parent) == ["a.txt"]


def test_a_link_stays_a_link(file: Path, tmp_path: Path) -> None:
    other = tmp_path / "links" / "b.txt"
    other.parent.mkdir()
    other.symlink_to("../c.txt")
    (tmp_path / "c.txt").symlink_to(file)
    write(other, OLD, NEW)
    assert other.is_symlink()
    assert (tmp_path / "c.txt").is_symlink()
    assert file.read_bytes() == NEW


def test_hard_links_stay_together(file: Path, tmp_path: Path) -> None:
    other = tmp_path / "b.txt"
    other.hardlink_to(file)
    write(file, OLD, NEW)
    assert other.read_bytes() == NEW
    assert other.samefile(file)


@pytest.mark.parametrize("hard_linked", [False, True])
def test_a_file_changed_since_it_was_read_is_left(file: Path, tmp_path: Path, hard_linked: bool) -> None:
    if hard_linked:
        (tmp_path / "b.txt").hardlink_to(file)
    file.write_bytes(b"somebody's work")
    with pytest.raises(WriteError, match="changed by another program"):
        write(file, OLD, NEW)
    assert file.read_bytes() == b"somebody's work"


@pytest.mark.parametrize("call", ["write", "fsync"])
def test_a_file_changed_while_it_is_fixed_is_left(file: Path, call: str, monkeypatch: pytest.MonkeyPatch) -> None:
    original = getattr(os, call)

    def interfering(*arguments: object) -> object:
        monkeypatch.setattr(os, call, original)
        file.write_bytes(b"somebody's work")
        return original(*arguments)

    monkeypatch.setattr(os, call, interfering)
    with pytest.raises(WriteError, match="changed by another program"):
        write(file, OLD, NEW)
    assert file.read_bytes() == b"somebody's work"
    assert names(file.parent) == ["a.txt"]


@pytest.mark.parametrize("mode", [0o444, 0o400])
def test_a_read_only_file_is_left(file: Path, mode: int) -> None:
    file.chmod(mode)
    with pytest.raises(WriteError, match="read-only"):
        write(file, OLD, NEW)
    assert file.read_bytes() == OLD


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EFBIG, errno.EDQUOT, errno.EROFS])
@pytest.mark.parametrize("hard_linked", [False, True])
@pytest.mark.parametrize(("old", "new"), [pytest.param(OLD, NEW, id="shorter"), pytest.param(NEW, OLD, id="longer")])
def test_a_failing_call_leaves_the_old_content(
    tmp_path: Path, number: int, hard_linked: bool, old: bytes, new: bytes
) -> None:
    for at in range(1, 100):
        file = tmp_path / str(at) / "a.txt"
        file.parent.mkdir()
        file.write_bytes(old)
        if hard_linked:
            (file.parent / "b.txt").hardlink_to(file)
        with fault_at(at, failing(number)) as calls:
            message = attempted(file, old, new)
        written = not message or "is written, but" in message
        assert written or "left as it was" in message
        assert file.read_bytes() == (new if written else old)
        if len(calls) < at:
            assert written
            break
        recover(file.parent)
        assert names(file.parent) in (["a.txt"], ["a.txt", "b.txt"])
    assert at > 5


def attempted(file: Path, old: bytes, new: bytes) -> str:
    """Why the content could not be written; "" where it was."""
    try:
        write(file, old, new)
    except WriteError as error:
        return str(error)
    return ""


def test_a_file_that_can_be_neither_written_nor_put_back(file: Path, tmp_path: Path) -> None:
    (tmp_path / "b.txt").hardlink_to(file)
    with pytest.MonkeyPatch.context() as patched:

        def broken(*_arguments: object) -> None:
            patched.setattr(os, "write", broken)
            raise OSError(errno.EIO, "disk fault")

        patched.setattr(os, "ftruncate", broken)
        with pytest.raises(WriteError, match=r"in part \(disk fault\); the next run puts it back"):
            write(file, OLD, NEW)
        assert names(tmp_path) == [JOURNAL, "a.txt", "b.txt"]
    recover(tmp_path)
    assert file.read_bytes() == OLD
    assert names(tmp_path) == ["a.txt", "b.txt"]


def journal(folder: Path, entry: Entry) -> None:
    head = f'{{"name": "{entry.name}", "inode": {entry.inode}, "old": {len(entry.old)}, "digest": "{_digest(entry)}"}}'
    (folder / JOURNAL).write_bytes(head.encode() + b"\n" + entry.old + entry.new)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        pytest.param(OLD, OLD, id="not begun"),
        pytest.param(NEW, NEW, id="done"),
        pytest.param(NEW[:500] + OLD[500:], OLD, id="half done"),
        pytest.param(NEW + OLD[len(NEW) :], OLD, id="not yet cut"),
        pytest.param(OLD[:100] + NEW[100:200] + OLD[200:], OLD, id="after a power cut"),
    ],
)
def test_recovery_from_a_journal(file: Path, now: bytes, expected: bytes) -> None:
    file.write_bytes(now)
    journal(file.parent, Entry("a.txt", file.stat().st_ino, OLD, NEW))
    assert entry_in(file.parent / JOURNAL).new == NEW
    recover(file.parent)
    assert file.read_bytes() == expected
    assert names(file.parent) == ["a.txt"]


@pytest.mark.parametrize(
    ("now", "inode", "name", "said"),
    [
        pytest.param(b"somebody's work", 0, "a.txt", "changed after a run stopped", id="changed since"),
        pytest.param(NEW[:500] + OLD[500:], 1, "a.txt", "changed after a run stopped", id="another file of that name"),
        pytest.param(OLD, 0, "gone.txt", "No such file", id="gone"),
        pytest.param(OLD, 0, "../a.txt", "damaged", id="a name that leads elsewhere"),
    ],
)
def test_a_journal_that_a_person_must_look_at(file: Path, now: bytes, inode: int, name: str, said: str) -> None:
    file.write_bytes(now)
    journal(file.parent, Entry(name, file.stat().st_ino + inode, OLD, NEW))
    with pytest.raises(WriteError, match=said):
        recover(file.parent)
    assert file.read_bytes() == now
    assert names(file.parent) == [JOURNAL, "a.txt"]


def test_a_journal_that_is_none(file: Path) -> None:
    (file.parent / JOURNAL).write_bytes(b"{}\nnonsense")
    with pytest.raises(WriteError, match="damaged"):
        write(file, OLD, NEW)
    assert file.read_bytes() == OLD


def test_a_journal_never_writes_through_a_link(file: Path, tmp_path: Path) -> None:
    (tmp_path / "b.txt").symlink_to(file)
    journal(tmp_path, Entry("b.txt", file.stat().st_ino, b"other", OLD))
    with pytest.raises(WriteError):
        recover(tmp_path)
    assert file.read_bytes() == OLD


def test_a_link_in_the_temporary_files_place_is_not_followed(file: Path, tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(b"precious")
    (tmp_path / TEMPORARY).symlink_to(victim)
    write(file, OLD, NEW)
    assert victim.read_bytes() == b"precious"
    assert names(tmp_path) == ["a.txt", "victim"]
