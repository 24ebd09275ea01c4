"""Plain text: paragraphs between blank lines, a title where one stands above them."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from artlint.article import Article, Block, Line, lines

if TYPE_CHECKING:
    from artlint.readers.text_titles import Headline

_new = tuple.__new__  # see `artlint.article`


class TextReader:
    """Reads plain text."""

    name: str = "text"

    def read(self, path: str, text: str) -> Article:
        from artlint.readers.text_titles import headline  # not for Markdown and HTML

        blocks = list(_paragraphs(text))
        found = headline(text, blocks)
        if found and found.end > blocks[found.block].start:
            blocks[found.block : found.block + 1] = _split(text, blocks[found.block], found)
        return Article(path, text, self.name, blocks=blocks, titles=(found.title,) if found else ())


def _paragraphs(text: str) -> Iterator[Block]:
    """The runs of lines between blank ones."""
    if "\r" in text or re.search(r"\n[^\S\n]+\n", text):
        yield from _paragraphs_by_line(text)
        return
    start = 0
    for piece in text.split("\n\n"):
        visible = piece.strip()
        if visible:
            first = start + (len(piece) - len(piece.lstrip()) if len(piece) > len(visible) else 0)
            yield _new(Block, ("paragraph", visible, first, first + len(visible), 0, 0))
        start += len(piece) + 2


def _paragraphs_by_line(text: str) -> Iterator[Block]:
    paragraph: list[Line] = []
    for line in lines(text, 0, len(text)):
        if line.text and not line.text.isspace():
            paragraph.append(line)
        elif paragraph:
            yield _block("paragraph", paragraph)
            paragraph = []
    if paragraph:
        yield _block("paragraph", paragraph)


def _block(kind: str, its_lines: Sequence[Line]) -> Block:
    """A block of whole lines, blanks at its outer ends taken off."""
    first, last = its_lines[0], its_lines[-1]
    start = first.start + len(first.text) - len(first.text.lstrip())
    end = last.end - len(last.text) + len(last.text.rstrip())
    return Block(kind, "\n".join(line.text for line in its_lines).strip(), start, end)


def _split(text: str, block: Block, found: "Headline") -> Iterator[Block]:
    """The title as a heading, and the rest of its block if there is any."""
    yield Block("heading", found.title.text, found.title.start, found.title.end, 1)
    rest = [line for line in lines(text, block.start, block.end) if line.start > found.end]
    if rest:
        yield _block("paragraph", rest)
