"""Columns in characters, UTF-16 units and UTF-8 bytes."""

import pytest

from artlint import Article
from artlint.readers.decoding import decode
from artlint.reporters.columns import Region, place_of, region, utf8_width, utf16_width
from artlint.sources import text_in


@pytest.mark.parametrize(
    ("before", "found", "utf16", "utf8"),
    [
        pytest.param("ab ", "cd", (4, 6), (4, 6), id="ASCII"),
        pytest.param("é ", "ü", (3, 4), (4, 6), id="two bytes, one unit"),
        pytest.param("漢字", "語", (3, 4), (7, 10), id="three bytes, one unit"),
        pytest.param("👋 ", "👋🏽", (4, 8), (6, 14), id="astral: four bytes, two units"),
        pytest.param("e\u0301", "a\u0302", (3, 5), (4, 7), id="a combining mark is a character of its own"),
        pytest.param("", "", (1, 1), (1, 1), id="nothing at the start"),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_on_one_line(before: str, found: str, utf16: tuple[int, int], utf8: tuple[int, int], line_end: str) -> None:
    source = f"👋 first line{line_end}{before}{found} after 👋{line_end}"
    start = source.index(line_end) + len(line_end) + len(before)
    place = Article("", source, "").place(start, start + len(found))
    assert region(place, source, utf16_width) == Region(2, utf16[0], 2, utf16[1])
    assert region(place, source, utf8_width) == Region(2, utf8[0], 2, utf8[1])


def test_over_lines() -> None:
    source = "👋 one\r\n👋 two\r\n"
    place = place_of(source, 2, 10)
    assert source[2:10] == "one\r\n👋 t"
    assert region(place, source, utf16_width) == Region(1, 4, 2, 5)
    assert region(place, source, utf8_width) == Region(1, 6, 2, 7)


def test_without_source_characters_stay() -> None:
    assert region(place_of("👋 one", 2, 5), "", utf8_width) == Region(1, 3, 1, 6)


@pytest.mark.parametrize(
    ("content", "column"),
    [
        pytest.param(b"Caf\xe9\n", 4, id="a byte that is none"),
        pytest.param("Café €👋 \udce9\n".encode("utf-8", "surrogateescape"), 15, id="after bytes that are some"),
        pytest.param(b"\xef\xbb\xbfCaf\xe9\n", 4, id="after a byte order mark, which is no part of the text"),
        pytest.param(b"Caf\0\n", 4, id="NUL"),
    ],
)
def test_bytes_that_are_not_utf8_count_as_they_are(content: bytes, column: int) -> None:
    source = text_in(content, "a.txt")
    (problem,) = decode(content).problems
    found = region(place_of(source, problem.start, problem.end), source, utf8_width)
    assert found == Region(1, column, 1, column + 1)
