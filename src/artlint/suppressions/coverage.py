"""The lines that suppression comments cover."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from artlint.article import Article
from artlint.suppressions.blanks import after_blanks, before_blanks, is_line_end, is_line_start
from artlint.suppressions.finding_comments import Comment

# No comment can stand inside of these, so the one before covers all of them.
_WHOLE_GROUPS = frozenset(("cell", "quote"))


class Layout:
    """Where an article's lines and blocks are, with the lines in which nothing but suppression comments stand."""

    def __init__(self, article: Article, comments: Sequence[Comment]) -> None:
        self.article = article
        self.last_line = len(article.line_starts)
        self._lines_after: dict[int, int] = {}  # many comments in a row must not each walk to the end of them
        self._passed = {line for comment in comments for line in _filled_lines(article, comment)}
        self._block_starts = [block.start for block in article.blocks]
        self._group_ends = {block.group: block.end for block in article.blocks if block.kind in _WHOLE_GROUPS}

    def line_after(self, comment: Comment) -> int:
        """The first line below `comment` that is neither blank nor one of suppression comments alone."""
        line = first = self.article.place(comment.start, comment.end).end_line + 1
        while line <= self.last_line and (line in self._passed or self._is_blank(line)):
            line = self._lines_after.get(line, line + 1)
        self._lines_after |= dict.fromkeys(range(first, min(line, first + 2)), line)
        return line

    def last_covered(self, line: int) -> int:
        """The last line of the block that begins at `line`; `line` itself where none does."""
        if line > self.last_line:
            return line
        starts = self.article.line_starts
        end = starts[line] if line < self.last_line else len(self.article.text)
        first, last = bisect_left(self._block_starts, starts[line - 1]), bisect_left(self._block_starts, end)
        begun = self.article.blocks[first:last]
        ends = [max(block.end, self._group_ends.get(block.group, 0) if block.group else 0) for block in begun]
        return max((self.article.place(each - 1, each).end_line for each in ends if each), default=line)

    def _is_blank(self, line: int) -> bool:
        text = self.article.text
        return is_line_end(text, after_blanks(text, self.article.line_starts[line - 1]))


def _filled_lines(article: Article, comment: Comment) -> Iterable[int]:
    """The comment's lines, if nothing else stands in them."""
    text = article.text
    if not is_line_start(text, before_blanks(text, comment.start)):
        return ()
    if not is_line_end(text, after_blanks(text, comment.end)):
        return ()
    place = article.place(comment.start, comment.end)
    return range(place.line, place.end_line + 1)
