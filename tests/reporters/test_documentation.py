"""The page on reports names every format."""

import re
from pathlib import Path

from artlint.reporters import REPORTERS

_PAGE = Path(__file__).parents[2] / "docs" / "reports.md"


def test_every_format_has_its_row() -> None:
    cells = re.findall(r"^\| (`[^|]*`) \|", _PAGE.read_text("utf-8"), re.MULTILINE)
    assert [name for cell in cells for name in re.findall(r"`(\w+)`", cell)] == list(REPORTERS)
