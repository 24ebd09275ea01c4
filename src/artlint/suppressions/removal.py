"""Edits that take a suppression out of an article and leave no trace."""

from artlint.article import Article
from artlint.finding import Edit, Fix

_DESCRIPTION = "delete the suppression"
# Text after one of these begins a block of its own, with or without a line between.
_CLOSED_BY_THEMSELVES = frozenset(("heading", "code", "rule"))


def comment_removal(article: Article, start: int, end: int) -> Fix:
    """The fix that deletes the comment at `start` to `end`; the whole lines where nothing else stands there."""
    text, place = article.text, article.place(start, end)
    first, last = article.line_place(place.line).start, article.line_place(place.end_line).end
    if text[first:start].strip() or text[end:last].strip():
        return _fix(text, *_inline(text, start, end, last))
    below = _after_line_end(text, last)
    is_open_above = place.line == 1 or _is_blank(article, place.line - 1)
    is_open_below = below == len(text) or _is_blank(article, place.end_line + 1)
    if is_open_above and is_open_below:  # one of two blank lines goes too
        return _fix(text, first, _after_line_end(text, _line_end(text, below)))
    if article.format == "html" or is_open_above or is_open_below or _ends_by_itself(article, first):
        return _fix(text, first, below)
    return _fix(text, start, end, safe=False)  # two paragraphs stay apart, but a tight list would become a loose one


def entry_removal(text: str, start: int, end: int) -> Fix | None:
    """The fix that deletes a key of front matter with its value, if nothing else stands in their lines."""
    first = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    last = _line_end(text, max(end, start))
    if text[end - 1 : end] in "\r\n":  # a block's last line belongs to it with its end
        last = end - 1
    rest = text[end:last].strip()
    if text[first:start].strip(" \t-") or (rest and not rest.startswith("#")):
        return None
    return _fix(text, first, _after_line_end(text, last))


def _fix(text: str, start: int, end: int, safe: bool = True) -> Fix:
    return Fix((Edit(start, end, text[start:end], ""),), safe, _DESCRIPTION)


def _inline(text: str, start: int, end: int, line_end: int) -> tuple[int, int]:
    """The comment with the blanks that would be left over: all at a line's end, one between words."""
    if not text[end:line_end].strip():
        while text[start - 1] in " \t":
            start -= 1
        return start, line_end
    return (start - 1 if start and text[start - 1] in " \t" and text[end] in " \t" else start), end


def _ends_by_itself(article: Article, offset: int) -> bool:
    """Whether what stands above `offset` takes no text from below into itself."""
    before = [block for block in article.blocks if block.end <= offset]
    return before[-1].kind in _CLOSED_BY_THEMSELVES if before else True


def _is_blank(article: Article, line: int) -> bool:
    place = article.line_place(line)
    return not article.text[place.start : place.end].strip()


def _line_end(text: str, offset: int) -> int:
    ends = [found for found in (text.find("\n", offset), text.find("\r", offset)) if found >= 0]
    return min(ends, default=len(text))


def _after_line_end(text: str, end: int) -> int:
    return end + (2 if text.startswith("\r\n", end) else 1 if end < len(text) else 0)
