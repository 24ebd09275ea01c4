"""Commits of every kind through the real pre-commit."""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from hook.committing import Committing
from hook.conftest import Repository, article

from artlint.plugin_loading import PluginChoice, load_plugins

pytestmark = pytest.mark.xdist_group("pre-commit")  # one worker, so that the hook is installed once

UNTITLED = "only a sentence, which goes on for a while and ends here.\n"
DIRTY = "# Smith &amp;amp; Sons\n\nSome words.\n"


def piece(title: str, following: str = "") -> str:
    """A text article that names the next one by its title."""
    return f"{title}\n\nSome words on it.\n" + (f"\nNext Article\n\n{following}\n" if following else "")


def test_a_rename_that_retitles_is_stopped(committing: Committing) -> None:
    titles = ["Old Harbour Walls", "The Fish Market", "A New Ferry", "Storm Damage", "The School Choir", "Tides"]
    for title, following in zip(titles, [*titles[1:], ""], strict=True):
        committing.repository.write(f"{title}.txt", piece(title, following))
    committing.repository.commit()
    committing.repository.git("mv", "Storm Damage.txt", "Repairs.txt")
    committing.repository.write("Repairs.txt", piece("Repairs of the Quay", "The School Choir"))
    committing.repository.git("add", "-A")
    done = committing.commit()
    assert done.returncode == 1
    assert 'next article "Storm Damage" is not in this collection' in done.stderr
    assert done.stderr.count("[navigation/missing-target]") == 1
    assert "A New Ferry.txt" in done.stderr
    committing.repository.write("A New Ferry.txt", piece("A New Ferry", "Repairs of the Quay"))
    committing.repository.git("add", "-A")
    assert committing.commit().returncode == 0


def test_a_merge_with_a_conflict(committing: Committing) -> None:
    repository = committing.repository
    repository.git("checkout", "-qb", "side")
    repository.write("side.md", UNTITLED)
    repository.write("a03.md", article("Side 03", "a02.md", "a04.md"))
    repository.commit()
    repository.git("checkout", "-q", "main")
    repository.write("a03.md", article("Main 03", "a02.md", "a04.md"))
    repository.commit()
    assert committing.call("git", "merge", "side").returncode == 1
    repository.write("a03.md", article("Article 03", "a02.md", "gone.md"))
    repository.git("add", "a03.md")
    done = committing.commit()
    assert done.returncode == 1
    assert "a03.md:4:1: error" in done.stderr
    assert "side.md" not in done.stderr, "what a side brought was its own commit's"
    repository.write("a03.md", article("Article 03", "a02.md", "a04.md"))
    repository.git("add", "a03.md")
    assert committing.commit().returncode == 0


def test_a_merge_without_a_conflict(committing: Committing) -> None:
    repository = committing.repository
    repository.git("checkout", "-qb", "side")
    repository.write("side.md", UNTITLED)
    repository.write("a05.md", article("Article 05", "a04.md", "a06.md") + "More.\n")
    repository.commit()
    repository.git("checkout", "-q", "main")
    repository.git("rm", "-q", "a11.md")
    repository.write("a10.md", article("Article 10", "a09.md"))
    repository.commit()
    assert committing.call("pre-commit", "install", "-t", "pre-merge-commit").returncode == 0
    done = committing.call("git", "merge", "--no-edit", "side")
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_merge_that_breaks_what_both_sides_had_right(committing: Committing) -> None:
    repository = committing.repository
    repository.git("checkout", "-qb", "side")
    repository.git("rm", "-q", "a11.md")
    repository.write("a10.md", article("Article 10", "a09.md"))
    repository.commit()
    repository.git("checkout", "-q", "main")
    repository.write("b.md", article("B", "a11.md"))
    repository.commit()
    assert committing.call("pre-commit", "install", "-t", "pre-merge-commit").returncode == 0
    done = committing.call("git", "merge", "--no-edit", "side")
    assert done.returncode == 1
    assert "b.md:3:1: error" in done.stderr


def test_in_a_submodule_and_around_it(committing: Committing, tmp_path: Path) -> None:
    repository = committing.repository
    other = Repository(tmp_path / "other")
    other.folder.mkdir()
    other.git("init", "-q")
    other.write("inside.md", UNTITLED)
    other.commit()
    repository.git("submodule", "add", "-q", str(other.folder), "sub")
    assert committing.commit().returncode == 0
    inside = committing.at(repository.folder / "sub")
    inside.configured()
    inside.repository.write("more.md", UNTITLED)
    inside.repository.git("add", "more.md")
    done = inside.commit()
    assert done.returncode == 1
    assert "more.md:1:1: error" in done.stderr
    assert "inside.md" not in done.stderr


def test_in_a_linked_work_tree(committing: Committing, tmp_path: Path) -> None:
    committing.repository.git("worktree", "add", "-q", str(tmp_path / "linked"), "-b", "linked")
    linked = committing.at(tmp_path / "linked")
    linked.repository.git("rm", "-q", "a05.md")
    done = linked.commit()
    assert done.returncode == 1
    assert done.stderr.count("[navigation/missing-target]") == 2


