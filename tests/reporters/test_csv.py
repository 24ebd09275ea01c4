"""CSV, read by the csv module, and safe in spreadsheets."""

import csv
import re
from io import StringIO

import pytest
from reporters.reports import HOSTILE, finding, report, written

from artlint import Failure, Report


def rows(given: Report) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(written("csv", given), newline="")))


def test_columns() -> None:
    finding_row, failure_row = rows(report(finding(), failures=[Failure("c.txt", "cannot be read")]))
    assert finding_row == {
        "path": "a.txt", "line": "2", "column": "5", "end_line": "2", "end_column": "10", "severity": "error",
        "rule": "length/title", "message": "too long", "fingerprint": "0a-1b",
    }  # fmt: skip
    assert (failure_row["severity"], failure_row["path"], failure_row["message"]) == (
        "failure",
        "c.txt",
        "cannot be read",
    )


@pytest.mark.parametrize(
    "text", ["=1+1", "＝1+1", "a;=1+1", "a; @x", "+1", "-1", "@x", "\t=1", " =1", 'a","=1', *HOSTILE]
)
def test_no_cell_is_a_formula(text: str) -> None:
    (row,) = rows(report(finding(message=text, path=text)))
    assert set(row) == {*rows(report(finding()))[0]}
    assert all(cell.strip()[:1] not in {"=", "+", "-", "@", "＝"} for cell in row.values())
    assert not any(re.search(r";\s*[=+@-]", cell) for cell in row.values())
    assert all(cell[:1] not in {"\t", "\r"} for cell in row.values())


def test_quotes_and_commas_come_back() -> None:
    (row,) = rows(report(finding(message='says "a, b", twice')))
    assert row["message"] == 'says "a, b", twice'
