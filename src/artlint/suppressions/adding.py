"""Comments that silence what was found in an article, put where they change nothing that a reader sees."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from artlint.article import Article, Block, Place
from artlint.finding import Edit, Finding
from artlint.suppressions.applying import closest
from artlint.suppressions.directive import FILE, LINE, NEXT_LINE
from artlint.suppressions.reading import suppressions_of

_COMMENTED_FORMATS = frozenset(("markdown", "html"))
_IN_LINE = frozenset(("item", "quote"))
_FORBIDDEN = ("-->", "--!>", "*/", "\n", "\r")


class Comment(NamedTuple):
    """A comment to be written: its word, where, and what stands around it there."""

    offset: int
    word: str
    before: str
    after: str


def takes_comments(article: Article) -> bool:
    """Whether comments can be written to the article: its format has them, and it is neither empty nor damaged."""
    is_sound = not any(each.rule == "encoding" for each in article.problems)
    return article.format in _COMMENTED_FORMATS and is_sound and bool(article.text.strip())


def reason_fault(reason: str) -> str:
    """What is wrong with a reason that is to stand in a comment; "" if nothing is."""
    if not reason.strip():
        return "a suppression needs a reason"
    mark = next((mark for mark in _FORBIDDEN if mark in reason), None)
    return f"a reason cannot hold {mark!r}, which would end the comment" if mark else ""


def silencing_edits(
    article: Article, findings: Sequence[Finding], reason: str, reread: Callable[[str], Article]
) -> list[Edit] | None:
    """Edits that silence `findings`, line by line where readers then see what they saw before.

    Where they would not, the rules are silenced in the whole article; None where that fails too. `reread`
    gives the article that another text makes.
    """
    for comment_of in (_comment, _for_file):
        edits = _edits(article, [(comment_of(article, finding), finding.rule) for finding in findings], reason)
        after = reread(_edited(article.text, edits))
        if _seen(article) == _seen(after) and _are_silenced(findings, edits, after):
            return edits
    return None


def _are_silenced(findings: Iterable[Finding], edits: Sequence[Edit], after: Article) -> bool:
    """Whether `after`, which the edits made, silences each finding at the place it has there."""
    suppressions = suppressions_of(after)
    for finding in findings:
        start = finding.place.start
        start += sum(len(edit.new) for edit in edits if edit.start <= start)
        if closest(finding._replace(place=after.place(start, start)), suppressions, "") is None:
            return False
    return True


def _edited(text: str, edits: Iterable[Edit]) -> str:
    for edit in sorted(edits, reverse=True):
        text = text[: edit.start] + edit.new + text[edit.end :]
    return text


def _seen(article: Article) -> tuple[list[tuple[str, str, int]], list[str]]:
    """What a reader sees: the blocks that hold text, and the titles."""
    blocks = [(block.kind, _visible(block.text), block.level) for block in article.blocks]
    return [each for each in blocks if each[1]], [title.text for title in article.titles]


def _visible(text: str) -> str:
    """A block's text without MDX comments, which the reader of Markdown takes for text."""
    return " ".join(re.sub(r"\{/\*.*?\*/\}", " ", text).split())


def _edits(article: Article, placed: Sequence[tuple[Comment, str]], reason: str) -> list[Edit]:
    """One comment for all rules that are silenced at one place; none where the whole article's does it."""
    everywhere = {rule for comment, rule in placed if comment.word == FILE}
    rules_by_comment: dict[Comment, set[str]] = {}
    for comment, rule in placed:
        if comment.word == FILE or rule not in everywhere:
            rules_by_comment.setdefault(comment, set()).add(rule)
    by_offset: dict[int, str] = {}
    for comment, rules in sorted(rules_by_comment.items(), key=lambda item: (item[0].offset, item[0].word)):
        text = f"{comment.before}{_written(article, comment.word, sorted(rules), reason)}{comment.after}"
        by_offset[comment.offset] = by_offset.get(comment.offset, "") + text
    return [Edit(offset, offset, "", text) for offset, text in by_offset.items()]


def _written(article: Article, word: str, rules: Sequence[str], reason: str) -> str:
    dash = "—" if article.path.endswith(".xhtml") else "--"  # XML forbids two hyphens in a comment
    text = f"artlint-{word} {', '.join(rules)} {dash} {' '.join(reason.split())}"
    return f"{{/* {text} */}}" if article.path.endswith(".mdx") else f"<!-- {text} -->"


def _comment(article: Article, finding: Finding) -> Comment:
    """The comment that silences the finding and as little else as it can."""
    body_line = article.place(article.body, article.body).line
    block = _block_at(article, finding.place)
    if finding.place.line <= body_line or (block is None and article.format != "html"):
        return _for_file(article, finding)
    if article.format == "html":
        return _in_html(article, finding, block)
    return _in_markdown(article, finding, block) if block else _for_file(article, finding)


def _in_markdown(article: Article, finding: Finding, block: Block) -> Comment:
    if block.kind == "cell":
        return Comment(block.end, LINE, " ", "")
    if block.kind in _IN_LINE:
        line = article.line_place(finding.place.line)
        end = line.start + len(article.text[line.start : line.end].rstrip(" \t\\"))
        return Comment(end, LINE, " ", "")
    if block.level and block.kind != "heading":
        return _for_file(article, finding)
    line = article.line_place(article.place(block.start, block.end).line)
    return Comment(line.start, NEXT_LINE, "", "\n\n" if article.path.endswith(".mdx") else "\n")


def _in_html(article: Article, finding: Finding, block: Block | None) -> Comment:
    """A line of its own where the finding's line begins with a tag and the one before ends with one."""
    line = article.line_place(finding.place.line)
    text = article.text[line.start : line.end]
    is_between_tags = text.lstrip().startswith("<") and article.text[: line.start].rstrip().endswith(">")
    if not is_between_tags or (block and block.kind == "code"):
        return _for_file(article, finding)
    return Comment(line.start, NEXT_LINE, text[: len(text) - len(text.lstrip())], "\n")


def _for_file(article: Article, _finding: Finding) -> Comment:
    """The comment for the whole article: after front matter; at the end of a page, whose head is the browser's."""
    if article.format != "html":
        return Comment(article.body, FILE, "", "\n")
    is_closed = article.text.endswith(("\n", "\r"))
    return Comment(len(article.text), FILE, "" if is_closed else "\n", "\n")


def _block_at(article: Article, place: Place) -> Block | None:
    """The block in which the place begins, or the first that begins in it, behind a bullet perhaps."""
    around = (block for block in article.blocks if block.start <= place.start < block.end)
    inside = (block for block in article.blocks if place.start <= block.start <= place.end)
    return next(around, None) or next(inside, None)


def findings_by_path(findings: Sequence[Finding]) -> Iterator[tuple[str, list[Finding]]]:
    """Each article's findings, in the order of the paths."""
    by_path: dict[str, list[Finding]] = {}
    for finding in findings:
        by_path.setdefault(finding.path, []).append(finding)
    yield from sorted(by_path.items())
