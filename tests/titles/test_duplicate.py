import pytest

from artlint.testing import check_files
from artlint_titles.duplicate import DuplicateTitle

FLOOD = "# River leaves its bed\n\nOn Monday the water stood at the bridge.\n"


def page(h1: str, title: str) -> str:
    return f"<html><head><title>{title}</title></head><body><h1>{h1}</h1><p>Text.</p></body></html>"


@pytest.mark.parametrize(
    ("rule", "files", "places"),
    [
        pytest.param(DuplicateTitle(), {"a.md": FLOOD, "b.md": FLOOD}, [("a.md", 1)], id="one folder"),
        pytest.param(
            DuplicateTitle(),
            {"2024/a.md": "# Flood\n", "2025/b.md": "# Flood\n"},
            [("2024/a.md", 1)],
            id="word, two years",
        ),
        pytest.param(
            DuplicateTitle(), {"ice/a.md": FLOOD, "law/b.md": FLOOD}, [("ice/a.md", 1)], id="headline in two sections"
        ),
        pytest.param(DuplicateTitle(), {"2024/a.md": FLOOD, "2025/b.md": FLOOD}, [("2024/a.md", 1)], id="two years"),
        pytest.param(
            DuplicateTitle(),
            {"a.md": FLOOD, "b.md": "---\ntitle: river  LEAVES its bed\n---\n"},
            [("a.md", 1)],
            id="case and blanks",
        ),
        pytest.param(
            DuplicateTitle(), {"a.md": "# The “ice”\n", "b.md": '# The "ice"\n'}, [("a.md", 1)], id="kinds of quotes"
        ),
        pytest.param(
            DuplicateTitle(),
            {"a.txt": "River leaves its bed\n\nText.\n", "b.md": FLOOD},
            [("a.txt", 1)],
            id="text and Markdown",
        ),
        pytest.param(
            DuplicateTitle(), {f"{n}.md": FLOOD for n in "abcd"}, [("a.md", 1)], id="four articles, one finding"
        ),
        pytest.param(
            DuplicateTitle(),
            {"a.md": "# Introduction\n", "b.md": "# Introduction\n"},
            [("a.md", 1)],
            id="role title twice in a folder",
        ),
        pytest.param(
            DuplicateTitle(),
            {"en/a.md": FLOOD, "en/b.md": FLOOD, "de/a.md": FLOOD},
            [("en/a.md", 1)],
            id="within one edition",
        ),
        pytest.param(
            DuplicateTitle("collection"), {"en/a.md": FLOOD, "de/a.md": FLOOD}, [("de/a.md", 1)], id="whole collection"
        ),
        pytest.param(DuplicateTitle("folder"), {"x/a.md": FLOOD, "x/b.md": FLOOD}, [("x/a.md", 1)], id="folder"),
        pytest.param(
            DuplicateTitle("collection", key="category"),
            {"a.md": "---\ntitle: Ice\ncategory: news\n---\n", "b.md": "---\ntitle: Ice\ncategory: news\n---\n"},
            [("a.md", 2)],
            id="same value of the key",
        ),
        pytest.param(
            DuplicateTitle(),
            {"a/index.html": page("Ice", "Ice"), "b/index.html": page("Ice", "Ice")},
            [("a/index.html", 1)],
            id="a folder for each page",
        ),
        pytest.param(
            DuplicateTitle(), {"a.html": page("Ice", "Ice"), "b.html": page("Ice", "Ice")}, [("a.html", 1)], id="pages"
        ),
        pytest.param(
            DuplicateTitle(),
            {"the-ferry.md": FLOOD, "the-flood.md": FLOOD},
            [("the-ferry.md", 1)],
            id="words are no tags",
        ),
    ],
)
def test_finds(rule: DuplicateTitle, files: dict[str, str], places: list[tuple[str, int]]) -> None:
    assert check_files(rule, files).places == places


