"""The hashes of lines by which GitHub code scanning knows a finding again after edits elsewhere in the file.

GitHub's uploader computes them from the file where a SARIF file has none, and warns where they differ from
what it would compute, so they follow its rules (github/codeql-action, src/fingerprints.ts): blanks and tabs
are left out, line ends count as one newline, the file ends with the unit 65535 and then zeros; a line's hash
is the polynomial in 37, modulo 2**64, of the 100 UTF-16 units from its first one on, written in hexadecimal,
a colon, and how often this hash has come up to this line.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

_LENGTH = 100
_FACTOR = 37
_MODULUS = 2**64
_OUT = pow(_FACTOR, _LENGTH, _MODULUS)
_END = "\uffff"
_NEWLINE = 10
_TO_COUNT = str.maketrans({" ": None, "\t": None})


def line_hashes(text: str) -> list[str]:
    """The hash of each line of `text`, which begins with the byte order mark if the file does."""
    units = _units(text)
    sums = list(accumulate(units, _with_unit, initial=0))
    counts: Counter[int] = Counter()
    hashes = []
    for start in _line_starts(units):
        value = (sums[start + _LENGTH] - sums[start] * _OUT) % _MODULUS
        counts[value] += 1
        hashes.append(f"{value:x}:{counts[value]}")
    return hashes


def line_hashes_of(file: Path) -> list[str]:
    """The hashes of the file's lines as the uploader reads it; none where it cannot be read."""
    try:
        return line_hashes(file.read_bytes().decode("utf-8", "replace"))
    except (OSError, ValueError):  # ValueError: a NUL in the name
        return []


def _units(text: str) -> memoryview:
    """The UTF-16 units that count, with the end mark and the zeros after it."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_TO_COUNT)
    native = "utf-16-le" if sys.byteorder == "little" else "utf-16-be"
    padded = f"{text}{_END}{chr(0) * (_LENGTH - 1)}"
    return memoryview(padded.encode(native, "surrogatepass")).cast("H")


def _with_unit(total: int, unit: int) -> int:
    return (total * _FACTOR + unit) % _MODULUS


def _line_starts(units: memoryview) -> Iterator[int]:
    """Where each line's first unit stands; the last line may have the end mark alone."""
    yield 0
    for position in range(len(units) - _LENGTH):
        if units[position] == _NEWLINE:
            yield position + 1
