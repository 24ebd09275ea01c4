"""The browser that tests of the HTML report look at it with."""

from collections.abc import Iterator

import pytest
from reporters.browser import Page, opened_page


@pytest.fixture(scope="session")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """A page of Chromium; skips the test where it is not installed."""
    with opened_page(tmp_path_factory.mktemp("profile")) as opened:
        yield opened
