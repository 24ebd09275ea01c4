"""Killed at any call that changes the disk, a run leaves the old content or the new; the next one completes."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

KILLING = Path(__file__).with_name("killing.py")

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="kills forked processes, which POSIX has")

Results = list[dict[str, Any]]  # Any: what killing.py prints


def killing(way: str, folder: Path, kind: str, length: str, *options: str) -> Results:
    arguments = [sys.executable, str(KILLING), way, str(folder), kind, length, *options]
    done = subprocess.run(arguments, capture_output=True, encoding="utf-8", check=True, timeout=300)
    results: Results = json.loads(done.stdout)
    return results


@pytest.mark.parametrize("length", ["shorter", "longer", "same"])
@pytest.mark.parametrize("kind", ["plain", "linked", "hard-linked"])
def test_old_or_new_and_the_next_run_completes(tmp_path: Path, kind: str, length: str) -> None:
    results = killing("once", tmp_path, kind, length, "--fix")
    assert sum(result["code"] == -9 for result in results) >= 12
    assert [result["code"] for result in results if result["code"] != -9] == [0, 0], "the last runs go through"
    for result in results:
        before, after, at_last = result["before"], result["after"], result["at last"]
        assert after["contents"] in allowed(kind, after["files"])
        assert (result["again"], at_last["contents"]) == (0, ["new"])
        assert at_last["files"] == before["files"], "nothing is left over"
        assert (at_last["is link"], at_last["names"]) == (before["is link"], before["names"])
        assert kind != "hard-linked" or at_last["inode"] == before["inode"]


def allowed(kind: str, files: list[str]) -> list[list[str]]:
    """Old or new; while a file of several names is written in place, its journal vouches for it."""
    in_place = kind == "hard-linked" and ".artlint-journal" in files
    return [["old"], ["new"], *([["torn"]] if in_place else [])]


@pytest.mark.parametrize("length", ["shorter", "longer"])
def test_a_run_that_only_checks_puts_it_right(tmp_path: Path, length: str) -> None:
    for result in killing("once", tmp_path, "hard-linked", length):
        assert result["again"] in (0, 1)
        assert result["at last"]["contents"] in (["old"], ["new"])
        assert result["at last"]["files"] == result["before"]["files"]


def test_killed_while_it_puts_things_right(tmp_path: Path) -> None:
    results = killing("twice", tmp_path, "hard-linked", "shorter", "--fix")
    assert len(results) > 50
    for result in results:
        assert (result["again"], result["at last"]["contents"]) == (0, ["new"])
        assert result["at last"]["files"] == result["before"]["files"]
