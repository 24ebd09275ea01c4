"""Plugins' commands take the options of `artlint check` that choose configuration, plugins, cache and processes."""

from pathlib import Path

import pytest
from cli.conftest import Run

COMMANDS = ("graph", "stats", "boilerplate")


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    for number in range(60):
        tmp_path.joinpath(f"{number}.md").write_text(f"# Harbour {number}\n\nSome words.\n\n[Next]({number + 1}.md)\n")
    return tmp_path


@pytest.mark.parametrize("command", COMMANDS)
def test_nothing_is_kept_where_the_user_says_so(artlint: Run, articles: Path, command: str) -> None:
    assert artlint(command, "--no-cache", "-j", "1", ".").returncode == 0
    assert not (articles / ".artlint_cache").exists()
    assert artlint(command, "--cache-dir", "elsewhere", ".").returncode == 0
    assert (articles / "elsewhere" / "results.sqlite").is_file()


@pytest.mark.parametrize("command", COMMANDS)
def test_the_configuration_is_the_one_that_is_named(artlint: Run, articles: Path, command: str) -> None:
    (articles / ".artlint.yaml").write_text("rulez: {}\n")
    done = artlint(command, ".")
    assert (done.returncode, done.stderr.count("rulez")) == (2, 1)
    assert artlint(command, "--isolated", ".").returncode == 0
    (articles / "other.yaml").write_text("exclude: '*.md'\n")
    assert artlint(command, "--config", "other.yaml", ".").stdout != artlint(command, "--isolated", ".").stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_plugins_are_those_that_are_chosen(artlint: Run, articles: Path, command: str) -> None:
    (articles / "broken.py").write_text("1 / 0\n")
    done = artlint(command, "--plugin", "broken.py", ".")
    assert (done.returncode, "ZeroDivisionError" in done.stderr) == (2, True)
