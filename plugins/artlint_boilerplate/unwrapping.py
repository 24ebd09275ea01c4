"""Plain text in passages: each line one, but those that were only wrapped joined again."""

import re
from bisect import bisect_right
from functools import cache
from itertools import pairwise, repeat
from operator import add, sub

from artlint import Article, Block
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
_MARKER = r"[-*+•·–]\s|\(?\d{1,3}[.)]\s|\(?[a-z]\)\s"


class Passages:
    """The passages of a text, in columns with an entry for each.

    `texts` are in one line, `visibles` as they stand, both without the blanks around them; `last_lines` are the last
    of their lines with the blanks before it; `levels` are those of headings, else 0. All stand in from the left by
    `margin` at least. What can be done for all lines or passages in one step is: a step for each takes several times
    as long.
    """

    def __init__(self, article: Article) -> None:
        if [block for block in article.blocks if "\n" in block[1]]:
            self._take_lines(article, _Parting(article))
        else:
            self._take_blocks(article)

    def _take_blocks(self, article: Article) -> None:
        """Takes each block for a passage, as each is one line."""
        blocks, line_starts = article.blocks, article.line_starts
        self.texts = self.visibles = self.last_lines = [block[1] for block in blocks]
        self.starts, self.ends = [block[2] for block in blocks], [block[3] for block in blocks]
        self.levels = [block[4] if block[0] == "heading" else 0 for block in blocks]
        self.margin = 0
        firsts = [line_starts[line - 1] for line in map(bisect_right, repeat(line_starts), self.starts)]
        if firsts != self.starts:
            self.last_lines = [article.text[first:end] for first, end in zip(firsts, self.ends, strict=True)]
            indents = [block[2] - first for first, block in zip(firsts, blocks, strict=True) if block[0] != "heading"]
            self.margin = min(indents, default=0)

    def _take_lines(self, article: Article, parting: "_Parting") -> None:
        """Takes the lines as they were parted."""
        lines, firsts, lasts = parting.lines, parting.firsts, parting.lasts
        self.margin = parting.margin
        self.starts, self.ends = [lines.starts[first] for first in firsts], [lines.ends[last] for last in lasts]
        self.texts, self.visibles = [lines.texts[first] for first in firsts], [lines.texts[first] for first in firsts]
        self.last_lines = [lines.raw[last] for last in lasts]
        self.levels = [0] * len(firsts)
        for number, (first, last) in enumerate(zip(firsts, lasts, strict=True)):
            if first < last:
                self.texts[number] = " ".join(lines.texts[first : last + 1])
                self.visibles[number] = article.text[self.starts[number] : self.ends[number]]
        for number, level in parting.levels.items():
            self.levels[number] = level
        for number, (_, text, start, end, level, _) in parting.titles.items():
            self.texts[number], self.starts[number], self.ends[number], self.levels[number] = text, start, end, level
            self.visibles[number] = text


class _Lines:
    """The lines of a text, and where their wording starts and ends."""

    def __init__(self, article: Article) -> None:
        text = article.text
        self.raw = [line for line, _, _ in article.lines()] if "\r" in text else text.split("\n")
        self.texts = list(map(str.strip, self.raw))
        self.lengths = list(map(len, map(str.rstrip, self.raw)))
        self.ends = list(map(add, article.line_starts, self.lengths))
        self.starts = list(map(sub, self.ends, map(len, self.texts)))


class _Parting:
    """Parts a text in passages: `firsts` and `lasts` are the numbers of their lines, counted from 0.

    `titles` are the passages that are the article's title, `levels` those of headings with a line drawn under them.
    """

    def __init__(self, article: Article) -> None:
        self.lines = _Lines(article)
        self.firsts: list[int] = []
        self.lasts: list[int] = []
        self.levels: dict[int, int] = {}
        self.titles: dict[int, Block] = {}
        self._seen: set[str] = set()  # lines that stood alone so far
        self.margin = self._part(article)

    def _part(self, article: Article) -> int:
        """Parts each block; the margin."""
        line_starts, margins = article.line_starts, set[int]()
        for block in article.blocks:
            kind, text, start, end, _, _ = block
            first = bisect_right(line_starts, start) - 1
            if kind == "heading":
                self.titles[len(self.firsts)] = block
                self._join(first, first)
                continue
            margins.add(start - line_starts[first])
            last = bisect_right(line_starts, end - 1, first) - 1
            if first == last:
                if end - start <= _WIDEST:
                    self._seen.add(text)
                self._join(first, first)
            elif NARROWEST <= max(self.lines.lengths[first : last + 1]) <= _WIDEST:
                self._unwrap(first, last)
            else:
                self._take_apart(first, last)
        return min(margins, default=0)

    def _join(self, first: int, last: int) -> None:
        self.firsts.append(first)
        self.lasts.append(last)

    def _take_apart(self, first: int, last: int) -> None:
        """Makes a passage of each line."""
        texts, before = self.lines.texts[first : last + 1], len(self.firsts)
        for number, (above, below) in enumerate(pairwise(texts), before):
            if below[:3] in _DRAWN and _is_drawn_under(below, above):
                self.levels[number] = ord(below[0])
        if self.levels:
            texts = [text for number, text in enumerate(texts, before) if number not in self.levels]
        self._seen.update(texts)
        self.firsts += range(first, last + 1)
        self.lasts += range(first, last + 1)

    def _unwrap(self, first: int, last: int) -> None:
        """Joins the lines that were only wrapped.

        A line was wrapped if the next line's first word had no room on it, if it does not end a sentence, and if the
        next line has not stood alone before.
        """
        texts, lengths, seen = self.lines.texts, self.lines.lengths, self._seen
        width = max(lengths[first : last + 1]) - _SLACK
        following = texts[first]
        for number in range(first, last):
            text, following = following, texts[number + 1]
            if first == number and following[:3] in _DRAWN and _is_drawn_under(following, text):
                self.levels[len(self.firsts)] = ord(following[0])
            elif text[-1] in SENTENCE_ENDS or following in seen or _was_ended(following, width - lengths[number]):
                if first == number:
                    seen.add(text)
            else:
                continue
            self._join(first, number)
            first = number + 1
        if first == last:
            seen.add(following)
        self._join(first, last)


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
