"""The presets that come with artlint, against the rules that come with it."""

import pytest
from config.configured_project import Project
from jsonschema import Draft202012Validator

from artlint.config import Rulesets, load_config, preset_names, schema
from artlint.config.extending import extended_source
from artlint.config.sources import Source
from artlint.plugin_loading import PluginChoice, Plugins, load_plugins
from artlint.yaml_loading import load_yaml, plain


@pytest.fixture(scope="module")
def plugins() -> Plugins:
    """What is installed with artlint itself."""
    return load_plugins(PluginChoice(own_only=True))


@pytest.fixture(params=preset_names())
def text(request: pytest.FixtureRequest, project: Project) -> str:
    """The text of each preset."""
    source = Source("test", "", project.root, project.root)
    return extended_source(f"preset:{request.param}", source).text


def test_presets_are_these() -> None:
    assert preset_names() == ["blog", "corpus", "docs", "news", "scraped"]


@pytest.mark.parametrize("name", preset_names())
def test_preset_loads_against_the_rules_of_artlint(project: Project, plugins: Plugins, name: str) -> None:
    file = project.put(".artlint.yaml", f"extends: preset:{name}")
    config = load_config(root=project.root, file=file, rules=plugins.rules, readers={})
    assert Rulesets(config, plugins.rules).base
    assert {setting.origin for setting in config.rules} == {f"preset:{name}"}


def test_preset_fits_the_schema(plugins: Plugins, text: str) -> None:
    root = load_yaml(text).root
    assert root is not None
    validator = Draft202012Validator(schema(plugins.rules, {}))
    assert [error.message for error in validator.iter_errors(plain(root))] == []


def test_each_setting_of_a_preset_has_its_reason(text: str) -> None:
    title, *lines = text.splitlines()
    assert title.startswith("# ")
    assert [line for line in lines if "#" not in line and not line.endswith(":")] == []
