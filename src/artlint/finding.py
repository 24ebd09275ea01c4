"""What a rule reports: a finding, the places related to it, and the edits that would repair it."""

from enum import IntEnum
from typing import NamedTuple

from artlint.article import Place


class Severity(IntEnum):
    """How bad a finding is; later ones are worse."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def label(self) -> str:
        """The name as users write and read it."""
        return self.name.lower()


class Edit(NamedTuple):
    """Replace `old`, which stands at `start` to `end` (code points of the article's text), with `new`."""

    start: int
    end: int
    old: str
    new: str


class Fix(NamedTuple):
    """Edits in the finding's article that repair it, all or none.

    `safe` means that it cannot change what the article says.
    """

    edits: tuple[Edit, ...]
    safe: bool
    description: str


class Related(NamedTuple):
    """Another place that belongs to a finding; `message` says what stands there."""

    path: str
    place: Place
    message: str = ""


class IfNew(NamedTuple):
    """What a finding says, and weighs, where a change brought it about."""

    message: str
    severity: Severity


class Finding(NamedTuple):
    """One place where a rule found its fault.

    A rule gives `message` and `place`; `check_collection` gives `path` too. The path of another article
    stands in the message as it is from the root; where the article is among the `related`, reports write it
    as they write paths. `identity` is the text that tells this finding from others of its rule in its
    article, whatever the lines are; where a rule gives none, the engine takes the text at the place.
    `severity` is given only where one finding weighs less or more than its rule; the user's setting wins.
    `if_new` stands in for message and severity where the articles before a change had not this fault: what they
    settle need not be left open. `rule` and `fingerprint` are the engine's to fill.
    """

    message: str
    place: Place
    path: str = ""
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    identity: str = ""
    severity: Severity | None = None
    rule: str = ""
    fingerprint: str = ""
    if_new: IfNew | None = None
