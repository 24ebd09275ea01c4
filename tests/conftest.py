"""What all tests share."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

# In CI the same examples every time, so that a change is judged by itself; new ones are searched for by hand.
settings.register_profile("ci", derandomize=True, deadline=None)
settings.register_profile("here", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "here")

CORPORA = (Path(__file__).parents[2] / "shared" / "corpora").resolve()


@pytest.fixture(scope="session")
def corpora() -> Path:
    """The folder of real collections that lies beside some checkouts; skips the test where there is none."""
    if not CORPORA.is_dir():
        pytest.skip("needs the shared collections, ../shared/corpora, which this machine has not")
    return CORPORA
