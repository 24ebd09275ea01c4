"""The real pre-commit with this project as the hook's repository: installed by pip, run at real commits."""

from pathlib import Path

import pytest
from hook.committing import Committing
from hook.conftest import Repository, article

pytestmark = pytest.mark.xdist_group("pre-commit")  # one worker, so that the hook is installed once

UNTITLED = "only a sentence, which goes on for a while and ends here.\n"
PLUGIN = '''
from dataclasses import dataclass
from typing import ClassVar
from artlint import Finding, Rule, hookimpl

@dataclass(frozen=True)
class Cat(Rule):
    """The article names a cat."""
    id: ClassVar[str] = "house/cat"

    def check_article(self, article):
        at = article.text.find("cat")
        if at >= 0:
            yield Finding("names a cat", article.place(at, at + 3))

@hookimpl
def artlint_rules():
    return [Cat]
'''
PLUGIN_PROJECT = """
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"
[project]
name = "artlint-house"
version = "1.0"
[project.entry-points.artlint]
house = "artlint_house"
[tool.hatch.build.targets.wheel]
only-include = ["artlint_house.py"]
"""


def test_a_sound_commit_passes(committing: Committing) -> None:
    committing.repository.write("a03.md", article("Article 03", "a02.md", "a04.md") + "More.\n")
    committing.repository.git("add", "a03.md")
    done = committing.commit()
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_commit_that_only_deletes_is_stopped(committing: Committing) -> None:
    committing.repository.git("rm", "-q", "a05.md")
    done = committing.commit()
    assert done.returncode == 1
    assert "a04.md:4:1: error" in done.stdout + done.stderr
    assert "[navigation/missing-target]" in done.stdout + done.stderr


def test_an_untracked_target_and_unstaged_edits(committing: Committing) -> None:
    committing.repository.write("new.md", article("New"))
    committing.repository.write("a11.md", article("Article 11", "a10.md", "new.md"))
    committing.repository.write("a02.md", UNTITLED)
    committing.repository.git("add", "a11.md")
    done = committing.commit()
    assert done.returncode == 1
    assert "a11.md:4:1: error" in done.stdout + done.stderr
    assert "a02.md" not in (done.stdout + done.stderr).replace("a02.md\n", "")
    assert (committing.repository.folder / "a02.md").read_text() == UNTITLED


def test_all_files(committing: Committing) -> None:
    committing.repository.write("a05.md", UNTITLED)
    committing.repository.commit()
    done = committing.call("pre-commit", "run", "--all-files")
    assert done.returncode == 1
    assert "a05.md:1:1: error" in done.stdout


def test_more_files_than_one_call_takes(repository: Repository, hooks: Repository, home: Path) -> None:
    """pre-commit splits long lists of files into several runs; references must be found all the same."""
    committing = Committing(repository, hooks, home, "{id: artlint-files}")
    names = [f"{'x' * 60}{number:04}.md" for number in range(3001)]
    for number, name in enumerate(names):
        following = names[number + 1] if number < 3000 else ""
        repository.write(name, article(f"Long {number}", names[number - 1] if number else "", following))
    repository.git("add", "-A")
    done = committing.call("pre-commit", "run")
    assert done.returncode == 0, done.stdout[-2000:]
    repository.write(names[1500], article("Long 1500", names[1499], "gone.md"))
    repository.git("add", "-A")
    done = committing.call("pre-commit", "run")
    assert done.stdout.count("[navigation/missing-target]") == 1


def test_a_plugin_and_arguments(repository: Repository, hooks: Repository, home: Path, tmp_path: Path) -> None:
    plugin = tmp_path / "plugin"
    plugin.mkdir()
    (plugin / "artlint_house.py").write_text(PLUGIN)
    (plugin / "pyproject.toml").write_text(PLUGIN_PROJECT)
    hook = f"{{id: artlint, args: [--select, house], additional_dependencies: ['{plugin}']}}"
    committing = Committing(repository, hooks, home, hook)
    repository.write("a03.md", "the cat has no title here, only a sentence that ends.\n")
    repository.git("add", "a03.md")
    done = committing.call("pre-commit", "run")
    assert "a03.md:1:5: warning names a cat [house/cat]" in done.stdout
    assert "title/missing" not in done.stdout


def test_try_repo(repository: Repository, hooks: Repository, home: Path) -> None:
    committing = Committing(repository, hooks, home)
    repository.write("a05.md", UNTITLED)
    repository.git("add", "a05.md")
    done = committing.call("pre-commit", "try-repo", str(hooks.folder), "artlint", "--verbose")
    assert "a05.md:1:1: error" in done.stdout
