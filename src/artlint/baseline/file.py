"""The baseline's file: JSON Lines, an accepted finding a line.

Lines are sorted by fingerprint. That keeps an article's findings together and scatters the articles, so two
branches seldom touch neighbouring lines. In a short file they would all the same, since git calls it a conflict
where both add lines between the same two; so there are 256 dividers, which are always there. Where each branch
mends one article and accepts a finding in a new one, at most 2 % of the merges have a conflict, whatever the length;
without dividers it is 56 % at 10 articles, and sorted by path all of them (benchmarks/baseline_merges.py). The
attribute `merge=union` (merging.py) takes care of the rest.
"""

import json
import os
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from artlint.errors import UsageError
from artlint.report import Accepted

_VERSION = 1
_HEAD = "artlint-baseline"
_CONFLICT_MARKS = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")
_REQUIRED = ("fingerprint", "rule", "path")
# What a fingerprint may begin with: a divider stands before the lines of each.
_DIVIDERS = tuple(f"{number:02x}" for number in range(256))


class Baseline(NamedTuple):
    """Accepted findings, each fingerprint once, and the file they stand in."""

    file: Path
    entries: Sequence[Accepted]


def read_baseline(file: Path, takes_conflicts: bool = False) -> Baseline:
    """The baseline in `file`; raises UsageError where there is none or a line is not of its format.

    A line that stands twice counts once, as after a merge that kept both sides. With `takes_conflicts` the marks
    of a merge that failed are no fault, and the lines of all sides count.
    """
    try:
        text = file.read_text("utf-8")
    except FileNotFoundError:
        raise UsageError(f"baseline {file} does not exist; `artlint baseline create` writes one") from None
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"baseline {file} cannot be read: {_cause(error)}") from None
    by_fingerprint: dict[str, Accepted] = {}
    for entry in _entries(text, file, takes_conflicts):
        by_fingerprint.setdefault(entry.fingerprint, entry)
    return Baseline(file, tuple(by_fingerprint.values()))


def write_baseline(baseline: Baseline) -> None:
    """Write the whole file or leave the old one; raises UsageError where it cannot be written."""
    text = "".join(f"{line}\n" for line in _lines(baseline.entries))
    folder = baseline.file.parent
    try:
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", newline="\n", dir=folder, delete=False) as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        temporary = Path(stream.name)
        temporary.chmod(baseline.file.stat().st_mode & 0o777 if baseline.file.exists() else 0o644)
        temporary.replace(baseline.file.resolve())
    except OSError as error:
        raise UsageError(f"baseline {baseline.file} cannot be written: {_cause(error)}") from None


def _lines(entries: Iterable[Accepted]) -> Iterator[str]:
    yield json.dumps({_HEAD: _VERSION})
    lines: dict[tuple[str, ...], str] = {(each,): json.dumps(each) for each in _DIVIDERS}
    lines |= {entry: _line(entry) for entry in entries}
    yield from (lines[key] for key in sorted(lines))


def _line(entry: Accepted) -> str:
    return json.dumps({key: value for key, value in entry._asdict().items() if value}, ensure_ascii=True)


def _entries(text: str, file: Path, takes_conflicts: bool) -> Iterator[Accepted]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip() or (takes_conflicts and line.startswith(_CONFLICT_MARKS)):
            continue
        entry = _entry(line, f"baseline {file}:{number}")
        if entry:
            yield entry


def _entry(line: str, place: str) -> Accepted | None:
    """The entry in a line; None for the head and for a divider."""
    if line.startswith(_CONFLICT_MARKS):
        raise UsageError(f"{place}: a merge left its marks here; `artlint baseline prune` settles it")
    try:
        values = json.loads(line)
    except ValueError:
        raise UsageError(f"{place}: found no JSON object; each line is one") from None
    if values in _DIVIDERS:
        return None
    if not isinstance(values, dict):
        raise UsageError(f"{place}: found no JSON object; each line is one")
    if _HEAD in values:
        if values[_HEAD] != _VERSION:
            raise UsageError(f"{place}: format {values[_HEAD]!r} is unknown here; at most {_VERSION}")
        return None
    lacking = [key for key in _REQUIRED if not isinstance(values.get(key), str)]
    if lacking:
        raise UsageError(f'{place}: found no "{lacking[0]}"; expected fingerprint, rule and path')
    return Accepted(*(str(values.get(field, "")) for field in Accepted._fields))


def _cause(error: OSError | UnicodeDecodeError) -> str:
    return str(error.strerror or error) if isinstance(error, OSError) else "it is not UTF-8"
