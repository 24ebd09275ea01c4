"""Titles that name a page's role in its folder, not its matter."""

from functools import cache
from pathlib import Path


def is_generic(title: str) -> bool:
    """Whether `title` is one of the role titles in `data/generic-titles.txt`."""
    return " ".join(title.split()).casefold() in _generic_titles()


@cache
def _generic_titles() -> frozenset[str]:
    text = Path(__file__).with_name("data").joinpath("generic-titles.txt").read_text(encoding="utf-8")
    return frozenset(line.strip().casefold() for line in text.split("\n") if line and not line.startswith("#"))
