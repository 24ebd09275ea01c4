"""Targets and collection, in folders and in real git repositories."""

import os
import subprocess
from pathlib import Path

import pytest

from artlint.discovery import Choice, Discovery, anchor_of, discover


def git(folder: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=a", "-c", "user.email=a@b.example"]
    subprocess.run(["git", "-C", str(folder), *identity, *arguments], check=True, capture_output=True)


def write(folder: Path, *paths: str) -> None:
    for path in paths:
        folder.joinpath(path).parent.mkdir(parents=True, exist_ok=True)
        folder.joinpath(path).write_text("x")


def found(root: Path, *paths: str, collection: str = "", exclude: str = "") -> Discovery:
    return discover(
        [root / path for path in paths or ("",)],
        root,
        Choice(
            {".txt", ".md"},
            lambda path: not (exclude and path.startswith(exclude)),
            (lambda path: path.startswith(collection)) if collection else None,
            {"contents.yml", ".rst"},
        ),
    )


def test_a_folder_outside_of_git(tmp_path: Path) -> None:
    write(
        tmp_path, "a.txt", "b/c.MD", "b/d.rst", ".hidden/e.txt", "node_modules/f.md", "robots.txt", "requirements.txt"
    )
    discovery = found(tmp_path)
    assert discovery.targets == discovery.collection == ["a.txt", "b/c.MD"]
    assert discovery.left_out == {".rst": 1, "of tools, tests and licences": 3}


@pytest.mark.parametrize(
    "name", ["LICENSE.md", "LICENSE-MIT.txt", "font_licence.txt", "COPYING.txt", "requirements-dev.txt"]
)
def test_what_stands_everywhere_is_no_article(tmp_path: Path, name: str) -> None:
    write(tmp_path, name, "licensing-photographs.md", "notice-of-meeting.md")
    assert found(tmp_path).targets == ["licensing-photographs.md", "notice-of-meeting.md"]


def test_a_file_given_by_name_is_read_whatever_its_folder(tmp_path: Path) -> None:
    write(tmp_path, "node_modules/f.md")
    assert found(tmp_path, "node_modules/f.md").targets == ["node_modules/f.md"]


def test_what_lies_beside_the_articles_is_known(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "LICENSE.md", "picture.png", "b/c.rst", "b/Contents.yml", "b/other.yml", "_build/d.rst")
    tmp_path.joinpath("link.md").symlink_to("a.txt")
    discovery = found(tmp_path)
    assert discovery.collection == ["a.txt"]
    assert discovery.beside.outlines == ("b/Contents.yml", "b/c.rst")
    assert discovery.beside.files == ("LICENSE.md", "_build/d.rst", "b/other.yml", "link.md", "picture.png")
    assert found(tmp_path, "b").target_outlines == ["b/Contents.yml", "b/c.rst"]


def test_what_lies_beside_the_articles_of_a_repository_is_known(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "LICENSE.md", "b/c.rst", "b/d.txt", "ignored.png")
    tmp_path.joinpath("link.md").symlink_to("a.txt")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "a.txt", "LICENSE.md", "b", "link.md")
    discovery = found(tmp_path, "b/d.txt")
    assert discovery.targets == ["b/d.txt"]
    assert discovery.target_outlines == []
    assert discovery.beside.outlines == ("b/c.rst",)
    assert discovery.beside.files == ("LICENSE.md", "link.md")


def test_links_are_left_out_of_folders(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "sub/b.txt")
    tmp_path.joinpath("link.txt").symlink_to("a.txt")
    tmp_path.joinpath("loop").symlink_to(tmp_path)
    assert found(tmp_path).targets == ["a.txt", "sub/b.txt"]
    assert found(tmp_path, "link.txt").targets == ["link.txt"]


