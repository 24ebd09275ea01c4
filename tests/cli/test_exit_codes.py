"""Whatever comes in: one clear line, the right exit code, the other findings still there, never a traceback."""

import os
import signal
import subprocess
import time
from pathlib import Path

import pytest
from cli.conftest import ENTRY, Run

SOUND = "A Headline\n\nSome text under it.\n"
SLOW = """
import time
from typing import ClassVar
from artlint import Rule, hookimpl

class Slow(Rule):
    '''Takes a minute.'''
    id: ClassVar[str] = "house/slow"

    def check_article(self, article):
        time.sleep(60)
        return ()

@hookimpl
def artlint_rules(): return [Slow]
"""
UNTITLED = "no headline stands here, only a sentence that ends with a full stop.\n"


@pytest.mark.parametrize(
    ("files", "arguments", "code", "said"),
    [
        pytest.param({"a.txt": SOUND}, ["."], 0, "no findings; 1 article checked", id="sound article"),
        pytest.param({"a.txt": UNTITLED}, ["."], 1, "[title/missing]", id="a finding"),
        pytest.param({"a.txt": UNTITLED}, ["--exit-zero", "."], 0, "[title/missing]", id="findings with --exit-zero"),
        pytest.param({"a.txt": UNTITLED}, ["--fail-on", "never", "."], 0, "[title/missing]", id="fail on nothing"),
        pytest.param({"a.txt": UNTITLED}, ["--ignore", "title", "."], 0, "no findings", id="family ignored"),
        pytest.param({"a.txt": UNTITLED}, ["--select", "length", "."], 0, "no findings", id="another family selected"),
        pytest.param({}, ["."], 0, "nothing to check: no article in the paths given", id="empty folder"),
        pytest.param({"a.rst": "x", "b.rst": "y"}, ["."], 0, "left out: 2 .rst", id="nothing that a reader takes"),
        pytest.param({}, ["--fail-on-empty", "."], 2, "nothing to check", id="empty folder that must not be"),
        pytest.param(
            {"a.txt": UNTITLED}, ["gone.txt", "a.txt"], 2, "gone.txt: failure no such file", id="missing path"
        ),
        pytest.param({"a.txt": UNTITLED}, ["gone.txt", "a.txt"], 2, "[title/missing]", id="the others are reported"),
        pytest.param(
            {"a.txt": b"Caf\xe9 Closes\n\nText.\n"}, ["."], 1, "a.txt:1:4: error byte 0xE9", id="invalid UTF-8"
        ),
        pytest.param({"a.txt": b"A\0B\n"}, ["."], 1, "a.txt:1:2: error NUL byte", id="binary file"),
        pytest.param({"a.txt": "A\n\nB\n".encode("utf-16")}, ["."], 1, "file is UTF-16; expected UTF-8", id="UTF-16"),
        pytest.param({"a.md": "---\na: [1\n---\nText.\n"}, ["."], 1, "front matter cannot be read", id="front matter"),
        pytest.param({"a.txt": SOUND}, ["--select", "title/mising", "."], 2, 'did you mean "title/missing"', id="rule"),
        pytest.param({"a.txt": SOUND}, ["--fromat", "json", "."], 2, "No such option", id="misspelt option"),
        pytest.param({"a.txt": SOUND}, ["-f", "jsno", "."], 2, 'did you mean "json"', id="unknown format"),
        pytest.param(
            {"a.txt": SOUND}, ["-f", "text", "-f", "json", "."], 2, "two reports go to standard", id="outputs"
        ),
        pytest.param({"a.txt": SOUND}, ["-o", "no/such/file", "."], 2, "cannot be written to", id="unwritable report"),
        pytest.param({"a.txt": UNTITLED}, ["-f", "json=no/such", "-f", "text"], 2, "[title/missing]", id="and another"),
        pytest.param({"a.txt": SOUND}, ["--config", "gone.yaml", "."], 2, "gone.yaml does not exist", id="no config"),
        pytest.param(
            {"a.txt": SOUND, ".artlint.yaml": "ruels: {}\n"}, ["."], 2, 'did you mean "rules"', id="config typo"
        ),
        pytest.param({"a.txt": SOUND, ".artlint.yaml": "ruels: {}\n"}, ["."], 2, ".artlint.yaml:1:1", id="its place"),
        pytest.param({"a.txt": SOUND, ".artlint.yaml": "a: [1\n"}, ["."], 2, ".artlint.yaml:", id="config no YAML"),
        pytest.param({"a.txt": SOUND}, ["-"], 2, "needs --stdin-filename", id="standard input without a name"),
        pytest.param({"a.txt": SOUND}, ["--files-from", "gone"], 2, "cannot be read", id="list of paths is missing"),
        pytest.param({"a.txt": SOUND}, ["explain", "title/mising"], 2, 'did you mean "title/missing"', id="explain"),
    ],
)
def test_exit_code_and_line(
    artlint: Run, tmp_path: Path, files: dict[str, str | bytes], arguments: list[str], code: int, said: str
) -> None:
    for name, content in files.items():
        tmp_path.joinpath(name).write_bytes(content.encode() if isinstance(content, str) else content)
    done = artlint(*arguments)
    assert said in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert done.returncode == code


