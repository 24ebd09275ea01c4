"""Line hashes are those of GitHub's uploader: its published vectors, and a slow reckoning of the same rule."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from artlint.reporters.line_hashes import line_hashes, line_hashes_of

_GREETINGS = (
    "e9496ae3ebfced30:1 fb7c023a8b9ccb3f:1 ce8ba1a563dcdaca:1 e20e36e16fcb0cc8:1 "
    "b3edc88f2938467e:1 c8e28b0b4002a3a0:1 c129715d7a2bc9a3:1"
)


# The texts and hashes are facts of the uploader's own tests (github/codeql-action, src/fingerprints.test.ts).
@pytest.mark.parametrize(
    ("text", "hashes"),
    [
        pytest.param("", "c129715d7a2bc9a3:1", id="an empty file"),
        pytest.param(
            " a\nb\n  \t\tc\n d",
            "271789c17abda88f:1 54703d4cd895b18:1 180aee12dab6264:1 a23a3dc5e078b07b:1",
            id="blanks, and hashes that begin with zero",
        ),
        pytest.param(
            " hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End",
            "8b7cf3e952e7aeb2:1 b1ae1287ec4718d9:1 bff680108adb0fcc:1 c6805c5e1288b612:1 "
            "b86d3392aea1be30:1 e6ceba753e1a442:1",
            id="no newline at the end",
        ),
        pytest.param(" hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n", _GREETINGS, id="a newline at the end"),
        pytest.param(" hello; \t\rworld!!!\r\r\r  \t\tGreetings\r End\r", _GREETINGS, id="carriage returns"),
        pytest.param(
            " hello; \t\r\nworld!!!\r\n\r\n\r\n  \t\tGreetings\r\n End\r\n", _GREETINGS, id="both, as on Windows"
        ),
        pytest.param(" hello; \t\r\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n", _GREETINGS, id="all mixed"),
        pytest.param(
            "Lorem ipsum dolor sit amet.\n" * 10,
            " ".join(f"a7f2ff13bc495cf2:{number}" for number in range(1, 7))
            + " a7f2ff1481e87703:1 a9cf91f7bbf1862b:1 55ec222b86bcae53:1 cc97dc7b1d7d8f7b:1 c129715d7a2bc9a3:1",
            id="the same hash several times",
        ),
    ],
)
def test_published_vectors(text: str, hashes: str) -> None:
    assert line_hashes(text) == hashes.split()


@given(st.text(st.sampled_from("ab \t\n\r👋é\ufeff"), max_size=300))
def test_like_a_slow_reckoning(text: str) -> None:
    assert line_hashes(text) == list(slow_hashes(text))


def slow_hashes(text: str) -> list[str]:
    """The hashes by the rule's own words, one line at a time."""
    joined = text.replace("\r\n", "\n").replace("\r", "\n")
    rests = [joined, *(joined[at + 1 :] for at, character in enumerate(joined) if character == "\n")]
    seen: list[str] = []
    hashes = []
    for rest in rests:
        encoded = "".join(each for each in rest if each not in " \t").encode("utf-16-le")
        units = [encoded[at] + 256 * encoded[at + 1] for at in range(0, len(encoded), 2)]
        window = [*units, 65535, *[0] * 100][:100]
        value = f"{sum(unit * 37 ** (99 - at) for at, unit in enumerate(window)) % 2**64:x}"
        seen.append(value)
        hashes.append(f"{value}:{seen.count(value)}")
    return hashes


def test_a_file_is_read_as_the_uploader_reads_it(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"\xef\xbb\xbfone\xff\r\ntwo\n")
    assert line_hashes_of(file) == line_hashes("\ufeffone\ufffd\ntwo\n")
    assert line_hashes_of(tmp_path / "missing.txt") == []
