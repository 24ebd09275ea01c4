"""The options that fix, on the real command line."""

import os
import subprocess
from pathlib import Path

import pytest
from fixing.conftest import Command, house

FAULTY = b"News\r\n\r\nSend an e-mail, VERY soon.\r\n"
FIXED = b"News\r\n\r\nSend an email, VERY soon.\r\n"
UNSAFE = b"News\r\n\r\nSend an email, soon.\r\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_bytes(FAULTY)
    return path


@pytest.mark.parametrize(
    ("options", "content", "code", "out", "err"),
    [
        pytest.param(["--fix"], FIXED, 1, "1 finding", "fixed 1 finding in 1 article", id="safe fixes"),
        pytest.param([], FAULTY, 1, "; 1 can be fixed with --fix, 1 more with --unsafe-fixes\n", "", id="a check"),
        pytest.param(["--fix"], FIXED, 1, "; 1 can be fixed with --unsafe-fixes\n", "fixed 1", id="what is left"),
        pytest.param(["--fix-only"], FIXED, 0, "", "1 more can be fixed with --unsafe-fixes", id="no report, but this"),
        pytest.param(["--fix", "--unsafe-fixes"], UNSAFE, 0, "no findings", "fixed 2 findings", id="unsafe fixes too"),
        pytest.param(["--fix-only"], FIXED, 0, "", "fixed 1 finding", id="no report"),
        pytest.param(["--fix", "-q"], FIXED, 1, "shouts", "", id="quiet"),
        pytest.param(["--fix", "--ignore", "house"], FAULTY, 0, "no findings", "", id="nothing to fix"),
        pytest.param(["--diff"], FAULTY, 1, "-Send an e-mail", "would fix 1 finding", id="patch"),
        pytest.param(["--diff", "--fix"], FAULTY, 1, "+Send an email, VERY", "would fix", id="a patch writes nothing"),
        pytest.param(["--diff", "--unsafe-fixes"], FAULTY, 1, "+Send an email, soon", "would fix 2", id="unsafe patch"),
        pytest.param(["--diff", "--ignore", "house"], FAULTY, 0, "", "", id="no patch"),
        pytest.param(["--unsafe-fixes"], FAULTY, 2, "", "give --fix, --fix-only, --diff", id="which, but not what"),
    ],
)
def test_options(
    artlint: Command, file: Path, options: list[str], content: bytes, code: int, out: str, err: str
) -> None:
    done = artlint(*options, "a.txt")
    assert file.read_bytes() == content
    assert (out in done.stdout.decode(), err in done.stderr.decode()) == (True, True)
    assert done.returncode == code
    assert bool(done.stdout) == bool(out)
    assert bool(done.stderr) == bool(err)


def test_nothing_to_change_means_nothing_written(artlint: Command, file: Path) -> None:
    file.write_bytes(UNSAFE)
    before = file.stat()
    assert artlint("--fix", ".").returncode == 0
    after = file.stat()
    assert (after.st_ino, after.st_mtime_ns, after.st_ctime_ns) == (
        before.st_ino,
        before.st_mtime_ns,
        before.st_ctime_ns,
    )


def test_the_patch_is_the_fix(artlint: Command, file: Path, tmp_path: Path) -> None:
    (tmp_path / "sub dir").mkdir()
    other = tmp_path / "sub dir" / "b.md"
    other.write_bytes(b"# News\n\nOn the web \xe9")
    patch = artlint("--diff", ".").stdout
    subprocess.run(["git", "apply", "-"], cwd=tmp_path, input=patch, check=True)
    assert (file.read_bytes(), other.read_bytes()) == (FIXED, b"# News\n\nOn the web \xe9")
    assert artlint("--diff", ".").stdout == b""


