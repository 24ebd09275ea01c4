"""Plain text in passages: each line one, but those that were only wrapped joined again."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from operator import add, sub
from typing import NamedTuple

from artlint import Article
from artlint_boilerplate.unit import SENTENCE_ENDS

# Lines of 50 to 120 characters are what editors and mailers wrap at; a shorter line was ended on purpose, and
# longer ones are paragraphs of one line.
NARROWEST, _WIDEST = 50, 120
# How far a wrapped line may fall short of its paragraph's width: editors differ in what they count.
_SLACK = 3
_LEAST_ROOM = 2  # for a word of one letter and a blank

# Thai to Burmese, and from the radicals of Chinese on: scripts that break a line anywhere.
_UNSPACED = (range(0x0E00, 0x1100), range(0x1780, 0x1800), range(0x2E80, 0xAC00))
_DRAWN = frozenset(sign * 3 for sign in "=-~^+*\"'#.:")
_new = tuple.__new__  # a NamedTuple's own constructor takes 2.5 times as long
_MARKER = r"[-*+•·–]\s|\(?\d{1,3}[.)]\s|\(?[a-z]\)\s"


class Passage(NamedTuple):
    """A passage of a text: a line, a heading, or several lines that were one before they were wrapped.

    `text` is in one line, `visible` as it stands, both without the blanks around it; `last_line` has those before
    it. `level` is that of a heading, else 0.
    """

    text: str
    visible: str
    start: int
    end: int
    level: int
    last_line: str


class Passages:
    """The passages of a text in their order; all stand in from the left by `margin` at least."""

    def __init__(self, article: Article) -> None:
        self.passages: list[Passage] = []
        self._source, self._lines = article.text, _Lines()
        self._seen: set[str] = set()  # lines that stood alone so far
        self.margin = min(self._part(article), default=0)

    def _part(self, article: Article) -> set[int]:
        """Parts each block; how far blocks stand in."""
        source, line_starts, margins = self._source, article.line_starts, set[int]()
        for kind, text, start, end, level, _ in article.blocks:
            if kind == "heading":
                self.passages.append(Passage(text, text, start, end, level, text))
                continue
            is_set_in = start and source[start - 1] != "\n"  # to look takes less time than to search for the line
            its_start = line_starts[bisect_right(line_starts, start) - 1] if is_set_in else start
            margins.add(start - its_start)
            if "\n" in text:
                self._lines = self._lines if self._lines.raw else _lines(article)  # not where no block needs them
                first = bisect_right(line_starts, start) - 1
                self._part_lines(first, first + text.count("\n"))
                continue
            if len(text) <= _WIDEST:
                self._seen.add(text)
            self.passages.append(_new(Passage, (text, text, start, end, 0, source[its_start:end])))
        return margins

    def _part_lines(self, first: int, last: int) -> None:
        """Parts the block of these lines, counted from 0."""
        width = max(self._lines.lengths[first : last + 1])
        if NARROWEST <= width <= _WIDEST:
            self._unwrap(first, last, width - _SLACK)
        else:
            self._take_apart(first, last)

    def _take_apart(self, first: int, last: int) -> None:
        """Makes a passage of each line."""
        raw, texts, _, starts, ends = self._lines
        for number in range(first, last + 1):
            text, following, level = texts[number], texts[number + 1] if number < last else "", 0
            if following[:3] in _DRAWN and _is_drawn_under(following, text):
                level = ord(following[0])
            else:
                self._seen.add(text)
            self.passages.append(_new(Passage, (text, text, starts[number], ends[number], level, raw[number])))

    def _unwrap(self, first: int, last: int, width: int) -> None:
        """Joins the lines that were only wrapped, at about `width` characters.

        A line was wrapped if the next line's first word had no room on it, if it does not end a sentence, and if the
        next line has not stood alone before.
        """
        texts, lengths, seen = self._lines.texts, self._lines.lengths, self._seen
        following = texts[first]
        for number in range(first, last):
            text, following, level = following, texts[number + 1], 0
            if first == number and following[:3] in _DRAWN and _is_drawn_under(following, text):
                level = ord(following[0])
            elif text[-1] in SENTENCE_ENDS or following in seen or _was_ended(following, width - lengths[number]):
                if first == number:
                    seen.add(text)
            else:
                continue
            self._join(first, number, level)
            first = number + 1
        if first == last:
            seen.add(following)
        self._join(first, last)

    def _join(self, first: int, last: int, level: int = 0) -> None:
        """Makes one passage of these lines."""
        lines = self._lines
        text = visible = lines.texts[first]
        start, end = lines.starts[first], lines.ends[last]
        if first < last:
            text, visible = " ".join(lines.texts[first : last + 1]), self._source[start:end]
        self.passages.append(_new(Passage, (text, visible, start, end, level, lines.raw[last])))


class _Lines(NamedTuple):
    """The lines of a text in columns, and where their wording starts and ends; `lengths` are without blanks behind."""

    raw: Sequence[str] = ()
    texts: Sequence[str] = ()
    lengths: Sequence[int] = ()
    starts: Sequence[int] = ()
    ends: Sequence[int] = ()


def _lines(article: Article) -> _Lines:
    """All lines; what can be done for all in one step is: a step for each takes several times as long."""
    text = article.text
    raw = [line for line, _, _ in article.lines()] if "\r" in text else text.split("\n")
    texts, lengths = list(map(str.strip, raw)), list(map(len, map(str.rstrip, raw)))
    ends = list(map(add, article.line_starts, lengths))
    return _Lines(raw, texts, lengths, list(map(sub, ends, map(len, texts))), ends)


def _is_drawn_under(line: str, title: str) -> bool:
    """Whether `line` is one sign again and again, under the whole of `title`."""
    return abs(len(line) - len(title)) <= _SLACK and line == line[0] * len(line)


def _was_ended(following: str, room: int) -> bool:
    """Whether the line before `following`, which leaves so much room, was ended on purpose rather than wrapped."""
    if room > 0 and following[0] > "\u0dff" and any(ord(following[0]) in script for script in _UNSPACED):
        return True
    if room > _LEAST_ROOM and 1 + len(following[:room].split(None, 1)[0]) < room:
        return True
    return is_marked(following)


def is_marked(text: str) -> bool:
    """Whether the text begins with the marker of a list; what begins with two letters does not."""
    return (text[0] == "(" or not text[1:2].isalpha()) and _marker().match(text) is not None


@cache
def _marker() -> re.Pattern[str]:
    return re.compile(_MARKER)
