import pytest

from artlint.testing import check
from artlint_titles.several import SeveralTitles

FRONT = "---\ntitle: Council agrees on the budget\n---\n"


@pytest.mark.parametrize(
    ("path", "text", "line"),
    [
        pytest.param("a.md", "# Budget\n\nText.\n\n# Reactions\n\nText.\n", 5, id="two headings of the top level"),
        pytest.param("a.md", "# Budget\n\n# Budget\n", 3, id="the same heading twice"),
        pytest.param("a.md", "Budget\n======\n\nReactions\n=========\n", 4, id="underlined headings"),
        pytest.param("a.md", f"{FRONT}# Ferry timetable\n\nText.\n", 4, id="front matter and another heading"),
        pytest.param("a.md", f"{FRONT}Text.\n\n# Reactions\n", 6, id="section one level too high"),
        pytest.param(
            "a.html", "<title>A</title><h1>Pack functions</h1><p>T.</p><h1>Tuple objects</h1>", 1, id="two h1"
        ),
    ],
)
def test_finds(path: str, text: str, line: int) -> None:
    assert check(SeveralTitles(), text, path).lines == [line]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        pytest.param("a.md", "# Budget\n\n## Reactions\n\n## Outlook\n", id="sections below"),
        pytest.param("a.md", f"{FRONT}# Council agrees on the budget\n", id="heading repeats the front matter"),
        pytest.param("a.md", f"{FRONT}# Council agrees on the Budget!\n", id="but for case and marks"),
        pytest.param("a.md", "---\ntitle: Ferry | Oster\n---\n# Ferry\n", id="but for the site's name"),
        pytest.param("a.md", f"{FRONT}# Council has agreed on the new budget\n", id="nearly the same words"),
        pytest.param("a.md", "# Budget\n\n> # A pull quote\n\nText.\n", id="quoted heading"),
        pytest.param("a.md", "# Budget\n\n```sh\n# install\n```\n", id="comment in code"),
        pytest.param("CHANGELOG.md", "# 1.1\n\nText.\n\n# 1.0\n\nText.\n", id="log of changes"),
        pytest.param("a.html", "<title>Ice | Oster</title><h1>Oster</h1><h1>Ice</h1>", id="site name as h1"),
        pytest.param("a.html", "<title>A</title><h1>Chapter 16</h1><h1>16.1. Ice</h1>", id="numbered section"),
        pytest.param(
            "a.html", "<title>Ice</title><h1>Synopsis</h1><h1>Options</h1>", id="sections of a page named above"
        ),
        pytest.param("index.html", "<title>A</title><h1>The book</h1><h1>Legal notice</h1>", id="title page of a book"),
        pytest.param("a.txt", "Budget\n\nText.\n", id="plain text"),
    ],
)
def test_leaves_alone(path: str, text: str) -> None:
    assert check(SeveralTitles(), text, path).messages == []


def test_one_finding_tells_how_many() -> None:
    found = check(SeveralTitles(), "# Budget\n\n# Reactions\n\n# Outlook\n\n# Links\n", "a.md")
    assert found.messages == ['top-level heading "Reactions" stands beside the title "Budget"; so do 2 more']
    assert [related.place.line for related in found.findings[0].related] == [1, 5, 7]
