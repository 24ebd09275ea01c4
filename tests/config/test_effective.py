"""What `artlint config PATH` shows: every setting with its origin."""

from config.configured_project import Project

from artlint.config import effective


def shown(
    project: Project, text: str, path: str, *inline: str, **command_line: list[str]
) -> dict[str, tuple[object, str]]:
    """Value and origin by rule and name."""
    config = project.load(text, *inline, **command_line)
    rulesets = project.rulesets(text, *inline, **command_line)
    return {f"{rule} {name}": (value, origin) for rule, name, value, origin in effective(config, rulesets, path)}


def test_every_rule_has_state_severity_and_options(project: Project) -> None:
    settings = shown(project, "", "a.md")
    assert settings["length/section enabled"] == (False, "default")
    assert settings["title/missing severity"] == ("error", "default")
    assert settings["length/paragraph limit"] == ({"min": 0, "max": 150, "unit": "words"}, "default")
    assert settings["length/title by-language"] == ({}, "default")


def test_origin_is_the_line_that_set_the_value(project: Project) -> None:
    project.put("base.yaml", "\n\nrules: {length/title: {allow: [a]}}")
    text = (
        "extends: base.yaml\nrules:\n  length: info\n  length/title:\n    limit: {max: 9}\n"
        "overrides:\n- paths: drafts/\n  rules:\n    title: off\n"
    )
    settings = shown(project, text, "drafts/a.md", "rules.length/title.strict = yes", ignore=["title/missing"])
    assert settings["length/title severity"] == ("info", ".artlint.yaml:3")
    assert settings["length/title limit"] == ({"min": 0, "max": 9, "unit": "graphemes"}, ".artlint.yaml:5")
    assert settings["length/title allow"] == (["a"], "base.yaml:3")
    assert settings["length/title strict"] == (True, "command line")
    assert settings["title/duplicate enabled"] == (False, ".artlint.yaml:9")
    assert settings["title/missing enabled"] == (False, "command line")


def test_origin_in_a_toml_file_is_its_table(project: Project) -> None:
    file = "[tool.artlint.rules]\ntitle = 'off'\n"
    config = project.load(file, name="pyproject.toml")
    assert {setting.origin for setting in config.rules} == {"pyproject.toml:[tool.artlint]"}
