"""What one article leaves behind for the judgement of navigation: its identity and its references."""

from collections.abc import Iterator
from itertools import islice
from typing import Literal, NamedTuple

from artlint import Article, Fact, Rule
from artlint_navigation.contents import contents_facts, outline_facts
from artlint_navigation.html_links import html_references, is_declared
from artlint_navigation.labels import Labels, labels
from artlint_navigation.lines import candidates, goes_on, lines_of
from artlint_navigation.link_lines import link_references
from artlint_navigation.macros import macro_references
from artlint_navigation.metadata import metadata_references
from artlint_navigation.pages import page_fact
from artlint_navigation.reference import Reference, packed
from artlint_navigation.text_lines import paired, text_references
from artlint_navigation.wiki_links import wiki_references

Direction = Literal["previous", "next"]


class Navigation(NamedTuple):
    """Gathers the facts that all rules on navigation judge; the fields are the user's additions."""

    labels: tuple[tuple[str, Direction], ...] = ()
    keys: tuple[tuple[str, Direction], ...] = ()
    macros: tuple[tuple[str, str], ...] = ()

    def collect(self, article: Article) -> Iterator[Fact]:
        yield page_fact(article, list(map(packed, self.references(article))))
        yield from contents_facts(article)

    def collect_outline(self, outline: Article) -> Iterator[Fact]:
        return outline_facts(outline)

    def references(self, article: Article) -> Iterator[Reference]:
        """The article's references, form by form, without those that lead to a place in this very file."""
        return (reference for reference in self._references(article) if not _is_inside(reference, article.path))

    def _references(self, article: Article) -> Iterator[Reference]:
        known = labels(self.labels)
        if article.metadata:
            yield from metadata_references(article, self.keys)
        if article.format == "html":
            yield from html_references(article, known)
        else:
            yield from macro_references(article, self.macros)
        yield from _in_lines(article, known)


class NavigationRule(Rule):
    """A rule on navigation: all of them judge the same facts.

    Options:
        labels: more labels of previous and next, each with `previous` or `next`
        keys: more front matter keys, each with `previous` or `next`
        macros: more template macros, each with what its arguments are: `previous`, `next` or another word
    """

    labels: tuple[tuple[str, Direction], ...] = ()
    keys: tuple[tuple[str, Direction], ...] = ()
    macros: tuple[tuple[str, str], ...] = ()

    def collector(self) -> Navigation:
        return Navigation(self.labels, self.keys, self.macros)


def _is_inside(reference: Reference, path: str) -> bool:
    """Whether the address is a place in the file at `path`: `b.md#harbour` in `b.md`."""
    if reference.target is None or "#" not in reference.target:
        return False
    return reference.target.partition("#")[0].removeprefix("./") == path.rpartition("/")[2]


def _in_lines(article: Article, known: Labels) -> Iterator[Reference]:
    numbers = candidates(article, known)
    if not numbers:
        return
    lines = lines_of(article)
    texts: list[Reference] = []
    for number in numbers:
        within = lines.within(number)
        for index, line in enumerate(within):
            if line.links:
                is_declared_anyway = article.format == "html" and any(map(is_declared, line.links))
                if not is_declared_anyway and not (index and goes_on(article, within[index - 1], line)):
                    yield from link_references(article, line, known)
            elif "[[" in line.text:
                yield from wiki_references(article, line, known)
        texts += text_references(article, within, list(islice(lines.after(number), 3)), known)
    yield from paired(texts)
