"""Where suppression comments stand in an article: in HTML, MDX, Jinja, Liquid and Hugo notation, never in code."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from artlint.article import Article, Block
from artlint.suppressions.code_spans import is_in_code_span, lies_in
from artlint.suppressions.directive import Directive, parse_directive

_LONGEST = 2_000  # characters of one comment; bounds the search for its end
_OPENING = re.compile(r"(?:<!--|\{/\*|\{#-?\s|\{%-?\s*comment\s*-?%\}|\{\{-?\s*/\*)\s*(?=artlint-)")
_CLOSING = (
    ("<!--", re.compile("-->")),
    ("{/*", re.compile(r"\*/\s*\}")),
    ("{#", re.compile(r"-?#\}")),
    ("{%", re.compile(r"\{%-?\s*endcomment\s*-?%\}")),
    ("{{", re.compile(r"\*/\s*-?\}\}")),
)
_RAW_ELEMENT = re.compile(r"<(script|style|textarea|title|xmp)\b", re.IGNORECASE)


class Comment(NamedTuple):
    """A suppression comment from its opening to its closing mark; `inside` is where its text begins."""

    start: int
    end: int
    inside: int
    directive: Directive


def comments_in(article: Article) -> Iterator[Comment]:
    """The suppression comments that hold, in their order; those shown as code are text."""
    text = article.text
    raw = _raw_elements(text)
    for opening in _OPENING.finditer(text, article.body):
        start, inside = opening.span()
        if _is_shown_as_code(article, start) or lies_in(raw, start):
            continue
        closing = _closing(text, start).search(text, inside, inside + _LONGEST)
        if closing is None:
            fault = f"suppression comment is not closed within {_LONGEST:,} characters"
            yield Comment(start, inside, inside, Directive("", fault=fault))
        else:
            yield Comment(start, closing.end(), inside, parse_directive(text[inside : closing.start()].rstrip()))


def _closing(text: str, start: int) -> re.Pattern[str]:
    return next(pattern for mark, pattern in _CLOSING if text.startswith(mark, start))


def _is_shown_as_code(article: Article, start: int) -> bool:
    """Whether readers see what stands there rather than that it does something."""
    block = _block_around(article, start)
    if block is None or article.format == "html":
        return False
    return block.kind == "code" or is_in_code_span(article, block, start)


def _block_around(article: Article, offset: int) -> Block | None:
    number = bisect_right(article.blocks, offset, key=lambda block: block.start) - 1
    if number < 0 or article.blocks[number].end <= offset:
        return None
    return article.blocks[number]


def _raw_elements(text: str) -> list[tuple[int, int]]:
    """The ranges of elements whose content is no markup."""
    ranges: list[tuple[int, int]] = []
    for opening in _RAW_ELEMENT.finditer(text):
        if not ranges or opening.start() >= ranges[-1][1]:
            end = re.compile(f"</{opening[1]}", re.IGNORECASE).search(text, opening.end())
            ranges.append((opening.start(), end.start() if end else len(text)))
    return ranges
