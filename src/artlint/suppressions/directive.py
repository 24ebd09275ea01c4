"""The language of suppression comments: `artlint-disable-line RULES [until DATE] [-- REASON]`."""

import re
from datetime import date
from typing import NamedTuple

NEXT_LINE, LINE, FILE, BEGIN, END = "disable-next-line", "disable-line", "disable-file", "disable", "enable"
_WORDS = (NEXT_LINE, LINE, FILE, BEGIN, END)

_WORD = re.compile(r"artlint-([\w-]*)")
# Two hyphens, or the dash that an editor or a typesetter makes of them.
_BEFORE_REASON = re.compile(r"(?:^|(?<=\s))(?:--+|—|–)(?=\s|$)")
_UNTIL = re.compile(r"(?:^|\s)until(?:\s+(\S+))?\s*$")


class Directive(NamedTuple):
    """What a comment says.

    `names_start` and `names_end` are offsets into the comment's text, around all names. `fault` says what
    is wrong with it.
    """

    word: str
    names: tuple[str, ...] = ()
    names_start: int = 0
    names_end: int = 0
    reason: str = ""
    until: str = ""
    fault: str = ""


def parse_directive(text: str) -> Directive:
    """The directive in a comment's `text`, which begins with `artlint-`."""
    word = _WORD.match(text)
    if word is None or word[1] not in _WORDS:
        return Directive("", fault=_unknown_word(word[1] if word else ""))
    separator = _BEFORE_REASON.search(text, word.end())
    end = separator.start() if separator else len(text)
    reason = " ".join(text[separator.end() :].split()) if separator else ""
    until = _UNTIL.search(text, word.end(), end)
    names = re.compile(r"[^\s,](?:.*[^\s,])?", re.DOTALL).search(text, word.end(), until.start() if until else end)
    start, stop = names.span() if names else (word.end(), word.end())
    listed = tuple(dict.fromkeys(re.findall(r"[^\s,]+", text[start:stop])))
    day = until[1] or "" if until else ""
    fault = _fault(word[1], listed, day if until else None)
    return Directive(word[1], listed, start, stop, reason, day, fault)


def date_fault(day: str) -> str:
    """What is wrong with a date in a suppression; "" for a day such as 2026-12-31."""
    try:
        valid = date.fromisoformat(day).isoformat() == day
    except ValueError:
        valid = False
    return "" if valid else f'suppression ends on "{day}"; expected a date such as 2026-12-31'


def _fault(word: str, names: tuple[str, ...], until: str | None) -> str:
    if not names and word != END:
        return f'artlint-{word} names no rule; expected rules, families or "all"'
    return date_fault(until) if until is not None else ""


def _unknown_word(word: str) -> str:
    from artlint.config.wording import nearest, printable  # for misspelt comments alone

    names = [f"artlint-{known}" for known in _WORDS]
    return f'unknown suppression comment "{printable(f"artlint-{word}")}"{nearest(f"artlint-{word}", names)}'
