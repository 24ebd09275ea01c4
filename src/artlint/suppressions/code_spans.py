"""Markdown's code spans, whose text readers see as it is written."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from artlint.article import Article, Block

Range = tuple[int, int]


def is_in_code_span(article: Article, block: Block, offset: int) -> bool:
    """Whether `offset` lies in a code span of `block`."""
    return lies_in(article.derived(_SpansBetween(block.start, block.end)), offset)


def lies_in(ranges: Sequence[Range], offset: int) -> bool:
    """Whether `offset` lies in one of the ranges, which are sorted and apart."""
    number = bisect_right(ranges, offset, key=lambda each: each[0]) - 1
    return number >= 0 and offset < ranges[number][1]


@dataclass(frozen=True)
class _SpansBetween:
    """Finds the code spans of a range of text: each from a run of backticks to the next run of its length."""

    start: int
    end: int

    def __call__(self, article: Article) -> list[Range]:
        found = re.finditer("`+", article.text[self.start : self.end])
        runs = [(self.start + match.start(), self.start + match.end()) for match in found]
        closing = _closing(runs)
        spans, number = [], 0
        while number < len(runs):
            if closing[number] > number:
                spans.append((runs[number][0], runs[closing[number]][1]))
                number = closing[number]
            number += 1
        return spans


def _closing(runs: Sequence[Range]) -> list[int]:
    """For each run the number of the next one of its length, its own number where there is none."""
    closing = list(range(len(runs)))
    next_by_length: dict[int, int] = {}
    for number in range(len(runs) - 1, -1, -1):
        length = runs[number][1] - runs[number][0]
        closing[number] = next_by_length.get(length, number)
        next_by_length[length] = number
    return closing
