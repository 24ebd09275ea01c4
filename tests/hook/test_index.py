"""Files whose content on disk is not what git has: the hook reads what will be committed."""

import os

import pytest
from hook.conftest import Repository, article

UNTITLED = "only a sentence, which goes on for a while and ends here.\n"
DIRTY = "# Smith &amp;amp; Sons\n\nSome words.\n"


def test_a_file_that_was_merely_touched_is_as_staged(repository: Repository) -> None:
    repository.write("new.md", DIRTY)
    repository.git("add", "new.md")
    os.utime(repository.folder / "new.md", (1, 1))
    told = repository.artlint("--hook", "--select", "title/residue", "--fix")
    assert "not checked" not in told.errors
    assert (repository.folder / "new.md").read_text() == DIRTY.replace("&amp;amp;", "&amp;")


@pytest.mark.parametrize("options", [["--hook"], ["--changed"]])
def test_outside_of_a_sparse_checkout(repository: Repository, options: list[str]) -> None:
    repository.write("inside/x.md", article("X", "../a11.md"))
    repository.write("apart/y.md", article("Y"))
    repository.commit()
    repository.git("sparse-checkout", "set", "--no-cone", "/inside/", "/a11.md")
    assert not (repository.folder / "apart").exists()
    repository.write("inside/x.md", article("X", "../a10.md"))
    repository.git("add", "-A")
    options = [*options, "--select", "navigation/missing-target"]
    told = repository.artlint(*options)
    assert (told.code, told.findings) == (0, [])
    assert "1 article checked, 13 more known" in told.output
    assert repository.artlint(*options, "--fix").code == 0


def test_where_git_does_not_look_at_the_disk(repository: Repository) -> None:
    repository.git("update-index", "--assume-unchanged", "a05.md")
    repository.write("a05.md", UNTITLED)
    repository.write("a06.md", article("Article 06", "a05.md", "a07.md") + "More.\n")
    repository.git("add", "a06.md")
    assert repository.artlint("--hook").findings == []


def test_a_file_that_is_only_announced_is_not_there_yet(repository: Repository) -> None:
    repository.write("new.md", article("New", "a11.md"))
    repository.git("add", "-N", "new.md")
    repository.write("a11.md", article("Article 11", "a10.md", "new.md"))
    repository.git("add", "a11.md")
    assert repository.artlint("--hook").findings == ["a11.md [navigation/missing-target]"]


@pytest.mark.skipif(os.name != "posix", reason="symbolic links of POSIX")
@pytest.mark.parametrize("options", [["--hook"], ["--changed"]])
def test_an_article_counts_once_under_its_own_name(repository: Repository, options: list[str]) -> None:
    (repository.folder / "link.md").symlink_to("a11.md")
    repository.git("add", "link.md")
    (repository.folder / "untracked.md").symlink_to("a11.md")
    told = repository.artlint(*options)
    assert (told.code, told.findings) == (0, [])
