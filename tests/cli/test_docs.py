"""What is written about artlint holds: the rules' pages, README's and the plugins' guide's examples."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from cli.conftest import ENTRY, Run

from artlint.plugin_loading import PluginChoice, load_plugins
from artlint.rule_docs import page_of, summary_of
from artlint.testing import check_files, examples

PROJECT = Path(__file__).parents[2]
RULES = load_plugins(PluginChoice(own_only=True)).rules


def test_the_rules_pages_are_up_to_date() -> None:
    """To renew them: see CONTRIBUTING.md, section Dependencies."""
    written = (PROJECT / "docs" / "rules.md").read_text("utf-8")
    assert written == "# Rules\n\n" + "\n".join(page_of(rule) for rule in RULES.values())


@pytest.mark.parametrize("rule_id", RULES)
def test_every_rule_says_what_is_wrong(rule_id: str) -> None:
    assert 10 < len(summary_of(RULES[rule_id])) <= 120


@pytest.mark.parametrize("rule_id", [rule_id for rule_id in RULES if rule_id.startswith("artlint/")])
def test_examples_of_the_engine_s_rules(rule_id: str) -> None:
    """Those of the plugins' rules are run beside their other tests."""
    for example in examples(RULES[rule_id]):
        if rule_id == "artlint/front-matter":
            assert bool(check_files(RULES[rule_id](), example.files).findings) is not example.is_good


def test_the_example_plugin_of_the_guide(artlint: Run, tmp_path: Path) -> None:
    guide = (PROJECT / "docs" / "plugins.md").read_text("utf-8")
    first, second, tests = re.findall(r"```python\n(.*?)```", guide, re.DOTALL)[:3]
    imports = "from artlint import Fact, Facts, Related, digest\n"
    (tmp_path / "house_style.py").write_text(first + "\n" + imports + second)
    (tmp_path / "a.txt").write_text("LOCAL CAT WINS PRIZE\n\nText.\n")
    done = artlint("--plugin", "house_style.py", "a.txt")
    assert "a.txt:1:1: warning title is written in capitals [house/shouting-title]" in done.stdout
    (tmp_path / "test_guide.py").write_text("from house_style import RepeatedByline, ShoutingTitle\n" + tests)
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "--rootdir",
        str(tmp_path),
        "test_guide.py",
    ]
    assert subprocess.run(command, cwd=tmp_path, capture_output=True, check=False).returncode == 0


def test_readme_shows_what_is_printed() -> None:
    readme = (PROJECT / "README.md").read_text("utf-8")
    shown = re.search(r"```text\n(examples/.*?)```", readme, re.DOTALL)
    assert shown
    done = subprocess.run(
        [*ENTRY, "--no-cache", "examples"], cwd=PROJECT, capture_output=True, encoding="utf-8", check=False
    )
    assert shown[1] in done.stdout
    rules = re.findall(r"\[([a-z-]+/[a-z-]+)\]", done.stdout)
    assert sorted(rules) == ["boilerplate/repeated-block", "length/title", "navigation/missing-target", "title/missing"]


def test_own_articles_have_no_findings(artlint: Run) -> None:
    paths = [str(PROJECT / name) for name in ("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "docs")]
    done = artlint("--no-cache", *paths)
    assert done.returncode == 0, done.stdout
