"""A command line of paths and switches is read without click, and means the same to both."""

from pathlib import Path

import click
import pytest

from artlint.cli.asked import Asked, plainly_asked
from artlint.cli.check import command

DEFAULTS = {name: value for name, value in vars(Asked).items() if not name.startswith("_")}


def by_click(*arguments: str) -> dict[str, object]:
    return command.make_context("check", list(arguments)).params


def plainly(*arguments: str) -> dict[str, object] | None:
    asked = plainly_asked(arguments)
    return asked and DEFAULTS | vars(asked)


def test_defaults_are_those_of_click(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ARTLINT_CACHE_DIR", raising=False)
    assert plainly() == by_click() == DEFAULTS


@pytest.mark.parametrize(
    "option", [name for each in command.params if getattr(each, "is_flag", 0) for name in each.opts]
)
def test_switches_mean_what_they_mean_to_click(option: str) -> None:
    plain = plainly("a.md", option, "b/c.md")
    assert plain in (None, by_click("a.md", option, "b/c.md"))
    assert plain is not None or option in ("--color", "--interactive", "--timings")


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["--select", "title", "a.md"], id="an option with a value"),
        pytest.param(["-f", "json"], id="a short one"),
        pytest.param(["--no-color"], id="the other side of a switch"),
        pytest.param(["--qiuet"], id="a misspelt switch"),
        pytest.param(["--", "-q"], id="paths behind --"),
        pytest.param(["-"], id="standard input"),
        pytest.param(["--help"], id="help"),
        pytest.param(["rules"], id="another command"),
        pytest.param(["graph"], id="what a plugin may bring"),
    ],
)
def test_the_rest_is_left_to_click(arguments: list[str]) -> None:
    assert plainly_asked(arguments) is None


def test_the_command_may_be_named() -> None:
    assert plainly("check", "a.md", "-q") == plainly("a.md", "-q") == by_click("a.md", "-q")


def test_the_cache_s_folder_comes_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARTLINT_CACHE_DIR", "kept")
    assert plainly("a.md") == by_click("a.md") == DEFAULTS | {"paths": ("a.md",), "cache_dir": "kept"}


def test_a_name_that_stands_for_a_file_is_a_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("graph").write_text("")
    assert plainly("graph") == by_click("graph")


def test_completion_is_click_s(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_ARTLINT_COMPLETE", "bash_source")
    assert plainly_asked(["a.md"]) is None


def test_click_refuses_what_is_no_option() -> None:
    with pytest.raises(click.UsageError):
        by_click("--qiuet")
