import pytest

from artlint import Severity
from artlint.testing import check, check_files
from artlint_titles.missing import MissingTitle

PROSE = "The council met on Monday evening and agreed on the budget for the coming year.\n"


@pytest.mark.parametrize(
    ("path", "text", "line"),
    [
        pytest.param("a.txt", f"{PROSE}\nTaxes stay as they are.\n", 1, id="text that begins with a sentence"),
        pytest.param("a.txt", f"\n\n{PROSE}", 3, id="text after blank lines"),
        pytest.param("a.md", PROSE, 1, id="markdown without a heading"),
        pytest.param("a.md", "Some text without a heading.\n", 1, id="one short sentence"),
        pytest.param("a.md", f"---\nlayout: post\n---\n\n{PROSE}", 1, id="front matter without a title"),
        pytest.param("a.md", f"---\ntitle:\n---\n\n{PROSE}", 2, id="empty title"),
        pytest.param("a.md", f'---\nlayout: x\ntitle: " "\n---\n\n{PROSE}', 3, id="title of blanks"),
        pytest.param("a.md", f"---\ntitle: null\n---\n\n{PROSE}", 2, id="null title"),
        pytest.param("a.md", f"---\ntitle: '**'\n---\n\n{PROSE}", 2, id="title of markup"),
        pytest.param("a.md", f'+++\ntitle = ""\n+++\n\n{PROSE}', 2, id="empty title in TOML"),
        pytest.param("a.md", f"{PROSE}\n#\n\nText.\n", 3, id="empty heading"),
        pytest.param("a.md", "# ![](a.png)\n\n" + PROSE, 1, id="heading of an image without text"),
        pytest.param("a.html", f"<html><body><p>{PROSE}</p></body></html>", 1, id="page without title element"),
        pytest.param(
            "a.html", f"<html><head><title> </title></head><p>{PROSE}</p></html>", 1, id="empty title element"
        ),
        pytest.param("a.html", f"<!doctype html>\n<h1><img src=a.png></h1>\n<p>{PROSE}</p>", 2, id="h1 of an image"),
        pytest.param("notice-to-readers.md", PROSE, 1, id="article whose name begins like a legal file"),
        pytest.param("a.md", "", 1, id="empty file"),
        pytest.param("a.txt", " \n\n", 1, id="file of blanks"),
    ],
)
def test_finds(path: str, text: str, line: int) -> None:
    assert check(MissingTitle(), text, path).lines == [line]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        pytest.param("a.txt", f"Council agrees on the budget\n\n{PROSE}", id="headline over text"),
        pytest.param("a.txt", f"If you want it, you know where it is.\n\n{PROSE}", id="headline with a full stop"),
        pytest.param("a.txt", f"======\nBudget\n======\n\n{PROSE}", id="headline between drawn lines"),
        pytest.param(
            "a.txt", "https://a.example/b\nhttps://a.example/c\nhttps://a.example/d\n", id="list of addresses"
        ),
        pytest.param(
            "requirements.txt", "# what the server needs, and nothing more than that\nflask==3.1\n", id="file for pip"
        ),
        pytest.param(
            "robots.txt", "User-agent: everybody but the archive of the web, which may read\n", id="file for robots"
        ),
        pytest.param(
            "a.txt",
            "# keys that we trust, one a line, with a comment after it\n\nabc # the key of the firm\n",
            id="comments",
        ),
        pytest.param("a.md", f"## Budget\n\n{PROSE}", id="heading of level 2"),
        pytest.param("a.md", f"Budget\n------\n\n{PROSE}", id="underlined heading"),
        pytest.param("a.md", f"---\ntitle: 012\n---\n{PROSE}", id="title that YAML reads as a number"),
        pytest.param("a.md", f"---\ntitle: no\n---\n{PROSE}", id="title that YAML reads as false"),
        pytest.param("a.md", f'+++\ntitle = "Budget"\n+++\n{PROSE}', id="title in TOML"),
        pytest.param("a.md", f"---\ntitle: <br>\n---\n{PROSE}", id="title that is a tag"),
        pytest.param("a.md", f"# `<br>`\n\n{PROSE}", id="heading that is a tag in code"),
        pytest.param("a.md", f"# <dialog>\n\n{PROSE}", id="heading that is a bare tag"),
        pytest.param("a.md", f"# C++ `==`\n\n{PROSE}", id="operators in a heading"),
        pytest.param("a.md", f"![The ferry](ferry.png)\n\n{PROSE}", id="image with a text as title"),
        pytest.param("a.md", f'<p align="center"><img alt="Ferry" src="a.png"></p>\n\n{PROSE}', id="centred logo"),
        pytest.param("a.md", f"[![Build](b.svg)](ci) [![Docs](d.svg)](docs)\n\n{PROSE}", id="badges"),
        pytest.param("a.md", f"**Budget for the year**\n\n{PROSE}", id="bold line as title"),
        pytest.param("a.md", f"Title: Budget\nTags:\n\n{PROSE}", id="header lines with an empty one"),
        pytest.param("a.txt", f".. _budget:\n\n{PROSE}", id="directive of reStructuredText"),
        pytest.param("a.txt", f"[[def_budget]]budget::\n\t{PROSE}", id="anchor of AsciiDoc"),
        pytest.param("news.egg-info/entry_points.txt", f"{PROSE}\n{PROSE}", id="file of a package"),
        pytest.param("a.md", "Moved to https://oster.example/timetable-of-the-ferry\n", id="moved"),
        pytest.param("a.md", f"<dl><dt>Title</dt><dd>Budget</dd></dl>\n\n{PROSE}", id="list of what the page is"),
        pytest.param("a.md", f"---\ntitle: {{{{ name }}}}\n---\n{PROSE}", id="title from a template"),
        pytest.param("a.md", f'--8<-- "SECURITY.md"\n\n{PROSE}', id="heading that is included"),
        pytest.param("archetypes/a.md", PROSE, id="template of articles"),
        pytest.param("themes/README.md", PROSE, id="note on a folder"),
        pytest.param("a.txt", f"From: Ann\nDate: Monday\n\n{PROSE}\n\n{PROSE}", id="letter without a subject"),
        pytest.param("a.md", f"<!--\n.. title: Budget\n-->\n\n{PROSE}", id="title in Nikola's comment"),
        pytest.param("404.html", f"<html><body><p>{PROSE}</p></body></html>", id="page for errors"),
        pytest.param("ferry/license.md", PROSE, id="license"),
        pytest.param("ferry/LICENSE-MIT.md", PROSE, id="one of two licenses"),
        pytest.param("_includes/note.md", PROSE, id="include"),
        pytest.param("docs/_note.md", PROSE, id="partial by its name"),
        pytest.param("a.md", "---\nlayout: home\n---\n", id="front matter alone"),
        pytest.param(
            "a.md",
            "---\nlayout: home\n---\n{% for post in site.posts %}{{ post.title }}{% endfor %}\n",
            id="template tags alone",
        ),
        pytest.param("a.md", f"---\nredirect_to: /b/\n---\n{PROSE}", id="redirect"),
        pytest.param("a.md", "```js\nlet answer = 42; // and so on for quite a while\n```\n", id="code alone"),
        pytest.param("a.html", f"<p>{PROSE}</p>", id="fragment"),
        pytest.param("a.html", f"<html><head>{{% include head.html %}}</head><p>{PROSE}</p></html>", id="layout"),
        pytest.param(
            "a.html",
            '<html><meta http-equiv="refresh" content="0; url=b.html"><p>This page has moved to another place.</p>',
            id="redirect by refresh",
        ),
        pytest.param("a.html", f"<title>Budget</title><p>{PROSE}</p>", id="title element"),
        pytest.param(
            "a.html", f'<html><meta property="og:title" content="Budget"><p>{PROSE}</p></html>', id="og:title"
        ),
    ],
)
def test_leaves_alone(path: str, text: str) -> None:
    assert check(MissingTitle(), text, path).messages == []


