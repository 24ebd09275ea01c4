"""Titles that say nothing: placeholders, dates, file names, the site's name."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import ClassVar, cast

from artlint import Article, Fact, Facts, Finding, Rule, Title
from artlint_titles.articlehood import is_part, is_redirect, is_templated
from artlint_titles.comparing import segments
from artlint_titles.title_facts import folder_of, normal, shown

_COUNTER = r"[\s_-]*(?:[(#]?\d+\)?|copy|copie|kopie)?[\s.…:!]*$"
_COPY = ("copy", "copie", "kopie")
_DATE_ENDS = frozenset("0123456789日")
_DATE = (
    r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|(?:19|20)\d{6}"
    r"|\d{1,2}(?:st|nd|rd|th|\.)? [^\W\d]{3,10}\.?,? \d{4}|[^\W\d]{3,10}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}"
    r"|\d{4}年\d{1,2}月\d{1,2}日"
)
_FILE_NAME = r"(?a)[\w() -]*[\w)]\.(?:md|markdown|txt|html?|docx?|odt|pdf|rtf|pptx?|xlsx?|jpe?g|png|gif|tmp|indd)"
_SLUG = r"[a-z0-9]+(?:[-_][a-z0-9]+){3,}"
_ELSEWHERE = frozenset(("title element", "og:title"))
_HOME = frozenset(("index", "home", "readme", "default", "about", "start", "welcome", "_index"))
# No placeholder, date or file name is longer.
_LONGEST = 200
# Notes of meetings and pages on commands are named so on purpose: then their siblings are too.
_HABIT = 3
# A text behind the separator of so many pages' titles is the site's name.
_SITE = 5


class PlaceholderTitle(Rule):
    """The title says nothing of the article: a placeholder, a date, a file name or the site's name alone.

    Found are "Untitled", "New Post", "TODO", "Lorem ipsum" and their like in many languages (the list is
    `data/placeholder-titles.txt`), as the whole title, with or without a number; dates; names of files; and
    the site's name on a page that is not the home page. Where three or more articles of a folder are
    named by dates or by their files, that is the folder's way and left alone.

    Options:
        words: further titles that say nothing

    Bad:
        --- a.md
        # Untitled 2

        The council met on Monday.

    Bad:
        --- a.md
        ---
        title: budget_final_v2.docx
        ---
        The council met on Monday.

    Good:
        --- a.md
        # TODO lists that work

        The council met on Monday.
    """

    id: ClassVar[str] = "title/placeholder"
    words: tuple[str, ...] = ()

    def check_article(self, article: Article) -> Iterator[Finding]:
        title = article.title
        if title is None or is_part(article) or is_redirect(article):
            return
        for shown_title in (title, *_elsewhere(article)):
            text = shown(shown_title.text)
            if kind := self._fault(text, article.path):
                source = shown_title.source if shown_title.source in _ELSEWHERE else "title"
                place = article.place(shown_title.start, shown_title.end)
                yield Finding(f'{source} "{text}" is a {kind}', place)
                return

    def _fault(self, text: str, path: str) -> str:
        if len(text) > _LONGEST:
            return ""
        if self._is_placeholder(text) and not _is_subject(text, path):
            return "placeholder"
        return "name of a file" if "." in text and re.fullmatch(_FILE_NAME, text) and _is_own_name(text, path) else ""

    def _is_placeholder(self, text: str) -> bool:
        known = _placeholders()
        plain = normal(text).strip("[]<>(){}*_-–—.… \"'")
        bare = plain if plain[-1:].isalpha() and not plain.endswith(_COPY) else re.sub(_COUNTER, "", plain)
        return bare in known or plain in known or bare in map(str.casefold, self.words) or _starts_as_placeholder(text)

    def collect(self, article: Article) -> Iterator[Fact]:
        """Titles that are dates, slugs or maybe the site's name, and names behind separators in title elements."""
        title = article.title
        if title is None or is_part(article) or is_redirect(article):
            return
        for page in article.titles:
            if page.source == "title element" and len(parts := segments(page.text)) > 1:
                yield Fact(f"site\0{normal(parts[-1])}", article.place(page.start, page.end))
        kind = _kind(title, article)
        if kind:
            yield Fact(
                f"{kind}\0{folder_of(_page(article.path))}",
                article.place(title.start, title.end),
                (kind, shown(title.text)),
            )

    def check_collection(self, facts: Facts) -> Iterator[Finding]:
        for _, group in facts.groups():
            if group[0].value is None:
                continue
            for fact in group:
                kind, text = cast(tuple[str, str], fact.value)
                if _is_fault(kind, text, group, facts):
                    what = {"date": "a date alone", "slug": "the name of its file", "alone": "the site's name alone"}[
                        kind
                    ]
                    yield Finding(f'title "{text}" is {what}', fact.place, fact.path, identity=text)


def _elsewhere(article: Article) -> Iterator[Title]:
    """The titles that a page has beside its heading, for tabs and previews."""
    return (title for title in article.titles[1:] if title.source in _ELSEWHERE)


def _is_fault(kind: str, text: str, group: Sequence[Fact], facts: Facts) -> bool:
    if kind != "alone":
        return len(group) < _HABIT and (kind == "date" or bool(re.fullmatch(_SLUG, text)))
    return len({fact.path for fact in facts[f"site\0{normal(text)}"]}) >= _SITE


def _kind(title: Title, article: Article) -> str:
    """`date`, `slug` or `alone` where the title may be a fault of that kind, else ""."""
    text = shown(title.text)
    if len(text) > _LONGEST:
        return ""
    if text[-1:] in _DATE_ENDS and re.fullmatch(_DATE, text):
        return "date"
    if text == _name(_page(article.path)) and " " not in text:
        return "slug"
    stem = _name(article.path).rpartition(".")[0].lower()
    is_alone = title.source == "title element" and len(segments(text)) == 1 and stem not in _HOME
    return "alone" if is_alone and not is_templated(text) else ""


def _page(path: str) -> str:
    """The path without suffix; of an index file, its folder's."""
    folder, _, name = path.rpartition("/")
    stem = name.rpartition(".")[0]
    return folder if stem.lower() in ("index", "_index") else f"{folder}/{stem}"


def _name(path: str) -> str:
    return path.rpartition("/")[2]


def _is_own_name(text: str, path: str) -> bool:
    """Whether a title that is a file's name is that of this file, or of an office document or picture."""
    name = _name(path)
    return text.lower() == name.lower() or not text.lower().endswith(
        (".md", ".markdown", ".txt", ".html", ".htm", ".tmp")
    )


def _is_subject(text: str, path: str) -> bool:
    """Whether the article is on the word, as its file's name says: an entry of a dictionary, a page on `null`."""
    word = normal(text)
    name = _name(_page(path)).lower().rstrip("0123456789._-")  # `NAN.2.html` is a second page on `NAN`
    return word.isalpha() and "untitled" not in word and name.endswith(word)


def _starts_as_placeholder(text: str) -> bool:
    lowered = text.casefold()
    return lowered.startswith(
        ("lorem ipsum", "todo:", "fixme:", "<no title>", "microsoft word - ", "microsoft powerpoint - ")
    )


@cache
def _placeholders() -> frozenset[str]:
    text = Path(__file__).with_name("data").joinpath("placeholder-titles.txt").read_text(encoding="utf-8")
    return frozenset(line.strip().casefold() for line in text.split("\n") if line and not line.startswith("#"))
