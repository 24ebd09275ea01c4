"""What a fix must not do: bring new findings, or take away words that none of its edits quotes."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from html import unescape
from typing import NamedTuple

from artlint.finding import Edit, Finding, Severity
from artlint.fixing.edits import edited_text
from artlint.report import Report

# New findings below this are no reason to leave a fault in place.
_COUNTED_FROM = Severity.WARNING

# Scripts that write no spaces between words: there each character counts as a word.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WORD = re.compile(f"[{_UNSPACED}]|[^\\W{_UNSPACED}]+")
# Characters without width stand inside of words; taking one out takes no word away.
_WIDTHLESS = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_IN_WORD = re.compile(f"\\w|{_WIDTHLESS.pattern}")


class Harm(NamedTuple):
    """Something that fixes bring and must not; `paths` are the articles whose fixes may be to blame."""

    paths: tuple[str, ...]
    message: str


def harms(before: Report, after: Report) -> Iterator[Harm]:
    """What `after` has that `before` had not, as far as that makes it worse.

    A finding of warning or above is new where no other of its rule with its identity went away (a block that
    many articles share may be reported at another one of them) and its article has more findings of its rule.
    """
    for failure in sorted(set(after.failures) - set(before.failures)):
        yield Harm((failure.path,), f"it would bring a failure: {failure.message}")
    for finding in _added(before.findings, after.findings):
        paths = finding.path, *(related.path for related in finding.related)
        yield Harm(paths, f"it would bring a new finding: {finding.message} [{finding.rule}]")


def words_lost(before: str, after: str, quoted: Iterable[str]) -> list[str]:
    """The words of `before` that `after` has no more and that stand in none of the `quoted` texts."""
    lost = _words(before) - _words(after)
    for text in quoted:
        lost -= _words(text)
    return list(lost)


def words_taken(text: str, edits: Sequence[Edit]) -> list[str]:
    """The words that the edits of one fix take from `text` though none of them quotes them."""
    ordered = sorted(edits)
    start, end = ordered[0].start, max(edit.end for edit in ordered)
    while start and _IN_WORD.match(text, start - 1):
        start -= 1
    while end < len(text) and _IN_WORD.match(text, end):
        end += 1
    moved = [edit._replace(start=edit.start - start, end=edit.end - start) for edit in ordered]
    passage = text[start:end]
    return words_lost(passage, edited_text(passage, moved), (edit.old for edit in ordered))


def _added(before: Sequence[Finding], after: Sequence[Finding]) -> Iterator[Finding]:
    known = Counter(_what(finding) for finding in _counted(before))
    room = Counter(_where(finding) for finding in _counted(before))
    room.subtract(_where(finding) for finding in _counted(after))
    for finding in _counted(after):
        known[_what(finding)] -= 1
        if known[_what(finding)] < 0 and room[_where(finding)] < 0:
            yield finding


def _counted(findings: Iterable[Finding]) -> Iterator[Finding]:
    return (finding for finding in findings if (finding.severity or Severity.WARNING) >= _COUNTED_FROM)


def _what(finding: Finding) -> tuple[object, ...]:
    return finding.rule, finding.severity, finding.identity


def _where(finding: Finding) -> tuple[object, ...]:
    return finding.path, finding.rule, finding.severity


def _words(text: str) -> Counter[str]:
    """The words that a reader sees: an entity is the character that it stands for, however often it was escaped."""
    while "&" in text and (unescaped := unescape(text)) != text:
        text = unescaped
    return Counter(_WORD.findall(_WIDTHLESS.sub("", text)))
