import pytest

from artlint.testing import check, check_files
from artlint_titles.mismatch import MismatchedTitles


def page(h1: str, title: str, og_title: str = "") -> str:
    og = f'<meta property="og:title" content="{og_title}">' if og_title else ""
    return f"<html><head><title>{title}</title>{og}</head>\n<body><h1>{h1}</h1><p>Text.</p></body></html>"


@pytest.mark.parametrize(
    ("path", "text", "line"),
    [
        pytest.param("a.html", page("Council agrees on the budget", "Ferry timetable"), 2, id="h1 and title element"),
        pytest.param("a.html", page("Ice", "Ferry timetable | Oster"), 2, id="site name does not help"),
        pytest.param("a.html", page("Ice breaks", "Ice breaks", "Ferry timetable"), 2, id="og:title"),
        pytest.param(
            "a.md", "---\ntitle: Ferry runs in the spring\n---\n# Ferry runs in the autumn\n", 4, id="drifted"
        ),
    ],
)
def test_finds(path: str, text: str, line: int) -> None:
    assert check(MismatchedTitles(), text, path).lines == [line]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        pytest.param("a.html", page("Ice", "Ice"), id="the same"),
        pytest.param("a.html", page("Ice", "Ice | Oster"), id="site suffix"),
        pytest.param("a.html", page("Ice", "Oster: Ice"), id="site prefix"),
        pytest.param("a.html", page("“Ice” breaks", "&quot;Ice&quot; breaks – Oster"), id="kinds of quotes"),
        pytest.param(
            "a.html", page("Learn to skate", "How to learn to skate in ten days"), id="longer for result lists"
        ),
        pytest.param("a.html", page("Class Ferry&lt;T&gt;", "Ferry (Oster API)"), id="name of the manual in brackets"),
        pytest.param("a.html", page("1. Searching", "Query planning"), id="numbered section"),
        pytest.param("a.html", page("Foreign Function Interface", "FFI - Oster"), id="initials"),
        pytest.param("a.html", page("Writing Tests for Ferries", "Testing | Oster"), id="short name for menus"),
        pytest.param("a.html", page("Ferryman's Reference", "ferrymen-reference 12.18"), id="other endings"),
        pytest.param("a.html", page("Professional support & products", "Oster Pro Support"), id="long word in common"),
        pytest.param("a.html", page("Home", "City of Oster"), id="home page"),
        pytest.param(
            "index.html",
            "---\ntitle: The city of Oster\n---\n<h1>News</h1><p>Text.</p>",
            id="home page with front matter",
        ),
        pytest.param("x/mod_ice.html", page("Freezing of rivers", "mod_ice - Oster 2.4"), id="name of the file"),
        pytest.param(
            "a.html",
            "<html><head><title>Ferry</title></head><body><h1>Synopsis</h1><p>T.</p><h1>Options</h1></body></html>",
            id="sections as h1",
        ),
        pytest.param("a.html", page("{{ page.title }}", "Oster"), id="template"),
        pytest.param("a.md", "---\ntitle: Ferry\n---\n# Ferry\n", id="front matter and heading agree"),
        pytest.param("a.md", "---\ntitle: Ferry\n---\n# Council agrees\n", id="other words are title/several's"),
    ],
)
def test_leaves_alone(path: str, text: str) -> None:
    assert check(MismatchedTitles(), text, path).messages == []


def test_a_text_on_three_pages_is_the_sites() -> None:
    files = {f"{name}.html": page("The ice library", f"{name} functions") for name in ("Input", "Output", "Error")}
    assert check_files(MismatchedTitles(), files).messages == []


def test_the_message_names_both() -> None:
    found = check(MismatchedTitles(), page("Ice", "Ferry timetable"), "a.html")
    assert found.messages == ['h1 "Ice" and title element "Ferry timetable" name different articles']
    assert [related.place.line for related in found.findings[0].related] == [1]
