"""Edits of HTML pages in the encoding that they declare: exact in bytes, or refused."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from artlint.finding import Edit
from artlint.fixing.edits import UnfitEditError, edited, source_of
from artlint.fixing.ordering import Order
from artlint.plugin_loading import PluginChoice
from artlint.readers.decoding import decode
from artlint.run import Request, run

ENCODINGS = {
    "windows-1252": "Fähre – café",
    "iso-8859-2": "Řeka žluťoučká",
    "koi8-r": "Паром ходит",
    "windows-1251": "Паром ходит",
    "shift_jis": "次の記事",
    "euc-jp": "次の記事",
    "gbk": "下一篇文章",
    "gb18030": "下一篇文章",
    "big5": "下一篇文章",
    "euc-kr": "다음 글",
    "iso-8859-8": "הבא",
}


def page(encoding: str, text: str) -> bytes:
    return f"<meta charset={encoding}>\r\n<h1>{text} one</h1>\r\n<p>two {text}".encode(encoding)


def edit(content: bytes, old: str, new: str) -> Edit:
    start = decode(content, declares_charset=True).text.index(old)
    return Edit(start, start + len(old), old, new)


@pytest.mark.parametrize(("encoding", "text"), ENCODINGS.items())
def test_every_other_byte_stays(encoding: str, text: str) -> None:
    content = page(encoding, text)
    edits = [edit(content, "one", text), edit(content, f"two {text}", "2\n")]
    after = edited(source_of(content, declares_charset=True), edits)
    head, tail = content.index(b"one"), content.index(b"two")
    assert after == content[:head] + text.encode(encoding) + content[head + 3 : tail] + b"2\r\n"


@pytest.mark.parametrize(
    ("content", "old", "new", "expected"),
    [
        pytest.param(b"<meta charset=latin1>\x93a\x94", "a", "b", b"<meta charset=latin1>\x93b\x94", id="as browsers"),
        pytest.param(b"<meta charset=latin1>a", "a", "\xe9", b"<meta charset=latin1>\xe9", id="ASCII so far"),
        pytest.param(b"<meta charset=latin1>a\xe9", "\xe9", "b", b"<meta charset=latin1>ab", id="ASCII from now on"),
        pytest.param(b"<meta charset=utf-8>a", "a", "\xe9", b"<meta charset=utf-8>\xc3\xa9", id="UTF-8"),
        pytest.param(
            b"<meta charset=latin1>a\xc3\xa9",
            "a",
            "\xe9",
            b"<meta charset=latin1>\xc3\xa9\xc3\xa9",
            id="not as declared",
        ),
    ],
)
def test_what_is_added_is_read_as_the_rest(content: bytes, old: str, new: str, expected: bytes) -> None:
    at = content.index(b">") + 1
    start = decode(content, declares_charset=True).text.index(old, at)
    after = edited(source_of(content, declares_charset=True), [Edit(start, start + len(old), old, new)])
    assert after == expected


@pytest.mark.parametrize(
    ("content", "old", "new", "said"),
    [
        pytest.param(
            b"<meta charset=latin1>caf\xe9", "caf", "кафе", "cannot be written as WINDOWS-1252", id="no letter"
        ),
        pytest.param(b"<meta charset=latin1>\xc3-\xa9", "-", "", "no longer be read as", id="UTF-8 by chance"),
        pytest.param(b"<meta charset=latin1>\xe9", "latin1", "koi8-r", "no longer be read as", id="the declaration"),
    ],
)
def test_refused(content: bytes, old: str, new: str, said: str) -> None:
    source = source_of(content, declares_charset=True)
    with pytest.raises(UnfitEditError, match=said):
        edited(source, [edit(content, old, new)])


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"<meta charset=shift_jis>\x81\xca\xee\xf9", id="two spellings of one character"),
        pytest.param(b"<meta charset=klingon>caf\xe9", id="no such encoding"),
        pytest.param(b"<meta charset=cp500>caf\xe9", id="an encoding that cannot have said so"),
    ],
)
def test_pages_that_are_left(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "a.html"
    file.write_bytes(b"<title>One &amp;amp; Two</title><p>Text.</p>" + content)
    before = file.read_bytes()
    run(Request((tmp_path,), PluginChoice(own_only=True), isolated=True, no_cache=True, order=Order(unsafe=True)))
    assert file.read_bytes() == before


def test_a_fix_of_a_page(tmp_path: Path) -> None:
    file = tmp_path / "a.html"
    said = "<p>Das Caf\xe9 am Hafen ist heute f\xfcr alle ge\xf6ffnet.</p>\r\n"
    start, end = "<meta charset=iso-8859-1><title>Caf\xe9</title>\r\n<article>\r\n", "<p>Sch\xf6n.</p></article>"
    file.write_bytes(f"{start}{said}{said}{end}".encode("latin-1"))
    order = Order(unsafe=True)
    outcome = run(Request((tmp_path,), PluginChoice(own_only=True), isolated=True, no_cache=True, order=order))
    assert file.read_bytes() == f"{start}{said}{end}".encode("latin-1")
    assert outcome.mended is not None
    assert (outcome.mended.refused, outcome.report.failures) == ((), ())


@given(
    st.sampled_from(sorted(ENCODINGS.items())),
    st.lists(st.sampled_from(["a ", "{}", "\n", "&amp;", "<p>"]), max_size=9),
)
def test_undone_gives_the_bytes_again(encoding_and_text: tuple[str, str], pieces: Sequence[str]) -> None:
    encoding, text = encoding_and_text
    content = page(encoding, text) + "".join(pieces).format(*[text] * len(pieces)).replace("{}", text).encode(encoding)
    after = edited(source_of(content, declares_charset=True), [edit(content, "one", "eins und zwei")])
    back = edited(source_of(after, declares_charset=True), [edit(after, "eins und zwei", "one")])
    assert back == content
