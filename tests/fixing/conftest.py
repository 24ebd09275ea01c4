"""Projects in a folder of the test's own, fixed in this process or by the command line in another."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from artlint.fixing.ordering import Order
from artlint.plugin_loading import PluginChoice
from artlint.run import Outcome, Request, run

PLUGIN = Path(__file__).with_name("house_fixes.py")

Fix = Callable[..., Outcome]
Command = Callable[..., "subprocess.CompletedProcess[bytes]"]


def house(*arguments: str) -> list[str]:
    """The command line with the house rules alone."""
    start = (sys.executable, "-c", "from artlint.cli import main; main()", "--plugin", str(PLUGIN))
    return [*start, "--select", "house", *arguments]


@pytest.fixture
def fix(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Fix:
    """Writes articles (content by path), makes the fixes of the house rules, and gives the outcome."""
    monkeypatch.chdir(tmp_path)

    def fixed(files: Mapping[str, str | bytes], *paths: str, order: Order | None = None, config: str = "") -> Outcome:
        for name, content in files.items():
            file = tmp_path / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content.encode() if isinstance(content, str) else content)
        request = Request(
            paths=tuple(Path(path) for path in paths or (".",)),
            plugins=PluginChoice((str(PLUGIN),), own_only=True),
            select=("house",),
            settings=(config,) if config else (),
            order=order or Order(),
        )
        return run(request)

    return fixed


@pytest.fixture
def artlint(tmp_path: Path) -> Command:
    """Runs `artlint` with the house rules and the given arguments in the test's folder."""

    def command(
        *arguments: str, stdin: bytes = b"", before: Callable[[], None] | None = None, folder: str = ""
    ) -> "subprocess.CompletedProcess[bytes]":
        return subprocess.run(
            house(*arguments),
            cwd=tmp_path / folder,
            input=stdin,
            capture_output=True,
            env={**os.environ, "NO_COLOR": "1"},
            check=False,
            timeout=60,
            preexec_fn=before,
        )

    return command
