"""Whatever stands in a configuration, it is taken or told."""

import json
from pathlib import Path

from config.house_rules import READERS, RULES
from hypothesis import given, settings
from hypothesis import strategies as st

from artlint import ConfigError
from artlint.config import Rulesets, effective, load_config

KEYS = ("extends", "collection", "include", "exclude", "fail-on", "readers", "rules", "overrides")
INNER = (
    "paths",
    "rules",
    "page",
    "content",
    "length",
    "limit",
    "max",
    "unit",
    "severity",
    "allow",
    "strict",
    "by-language",
    "\x1b",
)
WORDS = ("off", "on", "error", "*.md", "preset:news", "x\u202e\x1b", "words")

scalars = st.one_of(
    st.none(), st.booleans(), st.integers(-3, 300), st.floats(), st.sampled_from(WORDS), st.text(max_size=5)
)
keys = st.sampled_from([*INNER, *RULES])
values = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=4), max_leaves=12
)


def problems_with(key: str, value: object) -> tuple[str, ...]:
    """What is wrong with a setting; nothing where it is taken."""
    assignment = f"{key} = {json.dumps(value)}"
    try:
        config = load_config(root=Path(), file=None, inline=[assignment], rules=RULES, readers=READERS)
        list(effective(config, Rulesets(config, RULES), "a/b.md"))
    except ConfigError as error:
        return error.problems
    return ()


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(KEYS), values)
def test_any_value_is_taken_or_told(key: str, value: object) -> None:
    for line in problems_with(key, value):
        assert line.startswith(("command line: ", "preset:"))
        assert line.isprintable()
