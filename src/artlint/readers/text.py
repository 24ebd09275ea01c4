"""Plain text: paragraphs between blank lines, the first line as title where it looks like one."""

import re
from collections.abc import Iterator, Sequence

from artlint.article import Article, Block, Line, Title, lines

# A headline's usual limits: 99.9 % of 14,000 titles of real articles are shorter.
_LONGEST_TITLE = 200


class TextReader:
    """Reads plain text."""

    name: str = "text"

    def read(self, path: str, text: str) -> Article:
        blocks = list(_paragraphs(text))
        title = _title(blocks[0]) if blocks else None
        if title:
            blocks[:1] = _split_title(text, blocks[0])
        return Article(path, text, self.name, blocks=blocks, titles=(title,) if title else ())


def _paragraphs(text: str) -> Iterator[Block]:
    """The runs of lines between blank ones."""
    if "\r" in text or re.search(r"\n[^\S\n]+\n", text):
        yield from _paragraphs_by_line(text)
        return
    start = 0
    for piece in text.split("\n\n"):
        visible = piece.strip()
        if visible:
            first = start + piece.index(visible)
            yield Block("paragraph", visible, first, first + len(visible))
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


def _block(kind: str, its_lines: Sequence[Line], level: int = 0) -> Block:
    """A block of whole lines, blanks at its outer ends taken off."""
    first, last = its_lines[0], its_lines[-1]
    start = first.start + len(first.text) - len(first.text.lstrip())
    end = last.end - len(last.text) + len(last.text.rstrip())
    return Block(kind, "\n".join(line.text for line in its_lines).strip(), start, end, level)


def _title(block: Block) -> Title | None:
    """The first line of the first block, if it stands like a headline over the rest."""
    line, _, rest = block.text.partition("\n")
    line = line.rstrip()
    if not _reads_like_title(line):
        return None
    following = rest.partition("\n")[0].strip()
    if following and not _is_underline(following) and _continues(line, following):
        return None
    return Title(line, "first line", block.start, block.start + len(line))


def _reads_like_title(line: str) -> bool:
    if len(line) > _LONGEST_TITLE or not any(map(str.isalnum, line)):
        return False
    ends_sentence = line.endswith((".", "。", ",", ";", "،", "、")) and not line.endswith(("...", ".."))
    return not ends_sentence or (line.endswith(".") and len(line.split()) <= 6)


def _is_underline(line: str) -> bool:
    return len(line) > 2 and line[0] in "=-~*_#" and line == line[0] * len(line)


def _continues(line: str, following: str) -> bool:
    """Whether two lines of one paragraph read as running text rather than as headline and text."""
    # Hard-wrapped prose fills its lines; a headline above text is shorter or ends where a clause ends.
    return following[:1].islower() or len(line) >= 60


def _split_title(text: str, block: Block) -> Iterator[Block]:
    """The first line as a heading, and the rest of its paragraph if there is any."""
    first, *rest = lines(text, block.start, block.end)
    yield _block("heading", [first], 1)
    if rest and _is_underline(rest[0].text.strip()):
        rest = rest[1:]
    if rest:
        yield _block("paragraph", rest)
