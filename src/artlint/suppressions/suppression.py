"""What a suppression is: one rule's name, silenced at some lines of one article."""

from typing import NamedTuple

from artlint.article import Place
from artlint.finding import Fix

ALL = "all"
"""The name that means every rule."""

# They judge the suppressions themselves, so no suppression silences them; the configuration does.
UNUSED = "artlint/unused-suppression"
UNKNOWN = "artlint/unknown-suppression"
WITHOUT_REASON = "artlint/suppression-without-reason"
OWN_RULES = frozenset((UNUSED, UNKNOWN, WITHOUT_REASON))


class Suppression(NamedTuple):
    """A rule that an article silences; a comment that names several makes one of these for each.

    `name` is a rule's id, a family or `all`, as written. Findings that begin in the lines `first_line` to
    `last_line` (1-based) are silenced, up to and with the day `until` (ISO; "" is for ever). `origin` is
    `comment` or `front matter`. Where `fault` says what is wrong, nothing is silenced. `removal` takes the
    whole comment out of the article; `names`, which stands at `names_start`, is the list that holds `name`.
    """

    name: str
    place: Place
    first_line: int = 0
    last_line: int = 0
    reason: str = ""
    until: str = ""
    origin: str = "comment"
    fault: str = ""
    removal: Fix | None = None
    names: str = ""
    names_start: int = 0


def is_named(rule: str, name: str) -> bool:
    """Whether `name`, a rule's id, a family or `all`, means the rule."""
    return name in (rule, ALL) or rule.startswith(f"{name}/")


def is_over(until: str, today: str) -> bool:
    """Whether a suppression that holds until this day (ISO; "" is for ever) has ended before `today`."""
    return bool(until) and until < today
