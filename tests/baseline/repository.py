"""Articles in a git repository, checked with the rule of the tests of suppressions."""

import os
import subprocess
import sys
from dataclasses import dataclass

from suppressions.collection import PLUGIN, Collection

IDENTITY = ("-c", "user.name=a", "-c", "user.email=a@b.example", "-c", "commit.gpgsign=false")


@dataclass(frozen=True)
class Repository(Collection):
    """A collection that is a git work tree."""

    def git(self, *arguments: str, check: bool = True) -> "subprocess.CompletedProcess[str]":
        command = ["git", "-C", str(self.root), *IDENTITY, *arguments]
        environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
        return subprocess.run(command, check=check, capture_output=True, encoding="utf-8", env=environment)

    def artlint(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        """The command line in the collection's folder, with the plugin of the tests."""
        program = [sys.executable, "-c", "from artlint.cli import main; main()"]
        command = [*program, *arguments, "--plugin", *PLUGIN.files]
        environment = {**os.environ, "NO_COLOR": "1", "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
        return subprocess.run(
            command, check=False, capture_output=True, encoding="utf-8", cwd=self.root, env=environment, timeout=60
        )

    def commit(self, message: str = "x") -> None:
        self.git("add", "-A")
        self.git("commit", "-qm", message)
