"""What an article's suppression comments silence, pairs of `artlint-disable` and `artlint-enable` joined."""

from collections.abc import Iterator, Sequence

from artlint.article import Article
from artlint.suppressions.coverage import comment_lines, last_covered, last_line, line_after
from artlint.suppressions.directive import BEGIN, END, FILE, LINE
from artlint.suppressions.finding_comments import Comment, comments_in
from artlint.suppressions.removal import comment_removal
from artlint.suppressions.suppression import Suppression


def comment_suppressions(article: Article) -> Iterator[Suppression]:
    """One suppression for each name in each comment; faulty comments as suppressions that silence nothing."""
    comments = list(comments_in(article))
    passed = comment_lines(article, comments)
    for number, comment in enumerate(comments):
        directive = comment.directive
        if directive.fault:
            yield Suppression("", article.place(comment.start, comment.end), fault=directive.fault)
        elif directive.word == END:
            yield from _unopened(article, comment, comments[:number])
        else:
            for name in directive.names:
                yield _suppression(article, name, comment, _lines(article, name, comment, comments, passed))


def _suppression(article: Article, name: str, comment: Comment, lines: tuple[int, int]) -> Suppression:
    directive = comment.directive
    start = comment.inside + directive.names_start
    return Suppression(
        name,
        article.place(comment.start, comment.end),
        *lines,
        directive.reason,
        directive.until,
        removal=comment_removal(article, comment.start, comment.end),
        names=article.text[start : comment.inside + directive.names_end],
        names_start=start,
    )


def _lines(
    article: Article, name: str, comment: Comment, comments: Sequence[Comment], passed: frozenset[int]
) -> tuple[int, int]:
    """The first and last line where `comment` silences `name`."""
    place = article.place(comment.start, comment.end)
    word = comment.directive.word
    if word == FILE:
        return 1, last_line(article)
    if word == LINE:
        return place.line, place.end_line
    if word == BEGIN:
        return place.line, _enabled_again(article, name, comment, comments)
    line = line_after(article, comment, passed)
    return line, last_covered(article, line)


def _enabled_again(article: Article, name: str, comment: Comment, comments: Sequence[Comment]) -> int:
    """The line of the first comment after `comment` that enables `name`, else the last line."""
    for other in comments:
        ends = other.directive.word == END and (name in other.directive.names or not other.directive.names)
        if other.start > comment.start and ends:
            return article.place(other.start, other.end).end_line
    return last_line(article)


def _unopened(article: Article, comment: Comment, earlier: Sequence[Comment]) -> Iterator[Suppression]:
    """What is wrong with a comment that enables what no comment before has disabled."""
    disabled = {name for other in earlier if other.directive.word == BEGIN for name in other.directive.names}
    names = [name for name in comment.directive.names if name not in disabled]
    if names or not disabled:
        what = ", ".join(names) or "rules"
        fault = f"artlint-enable without an artlint-disable of {what} before it"
        yield Suppression("", article.place(comment.start, comment.end), fault=fault)
