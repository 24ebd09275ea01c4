"""The comparison with the peers: its command line, its tables and goals, and one measurement of artlint alone."""

import subprocess
import sys
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
sys.path.insert(0, str(BENCHMARKS))

import peers  # noqa: E402
from against.goals import Result, verdicts  # noqa: E402
from against.installing import NOT_IN_A_REGISTRY, versions  # noqa: E402
from against.measuring import Measurement, Run, best_of  # noqa: E402
from against.tables import goal_table, work_table  # noqa: E402
from against.works import WORKS, Setting  # noqa: E402

FIGURES = {"artlint": Measurement(1.0, 2.0, 50.0, 1), "rumdl": Measurement(4.0, 5.0, 100.0, 0)}


def test_sizes_and_works_are_lists(tmp_path: Path) -> None:
    asked = peers.parsed([str(tmp_path), "--articles", "10k,1000", "--works", "start,warm"])
    assert (asked.articles, asked.works) == ([1000, 10_000], ["start", "warm"])


def test_unknown_work_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        peers.parsed([str(tmp_path), "--works", "strat"])
    assert "unknown: strat; known: start, cold" in capsys.readouterr().err


def test_ratios_are_to_the_base() -> None:
    rumdl = next(line for line in work_table("cold", FIGURES, "artlint") if "rumdl" in line)
    assert [cell.strip() for cell in rumdl.split("|")[5:9]] == ["4.00", "2.50", "2.00", "0"]


@pytest.mark.parametrize(
    ("wall", "met"),
    [pytest.param(0.8, "yes", id="at the limit"), pytest.param(0.81, "no", id="above it")],
)
def test_goal_against_a_peer(wall: float, met: str) -> None:
    figures = FIGURES | {"artlint": Measurement(wall, 2.0, 50.0, 0)}
    table = list(goal_table(verdicts([Result("warm", 10_000, 60.0, figures)])))
    assert next(line for line in table if "warm: wall at most 0.2" in line).rstrip("| ").endswith(met)


def test_growth_is_judged_between_sizes() -> None:
    results = [
        Result("cold", 1000, 6.0, {"artlint": Measurement(1.0, 1.0, 50.0, 0)}),
        Result("cold", 10_000, 60.0, {"artlint": Measurement(13.0, 13.0, 50.0, 0)}),
    ]
    verdict = next(each for each in verdicts(results) if "10,000 at most 12 times 1,000" in each.goal)
    assert (verdict.measured, verdict.is_met) == ("13.0", False)


def test_what_is_not_installed_is_named(tmp_path: Path) -> None:
    lines = versions(tmp_path)
    assert any(line.startswith("rumdl") and line.endswith("not installed") for line in lines)
    assert {line.partition(":")[0] for line in lines} >= NOT_IN_A_REGISTRY.keys()


def test_artlint_is_measured_without_peers(tmp_path: Path) -> None:
    work = WORKS["start"](Setting(tmp_path, 1, tmp_path))
    assert work is not None
    figures = best_of(1, work.runs)
    assert figures.keys() == {"python -c pass", "artlint"}
    assert all(each.code == 0 and each.cpu > 0 and each.memory > 1 for each in figures.values())


def test_processes_that_outlive_their_parent_are_counted(tmp_path: Path) -> None:
    work = "import time; start = time.process_time()\nwhile time.process_time() < start + 0.2: pass"
    script = f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {work!r}])"
    figures = best_of(1, [Run("parent", [sys.executable, "-c", script], tmp_path)])
    assert figures["parent"].cpu > (0.2 if sys.platform == "linux" else 0)


def test_articles_are_the_same_on_every_machine(tmp_path: Path) -> None:
    for folder in ("first", "second"):
        subprocess.run([sys.executable, BENCHMARKS / "make_articles.py", tmp_path / folder, "3"], check=True)
    first, second = (
        {path.name: path.read_bytes() for path in (tmp_path / each).rglob("*.md")} for each in ("first", "second")
    )
    assert first == second
    assert 5000 < len(first["001.md"]) < 9000
