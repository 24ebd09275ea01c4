"""Pictures as plain data."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from artlint.panel import Bar, bars_of


@pytest.mark.parametrize(
    ("values", "bars"),
    [
        pytest.param([], (), id="no values"),
        pytest.param([7], (Bar(7, 7, 1),), id="one value"),
        pytest.param([1, 1, 3], (Bar(1, 1, 2), Bar(2, 2, 0), Bar(3, 3, 1)), id="a bar each, an empty one between"),
        pytest.param([0, 99], (*(Bar(0, 4, 1),), *(Bar(at, at + 4, 0) for at in range(5, 95, 5)), Bar(95, 99, 1)),
                     id="a round width"),
    ],
)  # fmt: skip
def test_bars(values: list[int], bars: tuple[Bar, ...]) -> None:
    assert bars_of(values) == bars


@given(st.lists(st.integers(0, 10_000_000), min_size=1))
def test_bars_hold_every_value_once(values: list[int]) -> None:
    bars = bars_of(values)
    assert sum(bar.size for bar in bars) == len(values)
    assert len(bars) <= 42
    assert all(sum(bar.low <= value <= bar.high for value in values) == bar.size for bar in bars)
    assert all(left.high + 1 == right.low for left, right in pairwise(bars))
