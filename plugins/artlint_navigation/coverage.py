"""Whether the collection at hand is all there is: the share of references whose target is in it.

It is told apart by the forms of the references and by the parts of the collection that they stand in, since a
repository may hold a whole book beside a few posts of a blog.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from artlint_navigation.book import LEAST_TITLES, Book
from artlint_navigation.editions import edition_of
from artlint_navigation.reference import Reference
from artlint_navigation.verdicts import AMBIGUOUS, LED, MISSING, SELF, Resolved

# Whole collections resolve 97 to 100 % of their titles and 86 to 100 % of their paths; samples of the same
# collections 0 to 40 %.
_LEAST_PATHS, _MOST_OF_SAMPLE = 0.5, 0.5
_FEW = 10  # references that are too few to tell a share


class Group(NamedTuple):
    """References that are judged together: of one family of forms, titles or addresses, in one part.

    `part` is a top-level folder with its language or version; "" is the whole collection.
    """

    family: str
    is_titles: bool
    part: str = ""


class Share(NamedTuple):
    """How many of a group's references lead to an article of the collection."""

    found: int = 0
    all: int = 0

    @property
    def percent(self) -> int:
        return 100 * self.found // self.all if self.all else 100


class Missing(NamedTuple):
    """Missing references with the share of the group that they are judged by."""

    group: Group
    share: Share
    references: Sequence[Resolved]


def missing_by_group(book: Book) -> Iterator[Missing]:
    """The references of the book that lead nowhere, by group; a part that tells too little goes by the whole."""
    missing = [resolved for resolved in book.distinct if resolved.verdict == MISSING]
    share_by_group = _shares(book) if missing else {}
    by_group: dict[Group, list[Resolved]] = {}
    for resolved in missing:
        by_group.setdefault(_judging(resolved.reference, share_by_group), []).append(resolved)
    for group, references in by_group.items():
        yield Missing(group, share_by_group[group], references)


def is_complete(group: Group, share: Share) -> bool:
    """Whether enough of the group's references are found for each missing one to be a fault."""
    least = LEAST_TITLES if group.is_titles else _LEAST_PATHS
    return share.found >= least * share.all


def is_too_small(share: Share) -> bool:
    """Whether there are too few references to tell a partial collection from a broken one."""
    return share.all < _FEW


def _shares(book: Book) -> Mapping[Group, Share]:
    """The share of each group; declared ends, other sites and labels without a title do not count."""
    found: Counter[Group] = Counter()
    counted: Counter[Group] = Counter()
    for resolved in book.references:
        if resolved.verdict in (*LED, AMBIGUOUS, SELF, MISSING):
            for group in _groups(resolved.reference):
                counted[group] += 1
                found[group] += resolved.verdict != MISSING
    return {group: Share(found[group], count) for group, count in counted.items()}


def _judging(reference: Reference, share_by_group: Mapping[Group, Share]) -> Group:
    """The group whose share tells whether the reference's target is missing.

    A part whose share lies between those of samples and of whole collections is judged like the rest.
    """
    own, whole = _groups(reference)
    share = share_by_group[own]
    is_sample = share.found < _MOST_OF_SAMPLE * share.all and not is_too_small(share)
    return own if is_sample or is_complete(own, share) else whole


def _groups(reference: Reference) -> tuple[Group, Group]:
    """The reference's part of the collection, and the whole."""
    top, slash, _ = reference.path.partition("/")
    part = "/".join((top if slash else ".", *edition_of(reference.path).marks))
    family, is_titles = reference.family, reference.target is None
    return Group(family, is_titles, part), Group(family, is_titles)
