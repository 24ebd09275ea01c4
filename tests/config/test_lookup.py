"""Which file configures a folder."""

import os
from pathlib import Path

import pytest
from config.configured_project import Project

from artlint import ConfigError
from artlint.config import config_files_in, find_config

TABLE = "[tool.artlint]\n"


@pytest.mark.parametrize(
    ("files", "start", "expected"),
    [
        pytest.param({".artlint.yaml": ""}, ".", ".artlint.yaml", id="in the folder itself"),
        pytest.param({".artlint.yaml": "", "a/b/x.md": ""}, "a/b", ".artlint.yaml", id="in a folder above"),
        pytest.param({".artlint.yaml": "", "a/artlint.yaml": ""}, "a", "a/artlint.yaml", id="the nearest wins"),
        pytest.param({"artlint.yaml": "", ".artlint.yaml": ""}, ".", ".artlint.yaml", id="the hidden name wins"),
        pytest.param({".config/artlint.yaml": "", "pyproject.toml": TABLE}, ".", ".config/artlint.yaml", id=".config"),
        pytest.param({"pyproject.toml": TABLE}, ".", "pyproject.toml", id="a table in pyproject.toml"),
        pytest.param(
            {"pyproject.toml": "[tool.artlint.rules]\n"}, ".", "pyproject.toml", id="a table within the table"
        ),
        pytest.param({"pyproject.toml": "[tool]\nartlint = {}\n"}, ".", "pyproject.toml", id="an inline table"),
        pytest.param({"pyproject.toml": "tool.artlint.fail-on = 'info'"}, ".", "pyproject.toml", id="a dotted key"),
        pytest.param(
            {"pyproject.toml": "[tool.artlint]\na = ["}, ".", "pyproject.toml", id="a broken table is not passed"
        ),
        pytest.param({"pyproject.toml": "[tool.artlint-x]\n"}, ".", None, id="the table of another tool"),
        pytest.param({"pyproject.toml": "dependencies = ['artlint']\n"}, ".", None, id="no table but the word"),
        pytest.param({"pyproject.toml": "# [tool.artlint]\n"}, ".", None, id="a table in a comment"),
        pytest.param({"a/artlint.yaml": ""}, ".", None, id="in a folder below"),
        pytest.param({".artlint.yaml/x": ""}, ".", None, id="a folder of that name"),
    ],
)
def test_find_config(project: Project, files: dict[str, str], start: str, expected: str | None) -> None:
    for name, text in files.items():
        project.put(name, text)
    found = find_config(project.root / start, project.root)
    assert found == (project.root / expected if expected else None)


def test_search_ends_at_the_root(project: Project) -> None:
    project.put(".artlint.yaml", "")
    (project.root / "site").mkdir()
    assert find_config(project.root / "site", project.root / "site") is None


def test_search_does_not_climb_from_outside_of_the_root(project: Project) -> None:
    project.put(".artlint.yaml", "")
    (project.root / "a").mkdir()
    (project.root / "b").mkdir()
    assert find_config(project.root / "a", project.root / "b") is None


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="needs symbolic links")
def test_link_out_of_the_root_is_refused(project: Project, tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text("")
    (project.root / ".artlint.yaml").symlink_to(tmp_path / "secret.yaml")
    with pytest.raises(ConfigError, match="leads out of"):
        find_config(project.root, project.root)


def test_all_files_of_a_folder_are_told_in_their_order(project: Project) -> None:
    for name in ("pyproject.toml", ".config/artlint.yaml", "artlint.yaml", "other.yaml"):
        project.put(name, TABLE)
    names = [file.relative_to(project.root).as_posix() for file in config_files_in(project.root)]
    assert names == ["artlint.yaml", ".config/artlint.yaml", "pyproject.toml"]
