"""Limits that nothing could keep are refused where they are set."""

import sys

import pytest

from artlint_lengths.short_texts import TitleLength


@pytest.mark.parametrize(
    ("options", "said"),
    [
        pytest.param({"max": -5}, "max is -5; at least 0", id="negative max"),
        pytest.param({"min": -1}, "min is -1; at least 0", id="negative min"),
        pytest.param({"min": 80}, "min is 80 and max 70, so nothing could keep both", id="min above the default max"),
        pytest.param({"max_by_language": (("de", -1),)}, "max for de is -1; at least 0", id="of a language"),
        pytest.param({"min_by_language": (("de", 80),)}, "min for de is 80 and max 70", id="above the general max"),
        pytest.param(
            {"min_by_language": (("de", 9),), "max_by_language": (("de", 8),)}, "min for de is 9 and max 8", id="both"
        ),
    ],
)
def test_refused(options: dict[str, object], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        TitleLength(**options)  # type: ignore[arg-type]  # options by name


def test_taken() -> None:
    assert TitleLength(min=80, max=None).min == 80
    assert TitleLength(min=0, max=0).max == 0
    assert TitleLength(min_by_language=(("de", 80),), max_by_language=(("de", 90),)).max == 70


def test_a_dictionary_that_is_not_installed_is_told_before_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "icu4py.breakers", None)
    with pytest.raises(ValueError, match=r"dictionary needs icu4py; install artlint\[icu\]"):
        TitleLength(dictionary=True)
