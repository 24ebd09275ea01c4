import pytest

from artlint import Edit
from artlint.testing import check, check_files
from artlint_titles.residue import TitleResidue


def front(title: str) -> str:
    return f"---\ntitle: {title}\n---\n\nText.\n"


@pytest.mark.parametrize(
    ("path", "text", "what"),
    [
        pytest.param("a.md", front("Bread &amp; water"), 'entity "&amp;"', id="named entity"),
        pytest.param("a.md", front("The mayor&#8217;s ferry"), 'entity "&#8217;"', id="numeric entity"),
        pytest.param("a.txt", "Bread &amp; water\n\nText.\n", 'entity "&amp;"', id="entity in text"),
        pytest.param("a.html", "<title>A &amp;amp; B</title><p>T.</p>", 'entity "&amp;"', id="entity encoded twice"),
        pytest.param("a.md", front("Bread <em>and</em> water"), 'markup "<em>and</em>"', id="pair of tags"),
        pytest.param("a.md", front("Bread[b] and[/b] water"), 'markup "[b] and[/b]"', id="forum code"),
        pytest.param("a.md", front("Bread ?utm_source=mail"), 'tracking mark "?utm_source="', id="tracking mark"),
        pytest.param(
            "a.md", front("The mayorâ€™s ferry"), 'wrongly decoded text "â€™"', id="UTF-8 read as Windows-1252"
        ),
        pytest.param("a.md", front("GrÃ¶ÃŸe"), 'wrongly decoded text "Ã¶"', id="UTF-8 read as Latin-1"),
        pytest.param("a.md", front("Gr\ufffdße"), 'wrongly decoded text "\ufffd"', id="replacement character"),
        pytest.param("a.md", front("Bread\u200b and water"), 'invisible character "U+200B"', id="zero-width space"),
        pytest.param("a.md", front("\ufeffBread"), 'invisible character "U+FEFF"', id="byte order mark"),
    ],
)
def test_finds(path: str, text: str, what: str) -> None:
    assert f"{what} in the title" in check(TitleResidue(), text, path).messages


@pytest.mark.parametrize(
    ("path", "text"),
    [
        pytest.param("a.md", front("Bread & water"), id="ampersand"),
        pytest.param("a.md", front("AT&T; the story"), id="no entity"),
        pytest.param("a.md", front("<br>: the line break element"), id="a tag is the subject"),
        pytest.param("a.md", front('<input type="button">'), id="a tag with an attribute is the subject"),
        pytest.param("a.md", "# `&amp;` and `<b>bold</b>`\n\nText.\n", id="in code marks"),
        pytest.param("a.md", "# Bread &amp; water\n\nText.\n", id="Markdown decodes its headings"),
        pytest.param("a.md", front("Future<void> vs Future<Null>"), id="type parameters"),
        pytest.param("a.html", "<title>A &amp; B</title><p>T.</p>", id="HTML decodes its titles"),
        pytest.param("a.html", "<title>role_\u200bnames</title><p>T.</p>", id="place to break a long word"),
        pytest.param("a.md", front("می‌روم"), id="Persian non-joiner"),
        pytest.param("a.md", front("👩‍👩‍👧 at the ferry"), id="joined emoji"),
        pytest.param("a.md", front("ภาษา\u200bไทย"), id="Thai parts words by zero-width spaces"),
        pytest.param("a.md", front("Âge d’or, SÃO PAULO"), id="letters of French and Portuguese"),
        pytest.param("a.md", front("{{ page.title }}&nbsp;x"), id="template"),
    ],
)
def test_leaves_alone(path: str, text: str) -> None:
    assert check(TitleResidue(), text, path).messages == []


@pytest.mark.parametrize(
    ("title", "edits"),
    [
        pytest.param("Bread &amp; water", (Edit(17, 22, "&amp;", "&"),), id="entity"),
        pytest.param("Br\u200bead", (Edit(13, 14, "\u200b", ""),), id="invisible character"),
        pytest.param("Bread &lt;b&gt;", None, id="a tag would come out"),
        pytest.param("The &quot;ferry&quot;", None, id="a quote might end the string"),
        pytest.param("Bread <em>and</em> water", None, id="markup is the writer's to take out"),
    ],
)
def test_fixes(title: str, edits: tuple[Edit, ...] | None) -> None:
    fix = check(TitleResidue(), front(title), "a.md").findings[0].fix
    assert (fix.edits if fix else None) == edits
    assert fix is None or fix.safe


def test_a_site_suffix_of_half_of_the_titles_is_one_finding() -> None:
    files = {f"{name}.md": front(f"{name} | City of Oster") for name in "abcdef"} | {"g.md": front("g")}
    found = check_files(TitleResidue(), files)
    assert found.messages == ['site suffix "| City of Oster" stands in 6 of 7 titles']
    assert len(found.findings[0].related) == 5


def test_suffixes_of_sections_are_meant() -> None:
    files = {f"{name}.md": front(f"{name} | {part}") for name in "abcdef" for part in [f"Guide {name}"]}
    assert check_files(TitleResidue(), files).messages == []
