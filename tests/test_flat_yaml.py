"""Flat mappings are read as the parser reads them: value, type, text and every place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from artlint.flat_yaml import flat_mapping
from artlint.yaml_loading import YamlError, load_by_parser, load_yaml

PIECES = st.sampled_from(
    ["a", "yes", "No", "true", "on", "null", "~", "0", "1", "12", "001.md", "2020-01-05", "2020-13-05", "1:30", "1e5"]
    + ["0x1f", "1_0", ".5", "-1", "+", "=", "'", '"', "\\", "#", " #", ": ", ":", " ", "  ", "\t", "\r", "é", "\x85"]
    + ["\u2028", "\ufeff", "[", "]", "{", ",", "- ", "/", "?", "!", "&", "*", "|", ">", "%", "@", "\xa0", "\x07", "😀"]
)
LINES = st.builds(
    lambda key, colon, value: key + colon + "".join(value),
    st.sampled_from(["key", "a", "y", "k-e_y", "é", "1k", "<<", "- a", " a"]),
    st.sampled_from([": ", ":", " : ", ":  "]),
    st.lists(PIECES, max_size=5),
) | st.builds(
    lambda key, indents, values: f"{key}:\n" + "\n".join(map(str.__add__, indents, map("".join, values))),
    st.sampled_from(["list", "b", "c"]),
    st.lists(st.sampled_from(["- ", "- ", "  - ", "-", "  -  ", "# "]), min_size=1, max_size=3),
    st.lists(st.lists(PIECES, min_size=1, max_size=2), min_size=3, max_size=3),
)


@given(st.lists(LINES, max_size=4), st.sampled_from(["", "\n", "\n\n", "\n# why\n"]))
def test_what_is_read_is_what_the_parser_reads(lines: list[str], end: str) -> None:
    text = "\n".join(lines) + end
    flat = flat_mapping(text, 7)
    if flat is not None:
        document = load_by_parser(text, 7)
        assert document.repeated_keys == []
        assert repr(flat) == repr(document.root)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("title: The harbour\nprev: 001.md\nweight: 12\n", id="text, a path and a number"),
        pytest.param("title: \"Tides: low\"\nsub: 'It is'\ndraft: true\n", id="quotes and truth"),
        pytest.param("tags:\n- sea\n- 12\ntitle: a\n", id="a list at the margin"),
        pytest.param("title: a\ntags: \n\n  - sea and land\n# why\n  - true\n\n", id="an indented list at the end"),
        pytest.param("tags:\n", id="a key alone"),
        pytest.param("image:  \n\n# none yet\ntags:\ntitle: a\nhero:", id="empty values"),
        pytest.param("date: 2020-01-05 10:20:30\nend: 2020-01-05T10:20:30+01:30", id="times"),
        pytest.param("end: 2020-01-05 10:20:30+00:00\na: 2020-01-05 00:00:00-11:00", id="times of zones"),
        pytest.param(
            "# kept by hand\n\ndate: 2020-01-05\nurl: https://example.org/a?b=c#d  \n", id="a date, a comment"
        ),
    ],
)
def test_usual_front_matter_needs_no_parser(text: str) -> None:
    assert repr(flat_mapping(text, 4)) == repr(load_by_parser(text, 4).root)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("tags:\n  - a\n- b\n", id="a list whose items stand unevenly"),
        pytest.param("tags:\n- - a\n", id="a list in a list"),
        pytest.param("tags:\n- a: b\n", id="a list of mappings"),
        pytest.param("tags:\n- a\n  b\n", id="an item of two lines"),
        pytest.param("tags:\n-\n", id="an item without text"),
        pytest.param("tags: a\n- b\n", id="an item below a value"),
        pytest.param("date: 2020-01-05 10:20:30 +0100\n", id="a zone without its colon"),
        pytest.param("title: one\n  two\n", id="a value of two lines"),
        pytest.param("a: 1\na: 2\n", id="a key twice"),
        pytest.param("draft: yes\n", id="a word of YAML 1.1"),
        pytest.param("code: 012\n", id="an octal number"),
        pytest.param("title: a: b\n", id="a faulty line"),
        pytest.param("title: |\n", id="a block"),
        pytest.param("a: b\r\n", id="a carriage return"),
    ],
)
def test_the_rest_is_the_parser_s(text: str) -> None:
    assert flat_mapping(text, 0) is None


def test_faults_are_told_as_before() -> None:
    with pytest.raises(YamlError, match='":" inside of a value'):
        load_yaml("title: a: b\n")
