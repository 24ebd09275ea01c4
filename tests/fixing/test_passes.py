"""Fixes are made pass after pass until none is left, and those that do harm are left out."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from fixing.conftest import Fix
from hypothesis import given
from hypothesis import strategies as st

from artlint.fixing.guards import words_lost
from artlint.fixing.ordering import Order
from artlint.fixing.planning import Proposal


def refusals(outcome: object) -> str:
    mended = getattr(outcome, "mended")  # noqa: B009  mypy knows no outcome without it
    return "\n".join(refusal.message for refusal in mended.refused)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Send an e-mail.", "Send an email.", id="one fix"),
        pytest.param("e-mail, e-mail", "email, email", id="two in one pass"),
        pytest.param("5 %%%% of", "5 ‰‰ of", id="touching ones, one after the other"),
        pytest.param("[word] and [word]", "(word) and (word)", id="a fix of two edits, again in the next pass"),
        pytest.param("on the web\r\n", "on the World Wide Web\r\n", id="CRLF"),
        pytest.param("\ufeffnaive", "\ufeffnaïve", id="BOM and a character of two bytes"),
        pytest.param("ONE LINE\r\nend", "TWO\r\nLINES\r\nend", id="an added line"),
        pytest.param("nothing to fix", "nothing to fix", id="none"),
        pytest.param("VERY loud", "VERY loud", id="an unsafe one"),
        pytest.param("gray", "grey", id="a remark"),
        pytest.param("", "", id="an empty file"),
    ],
)
def test_fixes_made(fix: Fix, tmp_path: Path, text: str, expected: str) -> None:
    outcome = fix({"a.txt": text.encode()})
    assert (tmp_path / "a.txt").read_bytes() == expected.encode()
    assert outcome.report.failures == ()
    assert [finding.rule for finding in outcome.report.findings if finding.fix and finding.fix.safe] == []


@pytest.mark.parametrize(
    ("content", "said", "expected"),
    [
        pytest.param(
            "mild e-mail", "would bring a new finding: is terrible [house/terrible]", "mild email", id="worse"
        ),
        pytest.param("e-maile-mail", 'take away "maile"', "e-maile-mail", id="words that would be joined"),
        pytest.param("a halfword e-mail", 'take away "halfword"', "a halfword email", id="half of a word"),
        pytest.param(b"naive \xe9 e-mail", "", b"naive \xe9 e-mail", id="a text that cannot be read"),
        pytest.param("e-mail".encode("utf-16"), "not UTF-8 text", "e-mail".encode("utf-16"), id="UTF-16"),
    ],
)
def test_fixes_left_out(fix: Fix, tmp_path: Path, content: str | bytes, said: str, expected: str | bytes) -> None:
    outcome = fix({"a.txt": content})
    expected = expected.encode() if isinstance(expected, str) else expected
    assert (tmp_path / "a.txt").read_bytes() == expected
    if b"\0" not in expected:
        assert said in refusals(outcome)


def test_the_harmful_one_of_many_is_found(fix: Fix, tmp_path: Path) -> None:
    files = {f"{number}.txt": f"e-mail {'mild' if number == 5 else 'e-mail'}" for number in range(12)}
    outcome = fix(files)
    for name, text in files.items():
        assert (tmp_path / name).read_text() == text.replace("e-mail", "email")
    assert outcome.mended is not None
    assert [refusal.path for refusal in outcome.mended.refused] == ["5.txt"]


def test_many_harmful_ones_are_found_in_few_trials(fix: Fix) -> None:
    outcome = fix({f"{number:03}.txt": "mild" if number % 2 else "e-mail" for number in range(400)})
    assert outcome.mended is not None
    assert len(outcome.mended.refused) == 200
    assert len(outcome.mended.changes) == 200


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("again e-mail", id="grows for ever"),
        pytest.param("again e-mail " * 500, id="a long one"),
        pytest.param("ping e-mail", id="there and back"),
    ],
)
def test_fixes_without_end_are_undone(fix: Fix, tmp_path: Path, text: str) -> None:
    outcome = fix({"a.txt": text, "b.txt": "e-mail"})
    assert (tmp_path / "a.txt").read_text() == text.replace("e-mail", "email"), (
        "another rule's fix is made all the same"
    )
    assert (tmp_path / "b.txt").read_text() == "email"
    assert all("come to no end in 10 passes" in failure.message for failure in outcome.report.failures)
    assert {failure.path for failure in outcome.report.failures} == {"a.txt"}


def test_a_fix_that_does_not_fit_is_its_rules_failure(fix: Fix, tmp_path: Path) -> None:
    outcome = fix({"a.txt": "wrong e-mail"})
    assert (tmp_path / "a.txt").read_text() == "wrong email"
    assert [failure.message for failure in outcome.report.failures] == [
        'house/wrong failed: its fix expects "right" at 1:1, where that does not stand'
    ]


@pytest.mark.parametrize(
    ("config", "unsafe", "expected"),
    [
        pytest.param("", True, "email loud", id="unsafe fixes asked for"),
        pytest.param("rules.house/shout.fix = safe", False, "email loud", id="promoted"),
        pytest.param("rules.house/email.fix = unsafe", False, "e-mail VERY loud", id="demoted"),
        pytest.param("rules.house.fix = off", True, "e-mail VERY loud", id="switched off"),
    ],
)
def test_permission(fix: Fix, tmp_path: Path, config: str, unsafe: bool, expected: str) -> None:
    fix({"a.txt": "e-mail VERY loud"}, order=Order(unsafe=unsafe), config=config)
    assert (tmp_path / "a.txt").read_text() == expected


def test_only_what_was_asked_for_is_fixed(fix: Fix, tmp_path: Path) -> None:
    fix({"a.txt": "e-mail", "b.txt": "e-mail"}, "a.txt")
    assert (tmp_path / "b.txt").read_text() == "e-mail"


def test_a_dry_run_writes_nothing(fix: Fix, tmp_path: Path) -> None:
    outcome = fix({"a.txt": "e-mail"}, order=Order(dry=True))
    assert (tmp_path / "a.txt").read_text() == "e-mail"
    assert outcome.mended is not None
    assert [change.new for change in outcome.mended.changes] == [b"email"]


def test_the_report_is_on_what_stands_there_now(fix: Fix) -> None:
    outcome = fix({"a.txt": "e-mail\nVERY loud"})
    assert [(finding.rule, finding.place.line) for finding in outcome.report.findings] == [("house/shout", 2)]
    assert outcome.report.sources("a.txt") == "email\nVERY loud"


def test_one_file_under_two_names_is_fixed_once(fix: Fix, tmp_path: Path) -> None:
    (tmp_path / "b.txt").symlink_to("a.txt")
    (tmp_path / "c.txt").write_text("e-mail again, e-mail")
    (tmp_path / "d.txt").hardlink_to(tmp_path / "c.txt")
    outcome = fix({"a.txt": "the web"}, "a.txt", "b.txt", "c.txt", "d.txt", order=Order(accepted=without_again))
    assert (tmp_path / "a.txt").read_text() == "the World Wide Web"
    assert (tmp_path / "c.txt").read_text() == "email again, email"
    assert (tmp_path / "b.txt").is_symlink()
    assert (tmp_path / "c.txt").samefile(tmp_path / "d.txt")
    assert outcome.report.failures == ()
    assert {finding.rule for finding in outcome.report.findings} == {"house/again"}


def without_again(proposals: Sequence[Proposal]) -> Sequence[Proposal]:
    return [proposal for proposal in proposals if proposal.rule != "house/again"]


@pytest.mark.parametrize(
    ("before", "after", "quoted", "lost"),
    [
        pytest.param("one two", "one", ["two"], [], id="quoted"),
        pytest.param("one two", "one", [" "], ["two"], id="not quoted"),
        pytest.param("one two two", "one two", [" two"], [], id="one of two, quoted once"),
        pytest.param("one two two", "one", ["two"], ["two"], id="both, quoted once"),
        pytest.param("one\ntwo", "onetwo", ["\n"], ["one", "two"], id="joined"),
        pytest.param("in\u200bter", "inter", ["\u200b"], [], id="a character without width"),
        pytest.param("AT&amp;T", "AT&T", ["&amp;"], [], id="an entity"),
        pytest.param("Caf&eacute;s", "Cafés", ["&eacute;"], [], id="an entity inside of a word"),
        pytest.param("Caf&amp;eacute;s", "Caf&eacute;s", ["&amp;"], [], id="an entity escaped twice"),
        pytest.param("日本語です", "日本語", ["です"], [], id="no spaces between words"),
    ],
)
def test_words_lost(before: str, after: str, quoted: list[str], lost: list[str]) -> None:
    assert words_lost(before, after, quoted) == lost


@given(st.text(), st.text(), st.text())
def test_a_cut_between_words_loses_what_it_quotes_alone(before: str, cut: str, after: str) -> None:
    assert words_lost(f"{before} {cut} {after}", f"{before}  {after}", [cut]) == []
