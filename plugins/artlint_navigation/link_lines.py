"""References that are links: `[Previous](a.md) | [Next](b.md)`, `Next: [Title](b.md)`, `< [Title](a.md)`.

A reference is the whole of its line, item, cell or quote line, or of a part between `|`; a link in the midst
of a sentence is none, whatever its text.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from artlint import Article, Link
from artlint_navigation.labels import NEXT, PREVIOUS, Label, Labels
from artlint_navigation.lines import LEFT_ARROWS, LINK, RIGHT_ARROWS, Line
from artlint_navigation.reference import Reference

# Patterns are compiled when they are first used: together they would cost 4 ms at each start.
_SEPARATORS = r"\s*[|•·┃│]\s*|\t|\s{3,}|\u00a0{2,}"
_TAIL = r"\W*[-–—(:]"
_LONGEST_TAIL = 12  # words of a description after the link
_WORD = re.compile(r"\w")
_OTHER_WORDS = frozenset(
    ("up", "home", "top", "index", "contents", "toc", "menu", "back", "table of contents", "main", "current", "and")
)
_WAY_UP = r"(?i)\W*(?:back|return|home|index|contents|table of contents|toc|top|up|menu|overview|all|main)\b"
_LONGEST_PLACE = 5  # words between two labelled links: "Chapter 7", "page 7 of 10"
_LABEL_AND_TITLE = r"(?s)(.{1,50}?)\s*(?:[:：»›→➡|–—]|\s-)\s*(?=[\"'“„«‹《「『‘]?\s?\w)(.+)"
_PAGED = r"(?i)(?:^|/)page[/-]?\d+(?:\.html?|/)?$|[?&](?:page|paged|p|start|offset|cursor|after|before)="
_NOWHERE = ("#", "@", "javascript:", "mailto:", "data:")


class _Named(NamedTuple):
    """What a link is by its words or arrows."""

    label: Label
    title: str
    written: str


def link_references(article: Article, line: Line, labels: Labels) -> Iterator[Reference]:
    """The references among the line's links."""
    links = iter(line.links)
    found: list[tuple[Link, _Named]] = []
    is_bar = not _WORD.search(line.text.replace(LINK, ""))
    for segment in re.split(_SEPARATORS, line.text):
        texts = segment.split(LINK)
        its_links = [next(links) for _ in texts[1:]]
        if its_links and (_is_navigation(texts, labels) or _is_labelled_pair(texts, its_links, labels)):
            found += _named(texts, its_links, labels)
    worded = [(link, named) for link, named in found if named.label.is_strong]
    # Words beat arrows: beside "previous" an arrow leads up or home.
    found = worded or [*found, *(_arrowed(line, found) if is_bar else ())]
    has_both = len({named.label.direction for _, named in found}) == 2
    for link, named in found:
        is_name = named.written == link.text and is_called_so(link)
        if leads_to_article(link.target) and not is_name and not _is_code(article, link):
            yield _reference(article, link, named, is_weak=not named.label.is_strong and not has_both)


def leads_to_article(target: str) -> bool:
    """Whether the address can be an article's: no place in this page, no script, no template, no page of a list."""
    is_written = bool(target) and "{" not in target and "|" not in target
    is_elsewhere = target.lower().startswith(_NOWHERE) and not target.startswith("@/")
    return is_written and not is_elsewhere and not re.search(_PAGED, target)


def is_called_so(link: Link) -> bool:
    """Whether the link's address ends in its text: `[next](iterator/next.md)` is a thing of that name."""
    name = link.target.rstrip("/").rpartition("/")[2].partition(".")[0]
    return name.casefold() == link.text.strip().casefold()


def _is_code(article: Article, link: Link) -> bool:
    """Whether what names the link is code: `[`next`](b.md)`, `<code>previous</code> <a href="b.html">`."""
    before = article.text[max(0, link.start - 20) : link.start].rstrip(" :*")
    return before.endswith(("`", "</code>")) or article.text.startswith(("[`", "`"), link.start)


def label_and_title(text: str, labels: Labels) -> tuple[Label, str, str] | None:
    """The label at the head of `text`, the title after it, and the label as written; None if there is no such."""
    match = re.match(_LABEL_AND_TITLE, text)
    label = labels.read(match[1]) if match else None
    return (label, match[2].strip(), match[1].strip()) if match and label else None


