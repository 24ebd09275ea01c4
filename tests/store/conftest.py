"""A folder of articles, enough for a store, and the command line in it."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ENTRY = (sys.executable, "-c", "from artlint.cli import main; main()")
UNTITLED = "only a sentence, number {number}, which goes on for a while and ends here.\n"


@dataclass(frozen=True)
class Articles:
    """Articles in `folder`, `.artlint_cache` beside them."""

    folder: Path

    @property
    def file(self) -> Path:
        return self.folder / ".artlint_cache" / "results.sqlite"

    def command(self, *arguments: str) -> "subprocess.Popen[str]":
        return subprocess.Popen(
            [*ENTRY, "-f", "json", *arguments, "."],
            cwd=self.folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            env={name: value for name, value in os.environ.items() if name != "ARTLINT_CACHE_DIR"},
        )

    def run(self, *arguments: str) -> tuple[str, str]:
        """Standard output and standard error."""
        output, errors = self.command(*arguments).communicate(timeout=60)
        assert "Traceback" not in errors, errors
        return output, errors

    def found(self, *arguments: str) -> set[tuple[str, str]]:
        """Path and rule of each finding."""
        told = json.loads(self.run(*arguments)[0])
        return {(finding["path"], finding["rule"]) for finding in told["findings"]}


@pytest.fixture
def articles(tmp_path: Path) -> Articles:
    """Sixty articles, a third of them without a title; their times are an hour old."""
    for number in range(60):
        title = f"Harbour Report {number}\n\n" if number % 3 else ""
        path = tmp_path / f"{number:02}.txt"
        path.write_text(title + UNTITLED.format(number=number))
        os.utime(path, (path.stat().st_mtime - 3600,) * 2)
    return Articles(tmp_path)
