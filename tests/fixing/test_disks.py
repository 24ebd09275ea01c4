"""Disks and folders that really refuse: the old content stays, the exit code is 2, one line says why."""

import os
import resource
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fixing.conftest import Command
from fixing.tracing import ARTLINT, names, prepared

CONTENT = b"News\n\n" + b"On the web.\n" * 500

pytestmark = pytest.mark.skipif(os.name != "posix", reason="disks, modes and limits of POSIX")


def refused(done: "subprocess.CompletedProcess[bytes]", name: str, reason: str) -> None:
    lines = [line for line in done.stdout.decode().splitlines() if ": failure " in line]
    assert lines == [f"{name}: failure {reason}"]
    assert done.returncode == 2


@pytest.mark.parametrize("kind", ["plain", "hard-linked", "linked"])
def test_a_file_that_may_not_grow(artlint: Command, tmp_path: Path, kind: str) -> None:
    file = prepared(tmp_path, kind, CONTENT)
    limit = len(CONTENT) + 100
    done = artlint(
        "--fix", "--no-cache", file.name, before=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    )
    refused(done, file.name, "cannot be written: File too large; left as it was")
    assert file.read_bytes() == CONTENT
    assert names(tmp_path) <= {"a.txt", "b.txt"}


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Callable[..., Path]]:
    """Mounts a file system in memory with these options, at most one a test."""
    folder = tmp_path / "disk"
    folder.mkdir()

    def mounted(*options: str) -> Path:
        command = ["mount", "-t", "tmpfs", "-o", ",".join(options), "none", str(folder)]
        if subprocess.run(command, capture_output=True, check=False).returncode:
            pytest.skip("only root mounts disks")
        return folder

    yield mounted
    subprocess.run(["umount", str(folder)], capture_output=True, check=False)


@pytest.mark.parametrize("kind", ["plain", "hard-linked", "linked"])
def test_a_full_disk(artlint: Command, disk: Callable[..., Path], kind: str) -> None:
    folder = disk("size=8k")
    content = b"News\n\nOn the web.\n".ljust(4096, b".")
    file = prepared(folder, kind, content)
    (folder / "filler").write_bytes(b"." * 4096)
    done = artlint("--fix", "--no-cache", f"disk/{file.name}")
    refused(done, f"disk/{file.name}", "cannot be written: No space left on device; left as it was")
    assert file.read_bytes() == content
    assert names(folder) <= {"a.txt", "b.txt", "filler"}


@pytest.mark.parametrize("kind", ["plain", "hard-linked", "linked"])
def test_a_disk_without_room_for_names(artlint: Command, disk: Callable[..., Path], kind: str) -> None:
    folder = disk("nr_inodes=4")
    file = prepared(folder, kind, CONTENT)
    while True:
        try:
            (folder / f"filler {len(names(folder))}").touch()
        except OSError:
            break
    done = artlint("--fix", "--no-cache", f"disk/{file.name}")
    refused(done, f"disk/{file.name}", "cannot be written: No space left on device; left as it was")
    assert file.read_bytes() == CONTENT


@pytest.mark.parametrize("kind", ["plain", "hard-linked", "linked"])
def test_a_read_only_disk(artlint: Command, disk: Callable[..., Path], kind: str) -> None:
    folder = disk("size=1m")
    file = prepared(folder, kind, CONTENT)
    subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
    done = artlint("--fix", "--no-cache", f"disk/{file.name}")
    refused(done, f"disk/{file.name}", "is read-only; left as it was")
    assert file.read_bytes() == CONTENT


@pytest.mark.parametrize("kind", ["plain", "hard-linked", "linked"])
def test_a_folder_that_may_not_be_written(tmp_path: Path, kind: str) -> None:
    """The user may write the file, but no new one beside it, which a safe way of writing needs."""
    file = prepared(tmp_path, kind, CONTENT)
    tmp_path.chmod(0o555)
    done = subprocess.run(
        [*_without_root_s_rights(), *ARTLINT, "--fix", "--no-cache", file.name],
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    refused(done, file.name, "cannot be written: Permission denied; left as it was")
    assert file.read_bytes() == CONTENT


def _without_root_s_rights() -> list[str]:
    """What runs a command so that modes hold for it, even if it belongs to root."""
    if os.geteuid() != 0:
        return []
    command = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]
    if not shutil.which("setpriv") or subprocess.run([*command, "true"], capture_output=True, check=False).returncode:
        pytest.skip("root may write everywhere, and cannot give that up here")
    return command


@pytest.mark.skipif(not shutil.which("chattr"), reason="needs chattr")
@pytest.mark.parametrize("kind", ["plain", "hard-linked"])
def test_an_immutable_file(artlint: Command, tmp_path: Path, kind: str) -> None:
    file = prepared(tmp_path, kind, CONTENT)
    if subprocess.run(["chattr", "+i", str(file)], capture_output=True, check=False).returncode:
        pytest.skip("the file system of the test's folder has no such attribute, or we may not set it")
    try:
        done = artlint("--fix", "--no-cache", file.name)
        assert b"left as it was" in done.stdout
        assert (done.returncode, file.read_bytes()) == (2, CONTENT)
    finally:
        subprocess.run(["chattr", "-i", str(file)], check=True)
    assert names(tmp_path) <= {"a.txt", "b.txt"}
