"""What all tests share."""

from pathlib import Path

import pytest

CORPORA = Path(__file__).parents[2] / "shared" / "corpora"


@pytest.fixture(scope="session")
def corpora() -> Path:
    """The folder of real collections that lies beside some checkouts; skips the test where there is none."""
    if not CORPORA.is_dir():
        pytest.skip("needs the shared collections, ../shared/corpora, which this machine has not")
    return CORPORA
