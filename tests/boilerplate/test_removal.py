"""Copies of a block taken out: whole lines, and the text around them stays as it was."""

import pytest

from artlint.testing import read
from artlint_boilerplate.removal import without

BLOCK = "In a hurry?\nHear this story"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f"One.\n\n{BLOCK}\n\nTwo.\n", "One.\n\nTwo.\n", id="between blank lines"),
        pytest.param(f"One.\n\n{BLOCK}\nTwo.\n", "One.\n\nTwo.\n", id="glued to the next line"),
        pytest.param(f"One.\n{BLOCK}\n\nTwo.\n", "One.\n\nTwo.\n", id="glued to the line before"),
        pytest.param(f"One.\n{BLOCK}\nTwo.\n", "One.\nTwo.\n", id="glued to both"),
        pytest.param(f"One.\n\n{BLOCK}\n", "One.\n", id="at the end"),
        pytest.param(f"One.\n\n{BLOCK}", "One.", id="at the end, without a last line end"),
        pytest.param(f"One.  \n\n\n{BLOCK}\n\n\nTwo.", "One.  \n\n\nTwo.", id="blanks and blank lines around stay"),
        pytest.param(f"One.\r\n\r\n{BLOCK}\r\nTwo.\r\n", "One.\r\n\r\nTwo.\r\n", id="CRLF around"),
        pytest.param(f"{BLOCK}\n\nTwo.", "Two.", id="at the start"),
        pytest.param(f"{BLOCK}\n", "", id="alone"),
        pytest.param(f"One. {BLOCK}\n\nTwo.", None, id="after something in its line"),
        pytest.param(f"One.\n\n{BLOCK} now\n\nTwo.", None, id="before something in its line"),
    ],
)
def test_block_taken_out(text: str, expected: str | None) -> None:
    start = text.index(BLOCK)
    edit = without(read("a.txt", text), start, start + len(BLOCK))
    result = edit and text[: edit.start] + edit.new + text[edit.end :]
    assert result == expected
    assert edit is None or edit.old == text[edit.start : edit.end]


def test_nothing_is_taken_out_of_a_page() -> None:
    text = f"<p>One.</p>\n<p>\n{BLOCK}\n</p>"
    start = text.index(BLOCK)
    assert without(read("a.html", text), start, start + len(BLOCK)) is None
