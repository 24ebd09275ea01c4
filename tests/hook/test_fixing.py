"""`--fix` with `--hook` and `--changed`: what was checked is what is fixed, and no commit goes without it."""

import subprocess

import pytest
from hook.conftest import Repository, Told, article

DIRTY = "# Smith &amp;amp; Sons\n\nSome words.\n"
CLEAN = "# Smith &amp; Sons\n\nSome words.\n"
FIXING = ("--select", "title/residue", "--fix")


def staged(repository: Repository, path: str, content: str) -> None:
    repository.write(path, content)
    repository.git("add", path)


def content(repository: Repository, path: str) -> str:
    return (repository.folder / path).read_text()


def test_a_staged_file_is_fixed_and_the_commit_is_stopped(repository: Repository) -> None:
    staged(repository, "new.md", DIRTY)
    told = repository.artlint("--hook", *FIXING)
    assert content(repository, "new.md") == CLEAN
    assert (told.code, told.findings) == (1, [])
    assert "fixed 1 finding in 1 article" in told.errors
    assert "not in the commit yet; `git add`" in told.errors
    repository.git("add", "new.md")
    assert repository.artlint("--hook", *FIXING).code == 0


def test_unstaged_edits_beside_staged_ones_are_left(repository: Repository) -> None:
    staged(repository, "new.md", DIRTY)
    repository.write("new.md", DIRTY + "Being written.\n")
    staged(repository, "other.md", DIRTY.replace("Smith", "Jones"))
    told = repository.artlint("--hook", *FIXING)
    assert content(repository, "new.md") == DIRTY + "Being written.\n"
    assert content(repository, "other.md") == CLEAN.replace("Smith", "Jones")
    assert told.errors.count("new.md: no fix is made: the file on disk has changes that were not checked") == 1
    assert (told.code, told.findings) == (1, ["new.md [title/residue]"])


@pytest.mark.parametrize("option", ["--diff", "--fix-only"])
def test_no_patch_and_no_write_for_what_is_not_on_disk(repository: Repository, option: str) -> None:
    staged(repository, "new.md", DIRTY)
    (repository.folder / "new.md").unlink()
    told = repository.artlint("--hook", "--select", "title/residue", option)
    assert told.output == ""
    assert "changes that were not checked" in told.errors
    assert not (repository.folder / "new.md").exists()


def test_what_is_not_staged_is_not_fixed(repository: Repository) -> None:
    repository.write("a03.md", DIRTY)
    repository.commit()
    repository.write("a04.md", DIRTY)
    repository.write("untracked.md", DIRTY)
    staged(repository, "new.md", article("New"))
    assert repository.artlint("--hook", *FIXING).code == 0
    assert {content(repository, name) for name in ("a03.md", "a04.md", "untracked.md")} == {DIRTY}


def test_nothing_staged_fixes_all_that_is_tracked(repository: Repository) -> None:
    repository.write("a03.md", DIRTY)
    repository.commit()
    repository.write("untracked.md", DIRTY)
    assert repository.artlint("--hook", *FIXING).code == 1
    assert (content(repository, "a03.md"), content(repository, "untracked.md")) == (CLEAN, DIRTY)


def test_a_pushed_commit_that_is_not_on_disk_is_left(repository: Repository) -> None:
    first = repository.git("rev-parse", "HEAD").strip()
    repository.write("new.md", DIRTY)
    repository.write("same.md", DIRTY.replace("Smith", "Jones"))
    repository.commit()
    second = repository.git("rev-parse", "HEAD").strip()
    repository.write("new.md", DIRTY + "Later.\n")
    refs = {"PRE_COMMIT_FROM_REF": first, "PRE_COMMIT_TO_REF": second}
    told = repository.artlint("--hook", *FIXING, environment=refs)
    assert content(repository, "new.md") == DIRTY + "Later.\n"
    assert content(repository, "same.md") == CLEAN.replace("Smith", "Jones")
    assert (told.code, told.findings) == (1, ["new.md [title/residue]"])


def test_changed_fixes_the_files_on_disk(repository: Repository) -> None:
    repository.write("a03.md", DIRTY)
    repository.commit()
    staged(repository, "new.md", DIRTY)
    repository.write("new.md", DIRTY + "Not staged.\n")
    repository.write("untracked.md", DIRTY.replace("Smith", "Jones"))
    told = repository.artlint("--changed", *FIXING)
    assert content(repository, "new.md") == CLEAN + "Not staged.\n"
    assert content(repository, "untracked.md") == CLEAN.replace("Smith", "Jones")
    assert content(repository, "a03.md") == DIRTY
    assert (told.code, told.findings) == (0, [])


def test_the_patch_of_a_change_applies(repository: Repository) -> None:
    repository.write("new.md", DIRTY)
    patch = repository.artlint("--changed", "--select", "title/residue", "--diff").output
    subprocess.run(["git", "apply", "-"], cwd=repository.folder, input=patch, text=True, check=True)
    assert content(repository, "new.md") == CLEAN


def test_lines_that_did_not_change_are_not_fixed(repository: Repository) -> None:
    repository.write("a03.md", DIRTY)
    repository.commit()
    repository.write("a03.md", DIRTY + "More.\n")
    told: Told = repository.artlint("--changed", "--changed-scope", "lines", *FIXING)
    assert content(repository, "a03.md") == DIRTY + "More.\n"
    assert told.code == 0


def test_line_ends_that_git_converts(repository: Repository) -> None:
    """The index has LF and the disk CRLF; for git and for us that is the same content."""
    repository.git("config", "core.autocrlf", "true")
    repository.write("new.md", DIRTY.replace("\n", "\r\n").encode())
    repository.git("add", "new.md")
    told = repository.artlint("--hook", *FIXING)
    assert (repository.folder / "new.md").read_bytes() == CLEAN.replace("\n", "\r\n").encode()
    assert "not checked" not in told.errors
    assert told.code == 1
