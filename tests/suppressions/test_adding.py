"""`--add-suppressions`: all that was found is silenced, and readers see what they saw before."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from suppressions.collection import PLUGIN

from artlint.finding import Finding
from artlint.fixing.edits import edited, source_of
from artlint.plugin_loading import load_plugins
from artlint.suppressions import suppressions_of
from artlint.suppressions.adding import reason_fault, silencing_edits
from artlint.suppressions.applying import closest
from artlint.suppressions.configuring import PathRules, configuring_edit
from artlint.suppressions.configuring_toml import toml_configuring_edit
from artlint.testing import check, read


def shouted(path: str, text: str) -> list[Finding]:
    """What shout/line finds."""
    return list(check(load_plugins(PLUGIN).rules["shout/line"](), text, path).findings)


def silenced(path: str, text: str) -> str:
    """The article with comments for what shout/line finds in it."""
    edits = silencing_edits(read(path, text), shouted(path, text), "old stock", lambda other: read(path, other))
    assert edits is not None
    return edited(source_of(text.encode()), edits).decode() if edits else text


def unsilenced(path: str, text: str) -> list[Finding]:
    """What shout/line finds and no suppression silences."""
    suppressions = suppressions_of(read(path, text))
    return [finding for finding in shouted(path, text) if closest(finding, suppressions, "2026-01-01") is None]


def seen(path: str, text: str) -> list[str]:
    return [" ".join(block.text.split()) for block in read(path, text).blocks if block.text.strip()]


@pytest.mark.parametrize(
    ("path", "before", "after"),
    [
        pytest.param(
            "a.md",
            "One.\n\nSTOP\n",
            "One.\n\n<!-- artlint-disable-next-line shout/line -- old stock -->\nSTOP\n",
            id="paragraph",
        ),
        pytest.param(
            "a.md",
            "One\nSTOP\nthree.\n\nFour.\n",
            "<!-- artlint-disable-next-line shout/line -- old stock -->\nOne\nSTOP\nthree.\n\nFour.\n",
            id="inside of a paragraph: above all of it",
        ),
        pytest.param(
            "a.md",
            "One.\n\n- two\n- THREE  \n  four\n",
            "One.\n\n- two\n- THREE <!-- artlint-disable-line shout/line -- old stock -->  \n  four\n",
            id="item, its hard line break kept",
        ),
        pytest.param(
            "a.md",
            "STOP\n",
            "<!-- artlint-disable-file shout/line -- old stock -->\nSTOP\n",
            id="first line: the whole article",
        ),
        pytest.param(
            "a.mdx",
            "One.\n\nSTOP\n",
            "One.\n\n{/* artlint-disable-next-line shout/line -- old stock */}\n\nSTOP\n",
            id="MDX",
        ),
        pytest.param(
            "a.html",
            "<main>\n<p>One.</p>\n<p>\nSTOP\n</p></main>",
            "<main>\n<p>One.</p>\n<p>\nSTOP\n</p></main>\n<!-- artlint-disable-file shout/line -- old stock -->\n",
            id="text of a page: at its end",
        ),
        pytest.param(
            "a.md",
            "One.\r\n\r\nSTOP\r\n",
            "One.\r\n\r\n<!-- artlint-disable-next-line shout/line -- old stock -->\r\nSTOP\r\n",
            id="CRLF",
        ),
    ],
)
def test_where_comments_go(path: str, before: str, after: str) -> None:
    assert silenced(path, before) == after
    assert unsilenced(path, after) == []


LINES = st.sampled_from(
    [
        "STOP",
        "Text.",
        "",
        "",
        "- ITEM",
        "- item",
        "> QUOTE",
        "> quote",
        "# HEAD",
        "## head",
        "| A |",
        "|---|",
        "    CODE",
    ]
    + ["```", "***", "1. ONE", "  SUB", "<div>", "</div>", "A  ", "B\\", "[x]: y", "===", "---", "\tT", "`C", "C`"]
)


@given(st.lists(LINES, max_size=12), st.sampled_from(["\n", "\r\n"]))
@settings(max_examples=200, deadline=None)
def test_all_is_silenced_and_a_reader_sees_no_difference(lines: list[str], end: str) -> None:
    text = "".join(line + end for line in lines)
    after = silenced("a.md", text)
    assert unsilenced("a.md", after) == []
    assert seen("a.md", after) == seen("a.md", text)


@given(st.lists(LINES, max_size=12), st.sampled_from(["\n", "\r\n"]))
@settings(max_examples=200, deadline=None)
def test_what_was_added_can_be_taken_out_again(lines: list[str], end: str) -> None:
    text = "".join(line + end for line in lines)
    left = silenced("a.md", text)
    for _ in range(20):
        removals = [each.removal for each in suppressions_of(read("a.md", left)) if each.removal]
        if not removals:
            break
        (edit,) = removals[0].edits
        was = seen("a.md", left)
        left = left[: edit.start] + edit.new + left[edit.end :]
        assert seen("a.md", left) == was or not removals[0].safe
    assert "artlint-" not in left
    assert [line.rstrip() for line in left.split(end) if line.strip()] == [
        line.rstrip() for line in lines if line.strip()
    ]


@pytest.mark.parametrize(
    ("reason", "sound"),
    [
        pytest.param("since 2019 -- see the list", True, id="hyphens"),
        pytest.param("  ", False, id="blank"),
        pytest.param("a --> b", False, id="end of a comment"),
        pytest.param("a */ b", False, id="end of an MDX comment"),
        pytest.param("a\nb", False, id="two lines"),
    ],
)
def test_reasons(reason: str, sound: bool) -> None:
    assert (reason_fault(reason) == "") is sound


WANTED = [PathRules("a b/c*.txt", ("x/y", "z"))]
ENTRY = '- path: "/a b/c\\\\*.txt"\n    rule: [x/y, z]\n    reason: "why"\n'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("", f"suppressions:\n  {ENTRY}", id="new file"),
        pytest.param("rules: {}", f"rules: {{}}\nsuppressions:\n  {ENTRY}", id="no last line end"),
        pytest.param(
            "suppressions:\n  - {path: b, rule: c}\nrules: {}\n",
            f"suppressions:\n  {ENTRY}  - {{path: b, rule: c}}\nrules: {{}}\n",
            id="before the entries that are there",
        ),
        pytest.param(
            "suppressions:\n- {path: b, rule: c}\n",
            "suppressions:\n" + ENTRY.replace("\n    ", "\n  ") + "- {path: b, rule: c}\n",
            id="as they are indented",
        ),
        pytest.param("suppressions: [{path: b, rule: c}]\n", None, id="flow"),
        pytest.param("suppressions:\n", None, id="empty"),
        pytest.param("{rules: {}}\n", None, id="all in one line"),
        pytest.param("a: [\n", None, id="no YAML"),
    ],
)
def test_entries_of_the_configuration(before: str, after: str | None) -> None:
    edit = configuring_edit(before, WANTED, "why")
    assert (None if edit is None else before[: edit.start] + edit.new + before[edit.end :]) == after


TABLE = '[[tool.artlint.suppressions]]\npath = "/a b/c\\\\*.txt"\nrule = ["x/y", "z"]\nreason = "why"\n'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("", TABLE, id="empty file"),
        pytest.param("[tool.artlint]\nfail-on = 'error'", f"[tool.artlint]\nfail-on = 'error'\n\n{TABLE}", id="behind"),
        pytest.param(f"{TABLE}\n[project]\n", f"{TABLE}\n[project]\n\n{TABLE}", id="behind other tables too"),
        pytest.param("[tool.artlint]\nsuppressions = []\n", None, id="a list in one line"),
        pytest.param("[tool]\nartlint = {}\n", None, id="all in one line"),
        pytest.param("tool = 1\n", None, id="something else"),
        pytest.param("[tool\n", None, id="no TOML"),
    ],
)
def test_tables_of_the_configuration(before: str, after: str | None) -> None:
    edit = toml_configuring_edit(before, WANTED, "why")
    assert (None if edit is None else before[: edit.start] + edit.new + before[edit.end :]) == after


@pytest.mark.corpora
@pytest.mark.parametrize(
    ("collection", "suffix"),
    [
        pytest.param("rust-book", ".md", id="a book"),
        pytest.param("18f-blog", ".md", id="a blog"),
        pytest.param("nodejs", ".mdx", id="MDX in many languages"),
        pytest.param("abs-guide", ".html", id="old HTML"),
    ],
)
def test_real_articles(corpora: Path, collection: str, suffix: str) -> None:
    """Each paragraph of real articles gets a suppression, and readers see what they saw."""
    refused = []
    for file in sorted((corpora / collection).rglob(f"*{suffix}"))[:100]:
        text = file.read_bytes().decode("utf-8", "replace").removeprefix("\ufeff")
        article = read(file.name, text)
        findings = [
            Finding("x", article.place(block.start, block.end), article.path, rule="shout/line")
            for block in article.blocks
            if block.kind in ("paragraph", "item", "cell", "heading")
        ]
        edits = silencing_edits(article, findings, "old stock", lambda other, path=article.path: read(path, other))
        if edits is None:
            refused.append(file.name)
    assert refused == []
