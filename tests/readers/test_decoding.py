"""From bytes to text: what is read, and the place of the first byte that is not."""

import pytest

from artlint.readers.decoding import decode


@pytest.mark.parametrize(
    ("content", "text"),
    [
        pytest.param(b"", "", id="empty"),
        pytest.param(b"\xef\xbb\xbfa\r\nb", "a\r\nb", id="BOM is kept aside, line ends stay"),
        pytest.param("é😀e\u0301".encode(), "é😀e\u0301", id="all lengths of UTF-8"),
    ],
)
def test_sound_text_has_no_problems(content: bytes, text: str) -> None:
    assert decode(content)[:2] == (text, ())


@pytest.mark.parametrize(
    ("content", "text", "message", "offset"),
    [
        pytest.param(b"a\xe9b", "a\ufffdb", "byte 0xE9 is not UTF-8; expected UTF-8", 1, id="Latin-1"),
        pytest.param(
            "é".encode() + b"\xff\xfe", "é\ufffd\ufffd", "byte 0xFF is not UTF-8 (the first of 2", 1, id="two bytes"
        ),
        pytest.param(b"\xef\xbb\xbfa\xff", "a\ufffd", "byte 0xFF is not UTF-8", 1, id="behind a BOM"),
        pytest.param(
            b"a\xed\xa0\x80", "a\ufffd\ufffd\ufffd", "byte 0xED is not UTF-8 (the first of 3", 1, id="surrogate"
        ),
        pytest.param("aé\n".encode("utf-16"), "aé\n", "file is UTF-16; expected UTF-8", 0, id="UTF-16"),
        pytest.param("\ufeffaé".encode("utf-16-be"), "aé", "file is UTF-16; expected UTF-8", 0, id="UTF-16 big-endian"),
        pytest.param("a".encode("utf-32"), "a", "file is UTF-32; expected UTF-8", 0, id="UTF-32"),
        pytest.param(
            "aé".encode("utf-16-le"), "a\0\ufffd\0", "NUL byte: the file is binary", 1, id="UTF-16 without BOM"
        ),
        pytest.param(b"ab\0c", "ab\0c", "NUL byte: the file is binary", 2, id="NUL"),
        pytest.param(b"a" * 5000 + b"\0", "a" * 5000 + "\0", "NUL byte: the file is binary", 5000, id="NUL far behind"),
        pytest.param(b"\xff\xfea", "\ufffd", "file is UTF-16; expected UTF-8", 0, id="half a UTF-16 character"),
    ],
)
def test_one_problem_at_the_first_place(content: bytes, text: str, message: str, offset: int) -> None:
    decoded = decode(content)
    assert decoded.text == text
    (problem,) = decoded.problems
    assert problem.message.startswith(message)
    assert problem.start == offset


@pytest.mark.parametrize(
    ("content", "text"),
    [
        pytest.param(b'<meta charset="iso-8859-1">\xe9', "é", id="Latin-1"),
        pytest.param(b"<meta charset=latin1>\x93a\x94", "“a”", id="Latin-1 is windows-1252, as in browsers"),
        pytest.param(b'<meta content="text/html; charset=koi8-r">\xc1', "а", id="in content"),
        pytest.param(b'<?xml version="1.0" encoding="iso-8859-2"?>\xb1', "ą", id="XML declaration"),
    ],
)
def test_declared_encoding_of_html(content: bytes, text: str) -> None:
    decoded = decode(content, declares_charset=True)
    assert decoded.text.endswith(text)
    assert not decoded.problems


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"<meta charset=utf-8>\xe9", id="declares UTF-8 and is not"),
        pytest.param(b"<meta charset=klingon>\xe9", id="unknown name"),
        pytest.param(b"<meta charset=hex>\xe9", id="a codec that is no encoding"),
        pytest.param(b"<meta charset=utf-16>\xe9", id="cannot be what it declares"),
        pytest.param(b" " * 2000 + b"<meta charset=latin1>\xe9", id="too far behind"),
    ],
)
def test_declarations_that_do_not_help(content: bytes) -> None:
    assert decode(content, declares_charset=True).problems
