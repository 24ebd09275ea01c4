"""What a run found, as reporters get it."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from artlint.finding import Finding
from artlint.rule import Rule

if TYPE_CHECKING:
    from artlint.panel import Panel


class Failure(NamedTuple):
    """Something that kept the run from judging all it was asked to judge; one line."""

    path: str
    message: str


class Suppressed(NamedTuple):
    """A finding that is not reported, and why.

    `origin` is what silenced it: `comment`, `front matter`, `configuration` or `baseline`. `reason` is the
    user's, "" where none is given.
    """

    finding: Finding
    reason: str
    origin: str


class Accepted(NamedTuple):
    """A finding that was accepted earlier: an entry of a baseline.

    `message` is what it said then; `reason`, `author` and `date` (ISO) are "" where they are not known.
    """

    fingerprint: str
    rule: str
    path: str
    message: str = ""
    reason: str = ""
    author: str = ""
    date: str = ""


def _no_source(_path: str) -> str:
    return ""


class Report(NamedTuple):
    """A finished run.

    `findings` are sorted by path, place and rule, each with its rule, severity and fingerprint; `failures`
    by path. `articles` counts the articles reported on, `collection` all that were known. `sources` gives
    the text of an article by its path, for excerpts, "" where it cannot be read. Paths are relative to
    `root`. `suppressed` holds what was found and silenced,
    `stale` the entries of the baseline whose findings are no more,
    `panels` what rules show of the collection beside their findings. `safe_fixes` and `unsafe_fixes` count the
    findings that a run with `--fix`, or with `--unsafe-fixes` too, would try to fix.
    """

    findings: Sequence[Finding]
    failures: Sequence[Failure]
    articles: int
    collection: int
    rules: Mapping[str, type[Rule]] = MappingProxyType({})
    sources: Callable[[str], str] = _no_source
    root: Path = Path()
    suppressed: Sequence[Suppressed] = ()
    stale: Sequence[Accepted] = ()
    panels: "Sequence[Panel]" = ()
    safe_fixes: int = 0
    unsafe_fixes: int = 0
