"""The units of a plain text: its passages, told apart by their wording and by how they are set."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import repeat
from operator import itemgetter

from artlint import Article
from artlint_boilerplate.unit import SENTENCE_ENDS, Unit, new_unit, normalised_all
from artlint_boilerplate.unwrapping import NARROWEST, Passages, is_marked

# A line so far in belongs to an entry of a reference where a term or program text stands before it.
_INDENT = 2
_LONGEST_TERM = 40
_LONGEST_HEADING = 100
# One character of program code in 25 is what links and abbreviations leave in prose; a short line has none.
_CODE_SHARE = 1 / 25

_SECTION_NUMBER, _PAGE_NUMBER = r"(?:\d+|[a-z])(?:\.\d+)+\.?\s", r"(?: ?\.){3,} ?\d+$"
_FENCE = r"(?m)\n(-{4,}|\.{4,})$"
# What stands before a fence: a blank line, attributes in brackets, or the sign that goes on with an item.
_BEFORE_FENCE = ("\n\n", "]\n", "\n+\n")
_CODE, _CODE_PAIRS = b"{}[]<>=|\\_$#@~^;`", (b"::", b"()")
_NO_CODE = bytes(set(range(256)) - {*_CODE, *b"\n"})


def text_units(article: Article) -> Sequence[Unit]:
    """The units of a plain text; lines between fences are program text."""
    passages = Passages(article)
    texts, starts = normalised_all(passages.texts), passages.starts
    kinds, fences = _kinds(texts, passages), _fenced(article.text)
    if fences or "indented" in kinds:
        kinds = list(_settled(kinds, texts, starts, fences))
    columns = zip(texts, starts, passages.ends, kinds, passages.visibles, passages.levels, strict=True)
    return list(map(new_unit, repeat(Unit), columns))


def _settled(
    kinds: Sequence[str], texts: Sequence[str], starts: Sequence[int], fences: Sequence[tuple[int, int]]
) -> Iterator[str]:
    """The kinds where lines stand in: below a term or program text as entries, and between fences as program text."""
    in_entry = False
    for kind, text, start in zip(kinds, texts, starts, strict=True):
        if fences and _is_fenced(start, fences):
            yield "code"
        elif kind == "indented":
            yield "entry" if in_entry else "line"
        else:
            is_term = kind == "line" and len(text) <= _LONGEST_TERM and text[-1] not in SENTENCE_ENDS
            in_entry = is_term or kind == "code" or text[-1] == ":"
            yield kind


def _code_signs(texts: Sequence[str]) -> Sequence[int]:
    """How many signs of program code stand in each of the texts; counted in all at once, in a tenth of the time."""
    content = "\n".join(texts).encode("utf-8", "surrogatepass")
    for pair in _CODE_PAIRS:
        if pair in content:  # to replace what is not there takes longer
            content = content.replace(pair, b"{")
    return list(map(len, content.translate(None, _NO_CODE).split(b"\n"))) if texts else ()


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
        if opening and text[fence.start(1) - 2] != "\n":
            found.append((opening.start(1), fence.end()))
            opening = None
        else:
            opening = fence if _opens(text, fence) else None
    return found


def _opens(text: str, fence: re.Match[str]) -> bool:
    """Whether the next line follows closely, and before the fence is what may stand there."""
    return text[fence.end() + 1 : fence.end() + 2].strip() != "" and text.endswith(_BEFORE_FENCE, 0, fence.start(1))


def _kinds(texts: Sequence[str], passages: Passages) -> Sequence[str]:
    """Of each passage `heading`, `line`, `item`, `links`, `indented` or `code`."""
    margin = passages.margin
    kinds = [
        # most passages, asked in half of the time
        "line" if not signs and text[:2].isalpha() and not text[-1].isdigit() and len(text) > 1 else _kind(text, signs)
        for text, signs in zip(texts, _code_signs(texts), strict=True)
    ]
    for number, (level, line) in enumerate(zip(passages.levels, passages.last_lines, strict=True)):
        if level:
            kinds[number] = "heading"
        elif line[margin : margin + 1].isspace() and kinds[number] == "line" and _is_set_in(line[margin:]):
            kinds[number] = "indented"
    return kinds


def _kind(text: str, signs: int) -> str:
    """`line`, `item`, `links` or `code`, by the wording, in which so many signs of program code stand."""
    first, second = text[0], text[1:2]
    is_word = first.isalpha() and second.isalpha()  # most lines begin with one, and need not be asked most of these
    if not is_word and is_marked(text):
        return "item"
    if (text[-1].isdigit() or first.isdigit() or second == ".") and _is_content(text):
        return "links"
    if signs and (signs > len(text) * _CODE_SHARE or len(text) < NARROWEST):
        return "code"
    return "line" if is_word or first.isalnum() or _opens_prose(first) else "code"


def _is_content(text: str) -> bool:
    """Whether the line is a numbered heading, or names one in a table of contents."""
    if len(text) > _LONGEST_HEADING or text[-1] in SENTENCE_ENDS:
        return False
    return re.match(_SECTION_NUMBER, text) is not None or re.search(_PAGE_NUMBER, text) is not None


def _is_set_in(line: str) -> bool:
    return len(line) - len(line.lstrip()) >= _INDENT or line.startswith("\t")


def _opens_prose(character: str) -> bool:
    return character in "\"'“”„«»‹›‘’¿¡*(—–" or ord(character) > 0x2FF
