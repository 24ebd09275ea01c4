"""Which lines a suppression covers, in every notation, and what is no suppression."""

from time import process_time

import pytest

from artlint.suppressions import suppressions_of
from artlint.testing import read

NEXT = "artlint-disable-next-line shout/line -- why"
LINE = "artlint-disable-line shout/line -- why"


def covered(path: str, text: str) -> list[tuple[str, int, int]]:
    """Name, first and last line of each suppression that holds."""
    found = suppressions_of(read(path, text))
    return [(each.name, each.first_line, each.last_line) for each in found if not each.fault]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        pytest.param(f"<!-- {NEXT} -->\nText.\n\nMore.\n", 2, 2, id="the line below"),
        pytest.param(f"<!-- {NEXT} -->\n\n\nText.\n", 4, 4, id="blank lines between, as formatters leave them"),
        pytest.param(f"<!-- {NEXT} -->\nText\nof three\nlines.\n\nMore.\n", 2, 4, id="the paragraph that begins there"),
        pytest.param(f"<!-- {NEXT} -->\n- one\n- two\n", 2, 2, id="one item of a list"),
        pytest.param(f"<!-- {NEXT} -->\n| a | b |\n|---|---|\n| c | d |\n\nMore.\n", 2, 4, id="a whole table"),
        pytest.param(f"<!-- {NEXT} -->\n> one\n>\n> two\n\nMore.\n", 2, 4, id="a whole quote"),
        pytest.param(f"<!-- {NEXT} -->\n<!-- a note -->\nText.\n", 2, 2, id="another comment is a line too"),
        pytest.param("<!-- artlint-disable-next-line\n  shout/line\n  -- why -->\nText.\n", 4, 4, id="of three lines"),
        pytest.param(f"Text.\n\nMore. <!-- {LINE} -->\nEnd.\n", 3, 3, id="its own line"),
        pytest.param(f"# Title <!-- {LINE} -->\n\nText.\n", 1, 1, id="a heading's line"),
        pytest.param("Text.\n\n<!-- artlint-disable-file shout/line -->\n\nMore.\n", 1, 6, id="the file"),
        pytest.param("A.\n\n<!-- artlint-disable shout/line -->\n\nB.\n\nC.\n", 3, 8, id="from here on"),
        pytest.param(
            "A.\n\n<!-- artlint-disable shout/line -->\n\nB.\n\n<!-- artlint-enable shout/line -->\n\nC.\n",
            3,
            7,
            id="between two comments",
        ),
        pytest.param(
            "<!-- artlint-disable shout/line -->\n\nB.\n\n<!-- artlint-enable -->\n\nC.\n", 1, 5, id="all enabled again"
        ),
        pytest.param(f"Text.\r\n\r\n<!-- {NEXT} -->\r\nMore.\r\n", 4, 4, id="CRLF"),
        pytest.param(f"{{/* {NEXT} */}}\n\nText.\n", 3, 3, id="MDX"),
        pytest.param(f"{{# {NEXT} #}}\n\nText.\n", 3, 3, id="Jinja"),
        pytest.param(f"{{% comment %}} {NEXT} {{% endcomment %}}\n\nText.\n", 3, 3, id="Liquid"),
        pytest.param(f"{{{{/* {NEXT} */}}}}\n\nText.\n", 3, 3, id="Hugo"),
        pytest.param(f"- one `a` and `b` <!-- {LINE} --> `c`\n", 1, 1, id="between code spans"),
        pytest.param(f"It is `` ` `` here <!-- {LINE} -->\n", 1, 1, id="after a code span that holds a backtick"),
    ],
)
def test_lines_covered(text: str, first: int, last: int) -> None:
    assert covered("a.md", text) == [("shout/line", first, last)]


