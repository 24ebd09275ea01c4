"""Several processes: what one article does to its worker costs that article alone."""

import subprocess
import sys
from pathlib import Path

ENTRY = (sys.executable, "-c", "from artlint.cli import main; main()")
PLUGIN = """
import os, multiprocessing
from typing import ClassVar
from artlint import Rule, hookimpl

if CONDITION:
    os._exit(3)

class Deadly(Rule):
    '''Ends its process at one article.'''
    id: ClassVar[str] = "house/deadly"

    def check_article(self, article):
        if "deadly" in article.path:
            os._exit(3)
        return ()

@hookimpl
def artlint_rules(): return [Deadly]
"""


def run(folder: Path, condition: str) -> "subprocess.CompletedProcess[str]":
    (folder / "house.py").write_text(PLUGIN.replace("CONDITION", condition))
    for number in range(8):
        (folder / f"{number}.md").write_text("only a sentence, which goes on for a while and ends here.\n")
    (folder / "4-deadly.txt").write_text("A Harbour Report\n\nText.\n")
    command = [*ENTRY, "--plugin", "house.py", "-j", "2", "--no-cache", "."]
    return subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False, timeout=120)


def test_a_worker_s_death_costs_its_article(tmp_path: Path) -> None:
    done = run(tmp_path, "False")
    assert "4-deadly.txt: failure the process that examined it died" in done.stdout
    assert done.stdout.count("[title/missing]") == 8
    assert done.returncode == 2


def test_workers_that_cannot_start_end_the_run(tmp_path: Path) -> None:
    done = run(tmp_path, "multiprocessing.parent_process() is not None")
    assert "worker processes cannot be started" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert done.returncode == 2
