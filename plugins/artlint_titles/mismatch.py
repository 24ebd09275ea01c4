"""Titles of one article that disagree."""

import re
from collections.abc import Iterator
from typing import ClassVar, cast

from artlint import Article, Fact, Facts, Finding, Place, Related, Rule, Severity, Title, digest
from artlint_titles.articlehood import is_part, is_redirect, is_templated
from artlint_titles.comparing import agree, alike, related, segments
from artlint_titles.generic_titles import is_generic
from artlint_titles.heading_pairs import OTHER, Pair, pair_facts, unusual_pairs
from artlint_titles.title_facts import normal, shown

# A text that is h1 or title element of so many pages is the site's, not the page's.
_SHARED = 3
# A first section with its number is no title.
_NUMBERED = r"\d+(?:\.\d+)*\.?\s"


class MismatchedTitles(Rule):
    """The titles that an article gives itself disagree: front matter, h1, title element, `og:title`.

    One of them was left behind when the article was renamed, or came along when a page was copied. In HTML
    titles that share half of their words or a long one, or hold each other but for a site's or section's name,
    are left alone: result lists are often given a longer title. So is a title element that is the file's name. In
    Markdown a first heading in nearly the same words as the front matter's title is reported; one in other
    words is `title/several`; neither where half of ten articles or more word the two differently. A text that
    stands on three or more pages is the site's name and counts for nothing.

    Bad:
        --- a.html
        <html><head><title>Ferry timetable | Oster</title></head>
        <body><h1>Council agrees on the budget</h1><p>The council met on Monday.</p></body></html>

    Bad:
        --- a.md
        ---
        title: Council agrees on next year's budget
        ---
        # Council agrees on this year's budget

        The council met on Monday.

    Good:
        --- a.html
        <html><head><title>Council agrees on the budget | Oster</title></head>
        <body><h1>Council agrees on the budget</h1><p>The council met on Monday.</p></body></html>
    """

    id: ClassVar[str] = "title/mismatch"
    severity: ClassVar[Severity] = Severity.INFO

    def collect(self, article: Article) -> Iterator[Fact]:
        """Each pair of disagreeing titles of a page, under both, so that texts of many pages show."""
        if article.format != "html":
            yield from (fact for fact in pair_facts(article) if not is_part(article) and not is_redirect(article))
            return
        if len(article.titles) < 2 or is_part(article) or is_redirect(article):
            return
        titles = [title for title in article.titles if title.source != "heading" and not is_templated(title.text)]
        for other in titles[1:]:
            if titles[0].source == other.source or not _disagree(titles[0].text, other.text):
                continue
            if _is_section(titles[0], other) or _names_file(titles[0], article) or _names_file(other, article):
                continue
            if titles[0].source == "front matter" and _is_index(article.path):
                continue  # a home page's front matter names the site, its heading what it lists
            for here, there in ((titles[0], other), (other, titles[0])):
                yield Fact(
                    f"title\0{normal(here.text)}", article.place(here.start, here.end), _value(article, here, there)
                )

    def check_collection(self, facts: Facts) -> Iterator[Finding]:
        for fact in unusual_pairs(facts):
            pair = Pair.of(fact)
            if pair.is_first and _drifted(pair.title, pair.heading):
                message = f'heading "{pair.heading}" is no longer the front matter title "{pair.title}"'
                yield pair.finding(fact, message)
        yield from _disagreeing(facts)


def _disagreeing(facts: Facts) -> Iterator[Finding]:
    """The pages whose titles disagree, unless one of these is the site's."""
    seen: set[str] = set()
    pairs = digest(OTHER)
    for fact in facts:
        if fact.value is not None and fact.key != pairs:
            text, source, other, other_source, *place = cast(tuple[str, str, str, str, int], fact.value)
            if fact.path in seen or len(_pages(facts, text)) >= _SHARED or len(_pages(facts, other)) >= _SHARED:
                continue
            seen.add(fact.path)
            place_there = Related(fact.path, Place._make(cast(tuple[int, ...], place)), f"the {other_source}")
            message = f'{source} "{text}" and {other_source} "{other}" name different articles'
            yield Finding(message, fact.place, fact.path, (place_there,), identity=text)


def _value(article: Article, here: Title, there: Title) -> tuple[str | int, ...]:
    return shown(here.text), here.source, shown(there.text), there.source, *article.place(there.start, there.end)


def _pages(facts: Facts, title: str) -> set[str]:
    return {fact.path for fact in facts[f"title\0{normal(title)}"]}


def _disagree(title: str, other: str) -> bool:
    title, other = shown(title), shown(other)
    if re.match(_NUMBERED, title) or re.match(_NUMBERED, other):
        return False
    return not (agree(title, other) or related(title, other) or is_generic(title) or is_generic(other))


def _is_section(title: Title, other: Title) -> bool:
    """Whether the other is but the first section of a page that its title element names."""
    return title.source == "title element" and other.source == "h1"


def _names_file(title: Title, article: Article) -> bool:
    """Whether the title element or a part of it is the file's name: the name of a module, a command, a page."""
    name = article.path.rpartition("/")[2].partition(".")[0]
    return title.source != "h1" and normal(name) in map(normal, segments(shown(title.text)))


def _is_index(path: str) -> bool:
    return path.rpartition("/")[2].startswith(("index.", "home."))


def _drifted(declared: str, heading: str) -> bool:
    """Whether the heading is the title in other words, and no remark in brackets."""
    if heading.startswith(("(", "[")) or is_templated(declared + heading):
        return False
    return not agree(declared, heading) and alike(declared, heading)
