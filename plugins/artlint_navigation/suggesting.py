"""Which article a missing target most likely means.

The strategies stand in the order of their worth on 44 references that maintainers re-pointed: the article
that names this one in turn, the same file name elsewhere, the next number, a similar file name, a similar title.
"""

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from artlint import Facts, Place
from artlint_navigation.addresses import clean, stem
from artlint_navigation.book import Book, book_of
from artlint_navigation.editions import edition_of
from artlint_navigation.labels import NEXT, OPPOSITE
from artlint_navigation.reference import Reference
from artlint_navigation.resolving import nearest
from artlint_navigation.titles import normalised

_NUMBER = re.compile(r"^(\d+)(?=\D|$)")
_NUMBERS = re.compile(r"[\d\W_]+")
_ALIKE, _ALIKE_IF_CONFIRMED = 0.9, 0.85
_MOST_CANDIDATES = 300  # titles compared with one missing title: 20 microseconds each


class Suggestion(NamedTuple):
    """The likeliest article; `is_sure` where two strategies name it and none another."""

    path: str
    is_sure: bool
    is_similar_title: bool


class Suggester:
    """Finds suggestions among the articles of one book."""

    def __init__(self, book: Book) -> None:
        self.book = book

    def suggest(self, reference: Reference, *, similar_titles: bool = True) -> Suggestion | None:
        """The article that the reference's target most likely means; None where nothing is likely.

        Similar titles cost up to 6 ms among 10,000 articles.
        """
        found = list(self._found(reference if similar_titles else reference._replace(text="")))
        if not found:
            return None
        best = found[0][1]
        agreeing = [strategy for strategy, path in found if path == best]
        is_sure = len(agreeing) > 1 and all(path == best for _, path in found)
        return Suggestion(best, is_sure, "title" in agreeing)

    def _found(self, reference: Reference) -> Iterator[tuple[str, str]]:
        """What each strategy names, strongest first."""
        certain = [
            (strategy, paths[0])
            for strategy, paths in (
                ("answer", self.answering(reference.path, reference.direction)),
                ("name", self._same_name(reference)),
                ("number", self._numbered(reference)),
            )
            if len(paths) == 1 and paths[0] != reference.path
        ]
        alike = [
            (strategy, path)
            for strategy, path, ratio in self._similar(reference)
            if ratio >= _ALIKE or (ratio >= _ALIKE_IF_CONFIRMED and path in [other for _, other in certain])
        ]
        confirmed = {path for _, path in alike}
        # A number that nothing else confirms is a guess: the chapter may be gone altogether.
        yield from ((strategy, path) for strategy, path in certain if strategy != "number" or path in confirmed)
        yield from alike

    def named_alike(self, address: str, source: str) -> str | None:
        """The article with the file name of `address` elsewhere, or else with a similar one in its folder."""
        reference = Reference(
            NEXT,
            "contents",
            Place(0, 0, 1, 1, 1, 1),
            posixpath.relpath(address, posixpath.dirname(source)),
            path=source,
        )
        same = self._same_name(reference)
        alike = [path for _, path, ratio in self._similar(reference) if ratio >= _ALIKE_IF_CONFIRMED]
        return next((paths[0] for paths in (same, alike) if len(paths) == 1), None)

    def answering(self, path: str, direction: str) -> Sequence[str]:
        """The articles that call this one their previous where its next is asked for, and the reverse."""
        found = self._callers.get((path, OPPOSITE[direction]), ())
        taken = self.book.target_by_claim.get((path, OPPOSITE[direction]))
        return [caller for caller in found if caller != taken]

    def _same_name(self, reference: Reference) -> Sequence[str]:
        if reference.target is None or self.book.resolver is None:
            return ()
        name = posixpath.basename(stem(clean(reference.target))).lower()
        if not name:
            return ()
        found = nearest(self.book.resolver.addresses.published.by_last_part.get(name, ()), reference.path)
        marks = {edition_of(reference.path).marks, edition_of(clean(reference.target)).marks}
        return [path for path in found if edition_of(path).marks in marks]

    def _numbered(self, reference: Reference) -> Sequence[str]:
        folder, name = posixpath.split(reference.path)
        number = _NUMBER.match(name)
        if not number:
            return ()
        step = 1 if reference.direction == NEXT else -1
        return self._by_number.get((folder, int(number[1]) + step), ())

    def _similar(self, reference: Reference) -> Iterator[tuple[str, str, float]]:
        if reference.target is not None:
            name = posixpath.basename(stem(clean(reference.target))).lower()
            marks = edition_of(reference.path).marks
            folder = posixpath.dirname(
                posixpath.normpath(posixpath.join(posixpath.dirname(reference.path), clean(reference.target)))
            )
            names = {
                posixpath.basename(stem(path)).lower(): path
                for path in self._by_folder.get(folder) or self._by_folder[posixpath.dirname(reference.path)]
                if edition_of(path).marks == marks
            }
            if name and (best := _most_alike(name, list(names))):
                yield "path", names[best[0]], best[1]
        if reference.text:
            yield from self._similar_titles(reference)

    def _similar_titles(self, reference: Reference) -> Iterator[tuple[str, str, float]]:
        title = normalised(reference.text)
        best = _most_alike(title, self._sharing_words(title)) or _most_alike(title, self._of_like_length(title))
        if best and self.book.resolver:
            paths = nearest(self.book.resolver.titles.by_normalised[best[0]], reference.path)
            if len(paths) == 1:
                yield "title", paths[0], best[1]

    def _sharing_words(self, title: str) -> list[str]:
        """The titles that share one of the title's three rarest words."""
        known = [titles for word in set(title.split()) if (titles := self._titles_by_word.get(word))]
        rarest = sorted(known, key=len)[:3]
        return [other for titles in rarest if len(titles) <= _MOST_CANDIDATES for other in titles]

    def _of_like_length(self, title: str) -> list[str]:
        """The titles that begin alike and are about as long; none where these are too many to compare."""
        letters = set(title)
        spread = max(1, round(len(title) * 0.15))
        found = [
            other
            for length in range(len(title) - spread, len(title) + spread + 1)
            for other in self._titles_by_length.get((length, title[:1]), ())
            if len(letters.symmetric_difference(other)) <= spread + 1
        ]
        return found if len(found) <= _MOST_CANDIDATES else []

    @cached_property
    def _callers(self) -> dict[tuple[str, str], list[str]]:
        found: dict[tuple[str, str], list[str]] = defaultdict(list)
        for (path, direction), target in self.book.target_by_claim.items():
            found[target, direction].append(path)
        return found

    @cached_property
    def _by_folder(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for page in self.book.pages:
            found[posixpath.dirname(page.path)].append(page.path)
        return found

    @cached_property
    def _by_number(self) -> dict[tuple[str, int], list[str]]:
        found: dict[tuple[str, int], list[str]] = defaultdict(list)
        for page in self.book.pages:
            folder, name = posixpath.split(page.path)
            if number := _NUMBER.match(name):
                found[folder, int(number[1])].append(page.path)
        return found

    @cached_property
    def _titles_by_length(self) -> dict[tuple[int, str], list[str]]:
        found: dict[tuple[int, str], list[str]] = defaultdict(list)
        for title in self.book.resolver.titles.by_normalised if self.book.resolver else ():
            found[len(title), title[:1]].append(title)
        return found

    @cached_property
    def _titles_by_word(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for title in self.book.resolver.titles.by_normalised if self.book.resolver else ():
            for word in set(title.split()):
                found[word].append(title)
        return found


def suggester_of(facts: Facts) -> Suggester:
    """The suggester over the collection's book."""
    return Suggester(facts.derived(book_of))


def _most_alike(text: str, others: Sequence[str]) -> tuple[str, float] | None:
    """The most similar of `others` and how similar it is; None if none is, or if numbers alone differ."""
    from difflib import SequenceMatcher  # 3 ms that only a missing target pays

    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(text)
    best: tuple[str, float] | None = None
    least = _ALIKE_IF_CONFIRMED
    for other in sorted(set(others)):
        if other == text:
            continue
        matcher.set_seq1(other)
        if (
            matcher.real_quick_ratio() >= least
            and matcher.quick_ratio() >= least
            and (ratio := matcher.ratio()) > least
        ):
            best, least = (other, ratio), ratio
    if best and _NUMBERS.sub("", best[0]) == _NUMBERS.sub("", text):
        return None
    return best
