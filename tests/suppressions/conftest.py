"""What the tests of suppressions share."""

from pathlib import Path

import pytest
from suppressions.collection import Collection


@pytest.fixture
def collection(tmp_path: Path) -> Collection:
    """An empty collection with its configuration."""
    made = Collection(tmp_path)
    made.configure()
    return made
