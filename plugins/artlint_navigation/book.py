"""All references of a collection, resolved, and the chains that they make."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from posixpath import dirname
from typing import TYPE_CHECKING

from artlint import Facts
from artlint_navigation.contents import CONTENTS
from artlint_navigation.labels import OPPOSITE
from artlint_navigation.pages import CHAINED, PAGE, Page, page_of, references_of
from artlint_navigation.reference import Reference
from artlint_navigation.text_lines import UNSURE
from artlint_navigation.verdicts import AMBIGUOUS, LED, MISSING, Resolved

if TYPE_CHECKING:
    from artlint_navigation.resolving import Resolver

# Whole collections resolve 97 to 100 % of their titles, samples of the same collections 0 to 40 %.
LEAST_TITLES = 0.8
_FEWEST_FOUND = 2
FEW_REFERENCES = 10  # fewer tell no share

_Claim = tuple[str, str]  # an article and a direction


class Book:
    """The collection as navigation sees it."""

    def __init__(
        self, pages: Sequence[Page], references: Sequence[Resolved], resolver: "Resolver | None" = None
    ) -> None:
        """`references` stand in the order of paths and places, without the weak ones that nobody answers."""
        self.pages = pages
        self.references = references
        self.resolver = resolver

    @cached_property
    def page_by_path(self) -> Mapping[str, Page]:
        return {page.path: page for page in self.pages}

    @cached_property
    def distinct(self) -> Sequence[Resolved]:
        """The references with those that an article repeats, as in header and footer, as copies of the first."""
        copies: dict[tuple[object, ...], list[Resolved]] = {}
        for resolved in self.references:
            it = resolved.reference
            named = it.target if it.target is not None else (it.text or it.place)
            copies.setdefault((it.path, it.direction, it.level, named), []).append(resolved)
        return [
            first._replace(copies=tuple(copy.reference for copy in rest)) if rest else first
            for first, *rest in copies.values()
        ]

    @cached_property
    def by_claim(self) -> Mapping[_Claim, Sequence[Resolved]]:
        """The references of each article in each direction; those of a coarser level only where there is no finer."""
        found: dict[_Claim, list[Resolved]] = defaultdict(list)
        for resolved in self.distinct:
            found[resolved.reference.path, resolved.reference.direction].append(resolved)
        return {claim: _finest(references) for claim, references in found.items()}

    @cached_property
    def target_by_claim(self) -> Mapping[_Claim, str]:
        """The article that each article calls its previous or next, where all its references agree."""
        found: dict[_Claim, str] = {}
        for claim, references in self.by_claim.items():
            targets = {resolved.path for resolved in references}
            if len(targets) == 1 and references[0].verdict in LED and references[0].path:
                found[claim] = references[0].path
        return found

    def first(self, path: str, direction: str) -> Resolved:
        """The article's first reference in this direction."""
        return self.by_claim[path, direction][0]

    def is_answered(self, path: str, direction: str) -> bool:
        """Whether the article that this one names in this direction names it in turn."""
        target = self.target_by_claim.get((path, direction))
        return target is not None and self.target_by_claim.get((target, OPPOSITE[direction])) == path

    def answered_beside(self, reference: Reference) -> tuple[int, int]:
        """How many references like this one that lead somewhere are answered, and how many there are.

        Those of the same family of forms in its folder are counted; in all folders where that has too few.
        """
        folder, whole = dirname(reference.path), (0, 0)
        own = self._answered_share.get((reference.family, folder), whole)
        return own if own[1] >= FEW_REFERENCES else self._answered_share.get((reference.family, None), whole)

    @cached_property
    def _answered_share(self) -> Mapping[tuple[str, str | None], tuple[int, int]]:
        found: dict[tuple[str, str | None], tuple[int, int]] = {}
        for path, direction in self.target_by_claim:
            family, is_answered = self.first(path, direction).reference.family, self.is_answered(path, direction)
            for key in ((family, dirname(path)), (family, None)):
                answered, count = found.get(key, (0, 0))
                found[key] = (answered + is_answered, count + 1)
        return found


def book_of(facts: Facts) -> Book:
    """The collection's references, resolved; an empty book where no article has any."""
    chained = facts[CHAINED]
    if not chained and not facts[CONTENTS]:
        return Book((), ())
    from artlint_navigation.resolving import Resolver  # not before there is something to resolve

    pages = sorted((page_of(fact) for fact in (*chained, *facts[PAGE])), key=lambda page: page.path)
    resolver = Resolver(pages, facts.files)
    first = [resolver.resolve(reference) for fact in chained for reference in references_of(fact)]
    return Book(pages, tuple(_kept(_decided(first, resolver))), resolver)


def _decided(references: Sequence[Resolved], resolver: "Resolver") -> list[Resolved]:
    """The references with those ambiguous ones settled that one candidate alone answers."""
    if not any(resolved.verdict == AMBIGUOUS for resolved in references):
        return list(references)
    targets = _targets(references)
    return [_answered(resolved, targets, resolver) for resolved in references]


def _answered(resolved: Resolved, targets: Mapping[_Claim, set[str]], resolver: "Resolver") -> Resolved:
    if resolved.verdict != AMBIGUOUS:
        return resolved
    source, opposite = resolved.reference.path, OPPOSITE[resolved.reference.direction]
    answering = [path for path in resolved.candidates if source in targets.get((path, opposite), ())]
    return resolver.settled(resolved.reference, answering[0], resolved.how) if len(answering) == 1 else resolved


def _targets(references: Iterable[Resolved]) -> dict[_Claim, set[str]]:
    """All articles that the references of each claim can mean."""
    found: dict[_Claim, set[str]] = defaultdict(set)
    for resolved in references:
        if resolved.path or resolved.candidates:
            claim = resolved.reference.path, resolved.reference.direction
            found[claim].update((resolved.path,) if resolved.path else resolved.candidates)
    return found


def _kept(references: Sequence[Resolved]) -> Iterator[Resolved]:
    """The references that count: strong ones, and weak ones that lead somewhere and are answered.

    An unsure one that leads nowhere is a reference where the other titles of its family are found.
    """
    is_any_unsure = any(resolved.reference.form == UNSURE for resolved in references)
    are_titles_found = is_any_unsure and _are_titles_found(references)
    targets = _targets(references) if any(resolved.reference.is_weak for resolved in references) else {}
    for resolved in references:
        reference = resolved.reference
        if reference.is_weak:
            answer = targets.get((resolved.path or "", OPPOSITE[reference.direction]), ())
            if resolved.verdict not in LED or reference.path not in answer:
                continue
        elif reference.form == UNSURE and resolved.verdict == MISSING and not are_titles_found:
            continue
        yield resolved


def _are_titles_found(references: Iterable[Resolved]) -> bool:
    """Whether most titles after labels in plain text are found, besides one that is judged by the others."""
    family = UNSURE.partition(":")[0]
    verdicts = [
        resolved.verdict
        for resolved in references
        if resolved.reference.family == family and resolved.reference.text and not resolved.reference.is_weak
    ]
    found = sum(verdict != MISSING for verdict in verdicts)
    return found >= _FEWEST_FOUND and found >= LEAST_TITLES * (len(verdicts) - 1)


def _finest(references: Sequence[Resolved]) -> list[Resolved]:
    """Without "next chapter" where "next" stands beside it: two chains, of which the finer counts."""
    plain = [resolved for resolved in references if not resolved.reference.level]
    return plain or list(references)