def test_the_patch_of_a_folder_in_a_repository(artlint: Command, tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    folder = tmp_path / "sub"
    folder.mkdir()
    (folder / "b.txt").write_bytes(FAULTY)
    patch = artlint("--diff", "b.txt", folder="sub").stdout
    subprocess.run(["git", "apply", "-"], cwd=folder, input=patch, check=True)
    assert (folder / "b.txt").read_bytes() == FIXED


@pytest.mark.parametrize(
    ("answers", "content", "asked"),
    [
        pytest.param(b"y\nn\n", b"News\n\nemail e-mail", 2, id="yes, no"),
        pytest.param(b"n\ny\n", b"News\n\ne-mail email", 2, id="no, yes"),
        pytest.param(b"a\n", b"News\n\nemail email", 1, id="all"),
        pytest.param(b"q\n", b"News\n\ne-mail e-mail", 1, id="quit"),
        pytest.param(b"y\nq\n", b"News\n\nemail e-mail", 2, id="yes, quit"),
        pytest.param(b"", b"News\n\ne-mail e-mail", 1, id="no answer"),
        pytest.param(b"y\ny\n", b"News\n\nemail email", 2, id="yes to both"),
        pytest.param(b"what?\ny\nn\n", b"News\n\nemail e-mail", 3, id="an answer that is none"),
    ],
)
def test_interactive(artlint: Command, file: Path, answers: bytes, content: bytes, asked: int) -> None:
    file.write_bytes(b"News\n\ne-mail e-mail")
    done = artlint("--interactive", "a.txt", stdin=answers)
    assert file.read_bytes() == content
    assert done.stderr.count(b"[y]es, [n]o, [a]ll that follow, [q]uit") == asked
    assert b"    -e-mail e-mail" in done.stderr
    assert done.returncode == int(b"e-mail" in content)


def test_an_answer_holds_for_later_passes(artlint: Command, file: Path) -> None:
    file.write_bytes(b"News\n\n%%%% mild naive")
    done = artlint("--interactive", "a.txt", stdin=b"y\ny\ny\ny\n")
    assert file.read_bytes() == "News\n\n‰‰ mild naïve".encode()
    assert done.stderr.count(b"[q]uit: ") == 4
    assert b'left out: "mild" to "terrible"' in done.stderr


def test_standard_input_comes_back_fixed(artlint: Command, file: Path) -> None:
    done = artlint("--fix", "--stdin-filename", "a.txt", "-", stdin=FAULTY.replace(b"News", b"Olds"))
    assert done.stdout == FIXED.replace(b"News", b"Olds")
    assert b"shouts" in done.stderr
    assert file.read_bytes() == FAULTY
    assert artlint("--fix-only", "--stdin-filename", "a.txt", "-", stdin=FIXED).stdout == FIXED


def test_a_fix_that_does_not_fit_is_a_failure(artlint: Command, file: Path) -> None:
    file.write_bytes(b"wrong")
    done = artlint("--fix", "a.txt")
    assert b"a.txt: failure house/wrong failed: its fix expects" in done.stdout
    assert done.returncode == 2


@pytest.mark.skipif(os.name != "posix", reason="modes and limits of POSIX")
def test_a_file_that_cannot_be_written_is_one_line(artlint: Command, file: Path, tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_bytes(FAULTY)
    file.chmod(0o444)
    done = artlint("--fix", ".")
    assert [line for line in done.stdout.splitlines() if b"failure" in line and line.startswith(b"a.txt")] == [
        b"a.txt: failure is read-only; left as it was"
    ]
    assert (file.read_bytes(), (tmp_path / "b.txt").read_bytes()) == (FAULTY, FIXED)
    assert done.returncode == 2
    assert b"house/email" in done.stdout, "what could not be fixed is still reported"
    silent = artlint("--fix-only", ".")
    assert (silent.stdout, silent.stderr, silent.returncode) == (
        b"",
        b"artlint: a.txt: is read-only; left as it was\nartlint: 2 more can be fixed with --unsafe-fixes, which may"
        b" change what an article says\n",
        2,
    )


def test_a_patch_does_a_terminal_no_harm(tmp_path: Path) -> None:
    pty = pytest.importorskip("pty", reason="a terminal needs POSIX")
    (tmp_path / "a.txt").write_bytes("News\n\n\x1b]0;x\x07\u202e caf\u00e9 an e-mail\tto \x9b2J all.\r\n".encode())
    parent, child = pty.openpty()
    subprocess.run(house("--diff"), cwd=tmp_path, stdout=child, stderr=subprocess.DEVNULL, check=False, timeout=60)
    os.close(child)
    told = os.read(parent, 65536).decode().replace("\r\n", "\n")
    os.close(parent)
    assert "+\\x1b]0;x\\x07\\u202e caf\u00e9 an email\tto \\x9b2J all.\n" in told


def test_a_patch_for_a_program_holds_every_byte(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"News\n\n\x1b[31m an e-mail.\n")
    done = subprocess.run(house("--diff"), cwd=tmp_path, capture_output=True, check=False, timeout=60)
    assert b"+\x1b[31m an email.\n" in done.stdout
