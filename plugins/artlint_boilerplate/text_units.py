"""Plain text in units: each line one, but those that were only wrapped joined again."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import itemgetter

from artlint import Article, Block, Line
from artlint_boilerplate.unit import Unit, has_only_spaces, new_unit, normalised

# Lines of 50 to 120 characters are what editors and mailers wrap at; a shorter line was ended on purpose, and
# longer ones are paragraphs of one line.
_NARROWEST, _WIDEST = 50, 120
# How far a wrapped line may fall short of its paragraph's width: editors differ in what they count.
_SLACK = 3
# A line so far in belongs to an entry of a reference where a term or program text stands before it.
_INDENT = 2
_LONGEST_TERM = 40
_LONGEST_HEADING = 100
# A line's text starts within so many characters of its line.
_MARGIN = 200
# One character of program code in 25 is what links and abbreviations leave in prose; a short line has none.
_CODE_SHARE = 1 / 25

_SENTENCE_ENDS = (".", "?", "!", "。", "？", "！", "؟", "।", "…")
# Thai to Burmese, and from the radicals of Chinese on: scripts that break a line anywhere.
_UNSPACED = (range(0x0E00, 0x1100), range(0x1780, 0x1800), range(0x2E80, 0xAC00))
_MARKER = r"[-*+•·–]\s|\(?\d{1,3}[.)]\s|\(?[a-z]\)\s"
_SECTION_NUMBER, _PAGE_NUMBER = r"(?:\d+|[a-z])(?:\.\d+)+\.?\s", r"(?: ?\.){3,} ?\d+$"
_FENCE = r"(?m)^(?:-{4,}|\.{4,})$"
# What stands before a fence: a blank line, attributes in brackets, or the sign that goes on with an item.
_BEFORE_FENCE = ("\n\n", "]\n", "\n+\n")
_UNDERLINE = r"([=\-~^+*\"'#.:])\1{2,}"
_CODE, _CODE_PAIRS = b"{}[]<>=|\\_$#@~^;`", ("::", "()")


def text_units(article: Article) -> Iterator[Unit]:
    """The units of a plain text; lines between fences are program text."""
    in_entry = False
    fences = _fenced(article.text)
    for unit in _lines(article):
        text, start, end, kind, visible, _ = unit
        if fences and _is_fenced(start, fences):
            yield unit._replace(kind="code")
        elif kind == "indented":
            yield new_unit(Unit, (text, start, end, "entry" if in_entry else "line", visible, 0))
        else:
            is_term = kind == "line" and len(text) <= _LONGEST_TERM and not text.endswith(_SENTENCE_ENDS)
            in_entry = is_term or kind == "code" or text.endswith(":")
            yield unit


def _is_fenced(start: int, fences: Sequence[tuple[int, int]]) -> bool:
    """Whether program text between fences stands at `start`."""
    number = bisect_right(fences, start, key=itemgetter(0))
    return number > 0 and start < fences[number - 1][1]


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
    wording = _Wording(article, _margin(article.blocks, starts))
    for block, start in zip(article.blocks, starts, strict=True):
        if block.kind == "heading":
            yield Unit(normalised(block.text), block.start, block.end, "heading", block.text, block.level)
        elif "\n" in block.text or "\r" in block.text:
            yield from _unwrapped(wording, list(article.lines(start, block.end)))
        else:
            wording.seen.add(block.text)
            yield wording.unit([Line(article.text[start : block.end], start, block.end)], [block.text])


def _line_start(text: str, block: Block) -> int:
    return max(text.rfind("\n", 0, block.start), text.rfind("\r", max(0, block.start - _MARGIN), block.start)) + 1


def _margin(blocks: Sequence[Block], starts: Sequence[int]) -> int:
    """How far in from their lines the blocks stand at least."""
    return min(
        (block[2] - start for block, start in zip(blocks, starts, strict=True) if block[0] != "heading"), default=0
    )


def _unwrapped(wording: "_Wording", lines: Sequence[Line]) -> Iterator[Unit]:
    """The lines of a block, those that were only wrapped joined again.

    A line was wrapped if the next line's first word had no room on it, if it does not end a sentence, and if the
    next line has not stood alone before.
    """
    seen, first = wording.seen, 0
    texts = [line.strip() for line, _, _ in lines]
    lengths = [len(line.rstrip()) for line, _, _ in lines]
    width = max(lengths)
    is_wrapped = _NARROWEST <= width <= _WIDEST
    for number in range(1, len(texts)):
        text, following = texts[number - 1], texts[number]
        is_alone = first == number - 1
        if is_alone and not following[0].isalnum() and _underlines(following, text):
            unit = wording.unit(lines[first:number], texts[first:number])
            yield unit._replace(kind="heading", level=ord(following[0]))
            first = number
        elif not is_wrapped or following in seen or _was_ended(text, following, width - _SLACK - lengths[number - 1]):
            if is_alone:
                seen.add(text)
            yield wording.unit(lines[first:number], texts[first:number])
            first = number
    if first == len(texts) - 1:
        seen.add(texts[-1])
    yield wording.unit(lines[first:], texts[first:])


def _underlines(line: str, title: str) -> bool:
    """Whether `line` is drawn under `title` to make it a heading."""
    return abs(len(line) - len(title)) <= _SLACK and bool(re.fullmatch(_UNDERLINE, line))


def _was_ended(line: str, following: str, room: int) -> bool:
    """Whether `line`, which leaves so much room, was ended on purpose rather than wrapped."""
    first = following[0]
    if line.endswith(_SENTENCE_ENDS) or _is_marked(following, first):
        return True
    if room <= 0:
        return False
    if first > "\u0dff" and any(ord(first) in script for script in _UNSPACED):
        return True
    return 1 + len(following[:room].split(None, 1)[0]) < room


class _Wording:
    """Makes units of lines; holds what is the same for all of an article.

    `seen` are the lines that have stood alone so far.
    """

    def __init__(self, article: Article, margin: int) -> None:
        self.text = article.text
        self.margin = margin
        self.only_spaces = has_only_spaces(article.text)
        self.code_pairs = [pair for pair in _CODE_PAIRS if pair in article.text]
        self.seen: set[str] = set()

    def unit(self, lines: Sequence[Line], texts: Sequence[str]) -> Unit:
        """The unit that the lines make together; `texts` are the same without blanks around them."""
        text = normalised(texts[0] if len(texts) == 1 else " ".join(texts), self.only_spaces)
        (line, start, _), (last_line, last_start, _) = lines[0], lines[-1]
        start += line.find(texts[0])
        end = last_start + last_line.find(texts[-1]) + len(texts[-1])
        return new_unit(Unit, (text, start, end, self.kind(text, last_line), self.text[start:end], 0))

    def kind(self, text: str, line: str) -> str:
        """`line`, `item`, `links`, `indented` or `code`, by the wording and by how its last line is set."""
        first = text[0]
        if _is_marked(text, first):
            return "item"
        if (first.isdigit() or text[1:2] == "." or text[-1:].isdigit()) and _is_content(text):
            return "links"
        content = text.encode("utf-8", "surrogatepass")
        code = len(content) - len(content.translate(None, _CODE))
        for pair in self.code_pairs:
            code += text.count(pair)
        if code and (code > len(text) * _CODE_SHARE or len(text) < _NARROWEST):
            return "code"
        if not first.isalnum() and not _opens_prose(first):
            return "code"
        line = line[self.margin :]
        return "indented" if line[:1].isspace() and _is_set_in(line) else "line"


def _is_content(text: str) -> bool:
    """Whether the line is a numbered heading, or names one in a table of contents."""
    if len(text) > _LONGEST_HEADING or text.endswith(_SENTENCE_ENDS):
        return False
    return re.match(_SECTION_NUMBER, text) is not None or re.search(_PAGE_NUMBER, text) is not None


def _is_set_in(line: str) -> bool:
    return len(line) - len(line.lstrip()) >= _INDENT or line.startswith("\t")


def _is_marked(text: str, first: str) -> bool:
    """Whether the text, with this first character, begins with the marker of a list; few do and are searched."""
    return (not first.isalpha() or text[1:2] == ")") and re.match(_MARKER, text) is not None


def _opens_prose(character: str) -> bool:
    return character in "\"'“”„«»‹›‘’¿¡*(—–" or ord(character) > 0x2FF
