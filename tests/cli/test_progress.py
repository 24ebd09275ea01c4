"""Progress is for a person who waits at a terminal: nobody else sees a byte of it."""

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest
from cli.conftest import ENTRY

SLOW = """
import time
from typing import ClassVar
from artlint import Rule, hookimpl

class Slow(Rule):
    '''Takes its time.'''
    id: ClassVar[str] = "house/slow"

    def check_article(self, article):
        time.sleep(0.1)
        return ()

@hookimpl
def artlint_rules(): return [Slow]
"""


def told_to_terminal(folder: Path, *arguments: str, **environment: str) -> bytes:
    """What the run writes to a standard error that is a terminal."""
    pty = pytest.importorskip("pty", reason="a terminal needs POSIX")
    parent, child = pty.openpty()
    command: Sequence[str] = [*ENTRY, "--plugin", "slow.py", *arguments, "."]
    plain = {name: value for name, value in os.environ.items() if name != "CI"}
    with subprocess.Popen(command, cwd=folder, stdout=-1, stderr=child, env={**plain, **environment}) as process:
        process.communicate(timeout=60)
    os.close(child)
    told = b""
    while True:
        try:
            piece = os.read(parent, 65536)
        except OSError:  # Linux says so when the other end is closed
            break
        if not piece:
            break
        told += piece
    os.close(parent)
    return told


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "slow.py").write_text(SLOW)
    for number in range(25):
        (tmp_path / f"{number}.txt").write_text(f"Harbour Report {number}\n\nText.\n")
    return tmp_path


def test_a_person_sees_how_far_it_is(folder: Path) -> None:
    told = told_to_terminal(folder, "-j", "1")
    assert b"of 25 articles read" in told
    assert told.endswith(b"\r\x1b[K"), "the line is wiped when all is done"


@pytest.mark.parametrize(
    ("arguments", "environment"),
    [pytest.param(["-q"], {}, id="asked to be quiet"), pytest.param([], {"CI": "true"}, id="in CI")],
)
def test_nobody_else_does(folder: Path, arguments: list[str], environment: dict[str, str]) -> None:
    assert told_to_terminal(folder, "-j", "1", *arguments, **environment) == b""


def test_short_work_shows_nothing(folder: Path) -> None:
    assert told_to_terminal(folder, "--select", "title") == b""
