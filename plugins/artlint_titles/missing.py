"""Articles without a title."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from artlint import Article, Block, Collector, Fact, Facts, Finding, Place, Related, Rule, Severity
from artlint_titles.articlehood import is_fragment, is_part, is_redirect, is_templated
from artlint_titles.title_facts import UNTITLED_TEXT, TitleFacts, TitleValue, folder_of, headed_alike

_EMPTY_ELEMENT = r"(?i)<(h1|title)\b[^>]*>(?:\s|&nbsp;|<[^>]*>){0,50}</\1\s*>"
_MARKUP = " \t\r\n\u00a0*_#~=`|<>/\\-"
_OTHER_MARKUP = r"#|//|;|%|<!--|\[\[|\.\. |:\w+:|(?:ifn?def|include|endif)::|\S+;;$|\S+::$|From:? |<[a-z!?]"
_BOLD_LINE = r"(?i)\s*(?:[^\w\s]+\s*)?(?:\*\*|__|<b>|<strong>|<big>|<font\b|<center>)"
_TITLE_LINE = r"(?im)^title: *\S"  # among header lines in an unknown form
_TAG_AS_TEXT = r"(?i)<(?!/|(?:a|b|br|i|em|img|p|div|span|strong|sub|sup|center|font|u|hr|!--)\b)[a-z]"
_PICTURE_WITH_TEXT = r"(?i)!\[[^\]\s]|<img\b[^>]*\balt\s*=\s*[\"']?\w|<(?:b|strong|big)\b"
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
# From this many text files on, a folder where most have no title is told in one finding: of ten single findings
# in Debian's manuals eight were files that are no articles.
_FEW_TEXTS = 5


class MissingTitle(Rule):
    """The article has no title by any means that its format has.

    Readers, feeds and search engines show an article by its title. Titles are: `title` in the front matter,
    a heading of any level, `<h1>`, `<title>` and `og:title` in HTML, and a first line that stands like a
    headline in plain text. An image with a text or a bold line at the head of a Markdown page counts too.
    A title that is empty or nothing but markup is none. Where three or more articles of one folder have no
    title but begin at the same lower heading ("Overview"), that heading names none of them.

    Left alone are includes, layouts, templates and HTML fragments (by the names of their folders and files,
    or because they are no whole page), redirects, pages of front matter, code or template tags alone, and
    text files for machines. Where most of a folder's five or more text files have no title, one finding says so.

    Bad:
        --- a.md
        The council met on Monday and agreed on the budget for the coming year.

        Taxes stay as they are.

    Bad:
        --- a.md
        ---
        title: ""
        ---

        The council met on Monday and agreed on the budget for the coming year.

    Good:
        --- a.md
        ## Council agrees on the budget

        The council met on Monday and agreed on the budget for the coming year.
    """

    id: ClassVar[str] = "title/missing"
    severity: ClassVar[Severity] = Severity.ERROR

    def check_article(self, article: Article) -> Iterator[Finding]:
        if any(title.text.strip(_MARKUP) for title in article.titles) or is_redirect(article):
            return
        if not article.text.strip() and not is_part(article):
            yield Finding("no title: the article is empty", article.place(0, 0))
        elif article.format != "text" and untitled_place(article):
            from artlint_titles.naming import titling  # for the few that lack one

            found = _empty_title(article) or Finding(_what_is_missing(article), _head(article))
            yield found._replace(fix=titling(article))

    def collector(self) -> Collector:
        return TitleFacts()

    def check_collection(self, facts: Facts) -> Iterator[Finding]:
        for group in facts.derived(headed_alike).values():
            yield from _untitled(group)
        yield from _untitled_texts(facts)


def untitled_place(article: Article) -> Place | None:
    """Where the title of an article without one would stand; None where it has one or needs none."""
    if any(title.text.strip(_MARKUP) for title in article.titles) or not article.text.strip():
        return None
    if is_part(article) or is_fragment(article) or is_redirect(article):
        return None
    return _head(article) if _has_prose(article) and not _has_other_title(article) else None


def _untitled_texts(facts: Facts) -> Iterator[Finding]:
    """Plain text files without a title: each one, or one finding where most files of a folder have none.

    Where most have none they are data, notes or pieces of something else, or whatever made them lost the
    titles of all.
    """
    by_folder: dict[str, list[Fact]] = {}
    for fact in facts[UNTITLED_TEXT]:
        by_folder.setdefault(folder_of(fact.path), []).append(fact)
    if not by_folder:
        return
    counts = Counter(folder_of(path) for path in facts.articles if path.lower().endswith((".txt", ".text")))
    for folder, untitled in by_folder.items():
        count = counts[folder]
        if count >= _FEW_TEXTS and len(untitled) * 2 > count:
            yield _mostly_untitled(folder, untitled, count)
        else:
            yield from map(_untitled_text, untitled)


def _untitled_text(fact: Fact) -> Finding:
    from artlint_titles.naming import text_title  # for the few that lack one

    message = "no title: the first line reads like running text"
    return Finding(message, fact.place, fact.path, fix=text_title(fact.path), identity="no title")


def _mostly_untitled(folder: str, untitled: Sequence[Fact], count: int) -> Finding:
    first, *others = untitled
    message = f"no title in {len(untitled):,} of {count:,} text files of {folder or 'this folder'}; are they articles?"
    related = tuple(Related(fact.path, fact.place, "no title here") for fact in others)
    return Finding(message, first.place, first.path, related, identity="no titles", severity=Severity.INFO)


def _untitled(group: Iterable[Fact]) -> Iterator[Finding]:
    """A finding for each article that begins at the heading that its siblings begin at too."""
    facts = list(group)
    for fact in facts:
        text = TitleValue.of(fact).text
        folder = folder_of(fact.path) or "this folder"
        message = f'no title of its own: "{text}" heads {len(facts)} articles of {folder}'
        yield Finding(message, fact.place, fact.path, identity=text)


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
    if is_templated(source) or (first.kind == "heading" and re.search(_TAG_AS_TEXT, source)):
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
        if block.kind == "heading" and not block.text.strip(_MARKUP):
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
