"""The YAML loader: the values of `yaml.safe_load`, with places, within limits."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from artlint.readers.front_matter import split_front_matter
from artlint.yaml_loading import YamlError, load_yaml, plain

# Keys as artlint has them: always text. YAML's `<<` and typed keys are told apart by rows below.
KEYS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=8).map(
    lambda key: f"k{key}"
)
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False),
    st.dates(),
    st.datetimes(),
    st.binary(max_size=20),
    st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=30),
    st.sampled_from(
        ["no", "012", "1:30", "1e3", "0x1f", "~", "=", "<<", "2024-02-31", "- a", "#", "a: b", "|", "&a", "*a"]
    ),
)
VALUES = st.recursive(
    SCALARS, lambda of: st.lists(of, max_size=4) | st.dictionaries(KEYS, of, max_size=4), max_leaves=20
)


@given(value=VALUES, flow=st.booleans(), style=st.sampled_from([None, '"', "'", "|", ">"]))
@settings(max_examples=400, deadline=None)
def test_equals_safe_load_on_what_safe_dump_writes(value: object, flow: bool, style: str | None) -> None:
    written = yaml.safe_dump(value, default_flow_style=flow, default_style=style, allow_unicode=True)  # type: ignore[call-overload]  # the stubs know fewer styles
    root = load_yaml(written).root
    assert root is not None
    assert plain(root) == yaml.safe_load(written)


@given(text=st.text(st.sampled_from("ab:-? []{},&*!|>'\"%@`#\n\t\r 1.~é😀\u2028\x00\x07"), max_size=60))
@settings(max_examples=1000, deadline=None)
def test_any_text_loads_or_fails_at_a_place(text: str) -> None:
    assert 10 <= _place_of_fault(text) <= 10 + len(text)


def _place_of_fault(text: str) -> int:
    try:
        load_yaml(text, 10)
    except YamlError as error:
        return error.offset
    return 10


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("a: no\nb: 012\nc: 1:30\nd: 2024-01-02", None, id="YAML 1.1 scalars"),
        pytest.param("a: &x [1, 2]\nb: *x", None, id="alias"),
        pytest.param("a: &x {k: 1}\nb:\n  <<: *x\n  l: 2", None, id="merge"),
        pytest.param("a: &x {k: 1}\nb: &y {k: 2, m: 3}\nc:\n  <<: [*x, *y]\n  m: 4", None, id="merge of several"),
        pytest.param("!!str 1", None, id="explicit tag"),
        pytest.param("a: !!binary aGk=", None, id="binary"),
        pytest.param("a: >-\n  b\n  c\n", None, id="folded"),
        pytest.param("# only a comment\n", None, id="comment alone"),
        pytest.param("%YAML 1.1\n---\na: b\n...\n", None, id="directive"),
        pytest.param("a: !ref b", {"a": "b"}, id="unknown tag is text"),
        pytest.param("a: 2024-02-31", {"a": "2024-02-31"}, id="no such day is text"),
        pytest.param("a: !!timestamp x", {"a": "x"}, id="said to be a date"),
        pytest.param(
            "a: !!bool x\nb: !!int y\nc: !!map z", {"a": "x", "b": "y", "c": "z"}, id="said to be what it is not"
        ),
        pytest.param(f"a: {'9' * 5000}", {"a": "9" * 5000}, id="number of too many digits"),
        pytest.param("a: 1\na: 2", {"a": 2}, id="the last of two keys counts"),
        pytest.param("1: a\nyes: b", {"1": "a", "yes": "b"}, id="keys are text"),
    ],
)
def test_values(text: str, value: object) -> None:
    root = load_yaml(text).root
    assert (None if root is None else plain(root)) == (yaml.safe_load(text) if value is None else value)


@pytest.mark.parametrize(
    ("text", "message", "offset"),
    [
        pytest.param("a: 1\n---\nb: 2", "a second document begins here; one was expected", 5, id="second document"),
        pytest.param("[a]: 1", "a list or mapping cannot be a key", 0, id="list as key"),
        pytest.param("a: [1", '"[" is not closed, or a comma is missing after it', 3, id="list not closed"),
        pytest.param("a: 'b\nc: d", "quotes are opened here and not closed", 3, id="quotes not closed"),
        pytest.param("a: {b", '"{" is not closed, or a comma is missing after it', 3, id="mapping not closed"),
        pytest.param("a: b: c", '":" inside of a value; put the value in quotes', 4, id="colon"),
        pytest.param("a: @b", 'a value cannot begin with "@"; put it in quotes', 3, id="reserved character"),
        pytest.param("a:\n\tb: c", "a tab in place of blanks; indent with blanks", 3, id="tab"),
        pytest.param('a: "b" by c', "more text after the end of a value", 7, id="text behind quotes"),
        pytest.param("- a\nb: c", 'a line without "-" among list items', 4, id="key among items"),
        pytest.param("é😀: *x", 'alias "x" has no anchor before it', 4, id="offsets count code points"),
        pytest.param("- " * 60 + "a", "nested more than 50 levels deep", 100, id="deep"),
        pytest.param("[" * 100_000, "nested more than 50 levels deep", 50, id="very deep"),
        pytest.param("a: &x [*x]", 'alias "x" has no anchor before it', 7, id="alias of itself"),
        pytest.param("a\0b", "character U+0000 is not allowed", 1, id="NUL"),
    ],
)
def test_faults(text: str, message: str, offset: int) -> None:
    with pytest.raises(YamlError) as caught:
        load_yaml(text)
    assert message in str(caught.value)
    assert caught.value.offset == offset


def test_places_and_raw_text() -> None:
    text = "a: 012\n'b c':\n  - \"x\\ny\"\n"
    root = load_yaml(text).root
    assert root is not None
    first, second = root.keys["a"], root.keys["b c"]
    assert (first.value, first.raw, first.text) == (10, "012", "012")
    assert text[first.start : first.end] == "012"
    assert text[second.key_start : second.key_end] == "'b c'"
    assert text[second.items[0].start : second.items[0].end] == '"x\\ny"'


def test_repeated_keys_are_kept() -> None:
    (key,) = load_yaml("a: 1\nb: 2\na: 3").repeated_keys
    assert (key.raw, key.start) == ("a", 10)


def _as_artlint_has_it(value: Any) -> Any:  # what YAML may hold
    if isinstance(value, dict):
        return {_key(key): _as_artlint_has_it(item) for key, item in value.items()}
    return [_as_artlint_has_it(item) for item in value] if isinstance(value, list) else value


def _key(key: object) -> object:
    return key if isinstance(key, str) else "typed"


@pytest.mark.corpora
def test_equals_safe_load_on_real_front_matter(corpora: Path) -> None:
    checked = 0
    for path in sorted(corpora.glob("*/**/*.md"))[::7]:
        text = path.read_text("utf-8", "replace")
        front = split_front_matter(text)
        if not text.startswith("---") or not front.body or front.problems:
            continue
        content = text[: front.body].strip().removeprefix("---").removesuffix("---")
        # The loader in C: the one in Python takes no tab behind a value.
        expected = _as_artlint_has_it(yaml.load(content, Loader=yaml.CSafeLoader) or {})
        if "typed" not in str(expected):
            assert {key: plain(entry) for key, entry in front.metadata.items()} == expected, path
            checked += 1
    assert checked > 200
