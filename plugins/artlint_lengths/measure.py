"""How long a text is, in the units that people count in.

Graphemes, words and sentences are those of Unicode's UAX 29. Scripts without spaces between words are an
estimate: UAX 29 takes each Han or Kana character and each Thai letter for a word. Against ICU 78's
dictionaries that is 1.6 times too many for Chinese (30,400 characters of a handbook in zh-CN and zh-TW), 1.5
times for Japanese (57,000 characters), 3.6 times for Thai and 3.7 times for Khmer (single passages).
"""

import re
from functools import cache
from importlib import import_module
from typing import Literal

Unit = Literal["auto", "graphemes", "characters", "width", "words", "sentences", "bytes"]

_UAX_WORDS_PER_HAN_OR_KANA_WORD = 1.6
_UAX_WORDS_PER_SOUTHEAST_ASIAN_WORD = 3.6
_HAN_AND_KANA = (
    r"\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
_SOUTHEAST_ASIAN = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u19e0-\u19ff\u1a20-\u1aaf\ua9e0-\ua9ff\uaa60-\uaa7f"
_MARKS = "’“”‘—–…\xa0"  # the usual ones that are no words
_LETTERS_AND_DIGITS = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
_BLANKED = bytes(byte if byte in _LETTERS_AND_DIGITS else 32 for byte in range(256))


def length(text: str, unit: Unit, dictionary: bool = False) -> int:
    """How many of `unit` are in `text`; `auto` counts graphemes, or columns where wide ones prevail.

    `dictionary` finds the words of scripts without spaces by ICU's dictionaries rather than by estimate.
    """
    match unit_for(text, unit):
        case "graphemes":
            return graphemes(text)
        case "width":
            return width(text)
        case "words":
            return dictionary_words(text) if dictionary else words(text)
        case "sentences":
            return len(sentences(text))
        case "bytes":
            return len(text.encode("utf-8", "surrogatepass"))
        case _:
            return len(text)


def shortest_over(limit: int, unit: Unit) -> int:
    """The fewest code points that a text longer than `limit` can have."""
    match unit:
        case "words":  # two words need something between them, unless a script has no spaces
            return int(limit * _UAX_WORDS_PER_HAN_OR_KANA_WORD)
        case "width" | "auto" | "sentences":
            return limit // 2
        case "bytes":
            return limit // 4
        case _:
            return limit


def may_pass(text: str, unit: Unit, limit: int) -> bool:
    """Whether `text` can be longer than `limit`, told without segmentation; False is certain."""
    size = len(text)
    if unit in ("words", "sentences"):
        return (size >= 2 * limit or not text.isascii()) and _words_may_pass(text, limit)
    if text.isascii() or unit in ("graphemes", "characters"):
        return size > limit
    return size * (4 if unit == "bytes" else 2) > limit


def unit_for(text: str, unit: Unit) -> Unit:
    """`unit` itself, or what `auto` means for `text`."""
    if unit != "auto":
        return unit
    return "graphemes" if text.isascii() or width(text) < 1.5 * graphemes(text) else "width"


def graphemes(text: str) -> int:
    """The characters that a reader sees (extended grapheme clusters)."""
    if text.isascii() and "\r" not in text:
        return len(text)
    from unicode_segmentation_rs import graphemes as split  # 3 ms that short articles need not pay

    return len(split(text, True))


def width(text: str) -> int:
    """The columns that `text` takes in a fixed-width font: two for Han, Kana, Hangul and most emoji."""
    if text.isascii():
        return len(text)
    from unicode_segmentation_rs import text_width  # 3 ms that short articles need not pay

    return text_width(text)


def words(text: str) -> int:
    """The words in `text`; of scripts without spaces an estimate, see above."""
    from unicode_segmentation_rs import unicode_words  # 3 ms that short articles need not pay

    found = unicode_words(text)
    if not has_unspaced_script(text):
        return len(found)
    beginnings = "".join(word[0] for word in found)
    han, thai = (len(beginnings) - len(pattern.sub("", beginnings)) for pattern in _unspaced_patterns())
    estimate = han / _UAX_WORDS_PER_HAN_OR_KANA_WORD + thai / _UAX_WORDS_PER_SOUTHEAST_ASIAN_WORD
    return len(found) - han - thai + (max(1, round(estimate)) if han or thai else 0)


def dictionary_words(text: str) -> int:
    """The words in `text` by ICU's dictionaries; `require_dictionary` tells whether they are there."""
    breakers = import_module("icu4py.breakers")  # an extra, without types of its own
    return sum(1 for word in breakers.WordBreaker(text, "en") if any(map(str.isalnum, word)))


def require_dictionary() -> None:
    """Nothing; raises ValueError where icu4py is not installed."""
    try:
        import_module("icu4py.breakers")
    except ImportError:
        raise ValueError("dictionary needs icu4py; install artlint[icu]") from None


def sentences(text: str) -> list[str]:
    """The sentences of `text`, which stands on one line or whose lines belong together."""
    from unicode_segmentation_rs import unicode_sentences  # 3 ms that short articles need not pay

    return list(unicode_sentences(text.replace("\n", " ")))


def has_unspaced_script(text: str) -> bool:
    """Whether Han, Kana, Thai, Lao, Khmer or Burmese letters stand in `text`."""
    return not text.isascii() and any(pattern.search(text) for pattern in _unspaced_patterns())


@cache
def _unspaced_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(f"[{_HAN_AND_KANA}]+"), re.compile(f"[{_SOUTHEAST_ASIAN}]+")


def may_have_words(text: str, limit: int) -> bool:
    """Whether `text` can have more than `limit` words, told by what is no ASCII letter or digit; False is certain."""
    seen = text.encode("ascii", "ignore")
    return len(seen.translate(None, _LETTERS_AND_DIGITS)) + 1 + 2 * (len(text) - len(seen)) > limit


def _words_may_pass(text: str, limit: int) -> bool:
    """Whether there can be more than `limit` words: runs of ASCII letters and digits, and what is not ASCII."""
    seen = text.encode("ascii", "ignore")
    others = len(text) - len(seen)
    if others:
        marks = sum(map(text.count, _MARKS))
        others = marks + 2 * (others - marks)
    if len(seen.translate(None, _LETTERS_AND_DIGITS)) + 1 + others <= limit:
        return False
    return len(seen.translate(_BLANKED).split()) + others > limit
