"""`artlint boilerplate --allow` writes into the configuration."""

import pytest

from artlint.errors import UsageError
from artlint_boilerplate.decisions import with_allowed

ENTRY = '- "0123456789abcdef"  # "Hear this story"'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("", f"rules:\n  boilerplate:\n    allow:\n      {ENTRY}\n", id="an empty file"),
        pytest.param(
            "extends: preset:news\n",
            f"extends: preset:news\nrules:\n  boilerplate:\n    allow:\n      {ENTRY}\n",
            id="no rules yet",
        ),
        pytest.param(
            "rules:\n  title/missing: off  # no titles here\n\nextends: preset:news\n",
            f"rules:\n  title/missing: off  # no titles here\n  boilerplate:\n    allow:\n      {ENTRY}\n"
            "\nextends: preset:news\n",
            id="other rules",
        ),
        pytest.param(
            "rules:\n    boilerplate:\n        allow:\n        - mine  # ours\n    length: off\n",
            f"rules:\n    boilerplate:\n        allow:\n        - mine  # ours\n        {ENTRY}\n    length: off\n",
            id="a list that has entries",
        ),
    ],
)
def test_written(before: str, after: str) -> None:
    assert with_allowed(before, "0123456789abcdef", '"Hear this story"') == after


@pytest.mark.parametrize(
    "before",
    [
        pytest.param("rules: {boilerplate: {allow: [mine]}}\n", id="in braces"),
        pytest.param("rules:\n  boilerplate: info\n", id="a severity instead of options"),
        pytest.param("rules: [\n", id="no YAML"),
    ],
)
def test_refused(before: str) -> None:
    with pytest.raises(UsageError):
        with_allowed(before, "0123456789abcdef", "note")
