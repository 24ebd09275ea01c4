"""A run that configures nothing loads nothing for it."""

import subprocess
import sys

import pytest
from config.configured_project import Project

PROGRAM = """
import sys, pathlib, artlint.config
before = set(sys.modules)
from artlint.config import Rulesets, configured_readers, find_config, load_config
root = pathlib.Path.cwd()
config = load_config(root=root, file=find_config(root, root), rules={}, readers={})
Rulesets(config, {}).for_path("a.md")
configured_readers(config, {})
print(*sorted(set(sys.modules) - before))
print(*sorted(name for name in sys.modules if name.startswith("artlint.config.")))
"""


def loaded(project: Project) -> list[list[str]]:
    """The modules that loading the configuration adds, and those of the package that are loaded at all."""
    command = [sys.executable, "-c", PROGRAM]
    run = subprocess.run(command, cwd=project.root, capture_output=True, text=True, check=True)
    return [line.split() for line in run.stdout.splitlines()]


@pytest.mark.parametrize(
    "pyproject",
    [
        pytest.param(None, id="no file at all"),
        pytest.param("[tool.other]\n", id="the file of another tool"),
    ],
)
def test_bare_run_loads_nothing_more(project: Project, pyproject: str | None) -> None:
    if pyproject is not None:
        project.put("pyproject.toml", pyproject)
    more, own = loaded(project)
    assert more == []
    assert own == [f"artlint.config.{name}" for name in ("loading", "lookup", "model", "readers_in_use", "rulesets")]


def test_toml_is_not_parsed_for_the_word_alone(project: Project) -> None:
    project.put("pyproject.toml", "dependencies = ['artlint']\n[tool.other]\n")
    assert "tomllib" not in loaded(project)[0]


def test_file_without_patterns_loads_no_pattern_matching(project: Project) -> None:
    project.put(".artlint.yaml", "fail-on: error\nrules: {}\n")
    assert not {"pathspec", "difflib", "tomllib", "jsonschema"} & set(loaded(project)[0])
