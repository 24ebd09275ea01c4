"""Limits that nothing could keep are refused where they are set."""

import pytest

from artlint_lengths.short_texts import TitleLength


@pytest.mark.parametrize(
    ("options", "said"),
    [
        pytest.param({"max": -5}, "max is -5; at least 0", id="negative max"),
        pytest.param({"min": -1}, "min is -1; at least 0", id="negative min"),
        pytest.param({"min": 80}, "min is 80 and max 70, so nothing could keep both", id="min above the default max"),
    ],
)
def test_refused(options: dict[str, int], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        TitleLength(**options)  # type: ignore[arg-type]  # options by name


def test_taken() -> None:
    assert TitleLength(min=80, max=None).min == 80
    assert TitleLength(min=0, max=0).max == 0