def _is_navigation(texts: list[str], labels: Labels) -> bool:
    """Whether nothing but labels, marks and a short description stands around the links."""
    *before, tail = texts
    if any(_WORD.search(text) and not labels.read(text) and not _is_other_word(text) for text in before):
        return False
    return not _WORD.search(tail) or (bool(re.match(_TAIL, tail)) and len(tail.split()) <= _LONGEST_TAIL)


def _is_labelled_pair(texts: list[str], links: list[Link], labels: Labels) -> bool:
    """Whether the links themselves say previous and next, with no more than the own place between them."""
    own = [label.direction for link in links if (label := labels.read(link.text))]
    is_short = all(len(text.split()) <= _LONGEST_PLACE for text in texts)
    return len(set(own)) == 2 and is_short and not _WORD.search(texts[0]) and not _WORD.search(texts[-1])


def _is_other_word(text: str) -> bool:
    return " ".join(re.sub(r"[\W_]+", " ", text).split()).casefold() in _OTHER_WORDS


def _named(texts: list[str], links: list[Link], labels: Labels) -> Iterator[tuple[Link, _Named]]:
    """The links that words make references."""
    for before, link in zip(texts, links, strict=False):
        label = labels.read(before) if _WORD.search(before) else None
        inside = label_and_title(link.text, labels)
        own = labels.read(link.text)
        if label:
            title = link.text if not own else link.title
            yield link, _Named(label._replace(is_strong=True), title, before.strip(" *_:,"))
        elif own:
            yield link, _Named(own._replace(is_strong=True), link.title, link.text)
        elif inside and not _is_other_word(before):
            yield link, _Named(inside[0]._replace(is_strong=True), inside[1], inside[2])
        elif not _WORD.search(before):
            yield from _arrow_inside(link)


def _arrow_inside(link: Link) -> Iterator[tuple[Link, _Named]]:
    """`[← Title](a.md)`; words beat arrows, and an arrow alone is weak."""
    text = link.text.strip()
    title = text.strip(LEFT_ARROWS + RIGHT_ARROWS + "\ufe0f<>- ")
    if re.match(_WAY_UP, text) or _is_quoted(text):
        return
    if text[:1] in LEFT_ARROWS and text:
        yield link, _Named(Label(PREVIOUS, is_strong=False), title, text[0])
    elif text.rstrip("\ufe0f")[-1:] in RIGHT_ARROWS and text:
        yield link, _Named(Label(NEXT, is_strong=False), title, text[-1])


def _is_quoted(text: str) -> bool:
    """Whether marks that look like arrows stand in a pair, as quotation marks do."""
    return (text[:1], text[-1:]) in (("«", "»"), ("‹", "›"))


def _arrowed(line: Line, found: list[tuple[Link, _Named]]) -> Iterator[tuple[Link, _Named]]:
    """`< [Title](a.md) | [Contents](index.md) | [Title](b.md) >`: arrows at the line's two ends."""
    named = {link for link, _ in found}
    text = line.text.strip().strip("|").strip()
    first, last = line.links[0], line.links[-1]
    if first is last and _is_quoted(text):
        return
    if text[:1] in LEFT_ARROWS + "<" and first not in named:
        yield first, _Named(Label(PREVIOUS, is_strong=False), first.text, text[0])
    if text.rstrip("\ufe0f")[-1:] in RIGHT_ARROWS + ">" and last not in named:
        yield last, _Named(Label(NEXT, is_strong=False), last.text, text[-1])


def _reference(article: Article, link: Link, named: _Named, *, is_weak: bool) -> Reference:
    source = article.text[link.start : link.end]
    found = source.rfind(link.target)
    address = (link.start + found, link.start + found + len(link.target)) if found >= 0 else (0, 0)
    family = "html" if article.format == "html" else "markdown"
    title = "" if named.title == link.target else " ".join(named.title.split())
    return Reference(
        named.label.direction,
        f"{family}:link",
        article.place(link.start, link.end),
        link.target,
        title,
        label=named.written,
        level=named.label.level,
        is_weak=is_weak,
        address=address,
    )
