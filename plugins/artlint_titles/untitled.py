"""Whether an article lacks a title, and what is to be said of it."""

import re
from collections.abc import Iterator
from typing import NamedTuple, cast

from artlint import Article, Block, Edit, Fact, Finding, Fix, Place
from artlint_titles.articlehood import is_fragment, is_part, is_redirect, is_templated

UNTITLED = "no title"

_EMPTY_ELEMENT = r"(?i)<(h1|title)\b[^>]*>(?:\s|&nbsp;|<[^>]*>){0,50}</\1\s*>"
MARKUP = " \t\r\n\u00a0*_#~=`|<>/\\-"
_OTHER_MARKUP = r"#|//|;|%|<!--|\[\[|\.\. |:\w+:|(?:ifn?def|include|endif)::|\S+;;$|\S+::$|From:? |<[a-z!?]"
_INCLUDE = r"--8<--|\{!|\.\. include::|`{3,}\{include\}|!INCLUDE|\[!INCLUDE"
_BOLD_LINE = r"(?i)\s*(?:[^\w\s]+\s*)?(?:\*\*|__|<b>|<strong>|<big>|<font\b|<center>)"
_TITLE_LINE = r"(?im)^title: *\S"  # among header lines in an unknown form
_TAG_AS_TEXT = r"(?i)<(?!/|(?:a|b|br|i|em|img|p|div|span|strong|sub|sup|center|font|u|hr|!--)\b)[a-z]"
_PICTURE_WITH_TEXT = r"(?i)!\[[^\]\s]|<img\b[^>]*\balt\s*=\s*[\"']?\w|<(?:b|strong|big|dt)\b"
# A bold line over the text is its title if it is no longer than titles are.
_LONGEST_BOLD_LINE = 80
# A line that ends like a sentence may be a headline where it is short and stands alone over more text.
_LONGEST_SENTENCE_AS_HEADLINE = 60
# What is looked at of the first block: hostile ones have no end.
_HEAD_OF_BLOCK = 2000
# An article has at least one sentence; what has less is a stub, a caption, a list of links.
_LEAST_PROSE = 20
# A README of less is a note on its folder.
_LEAST_PROSE_OF_README = 400
_GLUED_HEADING = r"#{1,6}(?![#!])[^\s#]\S*(?: [^\n]*)?$"


class Untitled(NamedTuple):
    """The value of an untitled article's fact: format, message, whether it has front matter, and the fix's edit."""

    format: str
    message: str
    has_front_matter: bool
    edit: tuple[int, int, str, str] | None
    description: str

    @classmethod
    def of(cls, fact: Fact) -> "Untitled":
        return cls._make(cast(tuple[str, str, bool, tuple[int, int, str, str] | None, str], fact.value))

    def finding(self, fact: Fact) -> Finding:
        """The finding on the article alone."""
        fix = Fix((Edit(*self.edit),), safe=False, description=self.description) if self.edit else None
        return Finding(self.message, fact.place, fact.path, fix=fix, identity=self.message)


def untitled_facts(article: Article) -> Iterator[Fact]:
    """One fact where the article lacks a title and needs one."""
    if not _needs_title(article):
        return
    from artlint_titles.naming import titling  # for the few that lack one

    place, message, fix = _glued_heading(article) or (*_fault(article), titling(article))
    edit = (fix.edits[0].start, fix.edits[0].end, fix.edits[0].old, fix.edits[0].new) if fix else None
    value = Untitled(article.format, message, bool(article.body), edit, fix.description if fix else "")
    yield Fact(UNTITLED, place, value)


def _needs_title(article: Article) -> bool:
    if any(title.text.strip(MARKUP) for title in article.titles) or not article.text.strip():
        return False
    if is_part(article) or is_fragment(article) or is_redirect(article):
        return False
    if article.body and not article.metadata and is_templated(article.text[: article.body]):
        return False  # its title is filled in
    return _has_prose(article) and not _has_other_title(article)


