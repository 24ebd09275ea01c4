"""Plain text in units: each line one, but those that were only wrapped joined again."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from artlint import Article, Block
from artlint_boilerplate.unit import Unit, normalised

# Lines of 50 to 120 characters are what editors and mailers wrap at; a shorter line was ended on purpose, and
# longer ones are paragraphs of one line.
_NARROWEST, _WIDEST = 50, 120
# How far a wrapped line may fall short of its paragraph's width: editors differ in what they count.
_SLACK = 3
# A line so far in belongs to an entry of a reference where a term or program text stands before it.
_INDENT = 2
_LONGEST_TERM = 40
# A line's text starts within so many characters of its line.
_MARGIN = 200
# One character of program code in 25 is what links and abbreviations leave in prose; a short line has none.
_CODE_SHARE = 1 / 25

_SENTENCE_ENDS = (".", "?", "!", "。", "？", "！", "؟", "।", "…")
# Thai to Burmese, and from the radicals of Chinese on: scripts that break a line anywhere.
_UNSPACED = (range(0x0E00, 0x1100), range(0x1780, 0x1800), range(0x2E80, 0xAC00))
_MARKER = re.compile(r"[-*+•·–]\s|\(?\d{1,3}[.)]\s|\(?[a-z]\)\s")
_FENCE = r"(?m)^(?:-{4,}|\.{4,})$"
# What stands before a fence: a blank line, attributes in brackets, or the sign that goes on with an item.
_BEFORE_FENCE = ("\n\n", "]\n", "\n+\n")
_UNDERLINE = re.compile(r"([=\-~^+*\"'#.:])\1{2,}")
_CODE, _CODE_PAIRS = b"{}[]<>=|\\_$#@~^;`", ("::", "()")


def text_units(article: Article) -> Iterator[Unit]:
    """The units of a plain text; lines between fences are program text."""
    in_entry = False
    fences = [(-1, -1), *_fenced(article.text)]
    for unit in _lines(article):
        if unit.start < fences[bisect_right(fences, (unit.start, len(article.text))) - 1][1]:
            yield unit._replace(kind="code")
            continue
        if unit.kind == "indented":
            yield unit._replace(kind="entry" if in_entry else "line")
        else:
            is_term = unit.kind == "line" and len(unit.text) <= _LONGEST_TERM and not unit.text.endswith(_SENTENCE_ENDS)
            in_entry = is_term or unit.kind == "code" or unit.text.endswith(":")
            yield unit


def _fenced(text: str) -> list[tuple[int, int]]:
    """Where program text stands between two like lines of hyphens or dots, set close to them as AsciiDoc has it."""
    if "\n----" not in text and "\n...." not in text:
        return []
    found: list[tuple[int, int]] = []
    opening: re.Match[str] | None = None
    for fence in re.finditer(_FENCE, text):
        if opening and fence[0] != opening[0]:
            continue
        if opening and text[fence.start() - 2] != "\n":
            found.append((opening.start(), fence.end()))
            opening = None
        else:
            opening = fence if _opens(text, fence) else None
    return found


def _opens(text: str, fence: re.Match[str]) -> bool:
    """Whether the next line follows closely, and before the fence is what may stand there."""
    return text[fence.end() + 1 : fence.end() + 2].strip() != "" and text.endswith(_BEFORE_FENCE, 0, fence.start())


def _lines(article: Article) -> Iterator[Unit]:
    """The units, prose that is set in from the margin as `indented`."""
    starts = [_line_start(article.text, block) for block in article.blocks]
    indents = (
        block.start - start for block, start in zip(article.blocks, starts, strict=True) if block.kind != "heading"
    )
    margin = min(indents, default=0)
    seen: set[str] = set()
    for block, start in zip(article.blocks, starts, strict=True):
        if block.kind == "heading":
            yield Unit(normalised(block.text), block.start, block.end, "heading", block.text, block.level)
        elif "\n" in block.text or "\r" in block.text:
            yield from _unwrapped(article, start, block.end, margin, seen)
        else:
            seen.add(block.text)
            yield _unit(article.text, block.start, block.end, article.text[start + margin : block.end])


def _line_start(text: str, block: Block) -> int:
    return max(text.rfind("\n", 0, block.start), text.rfind("\r", max(0, block.start - _MARGIN), block.start)) + 1


def _unwrapped(article: Article, start: int, end: int, margin: int, seen: set[str]) -> Iterator[Unit]:
    """The lines of a block, those that were only wrapped joined again.

    A line was wrapped if the next line's first word had no room on it, if it does not end a sentence, and if the
    next line has not stood alone before: `seen` holds the lines that have.
    """
    lines = list(article.lines(start, end))
    texts = [line.text.strip() for line in lines]
    lengths = [len(line.text.rstrip()) for line in lines]
    width = max(lengths)
    is_wrapped = _NARROWEST <= width <= _WIDEST
    for number, line in enumerate(lines[:-1]):
        text, following = texts[number], texts[number + 1]
        if start == line.start and not following[0].isalnum() and _underlines(following, text):
            yield _unit(article.text, start, line.end, "")._replace(kind="heading", level=ord(following[0]))
            start = lines[number + 1].start
        elif not is_wrapped or following in seen or _was_ended(text, lengths[number], following, width - _SLACK):
            if start == line.start:
                seen.add(text)
            yield _unit(article.text, start, line.end, line.text[margin:])
            start = lines[number + 1].start
    if start == lines[-1].start:
        seen.add(texts[-1])
    yield _unit(article.text, start, lines[-1].end, lines[-1].text[margin:])


def _underlines(line: str, title: str) -> bool:
    """Whether `line` is drawn under `title` to make it a heading."""
    return abs(len(line) - len(title)) <= _SLACK and bool(_UNDERLINE.fullmatch(line))


def _was_ended(line: str, length: int, following: str, width: int) -> bool:
    """Whether `line`, which reaches to `length`, was ended on purpose rather than wrapped at `width`."""
    room = 1 + len(following.split(None, 1)[0])
    if following[0] > "\u0dff" and any(ord(following[0]) in script for script in _UNSPACED):
        room = 0
    return length + room < width or line.endswith(_SENTENCE_ENDS) or _is_marked(following)


def _unit(text: str, start: int, end: int, last_line: str) -> Unit:
    visible = text[start:end]
    stripped = visible.strip()
    start += len(visible) - len(visible.lstrip())
    key = " ".join(stripped.split()).casefold()
    return Unit(key, start, start + len(stripped), _kind(key, last_line), stripped)


def _kind(text: str, line: str) -> str:
    """`line`, `item`, `indented` or `code`, by the wording and by how its last line is set."""
    if _is_marked(text):
        return "item"
    code = _characters_of_code(text)
    if code > len(text) * _CODE_SHARE or (code and len(text) < _NARROWEST) or not _starts_prose(text[0]):
        return "code"
    indent = len(line) - len(line.lstrip())
    return "indented" if indent >= _INDENT or line.startswith("\t") else "line"


def _is_marked(text: str) -> bool:
    """Whether the text begins with the marker of a list; few do, so most are spared the search."""
    return (not text[0].isalpha() or text[1:2] == ")") and _MARKER.match(text) is not None


def _characters_of_code(text: str) -> int:
    content = text.encode("utf-8", "surrogatepass")
    return len(content) - len(content.translate(None, _CODE)) + sum(map(text.count, _CODE_PAIRS))


def _starts_prose(character: str) -> bool:
    return character.isalnum() or character in "\"'“”„«»‹›‘’¿¡*(—–" or ord(character) > 0x2FF
