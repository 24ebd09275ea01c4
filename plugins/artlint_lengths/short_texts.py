"""Limits of the texts that stand in lists: titles, descriptions, headings."""

import re
from collections.abc import Iterator, Sequence
from typing import ClassVar, cast

from artlint import Article, Block, Fact, Facts, Finding, Related, Severity
from artlint_lengths.limits import LengthRule, Piece
from artlint_lengths.measure import Unit
from artlint_lengths.running_text import enumerates

_SEPARATORS = (" | ", " - ", " – ", " — ", " · ", " • ", " » ", " :: ")
_QUESTION_MARKS = ("?", "？", "؟")
# A call or a type: `open(path, mode)`, `Map<Key, Value>`.
_SIGNATURE = r"\w(?:\([^()]*[,|]|<\s?[\[\w])"
# A colon or a dash between the site's or book's name and the page's.
_BEFORE = r"(.{3,60}?)(?::| \||  ?[-–—·•»]| ::) \S"
_LEAST_PAGES_OF_A_SITE = 3
_MANY_HEADINGS = 4
_NAME_MARKS = ("::", "_", "()")
_LONGEST_WORD = 30  # longer ones are names of classes and files, which nobody can shorten
_CODE = r"[#\s]*(?:<a\b[^>]*>\s*(?:</a>)?)*(?:`[^`]*`\s*$|<code\b)"


class TitleLength(LengthRule):
    """The title is too long or too short.

    Result lists, feeds and tabs cut a title off. 70 is where Google's result list has ended titles for most
    of its time (about 600 pixels since 2014: 55 to 70 characters) and where audits of sites warn; it is a
    limit of room, not of rank. Titles mostly of wide characters (Han, Kana, Hangul) are measured in columns,
    two for each, which is the same room. Of a title element the site's name behind the last separator does not
    count, and a title that begins with the name of its site or book, as three pages or more do, is left alone;
    so are lists of names from programs.

    Options:
        min: the least length; none by default
        max: the greatest length: 70, see above
        unit: `auto` (characters as readers see them, or columns where wide ones prevail), `graphemes`,
            `characters` (code points), `width` (columns), `words`, `sentences`, `bytes` (UTF-8)
        min_by_language: limits for languages, by tag: `{de: 20}`; `zh` holds for `zh-TW` too
        max_by_language: the same for the greatest length
        dictionary: count words of scripts without spaces by dictionaries (needs `artlint[icu]`)

    Bad:
        --- a.md
        # Council agrees on the budget for the coming year after eleven hours of debate

        The council met on Monday.

    Good:
        --- a.md
        # Council agrees on the budget after eleven hours of debate

        The council met on Monday.
    """

    id: ClassVar[str] = "length/title"
    subject: ClassVar[str] = "title"
    max: int | None = 70
    unit: Unit = "auto"

    def pieces(self, article: Article, most: int | None) -> Iterator[Piece]:
        title = article.title
        if title and not is_templated(title.text):
            text = _without_site(title.text) if title.source == "title element" else title.text
            yield Piece(text.rstrip("¶ "), title.start, title.end)

    def is_meant(self, article: Article, piece: Piece) -> bool:
        """Whether it is no list of names from a program."""
        words = piece.text.split()
        return sum(any(map(word.__contains__, _NAME_MARKS)) for word in words) * 2 <= len(words)

    def check_article(self, article: Article) -> Iterator[Finding]:
        for finding in super().check_article(article):
            if not _site_before(article):
                yield finding

    def collect(self, article: Article) -> Iterator[Fact]:
        """What stands before the first separator of a title element, with what is wrong with the title as a whole."""
        site = _site_before(article)
        if site:
            findings = [(finding.message, finding.identity) for finding in super().check_article(article)]
            title = article.titles[0]
            yield Fact(f"site\0{site}", article.place(title.start, title.end), findings or None)

    def check_collection(self, facts: Facts) -> Iterator[Finding]:
        """The long titles whose beginning is not the site's name, which three pages or more begin with."""
        for _, group in facts.groups():
            if len({fact.path for fact in group}) < _LEAST_PAGES_OF_A_SITE:
                for fact in group:
                    for message, identity in cast(Sequence[tuple[str, str]], fact.value or ()):
                        yield Finding(message, fact.place, fact.path, identity=identity)


