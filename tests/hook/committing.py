"""Repositories whose commits go through the real pre-commit."""

import os
import subprocess
import sys
from copy import copy
from pathlib import Path

from hook.conftest import Repository


class Committing:
    """A repository whose hooks are pre-commit's."""

    def __init__(self, repository: Repository, hooks: Repository, home: Path, hook: str = "{id: artlint}") -> None:
        self.repository = repository
        self.environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
            "PRE_COMMIT_HOME": str(home),
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "GIT_AUTHOR_NAME": "a",
            "GIT_AUTHOR_EMAIL": "a@b.example",
            "GIT_COMMITTER_NAME": "a",
            "GIT_COMMITTER_EMAIL": "a@b.example",
        }
        revision = hooks.git("rev-parse", "HEAD").strip()
        self.config = f"repos: [{{repo: 'file://{hooks.folder}', rev: {revision}, hooks: [{hook}]}}]\n"
        self.configured()
        self.call("git", "commit", "-qm", "hooks", "--no-verify")

    def configured(self) -> None:
        """Stage the configuration of pre-commit."""
        self.repository.write(".pre-commit-config.yaml", self.config)
        self.call("git", "add", ".pre-commit-config.yaml")

    def at(self, folder: Path) -> "Committing":
        """The same in another folder."""
        other = copy(self)
        other.repository = Repository(folder)
        return other

    def call(self, *command: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            command,
            cwd=self.repository.folder,
            env=self.environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=600,
        )

    def commit(self) -> "subprocess.CompletedProcess[str]":
        """A real commit through the installed hook."""
        assert self.call("pre-commit", "install").returncode == 0
        return self.call("git", "commit", "-m", "x")
