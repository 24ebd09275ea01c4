"""Whatever the next run is to do, it first puts right what a killed one left beside the articles that it reads."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from fixing.conftest import PLUGIN

pytestmark = pytest.mark.skipif(os.name != "posix", reason="hard links and signals of POSIX")

OLD, NEW = b"News\n\nSend an e-mail to us.\n" * 9, b"News\n\nSend an email to us.\n" * 9
KILLED = """
import os, signal, sys
from pathlib import Path
from artlint.fixing.writing import write
os.ftruncate = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
file = Path(sys.argv[1])
write(file, file.read_bytes(), file.read_bytes().replace(b"e-mail", b"email"))
"""
ARTLINT = (sys.executable, "-c", "from artlint.cli import main; main()")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A repository with an article of two names, half-written by a run that was killed, and one beside it."""
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "a.txt").write_bytes(OLD)
    (tmp_path / "other name").hardlink_to(articles / "a.txt")
    (tmp_path / "b.txt").write_bytes(b"Another Piece\n\nNothing to say.\n")
    for arguments in (["init", "-q"], ["add", "articles", "b.txt"]):
        subprocess.run(["git", *arguments], cwd=tmp_path, check=True)
    done = subprocess.run([sys.executable, "-c", KILLED, "articles/a.txt"], cwd=tmp_path, check=False)
    assert done.returncode == -9
    assert (articles / "a.txt").read_bytes() not in (OLD, NEW)
    return tmp_path


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["articles/a.txt"], id="a check of the article"),
        pytest.param(["articles"], id="a check of its folder"),
        pytest.param(["b.txt"], id="a check of another article of its collection"),
        pytest.param(["--fix", "--isolated", "b.txt"], id="a fix of another article"),
        pytest.param(["--diff", "articles"], id="a patch"),
        pytest.param(["--hook"], id="a hook"),
        pytest.param(["--hook", "--fix"], id="a hook that fixes"),
        pytest.param(["graph"], id="the graph"),
        pytest.param(["boilerplate"], id="the list of what recurs"),
        pytest.param(["stats"], id="statistics"),
        pytest.param(["baseline", "create"], id="a baseline"),
    ],
)
def test_the_next_run_puts_it_right(folder: Path, arguments: list[str]) -> None:
    done = subprocess.run([*ARTLINT, *arguments], cwd=folder, capture_output=True, check=False, timeout=60)
    assert done.returncode in (0, 1), done.stderr
    assert (folder / "articles" / "a.txt").read_bytes() == OLD
    assert (folder / "other name").read_bytes() == OLD
    assert [path.name for path in (folder / "articles").iterdir()] == ["a.txt"]


def test_changed_against_a_revision(folder: Path) -> None:
    identity = ["-c", "user.name=a", "-c", "user.email=a@b.example"]
    subprocess.run(["git", *identity, "commit", "-qm", "x"], cwd=folder, check=True)
    done = subprocess.run([*ARTLINT, "--changed"], cwd=folder, capture_output=True, check=False, timeout=60)
    assert done.returncode in (0, 1), done.stderr
    assert (folder / "articles" / "a.txt").read_bytes() == OLD


def test_what_cannot_be_put_right_is_told(folder: Path) -> None:
    (folder / "articles" / "a.txt").write_bytes(b"somebody's work")
    done = subprocess.run([*ARTLINT, "b.txt"], cwd=folder, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 2
    assert "articles/a.txt: failure an earlier run was stopped while writing beside it" in done.stdout
    assert done.stdout.count("failure ") == 1


def test_runs_at_once(tmp_path: Path) -> None:
    """Each file is fixed once, whoever comes first; who comes too late says so and writes nothing."""
    for number in range(12):
        (tmp_path / f"a{number}.txt").write_bytes(OLD)
    (tmp_path / "other name").hardlink_to(tmp_path / "a0.txt")
    command = [*ARTLINT, "--plugin", str(PLUGIN), "--select", "house", "--isolated", "--no-cache", "--fix", "."]
    runs = [subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, encoding="utf-8") for _ in range(3)]
    for each in runs:
        told = each.communicate(timeout=120)[0]
        late = told.count("was changed by another program since it was read; left as that program wrote it")
        assert (each.returncode, told.count(": failure ")) == (2 if late else 0, late)
    assert {path.read_bytes() for path in tmp_path.iterdir()} == {NEW}
    assert len(list(tmp_path.iterdir())) == 13
