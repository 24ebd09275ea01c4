"""The examples of docs/suppressing.md do what the page says."""

import re
from pathlib import Path

import pytest
from suppressions.collection import Collection

from artlint.suppressions import suppressions_of
from artlint.testing import read

PAGE = (Path(__file__).parents[2] / "docs" / "suppressing.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```(\w+)\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
CONFIGURATIONS = [text for _, text in EXAMPLES if text.startswith("suppressions:")]
ARTICLES = [text for _, text in EXAMPLES if not text.startswith("suppressions:")]


@pytest.mark.parametrize("text", ARTICLES)
def test_examples_can_be_understood(text: str) -> None:
    found = suppressions_of(read("a.md", text))
    assert found
    assert [each.fault for each in found] == [""] * len(found)
    assert all(each.reason for each in found)


@pytest.mark.parametrize("text", CONFIGURATIONS)
def test_configuration_is_sound(collection: Collection, text: str) -> None:
    collection.configure(text)
    collection.put("leaflet.txt", "Text.\n")
    collection.report("leaflet.txt")


def test_the_page_itself_suppresses_nothing() -> None:
    assert suppressions_of(read("suppressing.md", PAGE)) == ()
    assert CONFIGURATIONS
    assert ARTICLES