def _glued_heading(article: Article) -> tuple[Place, str, Fix] | None:
    """The first line that was meant as a heading of Markdown but lacks the blank behind its mark."""
    for block in article.blocks if article.format == "markdown" else ():
        written = article.text[block.start : block.end]
        if block.kind == "paragraph" and re.match(_GLUED_HEADING, written):
            mark = len(written) - len(written.lstrip("#"))
            at = block.start + mark
            fix = Fix((Edit(at, at, "", " "),), safe=False, description="put a blank behind the mark")
            message = f'no title: "{written}" is no heading without a blank behind "{written[:mark]}"'
            return article.place(block.start, block.end), message, fix
    return None


def _fault(article: Article) -> tuple[Place, str]:
    if article.format == "text":
        return _head(article), "no title: the first line reads like running text"
    found = _empty_title(article)
    return (found.place, found.message) if found else (_head(article), _what_is_missing(article))


def _has_prose(article: Article) -> bool:
    """Whether there is at least a sentence's worth of text; lists of addresses and "moved to ..." are none."""
    prose = (block.text for block in article.blocks if block.kind in ("paragraph", "item", "quote"))
    is_readme = article.path.rpartition("/")[2].lower().startswith("readme")
    return sum(_prose_length(text) for text in prose) >= (_LEAST_PROSE_OF_README if is_readme else _LEAST_PROSE)


def _prose_length(text: str) -> int:
    if " " not in text and text.isascii():
        return 0
    return len(re.sub(r"\S+://\S+", "", text)) if "://" in text else len(text)


def _has_other_title(article: Article) -> bool:
    """Whether the first block stands for a title although it is no heading."""
    blocks = [block for block in article.blocks if block.kind not in ("rule", "template")]
    first = blocks[0]
    source = article.text[first.start : min(first.end, first.start + _HEAD_OF_BLOCK)]
    if (
        is_templated(source)
        or re.match(_INCLUDE, source)
        or (first.kind == "heading" and re.search(_TAG_AS_TEXT, source))
    ):
        return True
    if article.format == "markdown":
        return _is_pictured_or_bold(first, source)
    return article.format == "text" and _is_headline(first, is_alone=len(blocks) == 1)


def _is_pictured_or_bold(first: Block, source: str) -> bool:
    if first.kind == "html":
        return bool(re.search(_PICTURE_WITH_TEXT, source))
    line = source.split("\n")[0].strip()
    if re.search(_TITLE_LINE, first.text):
        return True
    return bool(re.search(_PICTURE_WITH_TEXT, line)) or (
        len(line) <= _LONGEST_BOLD_LINE and bool(re.match(_BOLD_LINE, line))
    )


def _is_headline(first: Block, is_alone: bool) -> bool:
    """Whether the first lines may be meant as a headline: short, or drawn of characters."""
    lines = first.text.split("\n")
    if re.match(_OTHER_MARKUP, lines[0]) or not any(map(str.isalnum, lines[0])):
        return True  # a comment or directive of another format; a line drawn over the title
    return len(lines) == 1 and len(lines[0]) <= _LONGEST_SENTENCE_AS_HEADLINE and not is_alone


def _empty_title(article: Article) -> Finding | None:
    """The finding on a title that is written but says nothing."""
    entry = article.metadata.get("title")
    if entry and entry.key_start >= 0 and article.body:
        return Finding(
            "title in the front matter is empty", article.place(entry.key_start, max(entry.end, entry.key_end))
        )
    if article.format == "html":
        match = re.search(_EMPTY_ELEMENT, article.text)
        return Finding(f"{match[1].lower()} element is empty", article.place(*match.span())) if match else None
    for block in article.blocks:
        if block.kind == "heading" and not block.text.strip(MARKUP):
            return Finding("heading is empty", article.place(block.start, block.end))
    return None


def _what_is_missing(article: Article) -> str:
    if article.format == "html":
        return "no title: no title element, no h1, no other heading"
    return "no title: neither in the front matter nor as a heading" if article.body else "no title: no heading at all"


def _head(article: Article) -> Place:
    """The line where a title would stand: the front matter's first or the body's."""
    if article.body:
        return article.line_place(1)
    start = article.blocks[0].start if article.blocks else 0
    return article.line_place(article.place(start, start).line)
