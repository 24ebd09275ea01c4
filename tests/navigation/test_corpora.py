"""Real collections whose truth is known; `benchmarks/navigation_truth.py` prints what these rows guard."""

import sys
from pathlib import Path
from types import ModuleType

import pytest

pytestmark = pytest.mark.corpora
# Seven titles were planted in upper case that had been so before: there is nothing to find.
NO_FAULT = {"BASIC", "BQS", "FRS", "JRST", "= P =", "RL", "= V ="}


@pytest.fixture(scope="module")
def truth() -> ModuleType:
    sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))
    import navigation_truth

    return navigation_truth


@pytest.mark.parametrize(
    "name",
    [
        *("react-legacy", "dart-site", "jekyll-2014", "kubernetes-the-hard-way", "whirlwind-notebooks"),
        *("abs-guide", "vitest-docs", "azd-for-beginners"),
    ],
)
def test_graph_agrees_with_truth(truth: ModuleType, corpora: Path, name: str) -> None:
    assert truth.agreement(corpora, name).differences == []


def test_links_in_prose_are_no_references(truth: ModuleType, corpora: Path) -> None:
    assert truth.prose_links(corpora) == []


def test_planted_faults_are_found(truth: ModuleType, corpora: Path) -> None:
    _, missed, false = truth.planted(corpora)
    assert [line for line in missed if not any(f" case {title}:" in line for title in NO_FAULT)] == []
    assert false == []


def test_nothing_is_found_where_nothing_is_planted(truth: ModuleType, corpora: Path) -> None:
    assert truth.clean_findings(corpora) == []


def test_repairs_of_the_past(truth: ModuleType, corpora: Path) -> None:
    for case in truth.backtests(corpora):
        before, after = {it.message for it in case.before}, {it.message for it in case.after}
        assert not case.is_caught_in_truth or before - after, case.case
        assert all(ours == theirs for ours, theirs in case.suggested), case
