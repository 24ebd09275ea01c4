"""What the pages say of hooks and CI holds: each recipe is read, and the commands in it are run."""

import json
import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml
from hook.conftest import PROJECT, Repository

PAGE = (PROJECT / "docs" / "ci.md").read_text("utf-8")
UNTITLED = "only a sentence, which goes on for a while and ends here.\n"


def recipe(heading: str, language: str = "yaml") -> str:
    section = PAGE.partition(f"\n## {heading}\n")[2]
    return re.findall(rf"```{language}\n(.*?)```", section, re.DOTALL)[0]  # type: ignore[no-any-return]  # one group


def loaded(heading: str) -> Any:  # Any: whatever the page says
    return yaml.safe_load(recipe(heading))


@pytest.fixture
def faulty(repository: Repository) -> Repository:
    repository.write("bad.md", UNTITLED)
    return repository


def test_gitlab(faulty: Repository) -> None:
    job = loaded("GitLab")["artlint"]
    program, *arguments = shlex.split(job["script"][-1])
    assert program == "artlint"
    assert faulty.artlint(*arguments).code == 1
    report = json.loads((faulty.folder / job["artifacts"]["reports"]["codequality"]).read_text())
    assert [issue["check_name"] for issue in report] == ["title/missing"]


def test_reviewdog(faulty: Repository) -> None:
    program, *arguments = shlex.split(recipe("reviewdog", "sh").partition("|")[0])
    assert program == "artlint"
    lines = faulty.artlint(*arguments).output.splitlines()
    assert [json.loads(line)["location"]["path"] for line in lines] == ["bad.md"]


def test_megalinter(faulty: Repository) -> None:
    """The keys that MegaLinter's schema of descriptors asks for are there; it takes the same of every linter."""
    descriptor = loaded("MegaLinter")
    assert {"descriptor_id", "descriptor_type", "linters"} <= descriptor.keys()
    (linter,) = descriptor["linters"]
    assert {"linter_name", "linter_url", "examples"} <= linter.keys()
    assert faulty.artlint(*linter["cli_lint_extra_args"]).findings == ["bad.md [title/missing]"]
    assert faulty.artlint(*linter["cli_lint_extra_args"], linter["cli_lint_fix_arg_name"]).code == 1
    assert faulty.artlint("--version").code == 0


@pytest.mark.parametrize("page", ["docs/ci.md", "README.md"])
def test_hooks(page: str) -> None:
    names = {each["id"] for each in yaml.safe_load((PROJECT / ".pre-commit-hooks.yaml").read_text())}
    used = re.findall(r"- id: (artlint[\w-]*)\n", (PROJECT / page).read_text("utf-8").partition("## GitHub")[0])
    assert used
    assert set(used) <= names


def test_readme_shows_each() -> None:
    text = (PROJECT / "README.md").read_text("utf-8")
    for block in re.findall(r"```yaml\n(.*?)```", text, re.DOTALL):
        assert yaml.safe_load(block)
    for name in ("- id: artlint", "uses: artlint/artlint@", "gitlab=report.json", "| reviewdog -f=rdjsonl", "PLUGINS:"):
        assert name in text


def test_the_action_s_inputs_and_outputs() -> None:
    action = yaml.safe_load((PROJECT / "action.yml").read_text("utf-8"))
    used = [step.get("with", {}) for step in yaml.safe_load(PAGE.split("```yaml\n")[4].partition("```")[0])]
    assert used[0].keys() <= action["inputs"].keys()
    assert set(re.findall(r"steps\.artlint\.outputs\.([\w-]+)", PAGE)) <= action["outputs"].keys()


def test_what_others_run_is_pinned() -> None:
    text = Path(PROJECT, "action.yml").read_text("utf-8")
    assert all(re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", used) for used in re.findall(r"uses: (\S+)", text))