def test_a_heading_that_all_siblings_begin_at_names_none_of_them() -> None:
    files = {f"rules/{name}.md": f"## Overview\n\nWhat {name} is for.\n" for name in ("a", "b", "c")}
    found = check_files(MissingTitle(), files)
    assert found.places == [("rules/a.md", 1)]
    assert [related.path for related in found.findings[0].related] == ["rules/b.md", "rules/c.md"]
    assert found.messages[0] == 'no title of its own: "Overview" heads 3 articles of rules'


def test_chapters_that_begin_at_a_lower_heading_have_titles() -> None:
    files = {f"src/{name}.md": f"## The {name}\n\n### Overview\n\nText.\n" for name in ("ferry", "bridge", "ford")}
    assert check_files(MissingTitle(), files).places == []


def test_two_articles_may_begin_at_the_same_heading() -> None:
    files = {f"{name}.md": "## Overview\n\nText.\n" for name in ("a", "b")}
    assert check_files(MissingTitle(), files).places == []


def test_text_files_that_mostly_have_no_title_make_one_finding() -> None:
    prose = "the council met on Monday and agreed on the budget for the coming year.\n"
    pieces = {f"data/{number}.txt": prose for number in range(4)}
    found = check_files(MissingTitle(), {**pieces, "data/a.txt": f"Council Agrees\n\n{prose}", "b.txt": prose})
    assert found.places == [("b.txt", 1), ("data/0.txt", 1)]
    assert found.messages[1] == "no title in 4 of 5 text files of data; are they articles?"
    assert found.findings[1].severity is Severity.INFO


@pytest.mark.parametrize(
    ("files", "count"),
    [
        pytest.param({f"{n}/bio.md": PROSE for n in "abc"}, 0, id="pieces of one name"),
        pytest.param({f"{n}/bio.md": PROSE for n in "ab"}, 2, id="two of one name"),
        pytest.param({f"{n}/bio.md": f"---\ndate: 2024\n---\n{PROSE}" for n in "abc"}, 3, id="with front matter"),
        pytest.param({"a/bio.md": PROSE, "a/index.md": f"# Ann\n\n{PROSE}"}, 0, id="piece beside an index"),
        pytest.param({f"a/{n}.md": PROSE for n in range(20)}, 1, id="all of a folder: one finding"),
        pytest.param({f"a/{n}.md": PROSE for n in range(19)}, 19, id="a folder of fewer"),
        pytest.param({"a.md": PROSE * 6}, 1, id="alone"),
        pytest.param({"README.md": PROSE * 6}, 1, id="long README"),
    ],
)
def test_pieces_and_folders(files: dict[str, str], count: int) -> None:
    assert len(check_files(MissingTitle(), files).findings) == count


def test_a_heading_without_a_blank_is_named() -> None:
    found = check(MissingTitle(), f"---\na: 1\n---\n\n#Budget for the year\n\n{PROSE}", "a.md")
    assert found.messages == ['no title: "#Budget for the year" is no heading without a blank behind "#"']
    assert found.lines == [5]
    assert found.findings[0].fix


def test_a_number_or_a_tag_is_no_heading_without_a_blank() -> None:
    found = check(MissingTitle(), f"#12 was closed, and\n{PROSE}", "a.md")
    assert found.messages == ["no title: no heading at all"]