@pytest.mark.parametrize(
    ("rule", "files"),
    [
        pytest.param(DuplicateTitle(), {"a.md": FLOOD, "b.md": "# River leaves its bed again\n"}, id="other title"),
        pytest.param(DuplicateTitle(), {"en/a.md": FLOOD, "de/b.md": FLOOD}, id="language folders"),
        pytest.param(
            DuplicateTitle(), {"docs/a.md": FLOOD, "docs/zh-CN/b.md": FLOOD}, id="language folder beside the original"
        ),
        pytest.param(DuplicateTitle(), {"a.md": FLOOD, "a.de.md": FLOOD}, id="language suffix"),
        pytest.param(
            DuplicateTitle(),
            {f"x-y/ice-keys{mark}.md": FLOOD for mark in ("", "_it", "_zh-cn", "_zh-tw", "-nb-no")},
            id="languages in the names of files",
        ),
        pytest.param(
            DuplicateTitle(), {f"ice.{n}.txt": "The law on ice\n\nText." for n in ("1.0", "1.1")}, id="versions"
        ),
        pytest.param(DuplicateTitle(), {"README.md": FLOOD, "README_ja.md": FLOOD}, id="translated readme"),
        pytest.param(
            DuplicateTitle(),
            {"a.md": f"---\nlang: en\n---\n{FLOOD}", "b.md": f"---\nlang: nl\n---\n{FLOOD}"},
            id="declared languages",
        ),
        pytest.param(DuplicateTitle(), {"v1.2/a.md": FLOOD, "v2.0/b.md": FLOOD}, id="version folders"),
        pytest.param(DuplicateTitle(), {"2018-edition/a.md": FLOOD, "src/b.md": FLOOD}, id="edition folder"),
        pytest.param(DuplicateTitle(), {"linux/install.md": FLOOD, "macos/install.md": FLOOD}, id="same page name"),
        pytest.param(
            DuplicateTitle(),
            {"linux/install/index.md": FLOOD, "macos/install.md": FLOOD},
            id="same page name, one an index",
        ),
        pytest.param(DuplicateTitle(), {"a/x.md": "# FAQ\n", "b/y.md": "# FAQ\n"}, id="role title in two folders"),
        pytest.param(
            DuplicateTitle(), {"ice/x.md": "# River ice\n", "law/y.md": "# River ice\n"}, id="subject of two sections"
        ),
        pytest.param(
            DuplicateTitle(), {"ice/x.md": "# 河川结冰\n", "law/y.md": "# 河川结冰\n"}, id="subject in Han characters"
        ),
        pytest.param(DuplicateTitle(), {"a.md": FLOOD, "b.md": f"---\ndraft: true\n---\n{FLOOD}"}, id="draft"),
        pytest.param(DuplicateTitle(), {"a.md": FLOOD, "b.md": f"---\nredirect_to: /a/\n---\n{FLOOD}"}, id="redirect"),
        pytest.param(DuplicateTitle(), {"a.md": FLOOD, "_includes/b.md": FLOOD}, id="include"),
        pytest.param(
            DuplicateTitle(), {f"{name}.md": f"<h1>Oster</h1>\n\n## Ice {name}\n" for name in "ab"}, id="banner"
        ),
        pytest.param(
            DuplicateTitle(),
            {
                "guide.text": "A guide to the ice of rivers\n\nText.\n",
                "guide.html/index.html": page(*["A guide to the ice of rivers"] * 2),
            },
            id="a document as text and as pages",
        ),
        pytest.param(
            DuplicateTitle(),
            {
                "faq.en.txt": "Questions on ice\n\nText.\n",
                "index.en.html": page("Questions on ice", "Questions on ice"),
            },
            id="title page of an edition in text",
        ),
        pytest.param(
            DuplicateTitle(),
            {"b/index.html": page("Ice", "Ice"), "b/foreword.html": page("Ice", "Ice")},
            id="first page again",
        ),
        pytest.param(DuplicateTitle(), {"README.md": FLOOD, "src/title.md": FLOOD}, id="the project's README"),
        pytest.param(DuplicateTitle(), {"print.html": page("A", "A"), "b.html": page("A", "A")}, id="all on one page"),
        pytest.param(DuplicateTitle(), {"README.md": "# oster\n", "CHANGELOG.md": "# oster\n"}, id="log of changes"),
        pytest.param(
            DuplicateTitle(),
            {f"{n}.txt": "From: A. Writer <a@oster.example>\nDate: Monday\n\nText.\n" for n in "ab"},
            id="header of a mail",
        ),
        pytest.param(
            DuplicateTitle(), {"a.md": "# {{ page.title }}\n", "b.md": "# {{ page.title }}\n"}, id="template tag"
        ),
        pytest.param(
            DuplicateTitle(),
            {"a.html": page("Site", "Ice - Site"), "b.html": page("Site", "Fog - Site")},
            id="site name as h1",
        ),
        pytest.param(
            DuplicateTitle(),
            {f"spec/{name}{n}.html": page(f"Ice {n}", "Ice") for name in ("ch", "on-ice-") for n in range(25)},
            id="a generator's two names for each page",
        ),
        pytest.param(
            DuplicateTitle(),
            {
                f"{folder}/{name}{n}.md": f"# Chapter {n}\n"
                for folder, name in (("print", "p"), ("web", "w"))
                for n in range(6)
            },
            id="parallel folders",
        ),
        pytest.param(
            DuplicateTitle(),
            {f"rules/{n}.md": "## Overview\n" for n in "abc"},
            id="a heading that names none is title/missing's",
        ),
        pytest.param(DuplicateTitle("folder"), {"x/a.md": FLOOD, "y/b.md": FLOOD}, id="other folders"),
        pytest.param(
            DuplicateTitle("collection", key="category"),
            {"a.md": "---\ntitle: Ice\ncategory: news\n---\n", "b.md": "---\ntitle: Ice\ncategory: notes\n---\n"},
            id="other value of the key",
        ),
    ],
)
def test_leaves_alone(rule: DuplicateTitle, files: dict[str, str]) -> None:
    assert check_files(rule, files).messages == []


def test_the_message_names_the_others() -> None:
    assert check_files(DuplicateTitle(), {"a.md": FLOOD, "b.md": FLOOD}).messages == [
        'title "River leaves its bed" is also that of b.md'
    ]
    three = check_files(DuplicateTitle(), {f"{n}.md": FLOOD for n in "abc"})
    assert three.messages == ['title "River leaves its bed" is also that of b.md and c.md']
    assert [related.path for related in three.findings[0].related] == ["b.md", "c.md"]
    four = check_files(DuplicateTitle(), {f"{n}.md": FLOOD for n in "abcd"})
    assert four.messages == ['title "River leaves its bed" is also that of b.md and 2 more articles']
