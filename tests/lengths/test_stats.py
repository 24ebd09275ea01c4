import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from artlint_lengths.stats import stats
from artlint_lengths.summary import Bin, Distribution, as_json, bars, bins, quantile, table


@pytest.mark.parametrize(
    ("figures", "share", "expected"),
    [
        pytest.param([7], 0.5, 7, id="one figure"),
        pytest.param([1, 2, 3, 4], 0.5, 2, id="median of an even number: the lower"),
        pytest.param([1, 2, 3, 4, 5], 0.5, 3, id="median of an odd number"),
        pytest.param(list(range(1, 101)), 0.95, 95, id="95 of 100"),
        pytest.param(list(range(1, 101)), 0.0, 1, id="the least"),
        pytest.param(list(range(1, 101)), 1.0, 100, id="the greatest"),
    ],
)
def test_quantile(figures: list[int], share: float, expected: int) -> None:
    assert quantile(figures, share) == expected


def test_bins_hold_each_figure_once() -> None:
    figures = [1, 1, 2, 5, 9, 10, 10]
    found = bins(figures, 5)
    assert found == [Bin(1, 3, 3), Bin(3, 5, 0), Bin(5, 7, 1), Bin(7, 9, 0), Bin(9, 11, 3)]
    assert sum(each.size for each in found) == len(figures)


def test_outliers_stand_in_the_last_bin() -> None:
    figures = sorted([*range(1, 1000), 1_000_000])
    assert bins(figures, 10)[-1].size == 1000 - sum(each.size for each in bins(figures, 10)[:-1])
    assert len(bars(figures)) <= 24


def test_bars_show_empty_bins_as_blanks() -> None:
    assert bars([1, 1, 1, 1, 3], 3) == "▇ ▂"


DISTRIBUTION = Distribution("length/title", "auto", 70, (10, 20, 30, 80))


def test_the_table_has_a_line_for_each_kind() -> None:
    head, line = table([DISTRIBUTION])
    assert "median" in head
    assert line.split()[:3] == ["length/title", "auto", "4"]
    assert "1 > 70 (25.0 %)" in line


def test_json_holds_the_same() -> None:
    (told,) = json.loads(json.dumps(as_json([DISTRIBUTION])))
    assert told["rule"] == "length/title"
    assert told["above_default_max"] == 1
    assert {"share": 0.5, "length": 20} in told["quantiles"]


def test_the_command_measures_articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.md").write_text("# Ice\n\nThe river froze.\n", encoding="utf-8")
    (tmp_path / "b.md").write_text("# The ferry\n\nIt runs. It runs often.\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(stats, ["--json", "--quiet"])
    assert result.exit_code == 0, result.output
    lengths = {each["rule"]: each for each in json.loads(result.stdout)["lengths"]}
    assert lengths["length/title"]["quantiles"][-1]["length"] == len("The ferry")
    assert lengths["length/sentence"]["count"] == 3
    assert lengths["length/article"]["quantiles"][0]["length"] == 4
