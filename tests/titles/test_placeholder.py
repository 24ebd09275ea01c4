import pytest

from artlint.testing import check, check_files
from artlint_titles.placeholder import PlaceholderTitle


@pytest.mark.parametrize(
    "title",
    [
        pytest.param("Untitled", id="untitled"),
        pytest.param("untitled document 3", id="untitled with a number"),
        pytest.param("New Post (2)", id="new post with a number"),
        pytest.param("[TITLE]", id="in brackets"),
        pytest.param("TODO: find a title", id="to do"),
        pytest.param("Lorem ipsum dolor sit amet consectetur", id="filler text"),
        pytest.param("<no title>", id="what Sphinx writes"),
        pytest.param("Microsoft Word - budget.doc", id="what a word processor writes"),
        pytest.param("Ohne Titel", id="German"),
        pytest.param("Sans titre", id="French"),
        pytest.param("Sin título 2", id="Spanish"),
        pytest.param("Без названия", id="Russian"),
        pytest.param("無題", id="Japanese"),
        pytest.param("未命名", id="Chinese"),
        pytest.param("제목 없음", id="Korean"),
        pytest.param("بدون عنوان", id="Arabic"),
        pytest.param("2025-05-01", id="a date"),
        pytest.param("May 1st, 2025", id="a date in words"),
        pytest.param("budget_final_v2.docx", id="an office file"),
        pytest.param("IMG_2034.jpg", id="a picture"),
        pytest.param("the-council-agrees-on-it", id="the name of its own file"),
    ],
)
def test_finds(title: str) -> None:
    assert check(
        PlaceholderTitle(), f"# {title}\n\nText.\n".replace("<", "\\<"), "the-council-agrees-on-it.md"
    ).lines == [1]


@pytest.mark.parametrize(
    ("path", "title"),
    [
        pytest.param("a.md", "TODO lists that work", id="the word in a title"),
        pytest.param("a.md", "Untitled: the life of a painter", id="more than the word"),
        pytest.param("a.md", "Drafts of the treaty", id="drafts"),
        pytest.param("null.md", "null", id="a page on the word"),
        pytest.param("null.2.md", "null", id="a second page on the word"),
        pytest.param("0655-fixme.md", "FIXME", id="an entry of a dictionary"),
        pytest.param("a.md", "package.json", id="a file that the page is on"),
        pytest.param("a.md", "1984", id="a year is a title"),
        pytest.param("a.md", "Report of 2025-05-01", id="date with a word"),
        pytest.param("grid-area.md", "grid-area", id="a short name with hyphens"),
        pytest.param("_includes/a.md", "Untitled", id="include"),
    ],
)
def test_leaves_alone(path: str, title: str) -> None:
    assert check(PlaceholderTitle(), f"# {title}\n\nText.\n", path).messages == []


def test_a_folder_of_dates_is_meant() -> None:
    files = {f"notes/2025-05-0{day}.md": f"# 2025-05-0{day}\n\nText.\n" for day in (1, 2, 3)}
    assert check_files(PlaceholderTitle(), files).messages == []


def test_a_folder_of_names_is_meant() -> None:
    names = ("border-top-left-radius", "border-top-right-radius", "scroll-margin-block-end")
    files = {f"css/{name}/index.md": f"---\ntitle: {name}\n---\nText.\n" for name in names}
    assert check_files(PlaceholderTitle(), files).messages == []


def test_a_folder_of_commands_is_meant() -> None:
    names = ("ferry-run", "ferry-stop", "ferry-run-all-day")
    files = {f"commands/{name}.md": f"---\ntitle: {name}\n---\nText.\n" for name in names}
    assert check_files(PlaceholderTitle(), files).messages == []


def test_the_sites_name_alone() -> None:
    files = {f"{name}.html": f"<title>{name} | Oster</title><p>Text.</p>" for name in ("a", "b", "c", "d", "e")}
    files |= {"index.html": "<title>Oster</title><p>Text.</p>", "z.html": "<title>Oster</title><p>Text.</p>"}
    found = check_files(PlaceholderTitle(), files)
    assert found.places == [("z.html", 1)]
    assert found.messages == ['title "Oster" is the site\'s name alone']


def test_a_title_element_beside_a_good_heading() -> None:
    found = check(PlaceholderTitle(), "<title>No Title</title>\n<h1>The ferry</h1><p>Text.</p>", "a.html")
    assert found.messages == ['title element "No Title" is a placeholder']


def test_words_of_the_user() -> None:
    assert check(PlaceholderTitle(words=("Memo",)), "# Memo 7\n\nText.\n", "a.md").lines == [1]
