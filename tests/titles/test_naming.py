"""The title that a file's name gives to an article without one, and the edit that adds it."""

import pytest

from artlint.testing import check
from artlint_titles.missing import MissingTitle
from artlint_titles.naming import name_of

PROSE = "The council met on Monday and agreed on the budget for the coming year.\n"


@pytest.mark.parametrize(
    ("path", "name"),
    [
        pytest.param("news/tide-table.md", "Tide table", id="hyphens"),
        pytest.param("2024-02-29-storm_damage.md", "Storm damage", id="date and underscore"),
        pytest.param("03.1-old harbour.md", "Old harbour", id="chapter number"),
        pytest.param("guide/index.md", "Guide", id="index page: the folder's name"),
        pytest.param("ferry-to-Oslo.md", "Ferry to Oslo", id="capitals inside stay"),
        pytest.param("海港-开放日.md", "海港 开放日", id="another script"),
        pytest.param("index.md", "", id="index of nothing"),
        pytest.param("000_ade4.txt", "Ade4", id="letters enough"),
        pytest.param("how-to.md", "How to", id="words are no tags"),
        pytest.param("tides_nb-no.md", "Tides", id="language"),
        pytest.param("42.md", "", id="a number alone"),
    ],
)
def test_name(path: str, name: str) -> None:
    assert name_of(path) == name


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        pytest.param("tide-table.md", PROSE, f"# Tide table\n\n{PROSE}", id="Markdown"),
        pytest.param(
            "tide-table.md",
            f"---\ndate: 2024-01-01\n---\n\n{PROSE}",
            f"---\ntitle: Tide table\ndate: 2024-01-01\n---\n\n{PROSE}",
            id="front matter without title",
        ),
        pytest.param(
            "tide-table.md",
            f'---\ntitle: ""\n---\n\n{PROSE}',
            f"---\ntitle: Tide table\n---\n\n{PROSE}",
            id="empty title",
        ),
        pytest.param(
            "tide-table.md",
            f'+++\ndate = "2024"\n+++\n\n{PROSE}',
            f'+++\ntitle = "Tide table"\ndate = "2024"\n+++\n\n{PROSE}',
            id="TOML",
        ),
        pytest.param(
            "chapter-2b.md",
            f"---\na: 1\n---\n\n{PROSE}",
            f'---\ntitle: "Chapter 2b"\na: 1\n---\n\n{PROSE}',
            id="quoted",
        ),
        pytest.param(
            "tide-table.html",
            f"<html><head></head><body><p>{PROSE}</p></body></html>",
            f"<html><head>\n<title>Tide table</title></head><body><p>{PROSE}</p></body></html>",
            id="HTML",
        ),
    ],
)
def test_fix(path: str, text: str, expected: str) -> None:
    (finding,) = check(MissingTitle(), text, path).findings
    assert finding.fix is not None
    assert not finding.fix.safe
    ((start, end, old, new),) = finding.fix.edits
    assert text[start:end] == old
    assert text[:start] + new + text[end:] == expected
    assert check(MissingTitle(), expected, path).findings == ()
