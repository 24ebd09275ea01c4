"""Styles are those of click, and can be taken off again."""

import click
import pytest

from artlint.reporters.styling import styled, unstyled


@pytest.mark.parametrize(
    ("ours", "click_s"),
    [
        pytest.param(styled("a", "red", bold=True), click.style("a", fg="red", bold=True), id="colour and weight"),
        pytest.param(styled("a", dim=True), click.style("a", dim=True), id="weight"),
        pytest.param(styled("a\nb", "cyan"), click.style("a\nb", fg="cyan"), id="colour over lines"),
    ],
)
def test_styles(ours: str, click_s: str) -> None:
    assert ours == click_s
    assert unstyled(ours) == click.unstyle(ours)


def test_plain_text_is_left_alone() -> None:
    assert unstyled("a [31m") == "a [31m"
