"""The units that are compared: lines of plain text, blocks of Markdown and HTML, each in its visible wording."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from artlint import Article, Block, digest

# Kinds that belong to a repeated run they stand in, but say nothing alone.
SILENT = frozenset(("heading", "code", "cell", "rule", "template", "links", "image"))

# Lines of 50 to 120 characters are what editors and mailers wrap at; a shorter line was ended on purpose, and
# longer ones are paragraphs of one line.
_NARROWEST, _WIDEST = 50, 120
# How far a wrapped line may fall short of its paragraph's width: editors differ in what they count.
_SLACK = 3
_LETTERS_NEEDED = 0.5
# Characters that stand for one word where a script writes no blanks: Chinese and Japanese words have about two
# characters, those of Thai, Lao, Khmer and Burmese about four.
_IDEOGRAPHS_A_WORD, _LETTERS_A_WORD = 2, 4
_EXCERPT = 60

# Three or more lines of under 40 characters without the end of a sentence are a list, whatever its markup.
_FEWEST_LISTED, _LONGEST_LISTED = 3, 40

_SENTENCE_END = re.compile(r"[.!?。！？؟।…]")
_MARKER = re.compile(r"[-*+•·–]\s|\(?\d{1,3}[.)]\s|\(?[a-z]\)\s")
_IDEOGRAPH = re.compile(r"[\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_UNSPACED = re.compile(r"[\u0e01-\u0e4e\u0e81-\u0ecd\u1000-\u109f\u1780-\u17d3]")


class Unit(NamedTuple):
    """One line or block.

    `text` is the visible wording with single blanks and without case, by which units are compared;
    `visible` is the wording as it stands. `start` and `end` are offsets into the article's text.
    """

    text: str
    start: int
    end: int
    kind: str
    visible: str

    @property
    def key(self) -> int:
        """The digest of the wording."""
        return digest(self.text)


def units(article: Article) -> Sequence[Unit]:
    """The article's units in their order; to be had by `article.derived(units)`."""
    return list(_text_units(article) if article.format == "text" else _block_units(article))


def normalised(text: str) -> str:
    """`text` with single blanks and without case."""
    return " ".join(text.split()).casefold()


def size(text: str) -> int:
    """How many words `text` has; in scripts without blanks, how many its characters make."""
    words = text.count(" ") + 1
    if len(text) < 8 * words or text.isascii():
        return words if text else 0
    ideographs, letters = len(_IDEOGRAPH.findall(text)), len(_UNSPACED.findall(text))
    return max(words, ideographs // _IDEOGRAPHS_A_WORD, letters // _LETTERS_A_WORD)


def weight(text: str, kind: str) -> int:
    """The words of a unit that count towards a finding; none in headings, code, lead-ins, numbers and the like."""
    if kind in SILENT or text.endswith((":", "：")) or not _is_worded(text):
        return 0
    return size(text)


def is_question(text: str) -> bool:
    """Whether the text asks; a question that comes back is an interview's or a form's."""
    return text.rstrip("*_\"'”’ ").endswith(("?", "？", "؟"))


def block_id(keys: Sequence[int]) -> str:
    """The name of a block of units, the same wherever their visible wording stands: 16 hexadecimal digits."""
    names = [f"{key:016x}" for key in keys]
    return names[0] if len(names) == 1 else f"{digest(' '.join(names)):016x}"


def excerpt(texts: Iterable[str]) -> str:
    """The first words of a block, in quotes, its units parted by slashes."""
    text = " / ".join(" ".join(text.split()) for text in texts)
    if len(text) > _EXCERPT:
        cut = text[:_EXCERPT].rpartition(" ")[0]
        text = (cut if len(cut) > _EXCERPT // 2 else text[:_EXCERPT]) + "…"
    return f'"{text}"'


def _is_worded(text: str) -> bool:
    """Whether at least half of the characters are letters or marks; not so in numbers, rules and tables."""
    bare = text.replace(" ", "")
    others = sum(not (character.isalpha() or ord(character) > 0x2FF) for character in bare)
    return others <= len(bare) * (1 - _LETTERS_NEEDED)


def _block_units(article: Article) -> Iterator[Unit]:
    linked, pictured = _link_lengths(article), {link.block for link in article.links if link.kind == "image"}
    for number, block in enumerate(article.blocks):
        text = " ".join(block.text.split()).casefold()
        if not text:
            continue
        kind = _kind(block, article.text)
        if number in linked and linked[number] >= 0.8 * len(text):
            kind = "links"
        elif number in pictured and _is_picture(article, block, number):
            kind = "image"
        yield Unit(text, block.start, block.end, kind, block.text)


def _kind(block: Block, text: str) -> str:
    """The block's kind; raw HTML and lines that only list something as what they are."""
    if block.kind == "html":
        source = text[block.start : block.end].lower()
        return "cell" if "<td" in source or "<tr" in source else "html"
    lines = block.text.count("\n") + 1 if block.kind in ("paragraph", "quote") else 1
    if lines >= _FEWEST_LISTED and len(block.text) < _LONGEST_LISTED * lines and not _SENTENCE_END.search(block.text):
        return "item"
    return block.kind


def _link_lengths(article: Article) -> dict[int, int]:
    """By block, how many of its characters are links."""
    lengths: dict[int, int] = {}
    for link in article.links:
        if link.kind == "link" and link.block >= 0:
            lengths[link.block] = lengths.get(link.block, 0) + len(link.text)
    return lengths


def _is_picture(article: Article, block: Block, number: int) -> bool:
    """Whether the block is images alone, its text their descriptions."""
    alts = sum(len(link.text) for link in article.links if link.kind == "image" and link.block == number)
    return alts >= 0.8 * len(block.text)


def _text_units(article: Article) -> Iterator[Unit]:
    for block in article.blocks:
        if block.kind == "heading":
            yield Unit(normalised(block.text), block.start, block.end, "heading", block.text)
        elif "\n" not in block.text and "\r" not in block.text:
            yield _text_unit(article.text, block.start, block.end)
        else:
            yield from _unwrapped(article, block)


def _unwrapped(article: Article, block: Block) -> Iterator[Unit]:
    """The block's lines, those that were only wrapped joined again.

    A line was wrapped if the next line's first word had no room on it, and if it does not end a sentence.
    """
    lines = list(article.lines(block.start, block.end))
    width = max(len(line.text.rstrip()) for line in lines)
    if not _NARROWEST <= width <= _WIDEST:
        for line in lines:
            yield _text_unit(article.text, line.start, line.end)
        return
    start = lines[0].start
    for line, following in pairwise(lines):
        if _was_ended(line.text.rstrip(), following.text.lstrip(), width - _SLACK):
            yield _text_unit(article.text, start, line.end)
            start = following.start
    yield _text_unit(article.text, start, lines[-1].end)


def _was_ended(line: str, following: str, width: int) -> bool:
    """Whether `line` was ended on purpose rather than wrapped at `width`."""
    word = following.split(None, 1)[0]
    return len(line) + 1 + len(word) <= width or line.endswith((".", "?", "!")) or bool(_MARKER.match(following))


def _text_unit(text: str, start: int, end: int) -> Unit:
    visible = text[start:end]
    stripped = visible.strip()
    start += visible.find(stripped[:1])
    kind = "item" if _MARKER.match(stripped) else "line"
    return Unit(" ".join(stripped.split()).casefold(), start, start + len(stripped), kind, stripped)
