"""The real command line in a process of its own."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]
ENTRY = (sys.executable, "-c", "from artlint.cli import main; main()")


@pytest.fixture
def artlint(tmp_path: Path) -> Run:
    """Runs `artlint` with the given arguments in the test's folder."""

    def run(*arguments: str, stdin: str | None = None, **environment: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [*ENTRY, *arguments],
            cwd=tmp_path,
            input=stdin,
            capture_output=True,
            encoding="utf-8",
            env={**os.environ, "NO_COLOR": "1", **environment},
            check=False,
            timeout=60,
        )

    return run
