"""The examples of docs/configuration.md are sound against the rules that come with artlint."""

import re
from pathlib import Path

import pytest
from config.configured_project import Project

from artlint import ConfigError
from artlint.config import load_config
from artlint.plugin_loading import PluginChoice, load_plugins

PAGE = Path(__file__).parents[2] / "docs" / "configuration.md"
EXAMPLES = re.findall(r"^```(yaml|toml)\n(.*?)^```", PAGE.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
NOT_INSTALLED = 'no package "our-house-style"'


def problems(file: Path, root: Path) -> list[str]:
    """What is wrong with the file, but for the package that nobody has."""
    plugins = load_plugins(PluginChoice(own_only=True))
    readers = {reader.name: reader for reader in plugins.readers.values()}
    try:
        load_config(root=root, file=file, rules=plugins.rules, readers=readers)
    except ConfigError as error:
        return [problem for problem in error.problems if NOT_INSTALLED not in problem]
    return []


@pytest.mark.parametrize(("language", "text"), EXAMPLES)
def test_example_is_sound(project: Project, language: str, text: str) -> None:
    project.put("shared/limits.yaml", "")
    file = project.put("pyproject.toml" if language == "toml" else ".artlint.yaml", text)
    assert problems(file, project.root) == []
