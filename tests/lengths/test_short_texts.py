import pytest

from artlint import Rule
from artlint.testing import check, check_files
from artlint_lengths.short_texts import DescriptionLength, HeadingLength, TitleLength

LONG = "The council has agreed after eleven hours of debate that schools and the ferry get more money"


@pytest.mark.parametrize(
    ("rule", "path", "text", "lines"),
    [
        pytest.param(HeadingLength(), "a.md", f"# A\n\n## {LONG}\n", [3], id="heading"),
        pytest.param(
            HeadingLength(), "a.html", f"<title>A</title>\n<h1>A</h1>\n<h2>{LONG}</h2><p>T.</p>", [3], id="h2"
        ),
        pytest.param(HeadingLength(), "a.md", "# A\n" + f"\n## {LONG}\n" * 3, [3, 5, 7], id="three headings"),
        pytest.param(HeadingLength(), "a.md", "# A\n" + f"\n## {LONG}\n" * 4, [3], id="four headings"),
        pytest.param(HeadingLength(), "a.md", f"# {LONG}\n", [], id="the title is length/title's"),
        pytest.param(HeadingLength(), "a.md", f"# A\n\n## {LONG}?\n", [], id="question of an interview"),
        pytest.param(HeadingLength(), "a.md", f"# A\n\n## `{LONG.replace(' ', '_')}`\n", [], id="code"),
        pytest.param(
            HeadingLength(),
            "a.md",
            f"# A\n\n## {LONG[:70]} org.oster.harbour.ferry.timetable.Entry\n",
            [],
            id="long name",
        ),
        pytest.param(HeadingLength(), "a.md", f"# A\n\n## (1h) What if? {LONG}\n", [], id="question, then its story"),
        pytest.param(HeadingLength(), "a.md", f"# A\n\n## ferry.run(place, time): {LONG}\n", [], id="call"),
        pytest.param(HeadingLength(), "a.md", f"# A\n\n## ferry< [Place]>: {LONG}\n", [], id="type"),
        pytest.param(HeadingLength(), "a.md", "# A\n\n## " + "ferry-run, " * 8 + "ferry-stop\n", [], id="names"),
        pytest.param(
            HeadingLength(),
            "a.html",
            f"<title>A</title><h1>A</h1><h2><a href=b>{LONG}</a> <a href=c>B</a></h2><p>T.</p>",
            [],
            id="links",
        ),
        pytest.param(HeadingLength(), "a.md", f"# A\n\n## Schools (and the ferry): {LONG}\n", [3], id="brackets"),
        pytest.param(
            HeadingLength(),
            "a.html",
            f"<title>A</title><h1>A</h1><h2>{LONG[:60]}<br>{LONG[60:]}</h2><p>T.</p>",
            [],
            id="line break",
        ),
        pytest.param(HeadingLength(), "a.md", f"# A\n\n## {{{{ {LONG} }}}} {{{{ b }}}} c\n", [], id="template"),
        pytest.param(TitleLength(), "a.md", f"# {{{{ {LONG} }}}} c\n", [], id="title from a template"),
        pytest.param(DescriptionLength(), "a.md", f"---\ntitle: A\ndescription: {LONG} {LONG}\n---\n", [3], id="long"),
        pytest.param(DescriptionLength(), "a.md", "---\ndescription: The ferry\n---\n", [], id="a line"),
        pytest.param(DescriptionLength(min=50), "a.md", "---\ndescription: The ferry\n---\n", [2], id="short"),
        pytest.param(DescriptionLength(), "a.md", f"---\ndescription: {LONG}\n---\n", [], id="good"),
        pytest.param(DescriptionLength(), "a.md", "---\ntitle: A\n---\n", [], id="none"),
        pytest.param(DescriptionLength(), "a.md", "---\ndescription:\n---\n", [], id="empty"),
        pytest.param(DescriptionLength(), "a.md", "---\ndescription: '{{ page.x }}'\n---\n", [], id="template"),
        pytest.param(
            DescriptionLength(min=50),
            "a.html",
            '<title>A</title>\n<meta name="description" content="Ferry">',
            [2],
            id="meta",
        ),
        pytest.param(
            TitleLength(max=10), "a.html", "<title>Ferry | The harbour of the city of Oster</title>", [], id="site name"
        ),
    ],
)
def test_lines(rule: Rule, path: str, text: str, lines: list[int]) -> None:
    assert check(rule, text, path).lines == lines


@pytest.mark.parametrize(
    ("title", "pages", "found"),
    [
        pytest.param(f"Oster harbour: {LONG[:62]}", 3, 0, id="book's name"),
        pytest.param(f"Oster harbour: {LONG[:62]}", 2, 2, id="two pages"),
        pytest.param(LONG, 3, 3, id="no name before it"),
        pytest.param(
            "ferry_run, ferry_stop, ferry_wait, ferry_turn, ferry_moor, ferry_load, ferry_rest", 1, 0, id="names"
        ),
    ],
)
def test_the_name_of_a_site_before_the_title(title: str, pages: int, found: int) -> None:
    files = {f"{number}.html": f"<title>{title}</title><p>Text.</p>" for number in range(pages)}
    assert len(check_files(TitleLength(), files).findings) == found
