"""The fix of a needless suppression leaves the article as if it had never been there."""

import pytest
from suppressions.collection import Collection

from artlint.finding import Fix
from artlint.suppressions.suppression import UNUSED

NEXT = "<!-- artlint-disable-next-line shout/line -- why -->"
LINE = "<!-- artlint-disable-line shout/line -- why -->"


def fix_of(collection: Collection, text: str, path: str = "a.md") -> Fix | None:
    collection.put(path, text)
    (finding,) = [each for each in collection.report().findings if each.rule == UNUSED]
    return finding.fix


def fixed(text: str, fix: Fix) -> str:
    for edit in sorted(fix.edits, reverse=True):
        assert text[edit.start : edit.end] == edit.old
        text = text[: edit.start] + edit.new + text[edit.end :]
    return text


@pytest.mark.parametrize(
    ("before", "after", "safe"),
    [
        pytest.param(f"One.\n\n{NEXT}\nTwo.\n", "One.\n\nTwo.\n", True, id="line of its own"),
        pytest.param(f"{NEXT}\nOne.\n", "One.\n", True, id="first line"),
        pytest.param(f"{NEXT}\n\nOne.\n", "One.\n", True, id="first line with a blank one below"),
        pytest.param(f"One.\n\n{NEXT}\n\nTwo.\n", "One.\n\nTwo.\n", True, id="two blank lines become one"),
        pytest.param(f"One.\n\n{NEXT}\n", "One.\n\n", True, id="last line"),
        pytest.param(f"# A\n{NEXT}\nOne.\n", "# A\nOne.\n", True, id="below a heading"),
        pytest.param(f"---\na: b\n---\n{NEXT}\nOne.\n", "---\na: b\n---\nOne.\n", True, id="below front matter"),
        pytest.param(f"One.\n{NEXT}\nTwo.\n", "One.\n\nTwo.\n", False, id="between two paragraphs, which stay two"),
        pytest.param(f"One. {LINE}\n\nTwo.\n", "One.\n\nTwo.\n", True, id="at a line's end"),
        pytest.param(f"One {LINE} two.\n", "One two.\n", True, id="between words"),
        pytest.param(f"- {LINE}one\n", "- one\n", True, id="right after a bullet"),
        pytest.param(f"One.\r\n\r\n{NEXT}\r\nTwo.\r\n", "One.\r\n\r\nTwo.\r\n", True, id="CRLF"),
        pytest.param(
            "<!-- artlint-disable-file shout/line, shout/twice -- why -->\n\nSTOP\n",
            "<!-- artlint-disable-file shout/line -- why -->\n\nSTOP\n",
            True,
            id="one of two names",
        ),
        pytest.param(
            "---\ntitle: A\nartlint:\n  disable:\n    shout/line: why\nlang: en\n---\n\nText.\n",
            "---\ntitle: A\nlang: en\n---\n\nText.\n",
            True,
            id="front matter",
        ),
        pytest.param(
            "---\nartlint:\n  disable:\n    shout/line: why\n    shout/twice: |\n      because\n# note\n---\n\nSTOP\n",
            "---\nartlint:\n  disable:\n    shout/line: why\n# note\n---\n\nSTOP\n",
            True,
            id="one of two keys in front matter",
        ),
        pytest.param(
            "---\nartlint: {disable: [shout/line]}\nlang: en\n---\n\nText.\n",
            "---\nlang: en\n---\n\nText.\n",
            True,
            id="front matter in one line",
        ),
        pytest.param(
            "---\nartlint:\n  disable:\n    - shout/line\n    - shout/twice\n---\n\nSTOP\n",
            "---\nartlint:\n  disable:\n    - shout/line\n---\n\nSTOP\n",
            True,
            id="one of a list in front matter",
        ),
    ],
)
def test_text_after_the_fix(collection: Collection, before: str, after: str, safe: bool) -> None:
    fix = fix_of(collection, before)
    assert fix is not None
    assert fixed(before, fix) == after
    assert fix.safe is safe


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("---\nartlint: {disable: [shout/line, shout/twice]}\n---\n\nSTOP\n", id="one of a list in a line"),
        pytest.param('+++\n[artlint.disable]\n"shout/line" = "why"\n+++\n\nText.\n', id="TOML"),
    ],
)
def test_no_fix_where_the_place_is_not_sure(collection: Collection, text: str) -> None:
    fix = fix_of(collection, text)
    assert fix is None or fixed(text, fix).startswith("+++\n[artlint.disable]\n+++\n")


def test_html_lines_go_whole(collection: Collection) -> None:
    text = f"<p>One.</p>\n{NEXT}\n<p>Two.</p>\n"
    fix = fix_of(collection, text, "a.html")
    assert fix is not None
    assert fixed(text, fix) == "<p>One.</p>\n<p>Two.</p>\n"
