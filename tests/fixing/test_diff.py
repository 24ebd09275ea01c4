"""Patches that git takes, whatever stands in the article or in its name."""

import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from artlint.fixing.diff import patch

CONTENT = st.lists(st.sampled_from([b"a", b"b\n", b"\n", b"c\r\n", b"\r", b"\xe9", b"@@ -1 +1 @@\n", b"--- a\n"])).map(
    b"".join
)


def applied(folder: Path, name: str, old: bytes, new: bytes) -> bytes:
    """What `git apply` makes of `old`, outside of any repository."""
    folder.mkdir(exist_ok=True)
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(old)
    command = ["git", "apply", "--whitespace=nowarn", "-"]
    subprocess.run(command, cwd=folder, input=patch(name, old, new), check=True, capture_output=True)
    return (folder / name).read_bytes()


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        pytest.param("a.txt", b"one\ntwo\n", b"one\n2\n", id="a line"),
        pytest.param("a.txt", b"one", b"two", id="no line end at the end"),
        pytest.param("a.txt", b"one", b"one\n", id="a line end added"),
        pytest.param("a.txt", b"one\r\ntwo\r\n", b"one\r\n2\r\n", id="CRLF"),
        pytest.param("a.txt", b"one\rtwo\r", b"one\r2\r", id="CR"),
        pytest.param("a.txt", b"\xef\xbb\xbfone\n", b"\xef\xbb\xbftwo\n", id="BOM"),
        pytest.param("a.txt", b"caf\xe9\none\n", b"caf\xe9\ntwo\n", id="not UTF-8"),
        pytest.param("a.txt", b"x\n" * 30 + b"one\n", b"two\n" + b"x\n" * 30, id="two hunks"),
        pytest.param("a b/c d.txt", b"one\n", b"two\n", id="blanks in the name"),
        pytest.param('a"\\b.txt', b"one\n", b"two\n", id="quote and backslash in the name"),
        pytest.param("a\tb\nc.txt", b"one\n", b"two\n", id="tab and line end in the name"),
        pytest.param("größe 語.txt", b"one\n", b"two\n", id="a name that is not ASCII"),
        pytest.param("caf\udce9.txt", b"one\n", b"two\n", id="a name that is not UTF-8"),
    ],
)
def test_git_applies_the_patch(tmp_path: Path, name: str, old: bytes, new: bytes) -> None:
    assert applied(tmp_path / "out", name, old, new) == new


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(CONTENT, CONTENT)
def test_git_applies_any_patch(tmp_path: Path, old: bytes, new: bytes) -> None:
    if old != new and old and new:
        assert applied(tmp_path / "out", "a.txt", old, new) == new
