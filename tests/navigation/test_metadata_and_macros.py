"""References in front matter and in template macros."""

import pytest

from artlint.testing import read
from artlint_navigation.collecting import Navigation


def references(text: str, path: str = "a.md", **options: tuple[tuple[str, str], ...]) -> list[tuple[str, str]]:
    """Direction and target (or title, or "end") of each reference."""
    found = Navigation(**options).references(read(path, text))
    return [(it.direction, "end" if it.is_end else it.target or it.text) for it in found if not it.is_weak]


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        pytest.param("prev: a.html\nnext: b.html", [("previous", "a.html"), ("next", "b.html")], id="strings"),
        pytest.param("prev_section: assets", [("previous", "assets")], id="slug"),
        pytest.param("pagination_next: guide/intro", [("next", "guide/intro")], id="pagination key"),
        pytest.param("prevpage:\n  url: /x/y\n  title: Y", [("previous", "/x/y")], id="mapping with address"),
        pytest.param("next: {text: Setup, link: /guide/setup}", [("next", "/guide/setup")], id="flow mapping"),
        pytest.param("previous: The first report", [("previous", "The first report")], id="title"),
        pytest.param("next: false\nprev: null", [("next", "end"), ("previous", "end")], id="declared ends"),
        pytest.param("nav:\n  next: b.md", [("next", "b.md")], id="nested"),
        pytest.param("nextPage: b.md", [("next", "b.md")], id="camel case"),
        pytest.param("next: true", [], id="switch"),
        pytest.param("previous_url: a", [], id="former address"),
        pytest.param("previous_url: a\nnext_url: b", [("previous", "a"), ("next", "b")], id="two addresses"),
        pytest.param("next_label: Go on\nnext_steps: [a, b]\nnextflow: x", [], id="other keys"),
    ],
)
def test_front_matter(front: str, expected: list[tuple[str, str]]) -> None:
    assert references(f"---\ntitle: T\n{front}\n---\n\nText.\n") == expected


def test_toml() -> None:
    assert references('+++\ntitle = "T"\nnext = "b.md"\n+++\n\nText.\n') == [("next", "b.md")]


def test_key_of_the_house() -> None:
    text = "---\nfolgt: b.md\n---\n\nText.\n"
    assert references(text) == []
    assert references(text, keys=(("folgt", "next"),)) == [("next", "b.md")]


@pytest.mark.parametrize(
    ("macro", "expected"),
    [
        pytest.param('{{PreviousMenuNext("A/B", "A/C", "A")}}', [("previous", "A/B"), ("next", "A/C")], id="both"),
        pytest.param('{{NextMenu("A/C", "A")}}', [("next", "A/C")], id="next"),
        pytest.param("{{PreviousNext('A/B','A/C')}}", [("previous", "A/B"), ("next", "A/C")], id="single quotes"),
        pytest.param('{{Glossary("next")}}', [], id="another macro"),
        pytest.param('Write `{{Next("a")}}` at the end.', [], id="a macro that is talked about"),
        pytest.param('```\n{{Next("a")}}\n```', [], id="a macro in code"),
    ],
)
def test_macro(macro: str, expected: list[tuple[str, str]]) -> None:
    assert references(f"---\ntitle: T\n---\n\n{macro}\n\nText.\n") == expected


def test_label_of_the_house() -> None:
    text = "# T\n\nText.\n\n[Ga verder](b.md)\n"
    assert references(text) == []
    assert references(text, labels=(("ga verder", "next"),)) == [("next", "b.md")]
