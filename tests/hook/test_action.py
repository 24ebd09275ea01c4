"""The action's script as GitHub runs it: inputs by environment, results in its files, findings as commands."""

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

pytestmark = pytest.mark.xdist_group("pre-commit")  # beside the other installations, on one worker

PROJECT = Path(__file__).parents[2]
UNTITLED = "only a sentence, which goes on for a while and ends here.\n"
EXPRESSION = re.compile(r"\$\{\{ ([\w.-]+) \}\}")
COMMAND = re.compile(r"^::(error|warning|notice) ([^:]*)::(.*)$")


def step(inputs: Mapping[str, str]) -> tuple[str, Mapping[str, str]]:
    """The script of the step that checks, and its environment, as GitHub works them out from the action's file."""
    action = yaml.safe_load((PROJECT / "action.yml").read_text("utf-8"))
    known = {f"inputs.{name}": given["default"] for name, given in action["inputs"].items()}
    known |= {f"inputs.{name}": value for name, value in inputs.items()} | {"github.action_path": str(PROJECT)}
    checking = action["runs"]["steps"][-1]
    assert checking["shell"] == "bash"
    assert "${{" not in checking["run"], "an input in a script could be code"
    variables = {name: EXPRESSION.sub(lambda match: known[match[1]], text) for name, text in checking["env"].items()}
    for output in action["outputs"].values():
        assert output["value"].startswith(f"${{{{ steps.{checking['id']}.outputs.")
    return checking["run"], variables


@pytest.fixture(scope="module")
def temporary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The runner's folder for what a job needs, so that artlint is installed once."""
    return tmp_path_factory.mktemp("runner")


def run(
    folder: Path, temporary: Path, **inputs: str
) -> tuple["subprocess.CompletedProcess[str]", Mapping[str, str], str]:
    """The finished script, the outputs that it set, and the job's summary."""
    script, variables = step(inputs)
    (folder / "step.sh").write_text(script)
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": os.environ.get("HOME", str(folder)),
        **{name: value for name, value in os.environ.items() if name.startswith("PIP_")},
        "PYTHON": sys.executable,
        "GITHUB_ACTIONS": "true",
        "CI": "true",
        "RUNNER_TEMP": str(temporary),
        "GITHUB_OUTPUT": str(folder / "output"),
        "GITHUB_STEP_SUMMARY": str(folder / "summary"),
        **variables,
    }
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(folder / "step.sh")],
        cwd=folder / "articles",
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )
    outputs = dict(line.split("=", 1) for line in (folder / "output").read_text().splitlines())
    summary = folder / "summary"
    return done, outputs, summary.read_text() if summary.exists() else ""


def test_findings_become_annotations_outputs_and_a_summary(tmp_path: Path, temporary: Path) -> None:
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "a b.txt").write_text(UNTITLED)
    (articles / "c.txt").write_text("A Harbour Report\n\n::error::not a command, only text.\n")
    done, outputs, summary = run(
        tmp_path, temporary, paths="a b.txt\nc.txt\n", arguments="--select\ntitle", sarif="out.sarif"
    )
    commands = [match for line in done.stdout.splitlines() if (match := COMMAND.match(line))]
    assert [(match[1], match[3].split(":")[0]) for match in commands] == [("error", "no title")]
    assert "file=a b.txt,line=1" in commands[0][2]
    assert outputs == {"findings": "1", "exit-code": "1", "sarif": "out.sarif"}
    assert (articles / "out.sarif").is_file()
    assert "title/missing" in summary
    assert done.returncode == 1


def test_inputs_are_data(tmp_path: Path, temporary: Path) -> None:
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "a.txt").write_text("A Harbour Report\n\nText.\n")
    done, outputs, _ = run(tmp_path, temporary, paths="$(touch broken)\n; touch broken\na.txt", arguments="")
    assert not (articles / "broken").exists()
    assert outputs["exit-code"] == "2"
    assert done.returncode == 2
