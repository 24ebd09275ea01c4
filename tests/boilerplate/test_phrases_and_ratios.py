"""`boilerplate/known-phrase` and `boilerplate/repetition-ratio`."""

import pytest

from artlint.errors import ConfigError
from artlint.testing import check
from artlint_boilerplate.known_phrases import KnownPhrase
from artlint_boilerplate.repetition import RepetitionRatio


@pytest.mark.parametrize(
    "phrase",
    [
        pytest.param("Read more", id="en"),
        pytest.param("READ MORE »", id="other case and marks"),
        pytest.param("7 min read", id="a number"),
        pytest.param("Das könnte Sie auch interessieren", id="de"),
        pytest.param("Lire la suite…", id="fr"),
        pytest.param("Читать далее", id="ru"),
        pytest.param("続きを読む", id="ja"),
        pytest.param("阅读全文", id="zh"),
        pytest.param("اقرأ المزيد", id="ar"),
        pytest.param("อ่านต่อ", id="th"),
        pytest.param("더보기", id="ko"),
    ],
)
def test_widget_text(phrase: str) -> None:
    assert check(KnownPhrase(), f"Storm\n\nFerries run.\n\n{phrase}\n").lines == [5]


@pytest.mark.parametrize(
    ("text", "path"),
    [
        pytest.param("Storm\n\nRead more in the log of the office.\n", "a.txt", id="part of a sentence"),
        pytest.param("# Storm\n\n## Related articles\n\nThe law has two.\n", "a.md", id="a heading"),
        pytest.param("# Storm\n\n    Read more\n", "a.md", id="code"),
    ],
)
def test_no_widget_text(text: str, path: str) -> None:
    assert check(KnownPhrase(), text, path).lines == []


def test_lines_of_one_widget_are_one_finding() -> None:
    found = check(KnownPhrase(), "Storm\n\nNo time to read?\nGet a summary\n\nFerries run.\n")
    assert found.messages == ['widget text "No time to read? / Get a summary"']


def test_own_phrases_and_languages() -> None:
    text = "Storm\n\nWrite to the master!\n\nFerries run.\n\nWeiterlesen\n"
    assert check(KnownPhrase(phrases=("write to the master",)), text).lines == [3, 7]
    assert check(KnownPhrase(languages=("en",)), text).lines == []
    assert check(KnownPhrase(allow=("Weiterlesen",)), text).lines == []


def test_unknown_language() -> None:
    with pytest.raises(ConfigError, match='no list of phrases for "xx"'):
        KnownPhrase(languages=("xx",))


SENTENCE = "The wind blew from the west and no boat left the harbour before noon on that day."


def test_repetition_names_share_limit_and_source() -> None:
    [finding] = check(RepetitionRatio(), "Log\n\n" + f"{SENTENCE}\n\n" * 6).findings
    assert "; at most 10 % (" in finding.message
    assert finding.place.line == 5
    assert [related.place.line for related in finding.related] == [7, 9, 11, 13]


def test_short_texts_are_left_alone() -> None:
    assert check(RepetitionRatio(), "Log\n\n" + f"{SENTENCE}\n\n" * 2).lines == []