def test_a_file_that_is_too_large_is_not_read(artlint: Run, tmp_path: Path) -> None:
    tmp_path.joinpath("a.txt").write_text(SOUND * 100)
    tmp_path.joinpath("b.txt").write_text(UNTITLED)
    done = artlint("--config", "rules.artlint/too-large.bytes = 1000", ".")
    assert "a.txt:1:1: error file has 3,200 bytes; at most 1,000 [artlint/too-large]" in done.stdout
    assert "b.txt:1:1: error" in done.stdout
    assert done.returncode == 1


def test_standard_input_stands_in_for_a_file(artlint: Run, tmp_path: Path) -> None:
    tmp_path.joinpath("a.txt").write_text(SOUND)
    done = artlint("--stdin-filename", "a.txt", "-", stdin=UNTITLED)
    assert "a.txt:1:1: error" in done.stdout
    assert done.returncode == 1


def test_paths_from_a_list(artlint: Run, tmp_path: Path) -> None:
    tmp_path.joinpath("a.txt").write_text(UNTITLED)
    tmp_path.joinpath("b.txt").write_text(UNTITLED)
    done = artlint("--files-from", "-", stdin="b.txt\n")
    assert "b.txt:1:1" in done.stdout
    assert "a.txt" not in done.stdout


@pytest.mark.skipif(os.name != "posix", reason="a folder without read permission is a POSIX matter")
def test_an_unreadable_file_costs_itself_alone(artlint: Run, tmp_path: Path) -> None:
    tmp_path.joinpath("a.txt").write_text(UNTITLED)
    tmp_path.joinpath("b.txt").symlink_to(tmp_path / "nowhere.txt")
    tmp_path.joinpath("c.txt").mkdir()
    done = artlint("a.txt", "b.txt", "c.txt/inside.txt")
    assert "b.txt: failure no such file" in done.stdout
    assert "a.txt:1:1: error" in done.stdout
    assert done.returncode == 2


@pytest.mark.parametrize(
    ("sent", "code"), [pytest.param(signal.SIGINT, 130, id="Ctrl-C"), pytest.param(signal.SIGTERM, 143, id="SIGTERM")]
)
def test_signals_end_the_run_with_one_line(tmp_path: Path, sent: signal.Signals, code: int) -> None:
    tmp_path.joinpath("slow.txt").write_text(SOUND)
    tmp_path.joinpath("slow.py").write_text(SLOW)
    command = [*ENTRY, "--plugin", "slow.py", "slow.txt"]
    process = subprocess.Popen(command, cwd=tmp_path, stdout=-1, stderr=-1, text=True)
    time.sleep(1.5)
    process.send_signal(sent)
    _, errors = process.communicate(timeout=30)
    assert errors.strip() in ("artlint: interrupted", "artlint: terminated")
    assert process.returncode == code


@pytest.mark.parametrize("arguments", [["."], ["rules"], ["-f", "json", "."], ["explain", "title/missing"], ["--help"]])
def test_a_closed_pipe_is_quiet(tmp_path: Path, arguments: list[str]) -> None:
    tmp_path.joinpath("a.txt").write_text(UNTITLED)
    with subprocess.Popen([*ENTRY, *arguments], cwd=tmp_path, stdout=-1, stderr=-1, text=True) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == ""
    assert process.returncode == 141, "as of a program that SIGPIPE ends, and not 1, which means findings"


def test_a_pipe_that_closes_later_is_quiet_too(tmp_path: Path) -> None:
    for number in range(400):
        tmp_path.joinpath(f"{number}.txt").write_bytes(b"A Headline\n\nCaf\xe9.\n")
    with subprocess.Popen([*ENTRY, "-f", "json", "."], cwd=tmp_path, stdout=-1, stderr=-1, text=True) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == ""
    assert process.returncode == 141


def test_output_is_the_same_for_any_jobs_and_order(artlint: Run, tmp_path: Path) -> None:
    for number in range(30):
        tmp_path.joinpath(f"{number:02}.md").write_text("# Same Headline\n" + "\nSome text.\n" * number)
    paths = sorted(path.name for path in tmp_path.iterdir())
    first = artlint("-f", "json", *paths)
    assert first.returncode == 1
    assert artlint("-f", "json", "-j", "2", *reversed(paths), PYTHONHASHSEED="7").stdout == first.stdout
    assert artlint("-f", "json", ".", LC_ALL="C").stdout == first.stdout


@pytest.mark.parametrize(
    ("word", "said"),
    [
        pytest.param("explian", 'there is no command, file or folder "explian"; did you mean "explain"?', id="a slip"),
        pytest.param("grapf", 'did you mean "graph"?', id="a slip in the name of a plugin's command"),
        pytest.param("posts", "posts: failure no such file or folder", id="a folder that is not there"),
    ],
)
def test_a_word_that_is_no_path_may_be_a_command(artlint: Run, word: str, said: str) -> None:
    done = artlint(word)
    assert done.returncode == 2
    assert said in done.stdout + done.stderr


def test_a_folder_may_have_nearly_the_name_of_a_command(artlint: Run, tmp_path: Path) -> None:
    (tmp_path / "chek").mkdir()
    assert artlint("chek").returncode == 0
