"""Edits that take blocks out of an article: whole lines, with the blank lines that set them off."""

from collections.abc import Sequence
from itertools import pairwise

from artlint import Article, Edit, Fix
from artlint_boilerplate.blocks import Run


def without_copies(article: Article, runs: Sequence[Run]) -> Fix | None:
    """The fix that leaves the first run alone standing; None where the others are not the same to the letter."""
    spans = [(run.units[0].start, run.units[-1].end) for run in runs]
    if len({article.text[start:end] for start, end in spans}) > 1:
        return None
    edits = [without(article, start, end) for start, end in spans[1:]]
    known = tuple(edit for edit in edits if edit)
    if len(known) < len(edits) or any(one.end > other.start for one, other in pairwise(known)):
        return None
    return Fix(known, False, "take the copies out" if len(known) > 1 else "take the copy out")


def without(article: Article, start: int, end: int) -> Edit | None:
    """The edit that takes the lines of `text[start:end]` out; None where something else stands in them.

    In HTML elements would be left without content, so none is made there.
    """
    place = article.place(start, end)
    first, last = article.line_place(place.line), article.line_place(place.end_line)
    if article.format == "html" or (article.text[first.start : last.end]).strip() != article.text[start:end].strip():
        return None
    above, below = _end_before(article, place.line), _start_after(article, place.end_line)
    if not above or not _is_blank(article, place.end_line + 1):
        cut = first.start if above else 0, below
    else:
        cut = above, last.end
    return Edit(*cut, article.text[slice(*cut)], "")


def _is_blank(article: Article, line: int) -> bool:
    """Whether nothing stands in the line, or the article ends before it."""
    starts = article.line_starts
    if line > len(starts):
        return True
    end = starts[line] if line < len(starts) else len(article.text)
    return not article.text[starts[line - 1] : end].strip()


def _start_after(article: Article, line: int) -> int:
    """Where the first line below `line` begins that is not blank; the article's end where there is none."""
    while line < len(article.line_starts) and _is_blank(article, line + 1):
        line += 1
    return article.line_place(line + 1).start if line < len(article.line_starts) else len(article.text)


def _end_before(article: Article, line: int) -> int:
    """Where the last line above `line` ends that is not blank; the article's start where there is none."""
    while line > 1 and _is_blank(article, line - 1):
        line -= 1
    return article.line_place(line - 1).end if line > 1 else 0