class DescriptionLength(LengthRule):
    """The description is too long or too short.

    A description (`description` in the front matter, `<meta name="description">`) is what result lists and
    previews show below the title. Result lists cut it off at about 160 characters, which is the usual advice
    for search results. The least length that is advised there, 50, is no default: of 40 descriptions below it
    that were read in seven manuals and blogs, 35 were good as they were. Articles without a
    description are left alone.

    Options:
        min: the least length; none by default
        max: the greatest length: 160, see above
        unit: `auto` (characters as readers see them, or columns where wide ones prevail), `graphemes`,
            `characters` (code points), `width` (columns), `words`, `sentences`, `bytes` (UTF-8)
        min_by_language: limits for languages, by tag: `{de: 20}`; `zh` holds for `zh-TW` too
        max_by_language: the same for the greatest length
        dictionary: count words of scripts without spaces by dictionaries (needs `artlint[icu]`)

    Bad:
        --- a.md
        ---
        title: Council agrees on the budget
        description: Schools and the ferry get more money in the coming year and the harbour gets less, because the
          council wants taxes to stay as they are and has to save somewhere all the same
        ---

        The council met on Monday.

    Good:
        --- a.md
        ---
        title: Council agrees on the budget
        description: Schools and the ferry get more, the harbour less; taxes stay as they are
        ---

        The council met on Monday.
    """

    id: ClassVar[str] = "length/description"
    severity: ClassVar[Severity] = Severity.INFO
    subject: ClassVar[str] = "description"
    max: int | None = 160
    unit: Unit = "auto"

    def pieces(self, article: Article, most: int | None) -> Iterator[Piece]:
        entry = article.metadata.get("description")
        text = " ".join((entry.text or "").split()) if entry else ""
        if entry and text and not is_templated(text):
            yield Piece(text, entry.start, entry.end)


class HeadingLength(LengthRule):
    """The heading is too long or too short.

    A heading is read at a glance; one of more than 90 characters takes more than a line and is a sentence
    that should stand in the text. 97 to 99 of 100 headings of the news and blogs that this rule was tried
    on are shorter. The article's title is `length/title`'s; questions, which interviews and pages of questions
    have for headings, lists of names or links, and calls, types and other code are left alone. Four or more in
    one page make one finding.

    Options:
        min: the least length; none by default
        max: the greatest length: 90, see above
        unit: `auto` (characters as readers see them, or columns where wide ones prevail), `graphemes`,
            `characters` (code points), `width` (columns), `words`, `sentences`, `bytes` (UTF-8)
        min_by_language: limits for languages, by tag: `{de: 20}`; `zh` holds for `zh-TW` too
        max_by_language: the same for the greatest length
        dictionary: count words of scripts without spaces by dictionaries (needs `artlint[icu]`)

    Bad:
        --- a.md
        # Budget

        ## The council has agreed after eleven hours of debate that schools and the ferry get more money

        Taxes stay as they are.

    Good:
        --- a.md
        # Budget

        ## More money for schools and the ferry

        Taxes stay as they are.
    """

    id: ClassVar[str] = "length/heading"
    severity: ClassVar[Severity] = Severity.INFO
    subject: ClassVar[str] = "heading"
    max: int | None = 90
    unit: Unit = "auto"

    def pieces(self, article: Article, most: int | None) -> Iterator[Piece]:
        shortest = self.shortest(most)
        for block in article.blocks:
            if block.kind == "heading" and len(block.text) >= shortest and not is_templated(block.text):
                yield Piece(_longest_line(article, block).rstrip("¶ "), block.start, block.end)

    def check_article(self, article: Article) -> Iterator[Finding]:
        """Each long heading; one finding where a page has many, which is its way: questions and their stories."""
        found = list(super().check_article(article))
        if len(found) < _MANY_HEADINGS:
            yield from found
            return
        first, *others = found
        message = f"{first.message}, and {len(others)} more headings of this page are too long or too short"
        related = tuple(Related(article.path, other.place, other.message) for other in others)
        yield first._replace(message=message, related=related)

    def is_meant(self, article: Article, piece: Piece) -> bool:
        """Whether it is no title, no question of an interview, no line of code and holds no long name."""
        title = article.title
        if title and (title.start == piece.start or " ".join(piece.text.split()) == title.text):
            return False
        if any(len(word) > _LONGEST_WORD and word.isascii() for word in piece.text.split()):
            return False
        if any(map(piece.text.__contains__, _QUESTION_MARKS)) or re.search(_SIGNATURE, piece.text):
            return False
        source = article.text[piece.start : piece.end]
        return not (re.match(_CODE, source) or enumerates(piece.text) or source.count("<a href") > 1)


def _site_before(article: Article) -> str:
    """What may be the site's name before the first separator of a title element; "" for none."""
    title = article.title
    if title is None or title.source != "title element":
        return ""
    found = re.match(_BEFORE, title.text)
    return found[1].casefold() if found else ""


def is_templated(text: str) -> bool:
    """Whether the text is filled in when the site is built."""
    return "{{" in text or "{%" in text


def _longest_line(article: Article, block: Block) -> str:
    """The heading's text, or the longest line of one that tags break into lines."""
    if "\n" in block.text and article.text.find("<br", block.start, block.end) >= 0:
        return max(block.text.split("\n"), key=len)
    return block.text


def _without_site(title: str) -> str:
    """The title of a page without the site's name behind the last separator."""
    start = max(map(title.rfind, _SEPARATORS))
    return title[:start] if start > 0 else title
