"""The action's script as GitHub runs it: inputs by environment, results in its files, findings as commands."""

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

pytestmark = pytest.mark.xdist_group("pre-commit")  # beside the other installations, on one worker

PROJECT = Path(__file__).parents[2]
UNTITLED = "only a sentence, which goes on for a while and ends here.\n"
COMMAND = re.compile(r"^::(error|warning|notice) ([^:]*)::(.*)$")


def run(folder: Path, **inputs: str) -> tuple["subprocess.CompletedProcess[str]", Mapping[str, str], str]:
    """The finished script, the outputs that it set, and the job's summary."""
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": os.environ.get("HOME", str(folder)),
        **{name: value for name, value in os.environ.items() if name.startswith("PIP_")},
        "PYTHON": sys.executable,
        "GITHUB_ACTIONS": "true",
        "CI": "true",
        "RUNNER_TEMP": str(folder / "temp"),
        "GITHUB_OUTPUT": str(folder / "output"),
        "GITHUB_STEP_SUMMARY": str(folder / "summary"),
        "ARTLINT_ACTION": str(PROJECT),
        **{f"INPUT_{name.upper()}": value for name, value in inputs.items()},
    }
    (folder / "temp").mkdir(exist_ok=True)
    done = subprocess.run(
        ["bash", str(PROJECT / ".ci" / "action")],
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


def test_findings_become_annotations_outputs_and_a_summary(tmp_path: Path) -> None:
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "a b.txt").write_text(UNTITLED)
    (articles / "c.txt").write_text("A Harbour Report\n\n::error::not a command, only text.\n")
    done, outputs, summary = run(tmp_path, paths="a b.txt\nc.txt\n", arguments="--select\ntitle", sarif="out.sarif")
    commands = [match for line in done.stdout.splitlines() if (match := COMMAND.match(line))]
    assert [(match[1], match[3].split(":")[0]) for match in commands] == [("error", "no title")]
    assert "file=a b.txt,line=1" in commands[0][2]
    assert outputs == {"findings": "1", "exit-code": "1", "sarif": "out.sarif"}
    assert (articles / "out.sarif").is_file()
    assert "title/missing" in summary
    assert done.returncode == 1


def test_inputs_are_data(tmp_path: Path) -> None:
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "a.txt").write_text("A Harbour Report\n\nText.\n")
    done, outputs, _ = run(tmp_path, paths="$(touch broken)\n; touch broken\na.txt", arguments="")
    assert not (articles / "broken").exists()
    assert outputs["exit-code"] == "2"
    assert done.returncode == 2
