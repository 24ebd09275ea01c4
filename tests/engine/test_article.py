"""Places: offsets, lines and columns agree, whatever ends the lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from artlint import Article


@pytest.mark.parametrize(
    ("text", "wanted", "place"),
    [
        pytest.param("one\ntwo\n", "two", (2, 1, 2, 4), id="second line"),
        pytest.param("one\r\ntwo", "two", (2, 1, 2, 4), id="carriage return and line feed"),
        pytest.param("one\rtwo", "two", (2, 1, 2, 4), id="carriage return alone"),
        pytest.param("a\u2028b\x0cc two", "two", (1, 7, 1, 10), id="other separators end no line"),
        pytest.param("one\ntwo\nthree", "two\nthree", (2, 1, 3, 6), id="over two lines"),
        pytest.param("one\ntwo\n", "one\n", (1, 1, 1, 5), id="with its line end"),
        pytest.param("𝕏é two", "two", (1, 4, 1, 7), id="columns count code points"),
    ],
)
def test_places(text: str, wanted: str, place: tuple[int, int, int, int]) -> None:
    start = text.index(wanted)
    assert Article("a.txt", text, "text").place(start, start + len(wanted))[2:] == place


@given(st.text(st.sampled_from("ab\r\n\u2028 ")), st.data())
def test_lines_and_places_agree(text: str, data: st.DataObject) -> None:
    article = Article("a.txt", text, "text")
    starts = article.line_starts
    for line in article.lines():
        place = article.place(line.start, line.end)
        assert starts[place.line - 1] == line.start
        assert "\r" not in line.text
        assert "\n" not in line.text
        assert article.line_place(place.line)[:2] == (line.start, line.end)
    offset = data.draw(st.integers(0, len(text)))
    place = article.place(offset, offset)
    assert starts[place.line - 1] + place.column - 1 == offset


@given(st.text(st.sampled_from("ab\r\n\u2028 ")), st.data())
def test_places_are_those_of_each_range(text: str, data: st.DataObject) -> None:
    article = Article("a.txt", text, "text")
    offsets = st.integers(0, len(text))
    ranges = [sorted(each) for each in data.draw(st.lists(st.tuples(offsets, offsets), max_size=4))]
    found = article.places([start for start, _ in ranges], [end for _, end in ranges])
    assert list(zip(*found, strict=True)) == [article.place(start, end) for start, end in ranges]
