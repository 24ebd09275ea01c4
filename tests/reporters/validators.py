"""What others validate SARIF with: the official multitool and the schema of the standard, both from npm."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any, NamedTuple

import pytest

_MODULES = Path(__file__).parents[2] / ".ci" / "npm" / "node_modules" / "@microsoft"
_MULTITOOL = _MODULES / "sarif-multitool-linux" / "Sarif.Multitool"
_SCHEMA = _MODULES / "jest-sarif" / "lib" / "schemas" / "sarif-2.1.0-rtm.5.json"


class Complaint(NamedTuple):
    """What the multitool finds wrong with a file."""

    file: str
    rule: str
    level: str
    message: str


def complaints_of_multitool(folder: Path) -> list[Complaint]:
    """The errors and warnings in all SARIF files of `folder`, by the standard's rules and by those of GitHub."""
    _need(_MULTITOOL)
    _MULTITOOL.chmod(0o755)  # npm was not let run the script that does this
    told = folder / "validation.json"
    command = [_MULTITOOL, "validate", folder / "*.sarif", "--output", told, "--rule-kind", "Sarif;Gh;Ghas"]
    environment = {**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}
    done = subprocess.run(command, check=False, capture_output=True, encoding="utf-8", env=environment, timeout=120)
    assert told.exists(), done.stdout + done.stderr
    (run,) = json.loads(told.read_text("utf-8-sig"))["runs"]
    return [_complaint(result, run) for result in run["results"]]


def sarif_schema() -> Any:
    """The JSON schema of SARIF 2.1.0."""
    _need(_SCHEMA)
    return json.loads(_SCHEMA.read_text("utf-8"))


def _complaint(result: Any, run: Any) -> Complaint:
    file = result["locations"][0]["physicalLocation"]["artifactLocation"]
    uri = file.get("uri") or run["artifacts"][file["index"]]["location"]["uri"]
    level = result.get("level", "warning")
    return Complaint(uri.rpartition("/")[2], result["ruleId"], level, json.dumps(result["message"]))


def _need(file: Path) -> None:
    if not file.exists():
        pytest.skip("needs the validators of SARIF: npm ci --prefix .ci/npm")
