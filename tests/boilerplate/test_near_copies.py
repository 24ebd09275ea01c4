"""`boilerplate/near-repeated-block` and `boilerplate/repeated-sentence`: copies that were edited."""

import pytest

from artlint.testing import check
from artlint_boilerplate.near_repeated import NearRepeatedBlock
from artlint_boilerplate.sentences import RepeatedSentence

LONG = (
    "The harbour was closed for two days - and the ferries stayed at the quay, said the master, "
    '"until the wind had gone down and the last of the boats was home".'
)
FIRST = "The harbour was closed for two days, and the ferries stayed at the quay until the wind had gone down."
SECOND = "The master counted nine boats that had lost their moorings, and all of them were found on the east bank."
OTHER = "Ferries run again from noon."


def article(*parts: str) -> str:
    return "\n\n".join(("# Storm", *parts)) + "\n"


@pytest.mark.parametrize(
    ("copy", "message"),
    [
        pytest.param(LONG.replace('"', "”"), "paragraph repeats line 3 but for quotes", id="quotes"),
        pytest.param(LONG.replace("-", "–"), "paragraph repeats line 3 but for dashes", id="dashes"),
        pytest.param(LONG.replace(",", ""), "paragraph repeats line 3 but for punctuation", id="punctuation"),
        pytest.param(
            LONG.replace("-", "–").replace('"', "”"), "paragraph repeats line 3 but for quotes and dashes", id="both"
        ),
    ],
)
def test_near_repeated(copy: str, message: str) -> None:
    found = check(NearRepeatedBlock(), article(LONG, OTHER, copy), "a.md")
    assert (found.lines, found.messages) == ([7], [message])


@pytest.mark.parametrize(
    "parts",
    [
        pytest.param((LONG, OTHER, LONG), id="exact copies are repeated-block's"),
        pytest.param((LONG, OTHER, LONG.replace("two", "three")), id="another word"),
        pytest.param((LONG, OTHER, f"> {LONG.replace('-', '–')}"), id="a pull quote"),
        pytest.param(('He said "the ferry runs again".', OTHER, "He said “the ferry runs again”."), id="a short one"),
        pytest.param(
            (f"On day 1 {FIRST}", f"On day 2 {FIRST}", f"On day 3 {FIRST}"), id="a series that differs in its numbers"
        ),
        pytest.param((f"On day 1 {FIRST}", OTHER, OTHER[::-1], f"On day 2 {FIRST}"), id="another number"),
        pytest.param(
            tuple(part for day in "123" for part in (f"On day {day} {FIRST}", f"{OTHER} {day * 3}.", f"{day}.")),
            id="three wordings of a form",
        ),
    ],
)
def test_not_near_repeated(parts: tuple[str, ...]) -> None:
    assert check(NearRepeatedBlock(), article(*parts), "a.md").lines == []


@pytest.mark.parametrize(
    ("parts", "lines"),
    [
        pytest.param((f"{FIRST} {SECOND}", OTHER, f"{OTHER} {FIRST}"), [7], id="half of the paragraph"),
        pytest.param(
            (f"{FIRST} {OTHER} {SECOND}", OTHER, f"{FIRST} {SECOND} Nobody was hurt."), [7], id="two sentences"
        ),
        pytest.param((f"{FIRST} {SECOND}", OTHER, f"{FIRST} {SECOND}"), [], id="an exact copy is repeated-block's"),
        pytest.param((f"{FIRST} {OTHER}", f"{OTHER} {SECOND}"), [], id="a short sentence"),
        pytest.param((FIRST, OTHER, FIRST.replace(",", "")), [], id="punctuation is near-repeated-block's"),
    ],
)
def test_repeated_sentence(parts: tuple[str, ...], lines: list[int]) -> None:
    assert check(RepeatedSentence(), article(*parts), "a.md").lines == lines


def test_pages_of_a_manual_share_sentences() -> None:
    text = f"<h1>Storm</h1><p>{FIRST} {SECOND}</p><p>{OTHER}</p><p>{FIRST} {SECOND} Nobody was hurt.</p>"
    assert check(RepeatedSentence(), text, "a.html").lines == []


def test_repeated_sentence_tells_how_much() -> None:
    text = article(f"{FIRST} {SECOND}", OTHER, f"{FIRST} {SECOND} Nobody was hurt in all the town.")
    assert check(RepeatedSentence(), text, "a.md").messages == ["paragraph is a near-copy of line 3 (85 % the same)"]