def test_stacked_comments_mean_the_same_line() -> None:
    text = "<!-- artlint-disable-next-line a/b -->\n<!-- artlint-disable-next-line c/d -->\nText.\n"
    assert covered("a.md", text) == [("a/b", 3, 3), ("c/d", 3, 3)]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        pytest.param("a.md", f"```html\n<!-- {LINE} -->\n```\n", id="fenced code"),
        pytest.param("a.md", f"    <!-- {LINE} -->\n", id="indented code"),
        pytest.param("a.md", f"Write `<!-- {LINE} -->` there.\n", id="code span"),
        pytest.param("a.md", f"Write `` <!-- {LINE} ` --> `` there.\n", id="code span of two backticks"),
        pytest.param("a.md", f"A fence: {LINE}\n", id="no comment at all"),
        pytest.param("a.md", "## Off {#artlint-disable}\n", id="an anchor of that name"),
        pytest.param("a.txt", f"<!-- {LINE} -->\n", id="plain text has no comments"),
        pytest.param("a.html", f"<p>a</p><script>'<!-- {LINE} -->'</script>", id="script"),
        pytest.param("a.html", f"<p>a</p><textarea><!-- {LINE} --></textarea>", id="text field"),
        pytest.param("a.html", f"<p>a</p><pre>&lt;!-- {LINE} --&gt;</pre>", id="escaped"),
    ],
)
def test_what_readers_see_is_no_suppression(path: str, text: str) -> None:
    assert suppressions_of(read(path, text)) == ()


@pytest.mark.parametrize(
    ("comment", "names", "reason", "until"),
    [
        pytest.param("a/b", ["a/b"], "", "", id="bare"),
        pytest.param("a/b, c -- why", ["a/b", "c"], "why", "", id="two names"),
        pytest.param("a/b c/d -- why", ["a/b", "c/d"], "why", "", id="names without comma"),
        pytest.param("a/b, a/b -- why", ["a/b"], "why", "", id="the same twice"),
        pytest.param("a/b -- well-known -- since 2019", ["a/b"], "well-known -- since 2019", "", id="hyphens in it"),
        pytest.param("a/b — why", ["a/b"], "why", "", id="dash of a typesetter"),
        pytest.param("a/b – why", ["a/b"], "why", "", id="shorter dash"),
        pytest.param("a/b until 2026-12-31 -- why", ["a/b"], "why", "2026-12-31", id="until a day"),
        pytest.param("a/b until 2026-12-31", ["a/b"], "", "2026-12-31", id="until a day without reason"),
        pytest.param("a/b -- not until 2026-12-31", ["a/b"], "not until 2026-12-31", "", id="a day in the reason"),
        pytest.param("a/b --\n  two\n  lines", ["a/b"], "two lines", "", id="reason of two lines"),
    ],
)
def test_names_reason_and_day(comment: str, names: list[str], reason: str, until: str) -> None:
    found = suppressions_of(read("a.md", f"<!-- artlint-disable-file {comment} -->\n"))
    assert [each.name for each in found] == names
    assert {(each.reason, each.until, each.fault) for each in found} == {(reason, until, "")}


@pytest.mark.parametrize(
    ("comment", "fault"),
    [
        pytest.param("artlint-disable-nextline a/b", 'did you mean "artlint-disable-next-line"?', id="misspelt word"),
        pytest.param("artlint-", "unknown suppression comment", id="no word"),
        pytest.param("artlint-disable-line", "names no rule", id="no rule"),
        pytest.param("artlint-disable-line -- why", "names no rule", id="a reason and no rule"),
        pytest.param("artlint-disable-file a/b until 31.12.2026 -- x", 'ends on "31.12.2026"', id="another date"),
        pytest.param("artlint-disable-file a/b until 2026-02-30 -- x", "expected a date", id="no such day"),
        pytest.param("artlint-disable-file a/b until -- x", "expected a date", id="until never"),
        pytest.param("artlint-enable a/b", "without an artlint-disable of a/b before it", id="enabled too much"),
        pytest.param("artlint-enable", "without an artlint-disable", id="nothing to enable"),
    ],
)
def test_what_cannot_be_understood_silences_nothing(comment: str, fault: str) -> None:
    (found,) = suppressions_of(read("a.md", f"<!-- {comment} -->\n\nText.\n"))
    assert fault in found.fault