def test_the_same_path_twice_counts_once(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    assert found(tmp_path, "a.txt", "", "./a.txt").targets == ["a.txt"]


def test_the_collection_is_what_git_tracks(tmp_path: Path) -> None:
    git(tmp_path, "init")
    write(tmp_path, "a.txt", "b/c.md", "b/new.md", "ignored.md", "gone.md")
    tmp_path.joinpath(".gitignore").write_text("ignored.md\n")
    git(tmp_path, "add", "a.txt", "b/c.md", "gone.md")
    tmp_path.joinpath("gone.md").unlink()
    discovery = found(tmp_path, "b")
    assert discovery.targets == ["b/c.md", "b/new.md"]
    assert discovery.collection == ["a.txt", "b/c.md", "b/new.md"]


def test_names_that_git_would_quote(tmp_path: Path) -> None:
    git(tmp_path, "init")
    names = ["ünï.txt", 'quo"te.txt', "new\nline.txt", "sp ace.txt", "-dash.txt"]
    write(tmp_path, *names)
    git(tmp_path, "add", ".")
    assert found(tmp_path).targets == sorted(names)


@pytest.mark.skipif(os.name != "posix", reason="file names that are not UTF-8 need POSIX")
def test_names_that_are_not_utf8(tmp_path: Path) -> None:
    git(tmp_path, "init")
    name = os.fsdecode(b"caf\xe9.txt")
    write(tmp_path, name)
    git(tmp_path, "add", ".")
    assert found(tmp_path).targets == [name]


def test_a_hook_s_git_variables_do_not_mislead(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git(tmp_path, "init")
    write(tmp_path, "a.txt")
    git(tmp_path, "add", ".")
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    assert found(tmp_path).targets == ["a.txt"]


def test_a_configured_collection(tmp_path: Path) -> None:
    write(tmp_path, "posts/a.txt", "posts/b.txt", "notes/c.txt")
    discovery = found(tmp_path, "posts/a.txt", collection="posts/")
    assert discovery.targets == ["posts/a.txt"]
    assert discovery.collection == ["posts/a.txt", "posts/b.txt"]


def test_what_the_configuration_excludes(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "old/b.txt")
    discovery = found(tmp_path, exclude="old/")
    assert discovery.targets == ["a.txt"]
    assert discovery.excluded == 1


def test_missing_paths_are_failures(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    discovery = found(tmp_path, "a.txt", "gone")
    assert discovery.targets == ["a.txt"]
    assert [failure.message for failure in discovery.failures] == ["no such file or folder"]


@pytest.mark.skipif(os.name != "posix", reason="named pipes are a POSIX matter")
def test_what_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    tmp_path.joinpath("self.txt").symlink_to("self.txt")
    assert found(tmp_path).targets == ["a.txt"]
    discovery = found(tmp_path, "pipe.txt", "self.txt", "a.txt")
    assert discovery.targets == ["a.txt"]
    assert [failure.message for failure in discovery.failures] == [
        "neither a file nor a folder",
        "too many levels of symbolic links",
    ]


def test_a_broken_repository_is_a_failure(tmp_path: Path) -> None:
    tmp_path.joinpath(".git").mkdir()
    write(tmp_path, "a.txt")
    assert "git cannot list the files" in found(tmp_path).failures[0].message


def test_anchor(tmp_path: Path) -> None:
    write(tmp_path, "b/c.txt", "b/d/e.txt")
    assert anchor_of([tmp_path / "b/c.txt"]) == tmp_path / "b"
    assert anchor_of([tmp_path / "b/c.txt", tmp_path / "b/d"]) == tmp_path / "b"
    assert anchor_of([tmp_path / "b"]) == tmp_path / "b"


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param(["a.md", "tests/test_a.py", "tests/data/b.md"], ["a.md"], id="data of tests in Python"),
        pytest.param(["a.md", "lib/__tests__/x.js", "lib/__tests__/b.md"], ["a.md"], id="snapshots in JavaScript"),
        pytest.param(["a.md", "tests/b.md", "x.py"], ["a.md", "tests/b.md"], id="a category without programs"),
        pytest.param(["spec/b.md", "spec/c.md"], ["spec/b.md", "spec/c.md"], id="a specification"),
        pytest.param(["docs/latest/b.md", "docs/latest/x.py"], ["docs/latest/b.md"], id="another folder with programs"),
    ],
)
def test_data_of_tests_is_no_article(tmp_path: Path, files: list[str], expected: list[str]) -> None:
    write(tmp_path, *files)
    assert found(tmp_path).targets == expected
    assert found(tmp_path, Path(files[-1]).parent.as_posix()).targets != [], "a folder that is named is read"
