"""The limit of sentences."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from artlint import Article, Block, Severity
from artlint_lengths.limits import LengthRule, Piece
from artlint_lengths.measure import has_unspaced_script, may_have_words, may_pass, sentences
from artlint_lengths.running_text import enumerates, reads_as_prose

# So much of a sentence finds it again in the source, markup between its words or not.
_HEAD = 24
# How far its source is looked for: markup makes it longer, a hostile block has no end.
_WINDOW = 20_000
# What has fewer is a row of letters or figures, no sentence.
_LEAST_CHARACTERS_A_WORD = 3
_READ = frozenset(("paragraph", "item", "quote"))
_VIETNAMESE = r"[ăđơưĂĐƠƯ\u1ea0-\u1ef9]"
# Where UAX 29 goes on because a small letter follows.
_MAYBE_END = r"(?<=\S)[.!?…][\"”’')\]»]*\s+"
_QUOTES = "\"“”‘’'()[]«»"
_LONGEST_WORD = 30
_ABBREVIATED = "approx art bzw ca cap cf ch ed eds etc ex fig ggf incl max min nr num op resp sec usw vgl vol vs"
_ABBREVIATIONS = frozenset(_ABBREVIATED.split())


class SentenceLength(LengthRule):
    """The sentence is too long or too short.

    Guides to plain language ask for 15 to 25 words on average (gov.uk: at most 25), which marks half of all
    sentences. 45 words mark the longest 1 to 2 of 100 sentences of the news and blogs that this rule was
    tried on, and leave the occasional long sentence of a good writer alone. Code, tables, link lists,
    enumerations of names, terms of licences and sentences of scripts without spaces (unless `dictionary` is on)
    are left alone, and so is Vietnamese, which parts syllables.

    Options:
        min: the least length; none by default
        max: the greatest length: 45, see above
        unit: `words` (UAX 29), `graphemes`, `characters` (code points), `width` (columns), `bytes` (UTF-8),
            `auto`
        min_by_language: limits for languages, by tag: `{de: 20}`; `zh` holds for `zh-TW` too
        max_by_language: the same for the greatest length
        dictionary: count words of scripts without spaces by dictionaries (needs `artlint[icu]`)

    Bad:
        --- a.md
        # The long winter

        In the third week a party of six walked across the river with ropes round their waists and bought
        what they could carry and walked back before dark and after that nobody spoke of anything but the
        ice and the day on which the first cart might be sent.

    Good:
        --- a.md
        # The long winter

        In the third week a party of six walked across the river with ropes round their waists. They bought
        what they could carry and walked back before dark. After that nobody spoke of anything but the ice.
    """

    id: ClassVar[str] = "length/sentence"
    severity: ClassVar[Severity] = Severity.INFO
    subject: ClassVar[str] = "sentence"
    max: int | None = 45

    def shortest(self, most: int | None) -> int:
        return (most or 0) * _LEAST_CHARACTERS_A_WORD if self.unit == "words" else super().shortest(most)

    def pieces(self, article: Article, most: int | None) -> Iterator[Piece]:
        shortest = self.shortest(most)
        has_breaks = "<br" in article.text
        for block in article.blocks:
            text = block.text
            if len(text) < shortest or block.kind not in _READ:
                continue
            if most is not None and self.unit == "words" and not may_have_words(text, most):
                continue
            stretches = _lines(article, block) if has_breaks else [text.replace("\n", " ")]
            if most is not None:
                stretches = [long for text in stretches for long in self.long_stretches(text, most)]
            if stretches:
                found: Iterable[str] = (part.strip() for stretch in stretches for part in sentences(stretch))
                if most is not None:
                    found = (part for sentence in found if len(sentence) >= shortest for part in _cut(sentence))
                yield from _placed([sentence for sentence in found if len(sentence) >= shortest], article, block)

    def long_stretches(self, text: str, most: int) -> Iterator[str]:
        """The parts of `text` in which a sentence may pass `most`, split only where a sentence surely ends.

        UAX 29 ends a sentence behind a full stop and a blank where a capital follows.
        """
        shortest = self.shortest(most)
        first, *others = text.split(". ")
        if not others:
            if may_pass(text, self.unit, most - 1):
                yield first
            return
        stretch = first
        for part in others:
            if not part[:1].isupper():
                stretch = f"{stretch}. {part}"
                continue
            if len(stretch) >= shortest and may_pass(stretch, self.unit, most - 1):
                yield f"{stretch}."
            stretch = part
        if len(stretch) >= shortest and may_pass(stretch, self.unit, most - 1):
            yield stretch

    def is_meant(self, article: Article, piece: Piece) -> bool:
        if (has_unspaced_script(piece.text) and not self.dictionary) or _is_vietnamese(piece.text):
            return False
        return not enumerates(piece.text) and reads_as_prose(article, piece)


def _lines(article: Article, block: Block) -> list[str]:
    """The block's text as one line, or in as many as tags break it into."""
    is_broken = "\n" in block.text and article.text.find("<br", block.start, block.end) >= 0
    return block.text.split("\n") if is_broken else [block.text.replace("\n", " ")]


def _cut(text: str) -> Iterator[str]:
    """The sentence in the parts that may be sentences of their own: names and code begin with small letters too."""
    start = 0
    for end in re.finditer(_MAYBE_END, text):
        words = text[max(start, end.start() - _LONGEST_WORD) : end.start()].split(" ")
        if not _is_abbreviated(words[-1].strip(_QUOTES).lower()):
            yield text[start : end.end()].strip()
            start = end.end()
    yield text[start:].strip()


def _is_abbreviated(word: str) -> bool:
    """Whether the word before a full stop is an abbreviation, or none at all, as between the dots of an ellipsis."""
    return not word[-1:].isalnum() or word in _ABBREVIATIONS or all(len(part) < 3 for part in word.split("."))


def _is_vietnamese(text: str) -> bool:
    """Whether the text parts syllables rather than words; only Vietnamese has these letters."""
    return not text.isascii() and len(re.findall(_VIETNAMESE, text)) > len(text) / 40


def _placed(texts: Sequence[str], article: Article, block: Block) -> Iterator[Piece]:
    """The sentences with their places in the block's source; where markup hides their words, places nearby."""
    cursor = block.start
    for text in texts:
        start = _find(article, text[:_HEAD], cursor, block)
        tail = text[-_HEAD:].removesuffix(".")
        # The source is as long as what is seen of it, or longer.
        found = article.text.find(tail, start + len(text) * 3 // 4, min(block.end, start + _WINDOW))
        end = found + len(tail) + text.endswith(".") if found >= 0 else block.end
        yield Piece(text, start, min(end, block.end))
        cursor = min(start + len(text), block.end)


def _find(article: Article, words: str, start: int, block: Block) -> int:
    """Where `words` stand in the source from `start` on, else where their first words do, else `start`."""
    first = words.split(" ")
    for count in (len(first), 3, 2, 1):
        found = article.text.find(" ".join(first[:count]), start, min(block.end, start + _WINDOW))
        if found >= 0:
            return found
    return start
