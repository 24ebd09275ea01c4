"""Real git repositories with a chain of articles, and the command line in them."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from hook.committing import Committing

PROJECT = Path(__file__).parents[2]
ENTRY = (sys.executable, "-c", "from artlint.cli import main; main()")


@dataclass(frozen=True)
class Repository:
    """A git repository in `folder`."""

    folder: Path

    def git(self, *arguments: str) -> str:
        identity = ["-c", "user.name=a", "-c", "user.email=a@b.example", "-c", "commit.gpgsign=false"]
        command = ["git", "-C", str(self.folder), *identity, "-c", "protocol.file.allow=always", *arguments]
        return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout

    def write(self, path: str, content: str | bytes) -> None:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)

    def commit(self, message: str = "x") -> None:
        self.git("add", "-A")
        self.git("commit", "-qm", message)

    def artlint(self, *arguments: str, environment: Mapping[str, str] | None = None) -> "Told":
        done = subprocess.run(
            [*ENTRY, *arguments],
            cwd=self.folder,
            capture_output=True,
            encoding="utf-8",
            env={**os.environ, "NO_COLOR": "1", **(environment or {})},
            check=False,
            timeout=120,
        )
        assert "Traceback" not in done.stderr, done.stderr
        return Told(done.returncode, done.stdout, done.stderr)


@dataclass(frozen=True)
class Told:
    """What a run said."""

    code: int
    output: str
    errors: str

    @property
    def findings(self) -> list[str]:
        """`path [rule]` of each finding of a text report."""
        lines = [line.removesuffix(" [*]") for line in self.output.splitlines()]
        lines = [line for line in lines if line.endswith("]") and ": " in line]
        return [f"{line.split(':')[0]} [{line.rsplit('[', 1)[1]}" for line in lines]


def article(title: str, previous: str = "", following: str = "") -> str:
    """A Markdown article that names its neighbours' files in its front matter."""
    keys = [
        f"title: {title}",
        *([f"prev: {previous}"] if previous else []),
        *([f"next: {following}"] if following else []),
    ]
    return "---\n" + "\n".join(keys) + f"\n---\n\nSome words about {title}.\n"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """Twelve articles, each naming the one before and the one after; committed, nothing wrong."""
    made = Repository(tmp_path / "repository")
    made.folder.mkdir()
    made.git("init", "-q", "-b", "main")
    names = [f"a{number:02}.md" for number in range(12)]
    for number, name in enumerate(names):
        previous = names[number - 1] if number else ""
        following = names[number + 1] if number < 11 else ""
        made.write(name, article(f"Article {number:02}", previous, following))
    made.commit()
    return made


@pytest.fixture(scope="session")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """This project as it lies on disk, committed to a repository of its own."""
    copy = Repository(tmp_path_factory.mktemp("hooks"))
    for name in ("src", "plugins", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml"):
        source, destination = PROJECT / name, copy.folder / name
        if source.is_dir():
            shutil.copytree(source, destination, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, destination)
    copy.git("init", "-q")
    copy.commit()
    return copy


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pre-commit keeps the environments that it makes."""
    return tmp_path_factory.mktemp("pre-commit-home")


@pytest.fixture
def committing(repository: Repository, hooks: Repository, home: Path) -> "Committing":
    """The repository with the hook `artlint`."""
    from hook.committing import Committing  # it needs this module

    return Committing(repository, hooks, home)