def test_a_comment_without_end_is_a_fault() -> None:
    (found,) = suppressions_of(read("a.md", "Text.\n\n<!-- artlint-disable-file a/b\n\nMore.\n"))
    assert "not closed" in found.fault


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        pytest.param("artlint: {disable: {a/b: why}}", [("a/b", "why", "")], id="flow"),
        pytest.param("artlint:\n  disable:\n    a/b: why\n    c:", [("a/b", "why", ""), ("c", "", "")], id="mapping"),
        pytest.param("artlint:\n  disable: [a/b, c]", [("a/b", "", ""), ("c", "", "")], id="list"),
        pytest.param("artlint:\n  disable: a/b", [("a/b", "", "")], id="one name"),
        pytest.param(
            "artlint:\n  disable:\n    a/b: {reason: why, until: 2026-12-31}",
            [("a/b", "why", "2026-12-31")],
            id="until a day",
        ),
        pytest.param("artlint:\n  disable:", [], id="nothing yet"),
        pytest.param("title: artlint-disable", [], id="another key"),
    ],
)
def test_front_matter_silences_the_whole_article(front: str, expected: list[tuple[str, str, str]]) -> None:
    found = suppressions_of(read("a.md", f"---\n{front}\n---\n\nText.\n"))
    assert [(each.name, each.reason, each.until) for each in found] == expected
    assert all(each.first_line == 1 and each.last_line >= 6 and not each.fault for each in found)


def test_toml_front_matter() -> None:
    text = '+++\ntitle = "A"\n[artlint.disable]\n"a/b" = "why"\n+++\n\nText.\n'
    (found,) = suppressions_of(read("a.md", text))
    assert (found.name, found.reason) == ("a/b", "why")


@pytest.mark.parametrize(
    ("front", "fault"),
    [
        pytest.param("artlint: a/b", "holds no mapping", id="no mapping"),
        pytest.param("artlint: {disabled: [a/b]}", 'did you mean "disable"?', id="misspelt key"),
        pytest.param("artlint: {disable: {a/b: {raeson: x}}}", 'did you mean "reason"?', id="misspelt reason"),
        pytest.param("artlint: {disable: {a/b: [x]}}", "holds a list", id="list for a reason"),
        pytest.param("artlint: {disable: {a/b: {until: soon}}}", "expected a date", id="no day"),
    ],
)
def test_front_matter_that_cannot_be_understood(front: str, fault: str) -> None:
    (found,) = suppressions_of(read("a.md", f"---\n{front}\n---\n\nText.\n"))
    assert fault in found.fault


@pytest.mark.parametrize(
    ("path", "text"),
    [
        pytest.param("a.html", "<p>" + "<!-- artlint-disable a/b -->" * 10_000, id="comments in one line"),
        pytest.param("a.md", "<!-- artlint-disable-next-line a -->\n" * 5_000, id="comments in a row"),
        pytest.param("a.md", "<!-- artlint-" * 10_000, id="comments that never end"),
        pytest.param("a.md", ("<!-- artlint-" + " " * 1_990) * 300, id="comments of blanks"),
        pytest.param("a.md", "` `` " * 20_000 + "<!-- artlint-disable a -->", id="backticks"),
        pytest.param("a.html", "<script></script><!-- artlint-disable a -->" * 5_000, id="scripts"),
        pytest.param("a.md", "<!-- artlint-disable a -->\n<!-- artlint-enable a -->\n" * 5_000, id="pairs"),
    ],
)
def test_time_grows_with_the_text_and_no_faster(path: str, text: str) -> None:
    """Each took minutes where a step was taken for each pair; now each takes less than a second."""
    article = read(path, text)
    began = process_time()
    suppressions_of(article)
    assert process_time() - began < 10
