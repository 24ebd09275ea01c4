"""The limit of sentences."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from artlint import Article, Block, Severity
from artlint_lengths.limits import LengthRule, Piece
from artlint_lengths.measure import has_unspaced_script, may_pass, sentences
from artlint_lengths.running_text import enumerates, reads_as_prose

# So much of a sentence finds it again in the source, markup between its words or not.
_HEAD = 24
# How far its source is looked for: markup makes it longer, a hostile block has no end.
_WINDOW = 20_000
# What has fewer is a row of letters or figures, no sentence.
_LEAST_CHARACTERS_A_WORD = 3
_READ = frozenset(("paragraph", "item", "quote"))


class SentenceLength(LengthRule):
    """The sentence is too long or too short.

    Guides to plain language ask for 15 to 25 words on average (gov.uk: at most 25), which marks half of all
    sentences. 45 words mark the longest 1 to 2 of 100 sentences of the news and blogs that this rule was
    tried on, and leave the occasional long sentence of a good writer alone. Code, tables, link lists,
    enumerations of names and sentences of scripts without spaces (unless `dictionary` is on) are left alone.

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
        for block in article.blocks:
            if len(block.text) >= shortest and block.kind in _READ:
                text = block.text.replace("\n", " ")
                stretches = [text] if most is None else self.long_stretches(text, most)
                found = (sentence.strip() for stretch in stretches for sentence in sentences(stretch))
                yield from _placed([sentence for sentence in found if len(sentence) >= shortest], article, block)

    def long_stretches(self, text: str, most: int) -> Iterator[str]:
        """The parts of `text` in which a sentence may pass `most`, split only where a sentence surely ends.

        UAX 29 ends a sentence behind a full stop and a blank where a capital follows.
        """
        shortest = self.shortest(most)
        first, *others = text.split(". ")
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
        if has_unspaced_script(piece.text) and not self.dictionary:
            return False
        return not enumerates(piece.text) and reads_as_prose(article, piece)


def _placed(texts: Sequence[str], article: Article, block: Block) -> Iterator[Piece]:
    """The sentences with their places in the block's source; where markup hides their words, places nearby."""
    cursor = block.start
    for text in texts:
        start = _find(article, text[:_HEAD], cursor, block)
        tail = text[-_HEAD:].removesuffix(".")
        found = article.text.find(tail, start, min(block.end, start + _WINDOW))
        end = found + len(tail) + text.endswith(".") if found >= 0 else block.end
        yield Piece(text, start, min(end, block.end))
        cursor = min(start + len(text), block.end)  # the source is as long as what is seen of it, or longer


def _find(article: Article, words: str, start: int, block: Block) -> int:
    """Where `words` stand in the source from `start` on, else where their first words do, else `start`."""
    first = words.split(" ")
    for count in (len(first), 3, 2, 1):
        found = article.text.find(" ".join(first[:count]), start, min(block.end, start + _WINDOW))
        if found >= 0:
            return found
    return start
