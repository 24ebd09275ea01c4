"""From a reference to the article that it names, in a fixed order of ways; the first that finds one wins."""

from collections.abc import Iterator, Sequence
from posixpath import dirname

from artlint_navigation.addresses import AddressIndex, Candidate, clean, is_external, leaves_project
from artlint_navigation.editions import is_same_edition
from artlint_navigation.pages import Page
from artlint_navigation.reference import Reference
from artlint_navigation.titles import TitleIndex
from artlint_navigation.verdicts import (
    AMBIGUOUS,
    CASE,
    EXTERNAL,
    MISSING,
    NO_TARGET,
    OFF,
    OK,
    OUTSIDE,
    REDIRECT,
    SELF,
    Resolved,
)


class Resolver:
    """Resolves references among the pages of one collection."""

    def __init__(self, pages: Sequence[Page], files: Sequence[str] = ()) -> None:
        """`files` are those beside the pages."""
        self.page_by_path = {page.path: page for page in pages}
        self.addresses = AddressIndex(pages, files)
        self.titles = TitleIndex((page.path, page.titles) for page in pages if not page.is_outline)

    def resolve(self, reference: Reference) -> Resolved:
        """What the reference leads to."""
        if reference.is_end:
            return Resolved(reference, OFF)
        if reference.target is not None:
            return self._by_address(reference, reference.target)
        return self._by_title(reference) if reference.text else Resolved(reference, NO_TARGET)

    def _by_address(self, reference: Reference, target: str) -> Resolved:
        found = self.addresses.find(target, reference.path)
        if found:
            return self._chosen(reference, found)
        if is_external(target) or self.addresses.is_file(target, reference.path):
            return Resolved(reference, EXTERNAL)
        is_outside = leaves_project(clean(target), dirname(reference.path))
        return Resolved(reference, OUTSIDE if is_outside else MISSING)

    def _by_title(self, reference: Reference) -> Resolved:
        texts = [reference.text]
        if reference.more:
            texts.append(f"{reference.text} {reference.more}")
        for how, paths in self._ways(texts):
            if paths:
                return self._chosen(reference, [Candidate(path, how) for path in paths])
        return Resolved(reference, MISSING)

    def _ways(self, texts: Sequence[str]) -> Iterator[tuple[str, Sequence[str]]]:
        titles = self.titles
        yield from (("exact", titles.exact(text)) for text in texts)
        yield from ((_difference(text), titles.same(text)) for text in texts)
        yield from (("cut", titles.beginning(text)) for text in texts)
        yield from (("site name", titles.without_site(text)) for text in texts)
        yield from (("number", titles.loose(text)) for text in texts)

    def _chosen(self, reference: Reference, found: Sequence[Candidate]) -> Resolved:
        """The one article of `found` that is nearest to the source; ambiguous where none is nearer than the others."""
        how = found[0].how
        paths = nearest([candidate.path for candidate in found], reference.path)
        if len(paths) > 1:
            return Resolved(reference, AMBIGUOUS, None, how, tuple(paths))
        return self.settled(reference, paths[0], how)

    def settled(self, reference: Reference, path: str, how: str) -> Resolved:
        """The reference led to `path`."""
        if path == reference.path:
            return Resolved(reference, SELF, path, how)
        if moved := self.page_by_path[path].moved:
            found = self.addresses.at_place(moved, path) or path
            return Resolved(reference, SELF if found == reference.path else REDIRECT, found, "alias")
        if how == "alias":
            return Resolved(reference, REDIRECT, path, how)
        is_path_in_other_case = how == "case" and reference.target is not None
        return Resolved(reference, CASE if is_path_in_other_case else OK, path, how)


def nearest(paths: Sequence[str], source: str) -> list[str]:
    """Of `paths` those in the source's edition, then in its folder, where any are; the source itself comes last."""
    found = list(dict.fromkeys(paths))
    if len(found) == 1:
        return found
    others = [path for path in found if path != source]
    found = others or found
    for is_near in (is_same_edition, lambda path, other: dirname(path) == dirname(other)):
        near = [path for path in found if is_near(path, source)]
        found = near or found
    return found


def _difference(text: str) -> str:
    """What sets a title that is not found as written apart from the one that is found: a guess by its characters."""
    if "&" in text and ";" in text:
        return "entities"
    return "typography" if not text.isascii() else "case"
