"""Counts with their sources.

UAX 29 names the rule of Unicode's text segmentation that decides (GB: graphemes, WB: words, SB: sentences), UAX 11
East Asian width; "by hand" was counted by reading; "UTF-8" follows from the encoding alone.
"""

import pytest

from artlint_lengths.measure import (
    Unit,
    dictionary_words,
    has_unspaced_script,
    length,
    may_have_words,
    may_pass,
    shortest_over,
)

FAMILY = "👩‍👩‍👧"
THAI = "ภาษาไทยเป็นภาษาที่มีระดับเสียง"
KHMER = "មនុស្សទាំងអស់កើតមកមានសេរីភាព"

COUNTS = [
    # Latin
    pytest.param("Council agrees", "graphemes", 14, id="letters and a blank: by hand"),
    pytest.param("Council agrees", "characters", 14, id="code points of ASCII: by hand"),
    pytest.param("Council agrees", "width", 14, id="one column each: UAX 11, narrow"),
    pytest.param("Council agrees", "words", 2, id="two words: by hand"),
    pytest.param("Council agrees", "bytes", 14, id="one byte each: UTF-8"),
    pytest.param("can't", "words", 1, id="apostrophe inside a word: WB6, WB7"),
    pytest.param("don’t", "words", 1, id="typographic apostrophe: WB6, WB7"),
    pytest.param("3.14", "words", 1, id="decimal point: WB11, WB12"),
    pytest.param("1,204 articles", "words", 2, id="thousands separator: WB11, WB12"),
    pytest.param("e-mail", "words", 2, id="hyphen parts words: WB999"),
    pytest.param("and/or", "words", 2, id="slash parts words: WB999"),
    pytest.param("snake_case", "words", 1, id="low line joins: WB13a, WB13b"),
    pytest.param("www.example.org", "words", 1, id="full stop between letters: WB6, WB7"),
    pytest.param("A3 paper", "words", 2, id="letter and digit together: WB9"),
    pytest.param("wait … what?!", "words", 2, id="punctuation is no word: UAX 29, section 4"),
    pytest.param("", "words", 0, id="nothing: by hand"),
    pytest.param("– — …", "words", 0, id="marks alone: UAX 29, section 4"),
    pytest.param("Größe", "graphemes", 5, id="umlaut and sharp s: by hand"),
    pytest.param("Größe", "bytes", 7, id="two letters of two bytes: UTF-8"),
    pytest.param("ice\u0301", "graphemes", 3, id="combining acute joins: GB9"),
    pytest.param("ice\u0301", "characters", 4, id="combining acute is a code point: by hand"),
    pytest.param("ice\u0301", "width", 3, id="combining acute takes no column: UAX 11, section 5"),
    pytest.param("ice\u0301", "bytes", 5, id="combining acute has two bytes: UTF-8"),
    pytest.param("a\u0308\u0304\u0323", "graphemes", 1, id="three marks on one letter: GB9"),
    pytest.param("\r\n", "graphemes", 1, id="line end of two characters: GB3"),
    pytest.param("No. It froze.", "sentences", 2, id="full stop and capital: SB11"),
    pytest.param("It cost 3.5 units.", "sentences", 1, id="decimal point: SB6"),
    pytest.param("See e.g. the ferry.", "sentences", 1, id="small letter after the stop: SB8"),
    pytest.param("Really?! Yes.", "sentences", 2, id="two marks end one sentence: SB8a, SB11"),
    pytest.param("He said “No.” Then he left.", "sentences", 2, id="closing quote belongs to the sentence: SB9"),
    pytest.param("It froze\nand thawed.", "sentences", 1, id="a line end in a paragraph ends nothing: by hand"),
    # Cyrillic, Greek
    pytest.param("Паром снова ходит", "graphemes", 17, id="Cyrillic letters: by hand"),
    pytest.param("Паром снова ходит", "words", 3, id="Cyrillic words: by hand"),
    pytest.param("Паром снова ходит", "bytes", 32, id="15 letters of two bytes, 2 blanks: UTF-8"),
    pytest.param("й", "graphemes", 1, id="letter composed of two: GB9"),
    pytest.param("Η γέφυρα έκλεισε", "words", 3, id="Greek words: by hand"),
    # Han, Kana, Hangul
    pytest.param("今天天气很好", "graphemes", 6, id="Han characters: by hand"),
    pytest.param("今天天气很好", "width", 12, id="two columns each: UAX 11, wide"),
    pytest.param("今天天气很好", "bytes", 18, id="three bytes each: UTF-8"),
    pytest.param("今天天气很好", "words", 4, id="estimate, 6 / 1.6; ICU 78 finds 3"),
    pytest.param("今天天气很好，我们去公园吧。", "sentences", 1, id="full-width comma ends nothing: by hand"),
    pytest.param("日本語です。次の文。", "sentences", 2, id="ideographic full stop: SB11"),
    pytest.param("ひらがな", "graphemes", 4, id="Hiragana: by hand"),
    pytest.param("カタカナ", "width", 8, id="Katakana, two columns each: UAX 11, wide"),
    pytest.param("カタカナ", "words", 1, id="a run of Katakana is one word: WB13"),
    pytest.param("ﾊﾝｶｸ", "width", 4, id="halfwidth Katakana: UAX 11, halfwidth"),
    pytest.param("が", "graphemes", 1, id="Kana with a combining voiced mark: GB9"),
    pytest.param("ＡＢＣ", "width", 6, id="fullwidth letters: UAX 11, fullwidth"),
    pytest.param("다리가 닫혔다", "graphemes", 7, id="Hangul syllables and a blank: by hand"),
    pytest.param("다리가 닫혔다", "width", 13, id="two columns a syllable: UAX 11, wide"),
    pytest.param("다리가 닫혔다", "words", 2, id="Korean parts words by blanks: WB999"),
    pytest.param("한", "graphemes", 1, id="conjoining jamo: GB6, GB7"),
    # Thai, Khmer, Devanagari, Tamil
    pytest.param("ภาษาไทย", "graphemes", 7, id="Thai letters, no marks above: by hand"),
    pytest.param("ที่นี่", "graphemes", 2, id="Thai vowels and tones above join: GB9"),
    pytest.param("ที่นี่", "characters", 6, id="code points of the same: by hand"),
    pytest.param("ที่นี่", "width", 2, id="marks above take no column: UAX 11, section 5"),
    pytest.param(THAI, "words", 7, id="Thai: estimate; ICU 78 finds 8"),
    pytest.param(KHMER, "words", 5, id="Khmer: estimate; ICU 78 finds 5"),
    pytest.param("हिन्दी", "characters", 6, id="Devanagari code points: by hand"),
    pytest.param("हिन्दी", "graphemes", 2, id="Devanagari conjunct: GB9c"),
    pytest.param("हिन्दी भाषा", "words", 2, id="Hindi parts words by blanks: by hand"),
    pytest.param("क्षि", "graphemes", 1, id="conjunct with a vowel sign: GB9c, GB9a"),
    pytest.param("நி", "graphemes", 1, id="Tamil letter with a vowel sign: UAX 29, table 1a"),
    pytest.param("यह पुल है। वह नदी है।", "sentences", 2, id="danda: SB11"),
    # Arabic, Hebrew, Persian
    pytest.param("الجسر مغلق", "graphemes", 10, id="Arabic letters: by hand"),
    pytest.param("الجسر مغلق", "words", 2, id="Arabic words: by hand"),
    pytest.param("مُغْلَق", "graphemes", 4, id="Arabic vowel marks join: GB9"),
    pytest.param("مُغْلَق", "characters", 7, id="code points of the same: by hand"),
    pytest.param("می‌روم", "words", 1, id="Persian zero-width non-joiner inside a word: WB4"),
    pytest.param("هل فتح؟ نعم.", "sentences", 2, id="Arabic question mark: SB11"),
    pytest.param("גשר סגור", "words", 2, id="Hebrew words: by hand"),
    pytest.param("צה״ל", "words", 1, id="Hebrew gershayim inside a word: WB6, WB7"),
    # Emoji
    pytest.param("🌊", "graphemes", 1, id="one emoji: by hand"),
    pytest.param("🌊", "width", 2, id="an emoji is wide: UAX 11, wide"),
    pytest.param("🌊", "bytes", 4, id="an emoji has four bytes: UTF-8"),
    pytest.param(FAMILY, "graphemes", 1, id="emoji joined by zero-width joiners: GB11"),
    pytest.param(FAMILY, "characters", 5, id="three emoji and two joiners: by hand"),
    pytest.param(FAMILY, "bytes", 18, id="three of four bytes, two of three: UTF-8"),
    pytest.param("👍🏽", "graphemes", 1, id="skin tone joins: GB9"),
    pytest.param("🇩🇪🇫🇷", "graphemes", 2, id="two flags of two letters each: GB12, GB13"),
    pytest.param("1️⃣", "graphemes", 1, id="keycap: GB9"),
    pytest.param("❤️ ice", "words", 1, id="an emoji is no word: UAX 29, section 4"),
    # What auto takes
    pytest.param("Größe", "auto", 5, id="auto: graphemes of Latin"),
    pytest.param("今天天气很好", "auto", 12, id="auto: columns of Han"),
    pytest.param("Rust 入门", "auto", 7, id="auto: graphemes where narrow ones prevail"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "unit", "count"), COUNTS)
