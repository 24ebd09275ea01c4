"""What the tests of baselines share."""

from pathlib import Path

import pytest
from baseline.repository import Repository


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """An empty git repository with the configuration in it."""
    made = Repository(tmp_path)
    made.git("init", "-q", "-b", "main", ".")
    made.configure()
    return made
