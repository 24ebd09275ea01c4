"""Articles without a title."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import ClassVar

from artlint import Article, Collector, Fact, Facts, Finding, Related, Rule, Severity
from artlint_titles.articlehood import is_part
from artlint_titles.title_facts import TitleFacts, TitleValue, folder_of, headed_alike
from artlint_titles.untitled import UNTITLED, Untitled

# From this many text files on, a folder where most have no title is told in one finding: of ten single findings
# in Debian's manuals eight were files that are no articles.
_FEW_TEXTS = 5
# The same for other articles: their titles come from elsewhere, from a list or a generator.
_FEW_ARTICLES = 20
# Untitled files of one name in so many folders are pieces of the pages there: `bio.md`, `solution.md`.
_FEW_PIECES = 3
_TEXTS = (".txt", ".text")


class MissingTitle(Rule):
    """The article has no title by any means that its format has.

    Readers, feeds and search engines show an article by its title. Titles are: `title` in the front matter,
    a heading of any level, `<h1>`, `<title>` and `og:title` in HTML, and a first line that stands like a
    headline in plain text. An image with a text or a bold line at the head of a Markdown page counts too.
    A title that is empty or nothing but markup is none. Where three or more articles of one folder have no
    title but begin at the same lower heading ("Overview"), that heading names none of them, which is one finding.

    Left alone are includes, layouts, templates and HTML fragments (by the names of their folders and files,
    or because they are no whole page), pieces of Markdown that other pages take up (beside an `index.md`, or of
    one name in three folders), redirects, pages of front matter, code or template tags alone, and text files
    for machines. Where most of a folder's 20 or more articles, or of its five or more text files, have no
    title, one finding says so.

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
        if not article.text.strip() and not is_part(article):
            yield Finding("no title: the article is empty", article.place(0, 0))

    def collector(self) -> Collector:
        return TitleFacts()

    def check_collection(self, facts: Facts) -> Iterator[Finding]:
        yield from map(_untitled, facts.derived(headed_alike).values())
        yield from _untitled_articles(facts)


def _untitled_articles(facts: Facts) -> Iterator[Finding]:
    """Articles without a title: each one, or one finding where most of a folder have none.

    Where most have none they are data, notes or pieces of something else, their titles come from elsewhere, or
    whatever made them lost the titles of all.
    """
    by_folder: dict[tuple[str, bool], list[Fact]] = {}
    for fact in _without_pieces(facts[UNTITLED], facts):
        by_folder.setdefault((folder_of(fact.path), Untitled.of(fact).format == "text"), []).append(fact)
    if not by_folder:
        return
    counts = Counter((folder_of(path), path.lower().endswith(_TEXTS)) for path in facts.articles)
    for (folder, are_texts), untitled in by_folder.items():
        count = counts[folder, are_texts]
        if len(untitled) * 2 > count and count >= (_FEW_TEXTS if are_texts else _FEW_ARTICLES):
            yield _mostly_untitled(folder, untitled, count, "text files" if are_texts else "articles")
        else:
            yield from (Untitled.of(fact).finding(fact) for fact in untitled)


def _without_pieces(untitled: Sequence[Fact], facts: Facts) -> Sequence[Fact]:
    """The facts but for pieces of pages: without front matter, of one name in several folders or beside an index."""
    bare = [fact for fact in untitled if not Untitled.of(fact).has_front_matter and fact.path.endswith(".md")]
    if not bare:
        return untitled
    names = Counter(fact.path.rpartition("/")[2] for fact in bare)
    paths = frozenset(facts.articles)
    pieces = {
        fact.path
        for fact in bare
        if names[fact.path.rpartition("/")[2]] >= _FEW_PIECES or f"{folder_of(fact.path)}/index.md" in paths
    }
    return [fact for fact in untitled if fact.path not in pieces]


def _mostly_untitled(folder: str, untitled: Sequence[Fact], count: int, what: str) -> Finding:
    first, *others = untitled
    message = f"no title in {len(untitled):,} of {count:,} {what} of {folder or 'this folder'}"
    message += "; are they articles?" if what == "text files" else ""
    related = tuple(Related(fact.path, fact.place, "no title here") for fact in others)
    return Finding(message, first.place, first.path, related, identity="no titles", severity=Severity.INFO)


def _untitled(group: Sequence[Fact]) -> Finding:
    """The finding on articles that begin at the heading that their siblings begin at too."""
    first, *others = group
    text = TitleValue.of(first).text
    folder = folder_of(first.path) or "this folder"
    message = f'no title of its own: "{text}" heads {len(group)} articles of {folder}'
    related = tuple(Related(fact.path, fact.place, "the same heading, no title") for fact in others)
    return Finding(message, first.place, first.path, related, identity=text)
