"""Edits in code points become edits of bytes, and every other byte stays as it is."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from artlint.finding import Edit
from artlint.fixing.edits import UnfitEditError, byte_edits, edited, source_of

BOM = b"\xef\xbb\xbf"
PIECES = st.sampled_from(
    ["a", "é", "\u0301", "語", "😀", "\n", "\r\n", "\r", " ", "&amp;", "\ufeff", "\u200b", "\u2028"]
)
STRAYS = st.sampled_from([b"\xe9", b"\xff", b"\xc3", b"\x80", b"\xf0\x9f"])
CONTENTS = st.tuples(
    st.sampled_from([b"", BOM]), st.lists(st.one_of(PIECES.map(str.encode), STRAYS), max_size=30).map(b"".join)
).map(b"".join)


@pytest.mark.parametrize(
    ("content", "start", "old", "new", "expected"),
    [
        pytest.param(b"one two", 4, "two", "2", b"one 2", id="ASCII"),
        pytest.param("ä ö ü".encode(), 2, "ö", "oe", "ä oe ü".encode(), id="two bytes a character"),
        pytest.param("😀 ö".encode(), 2, "ö", "o", "😀 o".encode(), id="after an astral character"),
        pytest.param(BOM + b"one", 0, "one", "two", BOM + b"two", id="after a BOM"),
        pytest.param(BOM + BOM + b"one", 0, "\ufeff", "", BOM + b"one", id="a second BOM is text"),
        pytest.param(b"caf\xe9 one", 5, "one", "two", b"caf\xe9 two", id="after a byte that is not UTF-8"),
        pytest.param(b"one \xff\xfe", 0, "one", "two", b"two \xff\xfe", id="before such bytes"),
        pytest.param(b"one", 3, "", "\n", b"one\n", id="a file without a last line end"),
        pytest.param(b"one\r\ntwo", 0, "one", "a\nb", b"a\r\nb\r\ntwo", id="added line in a CRLF file"),
        pytest.param(b"one\rtwo", 0, "one", "a\nb", b"a\rb\rtwo", id="added line in a CR file"),
        pytest.param(b"one\ntwo\r\nend", 4, "two", "a\nb", b"one\na\r\nb\r\nend", id="mixed ends: its own line's"),
        pytest.param(
            b"one\ntwo\r\nend", 9, "end", "a\nb", b"one\ntwo\r\na\r\nb", id="in the last line: the line before"
        ),
        pytest.param(b"one\ntwo\r\n", 0, "one\ntwo\r\n", "1\n2\n", b"1\n2\r\n", id="replaced lines keep their ends"),
        pytest.param(b"one\r\ntwo", 3, "\r\n", " ", b"one two", id="a whole line end goes"),
        pytest.param(b"one", 3, "", "\ntwo", b"one\ntwo", id="one line alone"),
    ],
)
def test_edit(content: bytes, start: int, old: str, new: str, expected: bytes) -> None:
    assert edited(source_of(content), [Edit(start, start + len(old), old, new)]) == expected


@pytest.mark.parametrize(
    ("content", "edits", "said"),
    [
        pytest.param(b"one", [Edit(0, 3, "two", "")], 'expects "two" at 1:1', id="another text stands there"),
        pytest.param(b"one", [Edit(0, 9, "one", "")], "where that does not stand", id="past the end"),
        pytest.param(b"one", [Edit(-1, 1, "o", "")], "where that does not stand", id="before the start"),
        pytest.param(b"one", [], "changes nothing", id="no edits"),
        pytest.param(b"one", [Edit(0, 3, "one", "one")], "changes nothing", id="the same again"),
        pytest.param(b"one", [Edit(0, 2, "on", ""), Edit(1, 3, "ne", "")], "overlap at 1:2", id="overlapping edits"),
        pytest.param(b"one", [Edit(1, 1, "", "a"), Edit(1, 1, "", "b")], "overlap", id="two insertions at one place"),
        pytest.param(b"a\r\nb", [Edit(2, 3, "\n", "")], "split a line end", id="half of a line end"),
        pytest.param(b"a\r\nb", [Edit(2, 2, "", "x")], "split a line end", id="into a line end"),
        pytest.param(b"a\xe9b", [Edit(1, 2, "\ufffd", "e")], "stands in what it quotes", id="a byte that is not UTF-8"),
        pytest.param(b"a\xe9b", [Edit(0, 1, "a", "ä")], "only ASCII text is added", id="UTF-8 into another encoding"),
        pytest.param(b"\xc3-\xa9", [Edit(1, 2, "-", "")], "join bytes", id="two stray bytes would make a character"),
        pytest.param(b"one", [Edit(0, 3, "one", "\ud800")], "cannot be written as UTF-8", id="a lone surrogate"),
        pytest.param(b"one", [Edit(0, 0, "", "\ufeff")], "byte order mark", id="a BOM"),
    ],
)
def test_unfit_edit(content: bytes, edits: list[Edit], said: str) -> None:
    with pytest.raises(UnfitEditError, match=said):
        edited(source_of(content), edits)


@pytest.mark.parametrize(
    ("content", "declares"),
    [
        pytest.param("a".encode("utf-16"), False, id="UTF-16"),
        pytest.param(b"a\0b", False, id="NUL"),
        pytest.param(b"<meta charset=klingon>caf\xe9\0", True, id="a page with a NUL"),
        pytest.param(b"<meta charset=iso-2022-jp>\x1b$B%+\x1b(B", True, id="a page in a code of escape sequences"),
    ],
)
def test_files_that_are_never_edited(content: bytes, declares: bool) -> None:
    with pytest.raises(UnfitEditError, match="not UTF-8 text"):
        source_of(content, declares)


@st.composite
def contents_and_edits(draw: st.DrawFn) -> tuple[bytes, list[Edit]]:
    """A content and edits of it that do not touch each other."""
    content = draw(CONTENTS)
    source = source_of(content)
    cuts = sorted(draw(st.sets(st.integers(0, len(source.text)), max_size=8)))
    ranges = [pair for number, pair in enumerate(pairwise(cuts)) if number % 2 == 0]
    return content, [Edit(start, end, source.shown[start:end], draw(PIECES)) for start, end in ranges]


@given(contents_and_edits())
def test_bytes_outside_of_edits_stay(drawn: tuple[bytes, list[Edit]]) -> None:
    content, edits = drawn
    source = source_of(content)
    try:
        after = edited(source, edits)
    except UnfitEditError:
        return
    position = 0
    for each in byte_edits(source, edits):
        kept = content[position : each.start]
        assert after.startswith(kept)
        after = after[len(kept) :]
        new = [end.encode() for end in (each.new.decode(), "\r\n", "\r")] if each.new == b"\n" else [each.new]
        fitting = [one for one in new if after.startswith(one) and _goes_on(after[len(one) :], content, each.end)]
        assert fitting
        after = after[len(fitting[0]) :]
        position = each.end
    assert after == content[position:]


def _goes_on(after: bytes, content: bytes, position: int) -> bool:
    """Whether what follows is what stood there, as far as the shorter of both tells."""
    return position == len(content) or after[:1] == content[position : position + 1] or not after


@given(contents_and_edits())
def test_edits_undone_give_the_bytes_again(drawn: tuple[bytes, list[Edit]]) -> None:
    content, edits = drawn
    # a line end that is put in is its neighbours', whatever stood there before
    edits = [edit for edit in edits if not {"\n", "\r"} & {*edit.new, *edit.old} and edit.old != edit.new]
    try:
        after = edited(source_of(content), edits)
    except UnfitEditError:
        return
    shift, back = 0, []
    for edit in edits:
        back.append(Edit(edit.start + shift, edit.start + shift + len(edit.new), edit.new, edit.old))
        shift += len(edit.new) - len(edit.old)
    try:
        undone = edited(source_of(after), back)
    except UnfitEditError:
        return
    assert undone == content
