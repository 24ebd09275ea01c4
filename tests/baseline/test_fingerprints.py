"""Fingerprints and baselines under random edits: only what an edit adds or takes is new or gone."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from artlint import Article, Finding, Rule
from artlint.baseline import Baseline
from artlint.baseline.changing import Acceptance, added
from artlint.baseline.splitting import split
from artlint.examine import moved_fingerprint
from artlint.testing import check, check_files


@dataclass(frozen=True)
class Shout(Rule):
    """A line in capitals."""

    id: ClassVar[str] = "test/shout"

    def check_article(self, article: Article) -> Iterator[Finding]:
        for line in article.lines():
            if line.text.strip().isupper():
                yield Finding("in capitals", article.place(line.start, line.end))


@dataclass(frozen=True)
class Long(Rule):
    """An article has too many lines; the place says nothing of it."""

    id: ClassVar[str] = "test/long"

    def check_article(self, article: Article) -> Iterator[Finding]:
        count = len(article.line_starts)
        yield Finding(f'{count} lines in "part {len(article.text) // 100}"; at most 1', article.place(0, 0))


QUIET = st.sampled_from(["", "text", "  more text", "Ünïcödé", "👩‍👧 astral", "a\u0301"])
LOUD = st.sampled_from(["STOP", "HALT", "  STOP", "Ä", "STOP  NOW", "STOP NOW"])
LINES = st.lists(st.one_of(QUIET, LOUD), max_size=20)


def written(lines: Sequence[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def found(lines: Sequence[str], path: str = "a.txt") -> Sequence[Finding]:
    return check(Shout(), written(lines), path).findings


def prints(lines: Sequence[str]) -> list[str]:
    return sorted(finding.fingerprint for finding in found(lines))


def loud(lines: Sequence[str]) -> "Counter[str]":
    """What is found in `lines`, by the text that makes it what it is."""
    return Counter(" ".join(line.split()) for line in lines if line.isupper())


@given(LINES, st.lists(st.tuples(st.integers(0, 20), QUIET), max_size=8))
@settings(deadline=None)
def test_sound_lines_put_anywhere_change_no_fingerprint(lines: list[str], inserted: list[tuple[int, str]]) -> None:
    edited = list(lines)
    for place, line in inserted:
        edited.insert(place, line)
    assert prints(edited) == prints(lines)


@given(LINES)
@settings(deadline=None)
def test_every_finding_has_its_own_fingerprint(lines: list[str]) -> None:
    assert len(set(prints(lines))) == len(prints(lines)) == loud(lines).total()


@given(LINES, st.randoms())
@settings(deadline=None)
def test_the_order_of_lines_changes_no_fingerprint(lines: list[str], random: Random) -> None:
    shuffled = list(lines)
    random.shuffle(shuffled)
    assert prints(shuffled) == prints(lines)


@given(LINES)
@settings(deadline=None)
def test_a_moved_article_has_the_same_fingerprints_but_for_the_path(lines: list[str]) -> None:
    moved = [finding.fingerprint for finding in found(lines, "new/b.txt")]
    assert [moved_fingerprint(finding.fingerprint, "new/b.txt") for finding in found(lines)] == moved


@given(LINES, LINES)
@settings(deadline=None)
def test_a_baseline_leaves_what_was_added_and_tells_what_is_gone(before: list[str], after: list[str]) -> None:
    baseline = added(Baseline(None, ()), found(before), Acceptance())  # type: ignore[arg-type]  # no file is written
    new, accepted, stale = split(found(after), baseline.entries, lambda _: True)
    assert Counter(finding.identity for finding in new) == loud(after) - loud(before)
    assert len(stale) == (loud(before) - loud(after)).total()
    assert len(accepted) == (loud(before) & loud(after)).total()


@given(LINES, LINES)
@settings(deadline=None)
def test_one_article_s_edits_change_nothing_in_another(one: list[str], other: list[str]) -> None:
    together = check_files(Shout(), {"a.txt": written(one), "b.txt": written(other)}).findings
    assert [each.fingerprint for each in together if each.path == "a.txt"] == [each.fingerprint for each in found(one)]


@pytest.mark.parametrize(
    ("before", "after", "same"),
    [
        pytest.param("a\nb\n", "a\nb\nc\nd\n", True, id="a count in the message"),
        pytest.param("a\nb\n", "a\nb\n" + "c" * 200, False, id="a number that is quoted"),
    ],
)
def test_findings_without_text_go_by_their_message(before: str, after: str, same: bool) -> None:
    one, other = (check(Long(), text).findings[0].fingerprint for text in (before, after))
    assert (one == other) is same
