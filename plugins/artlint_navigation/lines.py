"""The lines of an article that may name a neighbour, each with the links that stand in it."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice, zip_longest
from typing import NamedTuple

from artlint import Article, Block, Link
from artlint_navigation.labels import Labels

LINK = "\0"  # stands for a link in a line's text
LEFT_ARROWS, RIGHT_ARROWS = "←⬅⟵«‹◀⏪👈⇐", "→➡⟶»›▶⏩👉⇒"
INFO_HEADER = "File: "
_LEFT_ENDS, _RIGHT_ENDS = frozenset(LEFT_ARROWS + "<"), frozenset(RIGHT_ARROWS + ">")
_FEWEST_WORDS, _FEWEST_WORDS_OF_PROSE = 4, 8  # of a line that is running text, before a link or before a label
_WORD = re.compile(r"[^\W\d_]+")
_UNREAD = frozenset(("code", "rule", "template"))


class Line(NamedTuple):
    """A line as a reader sees it, each of its links a single `LINK` in the text."""

    text: str
    start: int
    end: int
    links: tuple[Link, ...]
    kind: str

    @property
    def sole_link(self) -> Link | None:
        """The link that is all of the line; None if there is more or less."""
        return self.links[0] if len(self.links) == 1 and not _WORD.search(self.text) else None


class Lines(NamedTuple):
    """The article's blocks, read as lines only where somebody asks."""

    article: Article
    links_by_block: dict[int, list[Link]]

    def within(self, number: int) -> list[Line]:
        """The lines of the block with this number."""
        block = self.article.blocks[number]
        if block.kind in _UNREAD:
            return []
        links = self.links_by_block.get(number, [])
        texts = _with_links_marked(block.text, links).split("\n")
        rest = iter(links)
        if len(texts) == 1:
            return [Line(texts[0], block.start, block.end, tuple(islice(rest, texts[0].count(LINK))), block.kind)]
        spans = _source_lines(self.article, block, len(texts))
        return [
            _line(text, span or (block.start, block.end), tuple(islice(rest, text.count(LINK))), block.kind)
            for text, span in zip_longest(texts, spans[: len(texts)])
        ]

    def after(self, number: int) -> Iterator[Line]:
        """The lines of the blocks that follow this one, up to code or a rule."""
        for following in range(number + 1, len(self.article.blocks)):
            if self.article.blocks[following].kind in _UNREAD:
                return
            yield from self.within(following)


def lines_of(article: Article) -> Lines:
    """The article's lines, none of them read yet."""
    links: dict[int, list[Link]] = defaultdict(list)
    for link in article.links:
        if link.block >= 0 and link.kind == "link":
            links[link.block].append(link)
    return Lines(article, links)


def goes_on(article: Article, before: Line, line: Line) -> bool:
    """Whether the line, which holds one link or a label, goes on with a sentence of the line before."""
    text = before.text.rstrip()
    if len(line.links) > 1 or not (text[-1:].isalpha() or text.endswith((",", ";", "("))):
        return False
    between = article.text[before.start : line.start]
    is_broken = "  \n" in between or "\\\n" in between or "<br" in between
    return not is_broken and len(text.split()) >= (_FEWEST_WORDS if line.links else _FEWEST_WORDS_OF_PROSE)


def candidates(article: Article, labels: Labels) -> list[int]:
    """The numbers of the blocks that may hold a reference, in order; wrong only towards too many."""
    found = set(_linked(article, labels)) if article.links else set()
    texts = ["" if block.kind in _UNREAD else block.text for block in article.blocks]
    if texts and texts[0].startswith(INFO_HEADER):
        found.add(0)
    return sorted(found.union(labels.beginning_lines_of(texts)))


def _linked(article: Article, labels: Labels) -> Iterator[int]:
    """The blocks with a link that begins with a label or an arrow, or with arrows around their links."""
    links = [link for link in article.links if link.block >= 0 and link.kind == "link"]
    for number in {link.block for link in links}:
        text = article.blocks[number].text if number < len(article.blocks) else ""
        if text[:1] in _LEFT_ENDS or text.rstrip("\ufe0f")[-1:] in _RIGHT_ENDS:
            yield number
    texts = [link.text for link in links]
    for number in labels.beginning_lines_of(texts):
        yield links[number].block
    for link, text in zip(links, texts, strict=True):
        if not text.isascii() and (text[:1] in LEFT_ARROWS or text.rstrip("\ufe0f")[-1:] in RIGHT_ARROWS):
            yield link.block


def _with_links_marked(text: str, links: Sequence[Link]) -> str:
    """`text` with the text of each link replaced by `LINK`; a link that is not seen stands at the end."""
    pieces, position = [], 0
    for link in links:
        found = text.find(link.text, position)
        if found < 0:
            found = position
            pieces.append(LINK)
            continue
        pieces += (text[position:found], LINK)
        position = found + len(link.text)
    return "".join((*pieces, text[position:]))


def _source_lines(article: Article, block: Block, count: int) -> Sequence[tuple[int, int]]:
    """Where the block's lines stand in the source, if it has as many there."""
    if article.format in ("html", "notebook"):
        return ()
    spans = [(line.start, line.end) for line in article.lines(block.start, block.end)]
    return spans if len(spans) == count else ()


def _line(text: str, span: tuple[int, int], links: tuple[Link, ...], kind: str) -> Line:
    """A line of several; its links tell its place best, then its span."""
    if links:
        return Line(text, links[0].start, links[-1].end, links, kind)
    return Line(text, *span, links, kind)