def test_a_shallow_clone_and_a_push_from_it(committing: Committing, tmp_path: Path) -> None:
    committing.repository.git("config", "receive.denyCurrentBranch", "ignore")
    url = f"file://{committing.repository.folder}"
    committing.repository.git("clone", "-q", "--depth", "1", url, str(tmp_path / "shallow"))
    shallow = committing.at(tmp_path / "shallow")
    shallow.repository.git("rm", "-q", "a05.md")
    assert shallow.commit().stderr.count("[navigation/missing-target]") == 2
    assert shallow.call("git", "commit", "-qm", "x", "--no-verify").returncode == 0
    assert shallow.call("pre-commit", "install", "-t", "pre-push").returncode == 0
    pushed = shallow.call("git", "push", "-q", "origin", "main")
    assert pushed.returncode == 1
    assert (pushed.stdout + pushed.stderr).count("[navigation/missing-target]") == 2
    shallow.repository.git("revert", "--no-edit", "HEAD")
    assert shallow.call("git", "push", "-q", "origin", "main").returncode == 0


def test_a_part_of_what_changed(committing: Committing) -> None:
    """`git commit PATH` hands the hook an index of its own."""
    committing.repository.write("a03.md", article("Article 03", "a02.md", "a04.md") + "More.\n")
    committing.repository.write("bad.md", UNTITLED)
    committing.repository.git("add", "bad.md")
    assert committing.call("pre-commit", "install").returncode == 0
    assert committing.call("git", "commit", "-m", "x", "a03.md").returncode == 0
    assert committing.call("git", "commit", "-m", "x").returncode == 1


@pytest.mark.skipif(os.name != "posix", reason="file names that POSIX alone allows")
def test_odd_names(committing: Committing) -> None:
    """pre-commit itself takes no names that are not UTF-8; for these see test_hook.py."""
    for name in ("ünï.md", "new\nline.md", "-x.md", " a.md"):
        committing.repository.write(name, UNTITLED)
    committing.repository.git("add", "-A")
    done = committing.commit()
    assert (done.returncode, done.stderr.count("[title/missing]")) == (1, 4)


@pytest.fixture
def with_hook(repository: Repository, hooks: Repository, home: Path) -> Callable[[str], Committing]:
    return lambda hook: Committing(repository, hooks, home, hook)


@pytest.mark.parametrize(
    "hook",
    [
        pytest.param("{id: artlint-fix}", id="the hook that fixes"),
        pytest.param("{id: artlint, args: [--fix]}", id="the hook that judges, with --fix"),
    ],
)
def test_a_commit_waits_for_its_fixes(with_hook: Callable[[str], Committing], hook: str) -> None:
    committing = with_hook(hook)
    committing.repository.write("new.md", DIRTY)
    committing.repository.git("add", "new.md")
    done = committing.commit()
    assert (done.returncode, "files were modified by this hook" in done.stderr) == (1, True)
    assert (committing.repository.folder / "new.md").read_text() == DIRTY.replace("&amp;amp;", "&amp;")
    committing.repository.git("add", "new.md")
    done = committing.commit()
    assert done.returncode == 0, done.stderr


def test_files_alone(with_hook: Callable[[str], Committing]) -> None:
    """identify has tags for some suffixes alone; the hook's pattern takes all that readers take."""
    committing = with_hook("{id: artlint-files, args: [--select, title]}")
    for name in ("UPPER.TXT", "paper.qmd", "code.py"):
        committing.repository.write(name, UNTITLED)
    committing.repository.write("book.ipynb", '{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}')
    committing.repository.git("add", "-A")
    done = committing.commit()
    assert [name for name in ("UPPER.TXT", "paper.qmd", "code.py") if f"{name}:1:1: error" in done.stderr] == [
        "UPPER.TXT",
        "paper.qmd",
    ]


def test_the_hooks_take_what_readers_take(hooks: Repository) -> None:
    definitions = yaml.safe_load((hooks.folder / ".pre-commit-hooks.yaml").read_text())
    patterns = {each["files"] for each in definitions if "files" in each}
    suffixes = load_plugins(PluginChoice(own_only=True)).readers
    for pattern in patterns:
        assert all(re.search(pattern, f"a{suffix}") for suffix in suffixes)
        assert not re.search(pattern, "a.py")
    assert {each["id"] for each in definitions} == {"artlint", "artlint-files", "artlint-fix"}


def test_ten_thousand_articles(committing: Committing) -> None:
    """How long that takes is measured in benchmarks/; here it has to be right, with and without a cache."""
    names = [f"part-{number // 500}/{number:05}.md" for number in range(10_000)]
    for number, name in enumerate(names):
        previous = f"/{names[number - 1]}" if number else ""
        following = f"/{names[number + 1]}" if number < 9_999 else ""
        committing.repository.write(name, article(f"Piece {number}", previous, following))
    committing.repository.commit()
    committing.repository.git("rm", "-q", names[5_000])
    for _ in ("cold", "warm"):
        done = committing.commit()
        assert done.returncode == 1
        assert done.stderr.count("[navigation/missing-target]") == 2
        assert "0 articles checked, 10,011 more known" in done.stderr
