"""Edits that take a suppression out of an article and leave no trace."""

from bisect import bisect_right

from artlint.article import Article
from artlint.finding import Edit, Fix
from artlint.suppressions.blanks import after_blanks, after_line_end, before_blanks, is_line_end, is_line_start

_DESCRIPTION = "delete the suppression"
# Text after one of these begins a block of its own, with or without a line between.
_CLOSED_BY_THEMSELVES = frozenset(("heading", "code", "rule"))


def comment_removal(article: Article, start: int, end: int) -> Fix:
    """The fix that deletes the comment at `start` to `end`; the whole lines where nothing else stands there."""
    text = article.text
    first, last = before_blanks(text, start), after_blanks(text, end)
    if not is_line_start(text, first) or not is_line_end(text, last):
        return _fix(text, *_inline(text, start, end, first, last))
    below = after_line_end(text, last)
    is_open_above = first == 0 or _is_blank_before(text, first)
    is_open_below = is_line_end(text, after_blanks(text, below))
    if is_open_above and is_open_below:  # one of two blank lines goes too
        return _fix(text, first, after_line_end(text, after_blanks(text, below)))
    if article.format == "html" or is_open_above or is_open_below or _ends_by_itself(article, first):
        return _fix(text, first, below)
    return _fix(text, start, end, safe=False)  # two paragraphs stay apart, but a tight list would become a loose one


def entry_removal(text: str, start: int, end: int) -> Fix | None:
    """The fix that deletes a key of front matter with its value, if nothing else stands in their lines."""
    first = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    last = end - 1 if end and text[end - 1] in "\r\n" else end  # a block's last line belongs to it with its end
    rest = text[last : _line_end(text, last)].strip()
    if text[first:start].strip(" \t-") or (rest and not rest.startswith("#")):
        return None
    return _fix(text, first, after_line_end(text, _line_end(text, last)))


def _fix(text: str, start: int, end: int, safe: bool = True) -> Fix:
    return Fix((Edit(start, end, text[start:end], ""),), safe, _DESCRIPTION)


def _inline(text: str, start: int, end: int, first: int, last: int) -> tuple[int, int]:
    """The comment with the blanks that would be left over: all at a line's end, one between words."""
    if is_line_end(text, last):
        return first, last
    is_hard_break = text[end] == "\\" and is_line_end(text, end + 1)
    return (start - 1 if first < start and (end < last or is_hard_break) else start), end


def _is_blank_before(text: str, offset: int) -> bool:
    """Whether the line above the one that begins at `offset` is blank."""
    end = offset - (2 if text.startswith("\r\n", offset - 2) and offset > 1 else 1)
    return is_line_start(text, before_blanks(text, end))


def _ends_by_itself(article: Article, offset: int) -> bool:
    """Whether what stands above `offset` takes no text from below into itself."""
    number = bisect_right(article.blocks, offset, key=lambda block: block.start) - 1
    while number >= 0 and article.blocks[number].end > offset:
        number -= 1
    return number < 0 or article.blocks[number].kind in _CLOSED_BY_THEMSELVES


def _line_end(text: str, offset: int) -> int:
    ends = [found for found in (text.find("\n", offset), text.find("\r", offset)) if found >= 0]
    return min(ends, default=len(text))
