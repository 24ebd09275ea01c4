"""What an article's suppression comments silence, pairs of `artlint-disable` and `artlint-enable` joined."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from artlint.article import Article
from artlint.suppressions.coverage import Layout
from artlint.suppressions.directive import BEGIN, END, FILE, LINE
from artlint.suppressions.finding_comments import Comment, comments_in
from artlint.suppressions.removal import comment_removal
from artlint.suppressions.suppression import Suppression


def comment_suppressions(article: Article) -> Iterator[Suppression]:
    """One suppression for each name in each comment; faulty comments as suppressions that silence nothing."""
    comments = list(comments_in(article))
    layout = Layout(article, comments)
    enabled = _enabled_after(article, comments)
    disabled: set[str] = set()
    for number, comment in enumerate(comments):
        directive = comment.directive
        if directive.fault:
            yield Suppression("", article.place(comment.start, comment.end), fault=directive.fault)
        elif directive.word == END:
            yield from _unopened(article, comment, disabled)
        else:
            disabled.update(directive.names if directive.word == BEGIN else ())
            yield from _suppressions(layout, comment, enabled[number])


@dataclass(frozen=True)
class _Enabled:
    """The line of the first comment behind a place that enables a name again: by name, or every name."""

    line_by_name: Mapping[str, int] = field(default_factory=dict)
    everything: int = 0

    def line(self, name: str, last_line: int) -> int:
        lines = [line for line in (self.line_by_name.get(name, 0), self.everything) if line]
        return min(lines, default=last_line)


def _enabled_after(article: Article, comments: Sequence[Comment]) -> Mapping[int, _Enabled]:
    """What is enabled again behind each comment that disables from its place on, by the comment's number."""
    line_by_name: dict[str, int] = {}
    everything = 0
    enabled: dict[int, _Enabled] = {}
    for number in range(len(comments) - 1, -1, -1):
        directive = comments[number].directive
        if directive.word == END:
            line = article.place(comments[number].start, comments[number].end).end_line
            everything = everything if directive.names else line
            line_by_name |= dict.fromkeys(directive.names, line)
        known = {name: line_by_name[name] for name in directive.names if name in line_by_name}
        enabled[number] = _Enabled(known, everything)
    return enabled


def _suppressions(layout: Layout, comment: Comment, enabled: _Enabled) -> Iterator[Suppression]:
    """One suppression for each name in the comment."""
    article, directive = layout.article, comment.directive
    place = article.place(comment.start, comment.end)
    removal = comment_removal(article, comment.start, comment.end)
    start, end = comment.inside + directive.names_start, comment.inside + directive.names_end
    for name in directive.names:
        first, last = _lines(layout, name, comment, enabled)
        yield Suppression(
            name,
            place,
            first,
            last,
            directive.reason,
            directive.until,
            removal=removal,
            names=article.text[start:end],
            names_start=start,
        )


def _lines(layout: Layout, name: str, comment: Comment, enabled: _Enabled) -> tuple[int, int]:
    """The first and last line where `comment` silences `name`."""
    place = layout.article.place(comment.start, comment.end)
    word = comment.directive.word
    if word == FILE:
        return 1, layout.last_line
    if word == LINE:
        return place.line, place.end_line
    if word == BEGIN:
        return place.line, enabled.line(name, layout.last_line)
    line = layout.line_after(comment)
    return line, layout.last_covered(line)


def _unopened(article: Article, comment: Comment, disabled: set[str]) -> Iterator[Suppression]:
    """What is wrong with a comment that enables what no comment before has disabled."""
    names = [name for name in comment.directive.names if name not in disabled]
    if names or not disabled:
        what = ", ".join(names) or "rules"
        fault = f"artlint-enable without an artlint-disable of {what} before it"
        yield Suppression("", article.place(comment.start, comment.end), fault=fault)
