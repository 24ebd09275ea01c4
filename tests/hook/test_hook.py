"""`--hook` and `--changed` in real repositories: the staged state is judged, and what the commit breaks elsewhere."""

import os
from pathlib import Path

import pytest
from hook.conftest import Repository, article

UNTITLED = "only a sentence, which goes on for a while and ends here.\n"


def test_nothing_staged_checks_all(repository: Repository) -> None:
    told = repository.artlint("--hook")
    assert told.code == 0, told.output
    assert "12 articles checked" in told.output


def test_a_sound_commit_is_silent(repository: Repository) -> None:
    repository.write("a03.md", article("Article 03", "a02.md", "a04.md") + "More.\n")
    repository.git("add", "a03.md")
    told = repository.artlint("--hook")
    assert told.findings == []
    assert "1 article checked, 11 more known" in told.output


def test_a_commit_that_only_deletes_breaks_its_neighbours(repository: Repository) -> None:
    repository.git("rm", "-q", "a05.md")
    told = repository.artlint("--hook")
    assert told.findings == ["a04.md [navigation/missing-target]", "a06.md [navigation/missing-target]"]
    assert (told.code, told.errors) == (1, "")


def test_a_change_without_articles(repository: Repository) -> None:
    repository.write("code.py", "x = 1")
    repository.git("add", "code.py")
    told = repository.artlint("--hook")
    assert (told.code, told.errors) == (0, "artlint: nothing to check: no article is new or changed\n")


def test_a_rename_breaks_its_neighbours(repository: Repository) -> None:
    repository.git("mv", "a05.md", "renamed.md")
    told = repository.artlint("--hook")
    assert {"a04.md [navigation/missing-target]", "a06.md [navigation/missing-target]"} <= set(told.findings)


def test_what_was_wrong_before_is_not_the_commit_s_fault(repository: Repository) -> None:
    repository.write("a09.md", article("Article 09", "a08.md", "gone.md"))
    repository.commit()
    repository.git("rm", "-q", "a02.md")
    told = repository.artlint("--hook")
    assert "a09.md [navigation/missing-target]" not in told.findings
    assert "a01.md [navigation/missing-target]" in told.findings


def test_an_untracked_target_does_not_count(repository: Repository) -> None:
    repository.write("new.md", article("New"))
    repository.write("a11.md", article("Article 11", "a10.md", "new.md"))
    repository.git("add", "a11.md")
    assert repository.artlint("--hook").findings == ["a11.md [navigation/missing-target]"]
    repository.git("add", "new.md")
    assert "a11.md [navigation/missing-target]" not in repository.artlint("--hook").findings


def test_the_index_is_judged_not_the_work_tree(repository: Repository) -> None:
    repository.write("a03.md", UNTITLED)
    repository.git("add", "a03.md")
    repository.write("a03.md", article("Article 03", "a02.md", "a04.md"))
    told = repository.artlint("--hook")
    assert "a03.md [title/missing]" in told.findings
    assert "only a sentence" in told.output, "the excerpt shows the staged text"


def test_unstaged_edits_are_not_judged(repository: Repository) -> None:
    repository.write("a03.md", article("Article 03", "a02.md", "a04.md") + "More.\n")
    repository.git("add", "a03.md")
    repository.write("a03.md", UNTITLED)
    repository.write("a07.md", UNTITLED)
    assert repository.artlint("--hook").findings == []


def test_the_first_commit(tmp_path: Path) -> None:
    repository = Repository(tmp_path)
    repository.git("init", "-q")
    repository.write("a.md", UNTITLED)
    repository.git("add", "a.md")
    assert repository.artlint("--hook").findings == ["a.md [title/missing]"]


def test_a_merge_is_answerable_for_what_it_adds(repository: Repository) -> None:
    repository.git("checkout", "-qb", "side")
    repository.write("side.md", UNTITLED)
    repository.commit()
    repository.git("checkout", "-q", "main")
    repository.write("main.md", article("Main"))
    repository.commit()
    repository.git("merge", "-q", "--no-commit", "--no-ff", "side")
    assert repository.artlint("--hook").findings == []
    repository.write("main.md", UNTITLED)
    repository.git("add", "main.md")
    assert repository.artlint("--hook").findings == ["main.md [title/missing]"]


def test_in_a_linked_work_tree(repository: Repository, tmp_path: Path) -> None:
    repository.git("worktree", "add", "-q", str(tmp_path / "linked"), "-b", "linked")
    linked = Repository(tmp_path / "linked")
    linked.git("rm", "-q", "a05.md")
    assert linked.artlint("--hook").findings == [
        "a04.md [navigation/missing-target]",
        "a06.md [navigation/missing-target]",
    ]


def test_a_submodule_is_another_project_s(repository: Repository, tmp_path: Path) -> None:
    other = Repository(tmp_path / "other")
    other.folder.mkdir()
    other.git("init", "-q")
    other.write("inside.md", UNTITLED)
    other.commit()
    repository.git("submodule", "add", "-q", str(other.folder), "sub")
    repository.write("a03.md", article("Article 03", "a02.md", "a04.md") + "More.\n")
    repository.git("add", "-A")
    told = repository.artlint("--hook")
    assert told.findings == []


