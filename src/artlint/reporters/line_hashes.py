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
from operator import mul
from pathlib import Path

from artlint.reporters.columns import utf16_width

_LENGTH = 100
_MODULUS = 2**64
_POWERS = tuple(pow(37, power, _MODULUS) for power in reversed(range(_LENGTH)))
_AFTER_END = f"\uffff{chr(0) * (_LENGTH - 1)}"
_ENCODING = "utf-16-le" if sys.byteorder == "little" else "utf-16-be"


def line_hashes(text: str) -> list[str]:
    """The hash of each line of `text`, which begins with the byte order mark if the file does."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace(" ", "").replace("\t", "")
    units = memoryview(f"{text}{_AFTER_END}".encode(_ENCODING, "surrogatepass")).cast("H")
    counts: Counter[int] = Counter()
    hashes = []
    for start in _line_starts(text):
        value = sum(map(mul, units[start : start + _LENGTH], _POWERS)) % _MODULUS
        counts[value] += 1
        hashes.append(f"{value:x}:{counts[value]}")
    return hashes


def line_hashes_of(file: Path) -> list[str]:
    """The hashes of the file's lines as the uploader reads it; none where it cannot be read."""
    try:
        return line_hashes(file.read_bytes().decode("utf-8", "replace"))
    except (OSError, ValueError):  # ValueError: a NUL in the name
        return []


def _line_starts(text: str) -> Iterator[int]:
    """Where each line of `text` begins, in UTF-16 units."""
    return accumulate((utf16_width(line) + 1 for line in text.split("\n")[:-1]), initial=0)
