"""`boilerplate/known-phrase`, `boilerplate/repetition-ratio` and `boilerplate/corpus-limit`."""

import pytest

from artlint.errors import ConfigError
from artlint.testing import check
from artlint_boilerplate.corpus_limits import CorpusLimit
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


MENU = "\n\n".join(f"Harbour office of berth {number}" for number in range(10, 40))
LOG = "\n\n".join(f"On day {number} the harbour master counted ships and wrote them down." for number in range(10, 25))


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        pytest.param(LOG, [], id="prose"),
        pytest.param(
            f"{LOG}\n\nPlease enable JavaScript.\n",
            ['"javascript" stands in a line; left out by C4, Raffel et al. 2020'],
            id="a note on scripts",
        ),
        pytest.param(
            f"{LOG}\n\nWe use cookies, see our privacy policy.\n\nWe use cookies.\n",
            [
                '"privacy policy" stands in a line; left out by C4, Raffel et al. 2020',
                '"use cookies" stands in 2 lines; left out by C4, Raffel et al. 2020',
            ],
            id="a note on cookies",
        ),
        pytest.param(f"{LOG}\n\n    if (fog) {{ javascript }}\n", [], id="program text"),
        pytest.param(
            MENU,
            [
                "0 % of the lines end with punctuation; more than 12 % (FineWeb, Penedo et al. 2024)",
                "100 % of the lines are shorter than 30 characters; at most 67 % (FineWeb, Penedo et al. 2024)",
            ],
            id="a menu",
        ),
        pytest.param(
            LOG.replace("down.", "down …"),
            ["100 % of the lines end with an ellipsis; at most 30 % (Gopher, Rae et al. 2021)"],
            id="teasers",
        ),
        pytest.param(
            f"- {LOG}".replace("\n\n", "\n- "),
            ["100 % of the lines begin with a bullet; at most 90 % (Gopher, Rae et al. 2021)"],
            id="a list",
        ),
        pytest.param(MENU[:100], [], id="too short to tell"),
    ],
)
def test_corpus_limits(text: str, messages: list[str]) -> None:
    assert check(CorpusLimit(), text, "a.md").messages == messages


def test_corpus_limits_tell_the_places() -> None:
    [finding] = check(CorpusLimit(), f"{LOG}\n\nUse JavaScript.\n\nFog.\n\nGet JavaScript.\n", "a.md").findings
    assert (finding.place.line, [related.place.line for related in finding.related]) == (31, [35])
    assert check(CorpusLimit(allow=("/javascript/",)), f"{LOG}\n\nUse JavaScript.\n", "a.md").messages == []
