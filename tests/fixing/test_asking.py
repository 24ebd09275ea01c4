"""`--interactive` at a real terminal."""

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest
from fixing.tracing import ARTLINT

fcntl = pytest.importorskip("fcntl", reason="terminals of POSIX")
pty = pytest.importorskip("pty")
termios = pytest.importorskip("termios")

FAULTY = b"News\n\ne-mail e-mail\n\nVERY loud\n"


def talked(folder: Path, answers: Sequence[str], *options: str) -> tuple[int, str]:
    """The exit code and all that the terminal showed; each answer is typed when it is asked for."""
    terminal, theirs = pty.openpty()
    child = subprocess.Popen(
        [*ARTLINT, "--no-cache", "--interactive", *options, "a.txt"],
        cwd=folder,
        env={name: value for name, value in os.environ.items() if name != "NO_COLOR"},
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
        preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # so that Ctrl-C is a signal
    )
    os.close(theirs)
    shown, waiting = b"", list(answers)
    while True:
        try:
            part = os.read(terminal, 4096)
        except OSError:  # the other side is closed
            break
        if not part:
            break
        shown += part
        if waiting and shown.count(b"[q]uit: ") == len(answers) - len(waiting) + 1:
            os.write(terminal, waiting.pop(0).encode())
    os.close(terminal)
    return child.wait(60), shown.decode()


@pytest.mark.parametrize(
    ("answers", "options", "expected", "code"),
    [
        pytest.param(["y\n", "n\n"], [], b"News\n\nemail e-mail\n\nVERY loud\n", 1, id="yes, no"),
        pytest.param(["n\n", "y\n"], [], b"News\n\ne-mail email\n\nVERY loud\n", 1, id="no, yes"),
        pytest.param(["a\n"], ["--unsafe-fixes"], b"News\n\nemail email\n\nloud\n", 0, id="all that follow"),
        pytest.param(["n\n", "a\n"], ["--unsafe-fixes"], b"News\n\ne-mail email\n\nloud\n", 1, id="no, then all"),
        pytest.param(["q\n"], ["--unsafe-fixes"], FAULTY, 1, id="quit"),
        pytest.param(["y\n", "q\n"], [], b"News\n\nemail e-mail\n\nVERY loud\n", 1, id="yes, quit"),
        pytest.param(["\x04"], [], FAULTY, 1, id="end of input"),
        pytest.param(["\x03"], [], FAULTY, 130, id="interrupted"),
        pytest.param(["y\n", "\x03"], [], FAULTY, 130, id="interrupted after a yes"),
    ],
)
def test_answers(tmp_path: Path, answers: list[str], options: list[str], expected: bytes, code: int) -> None:
    (tmp_path / "a.txt").write_bytes(FAULTY)
    told = talked(tmp_path, answers, *options)
    assert (tmp_path / "a.txt").read_bytes() == expected
    assert told[0] == code, told[1]
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_each_fix_is_shown_with_its_surroundings(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(FAULTY)
    shown = talked(tmp_path, ["y\n", "q\n"])[1]
    assert 'a.txt:3:1: warning house style has "email" [house/email]' in shown
    assert 'safe fix: "e-mail" to "email"' in shown
    assert "\x1b[31m    -e-mail e-mail" in shown
    assert "\x1b[32m    +email e-mail" in shown
    assert "     News" in shown
