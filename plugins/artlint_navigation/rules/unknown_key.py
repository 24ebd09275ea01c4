"""Rule: a front matter key that only looks like the one in use."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import ClassVar

from artlint import Facts, Finding, Severity
from artlint_navigation import judging
from artlint_navigation.collecting import NavigationRule
from artlint_navigation.reference import Reference

_RARE, _FEW = 0.1, 5


class UnknownKey(NavigationRule):
    """The front matter names a neighbour under a key that the other articles don't use.

    The site's template most likely reads the usual key alone, so this one shows nothing. Judged where at least
    5 articles use another key for the same direction, and at most a tenth this one.

    Bad:
        --- a.md
        ---
        next_section: b
        ---
        --- b.md
        ---
        next_section: c
        ---
        --- c.md
        ---
        next_section: d
        ---
        --- d.md
        ---
        next_section: e
        ---
        --- e.md
        ---
        next_section: f
        ---
        --- f.md
        ---
        next_section: g
        ---
        --- g.md
        ---
        next_section: h
        ---
        --- h.md
        ---
        next_section: i
        ---
        --- i.md
        ---
        next_section: j
        ---
        --- j.md
        ---
        next: a
        ---

    Good:
        --- a.md
        ---
        next: b
        ---
        --- b.md
        ---
        next: c
        ---
        --- c.md
        ---
        next: a
        ---
    """

    id: ClassVar[str] = "navigation/unknown-key"
    severity: ClassVar[Severity] = Severity.INFO

    def check_collection(self, facts: Facts) -> Iterator[Finding]:
        by_direction: dict[str, list[Reference]] = defaultdict(list)
        for resolved in judging.book(facts).references:
            if resolved.reference.family == "front matter":
                by_direction[resolved.reference.direction].append(resolved.reference)
        for references in by_direction.values():
            counts = Counter(_key(reference) for reference in references)
            (usual, count), *_ = counts.most_common(1)
            for reference in references:
                own = counts[_key(reference)]
                if _key(reference) != usual and count >= _FEW and own <= _RARE * len(references):
                    yield Finding(
                        f'key "{_key(reference)}" names the {reference.direction} article; '
                        f'{count:,} others say "{usual}"',
                        reference.place,
                        reference.path,
                        identity=f"{_key(reference)} {reference.written}",
                    )


def _key(reference: Reference) -> str:
    return reference.form.partition(":")[2]
