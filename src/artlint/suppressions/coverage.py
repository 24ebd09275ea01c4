"""The lines that a suppression comment covers."""

from collections.abc import Container, Iterable

from artlint.article import Article
from artlint.suppressions.finding_comments import Comment

# No comment can stand inside of these, so the one before covers all of them.
_WHOLE_GROUPS = frozenset(("cell", "quote"))


def comment_lines(article: Article, comments: Iterable[Comment]) -> frozenset[int]:
    """The lines in which nothing but a suppression comment stands."""
    return frozenset(line for comment in comments for line in _filled_lines(article, comment))


def line_after(article: Article, comment: Comment, passed: Container[int]) -> int:
    """The first line below `comment` that is neither blank nor one of those `passed` over."""
    line = article.place(comment.start, comment.end).end_line + 1
    while line <= last_line(article) and (line in passed or _is_blank(article, line)):
        line += 1
    return line


def last_covered(article: Article, line: int) -> int:
    """The last line of the block that begins at `line`; `line` itself where none does."""
    if line > last_line(article):
        return line
    place = article.line_place(line)
    begun = [block for block in article.blocks if place.start <= block.start < place.end]
    groups = {block.group for block in begun if block.kind in _WHOLE_GROUPS}
    begun += [block for block in article.blocks if block.group in groups]
    return max((article.place(block.start, block.end).end_line for block in begun), default=line)


def last_line(article: Article) -> int:
    """The number of the article's last line."""
    return len(article.line_starts)


def _is_blank(article: Article, line: int) -> bool:
    place = article.line_place(line)
    return not article.text[place.start : place.end].strip()


def _filled_lines(article: Article, comment: Comment) -> range:
    """The comment's lines, if nothing else stands in them."""
    place = article.place(comment.start, comment.end)
    before = article.text[article.line_place(place.line).start : comment.start]
    after = article.text[comment.end : article.line_place(place.end_line).end]
    return range(0) if before.strip() or after.strip() else range(place.line, place.end_line + 1)
