"""What GitHub's annotations have no room for goes to the job summary; other programs' text there stays."""

from pathlib import Path

import pytest
from reporters.reports import finding, report

from artlint.cli.output import parse_outputs, write_outputs


@pytest.mark.parametrize(
    ("number", "formats", "summaries"),
    [
        pytest.param(10, ["github"], 0, id="ten annotations hold ten findings"),
        pytest.param(11, ["github"], 1, id="the eleventh makes a summary"),
        pytest.param(11, ["text"], 0, id="other formats write none"),
        pytest.param(11, ["github", "markdown={}"], 1, id="one that is asked for is written once"),
    ],
)
def test_summary(
    number: int, formats: list[str], summaries: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "summary.md"
    file.write_text("before\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(file))
    outputs = parse_outputs([each.format(file) for each in formats], None, {})
    write_outputs(outputs, report(*[finding() for _ in range(number)]), None)
    assert file.read_text().startswith("before\n")
    assert file.read_text().count("## artlint") == summaries


def test_no_summary_elsewhere(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    write_outputs(parse_outputs(["github"], None, {}), report(*[finding() for _ in range(11)]), None)
    assert capsys.readouterr().out.count("::error") == 1