def test_counts(text: str, unit: Unit, count: int) -> None:
    assert length(text, unit) == count


@pytest.mark.parametrize(("text", "unit", "count"), COUNTS)
def test_what_is_longer_is_never_ruled_out(text: str, unit: Unit, count: int) -> None:
    for limit in range(count):
        assert may_pass(text, unit, limit)
        assert unit != "words" or may_have_words(text, limit)
        assert len(text) >= shortest_over(limit, unit)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param("今天天气很好", 3, id="Chinese"),
        pytest.param("今天天气很好，我们去公园吧。", 7, id="Chinese with marks"),
        pytest.param(THAI, 8, id="Thai"),
        pytest.param(KHMER, 5, id="Khmer"),
        pytest.param("The ferry runs", 3, id="English"),
    ],
)
def test_words_by_dictionary(text: str, count: int) -> None:
    pytest.importorskip("icu4py", reason="needs the extra icu")
    assert dictionary_words(text) == count


@pytest.mark.parametrize(("text", "unit", "count"), COUNTS)
def test_counts_by_icu(text: str, unit: Unit, count: int) -> None:
    breakers = pytest.importorskip("icu4py.breakers", reason="needs the extra icu")
    if unit == "graphemes":
        assert len(list(breakers.CharacterBreaker(text, "en"))) == count
    elif unit == "words" and not has_unspaced_script(text):
        assert dictionary_words(text) == count
    elif unit == "sentences":
        assert len(list(breakers.SentenceBreaker(text.replace("\n", " "), "en"))) == count
