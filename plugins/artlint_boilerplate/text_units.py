"""Plain text in units: each line one, but those that were only wrapped joined again."""

import re
from collections.abc import Iterator
from itertools import pairwise

from artlint import Article, Block
from artlint_boilerplate.unit import Unit, normalised

# Lines of 50 to 120 characters are what editors and mailers wrap at; a shorter line was ended on purpose, and
# longer ones are paragraphs of one line.
_NARROWEST, _WIDEST = 50, 120
# How far a wrapped line may fall short of its paragraph's width: editors differ in what they count.
_SLACK = 3
# An indented line belongs to a list, a quotation or an example.
_INDENT = 2
# One character of program code in 40 is what links and abbreviations leave in prose; a short line has none.
_CODE_SHARE = 1 / 40

_MARKER = re.compile(r"[-*+•·–]\s|\(?\d{1,3}[.)]\s|\(?[a-z]\)\s")
_CODE = re.compile(r"[{}\[\]<>=|\\_$#@~^;`]|::|\(\)")


def text_units(article: Article) -> Iterator[Unit]:
    """The units of a plain text."""
    paragraphs = [block for block in article.blocks if block.kind != "heading"]
    margin = min((block.start - _line_start(article.text, block) for block in paragraphs), default=0)
    for block in article.blocks:
        if block.kind == "heading":
            yield Unit(normalised(block.text), block.start, block.end, "heading", block.text, block.level)
        else:
            yield from _unwrapped(article, block, margin)


def _line_start(text: str, block: Block) -> int:
    return max(text.rfind("\n", 0, block.start), text.rfind("\r", 0, block.start)) + 1


def _unwrapped(article: Article, block: Block, margin: int) -> Iterator[Unit]:
    """The block's lines, those that were only wrapped joined again.

    A line was wrapped if the next line's first word had no room on it, and if it does not end a sentence.
    """
    lines = list(article.lines(_line_start(article.text, block), block.end))
    width = max(len(line.text.rstrip()) for line in lines)
    is_wrapped = _NARROWEST <= width <= _WIDEST
    start = lines[0].start
    for line, following in pairwise(lines):
        if not is_wrapped or _was_ended(line.text.rstrip(), following.text.lstrip(), width - _SLACK):
            yield _unit(article.text, start, line.end, line.text[margin:])
            start = following.start
    yield _unit(article.text, start, lines[-1].end, lines[-1].text[margin:])


def _was_ended(line: str, following: str, width: int) -> bool:
    """Whether `line` was ended on purpose rather than wrapped at `width`."""
    word = following.split(None, 1)[0]
    return len(line) + 1 + len(word) <= width or line.endswith((".", "?", "!")) or bool(_MARKER.match(following))


def _unit(text: str, start: int, end: int, last_line: str) -> Unit:
    visible = text[start:end]
    stripped = visible.strip()
    start += len(visible) - len(visible.lstrip())
    key = " ".join(stripped.split()).casefold()
    return Unit(key, start, start + len(stripped), _kind(key, last_line), stripped)


def _kind(text: str, line: str) -> str:
    """`line`, `item` or `code`, by the wording and by how its last line is set."""
    code = len(_CODE.findall(text))
    if code > len(text) * _CODE_SHARE or (code and len(text) < _NARROWEST) or not _starts_prose(text[0]):
        return "item" if _MARKER.match(text) else "code"
    indent = len(line) - len(line.lstrip())
    return "item" if indent >= _INDENT or line.startswith("\t") or _MARKER.match(text) else "line"


def _starts_prose(character: str) -> bool:
    return character.isalnum() or character in "\"'“”„«»‹›‘’¿¡*(—–" or ord(character) > 0x2FF
