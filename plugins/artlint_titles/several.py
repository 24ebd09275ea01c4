"""Articles with more than one title."""

import re
from collections.abc import Iterator, Sequence
from typing import ClassVar

from artlint import Article, Fact, Facts, Finding, Related, Rule, Title
from artlint_titles.articlehood import is_fragment, is_part, is_redirect
from artlint_titles.comparing import agree, alike, segments
from artlint_titles.generic_titles import is_generic
from artlint_titles.heading_pairs import Pair, pair_facts, unusual_pairs
from artlint_titles.title_facts import normal, shown

# Logs of changes give each release a heading of the top level.
_LOGS = ("change", "history", "news", "release", "todo", "migrat", "upgrad")

# Generators of books set chapters and sections of one page on one level.
_NUMBERED = r"(?:\w+\s)?(?:[A-Z]|\d+)(?:\.\d+)*[.:]?\s"


class SeveralTitles(Rule):
    """The article has more than one top-level heading, or one beside a front matter title that says something else.

    A page has one title; further headings of the top level are sections that are one level too high, or the
    title of another article that was pasted. A front matter title is shown as the page's top-level heading, so
    `# Background` below it makes a second one. A heading that repeats the front matter's title, or says it in
    nearly the same words, is left alone (the latter is `title/mismatch`), and so are logs of changes and, in
    HTML, the site's name as a heading, numbered chapters, and title pages of books. Where half of ten articles
    or more begin at one heading in other words than their title, that is the collection's way and left alone.

    Bad:
        --- a.md
        # Council agrees on the budget

        The council met on Monday.

        # Reactions

        The mayor was content.

    Good:
        --- a.md
        # Council agrees on the budget

        The council met on Monday.

        ## Reactions

        The mayor was content.
    """

    id: ClassVar[str] = "title/several"

    def check_article(self, article: Article) -> Iterator[Finding]:
        headings = _top_headings(article)
        if len(headings) < 2 or _stands_aside(article):
            return
        declared = article.title if article.title and article.title.source == "front matter" else None
        title = declared or headings[0]
        others = [heading for heading in (headings if declared else headings[1:]) if _differs(heading, title)]
        if others:
            yield _finding(article, title, others)

    def collect(self, article: Article) -> Iterator[Fact]:
        """The front matter's title with the one top-level heading below it."""
        return (fact for fact in pair_facts(article) if not _stands_aside(article))

    def check_collection(self, facts: Facts) -> Iterator[Finding]:
        for fact in unusual_pairs(facts):
            pair = Pair.of(fact)
            if not agree(pair.heading, pair.title) and not alike(pair.heading, pair.title):
                message = f'top-level heading "{pair.heading}" stands beside the front matter title "{pair.title}"'
                yield pair.finding(fact, message)


def _stands_aside(article: Article) -> bool:
    """Whether it is a log of changes, part of a page, or a redirect."""
    return _is_log(article.path) or is_part(article) or is_fragment(article) or is_redirect(article)


def _is_log(path: str) -> bool:
    name = path.rpartition("/")[2].lower()
    return any(word in name for word in _LOGS)


def _top_headings(article: Article) -> Sequence[Title]:
    """The headings of level 1 that stand for themselves: not quoted, not the site's name, not numbered parts."""
    found = [
        Title(shown(" ".join(block.text.split())), "h1", block.start, block.end)
        for block in article.blocks
        if block.kind == "heading" and block.level == 1 and not block.group and block.text.strip()
    ]
    if article.format != "html" or len(found) < 2:
        return found
    if article.titles and article.titles[0].source == "title element":
        return []  # a wiki's or manual's sections: the page's name stands in its frame
    if article.path.rpartition("/")[2].startswith("index."):
        return found[:1]  # title pages of generated books: legal notice, dedication, contents
    pages = [title.text for title in article.titles if title.source == "title element"]
    sites = {part for page in pages for part in segments(page)[1:]}
    return [heading for heading in found if heading.text not in sites and not _is_books(heading.text)]


def _is_books(heading: str) -> bool:
    """Whether the heading is a chapter's with its number, or the table of contents."""
    return bool(re.match(_NUMBERED, heading)) or is_generic(heading)


def _differs(heading: Title, title: Title) -> bool:
    """Whether the heading is another title than `title`, and not the same one in nearly the same words."""
    if title.source == "front matter":
        return not agree(heading.text, title.text) and not alike(heading.text, title.text)
    return normal(heading.text) == normal(title.text) or not agree(heading.text, title.text)


def _finding(article: Article, title: Title, others: Sequence[Title]) -> Finding:
    first = others[0]
    more = f"; so do {len(others) - 1} more" if len(others) > 2 else "; so does one more" if len(others) == 2 else ""
    where = "front matter title" if title.source == "front matter" else "title"
    places = [(title, "the title"), *((other, "another") for other in others[1:])]
    return Finding(
        f'top-level heading "{first.text}" stands beside the {where} "{title.text}"{more}',
        article.place(first.start, first.end),
        related=tuple(Related(article.path, article.place(at.start, at.end), what) for at, what in places),
        identity=first.text,
    )