@pytest.mark.skipif(os.name != "posix", reason="file names that are not UTF-8 need POSIX")
@pytest.mark.parametrize(
    "name", [b"caf\xe9.md", "ünï.md".encode(), b"new\nline.md", b"-x.md", b'quo"te.md', b"::error::.md", b" a.md"]
)
def test_odd_names(repository: Repository, name: bytes) -> None:
    repository.write(os.fsdecode(name), UNTITLED)
    repository.git("add", "-A")
    told = repository.artlint("--hook")
    assert told.code == 1
    assert told.output.count("[title/missing]") == 1


def test_hook_environment_is_survived(repository: Repository) -> None:
    repository.git("rm", "-q", "a05.md")
    environment = {"GIT_DIR": str(repository.folder / ".git"), "GIT_INDEX_FILE": str(repository.folder / ".git/index")}
    assert len(repository.artlint("--hook", environment=environment).findings) == 2


def test_pre_push_looks_at_the_commits(repository: Repository) -> None:
    first = repository.git("rev-parse", "HEAD").strip()
    repository.write("new.md", UNTITLED)
    repository.commit()
    second = repository.git("rev-parse", "HEAD").strip()
    repository.write("new.md", article("Mended later"))
    repository.commit()
    told = repository.artlint("--hook", environment={"PRE_COMMIT_FROM_REF": first, "PRE_COMMIT_TO_REF": second})
    assert "new.md [title/missing]" in told.findings


def test_outside_of_git(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(UNTITLED)
    told = Repository(tmp_path).artlint("--hook")
    assert told.code == 2
    assert "not in a git repository" in told.errors


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        pytest.param(
            "affected",
            ["a04.md [navigation/missing-target]", "a06.md [navigation/missing-target]", "a09.md [title/missing]"],
            id="with what it breaks elsewhere",
        ),
        pytest.param("files", ["a09.md [title/missing]"], id="changed files"),
        pytest.param("lines", ["a09.md [title/missing]"], id="changed lines"),
    ],
)
def test_changed_since_a_revision(repository: Repository, scope: str, expected: list[str]) -> None:
    repository.git("checkout", "-qb", "topic")
    (repository.folder / "a05.md").unlink()
    repository.write("a09.md", UNTITLED)
    told = repository.artlint("--changed=main", "--changed-scope", scope)
    assert [each for each in told.findings if "one-sided" not in each] == expected
    repository.commit()
    assert repository.artlint("--changed=main", "--changed-scope", scope).findings == told.findings
    assert repository.artlint("--changed").findings == []


def test_only_changed_lines(repository: Repository) -> None:
    long = "word " * 200 + "end.\n"
    repository.write("a03.md", article("Article 03", "a02.md", "a04.md") + f"\n{long}\n")
    repository.commit()
    repository.write("a03.md", article("Article 03", "a02.md", "a04.md") + f"\n{long}\nAdded: {long}\n")
    in_files = repository.artlint("--select", "length/paragraph", "--changed", "--changed-scope", "files")
    in_lines = repository.artlint("--select", "length/paragraph", "--changed", "--changed-scope", "lines")
    assert len(in_files.findings) == 2
    assert len(in_lines.findings) == 1


def test_an_unknown_revision(repository: Repository) -> None:
    told = repository.artlint("--changed=no-such-branch")
    assert told.code == 2
    assert 'no commit "no-such-branch"' in told.errors


def test_a_shallow_clone(repository: Repository, tmp_path: Path) -> None:
    repository.write("a03.md", article("Article 03", "a02.md", "a04.md") + "More.\n")
    repository.commit()
    repository.git("clone", "-q", "--depth", "1", f"file://{repository.folder}", str(tmp_path / "shallow"))
    shallow = Repository(tmp_path / "shallow")
    assert "fetch it first" in shallow.artlint("--changed=HEAD~1").errors
    shallow.git("rm", "-q", "a05.md")
    assert len(shallow.artlint("--hook").findings) == 2


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("{}.md", "---\ntitle: Part {}\nnext: {}.md\n---\n\nSome text.\n", id="by address"),
        pytest.param("{}.txt", "Part {}\n\nSome text.\n\nNext Article\n\nPart {}\n", id="by title"),
    ],
)
def test_a_commit_that_takes_a_neighbour_away_is_sure_of_it_however_small_the_collection(
    tmp_path: Path, name: str, text: str
) -> None:
    repository = Repository(tmp_path)
    repository.git("init", "-q")
    for number in range(3):
        repository.write(name.format(number), text.format(number, number + 1) if number < 2 else f"Part {number}\n")
    repository.commit()
    assert repository.artlint("--hook").code == 0
    repository.git("rm", "-q", name.format(1))
    told = repository.artlint("--hook")
    assert (told.code, told.findings) == (1, [f"{name.format(0)} [navigation/missing-target]"])
    assert "is not in this collection (2 articles) any more" in told.output
    assert repository.artlint(".").code == 0, "without the commit's past it is too small to tell"
