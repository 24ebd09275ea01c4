"""A reference: what one article says of the article before or after it."""

from typing import NamedTuple, cast

from artlint import Fact, Place, digest

REFERENCE = digest("navigation reference")


class Reference(NamedTuple):
    """One place where an article names its neighbour.

    `form` is the family of the syntax, a colon and its detail (`front matter:prev`, `markdown:link`). `target`
    is the address as written, None where only a title stands there; `text` is the title as written, `more`
    the line after it, which may be the title's second half. `label` is what stands before it. A weak one
    counts only where the other article answers it. `is_end` says that there is no neighbour. `address` is
    where the target (or else the title) stands, for the fix.
    """

    direction: str
    form: str
    place: Place
    target: str | None = None
    text: str = ""
    more: str = ""
    label: str = ""
    level: str = ""
    is_weak: bool = False
    is_end: bool = False
    address: tuple[int, int] = (0, 0)
    path: str = ""

    @property
    def family(self) -> str:
        """The form without its detail."""
        return self.form.partition(":")[0]

    @property
    def written(self) -> str:
        """The title, or else the address, as the article has it."""
        return self.text or self.target or ""


def fact_of(reference: Reference) -> Fact:
    """The reference as a fact: its fields in their order, the place and path apart, trailing defaults dropped."""
    start = reference.place.start
    values = [
        reference.direction[0] + reference.form,
        reference.target,
        reference.text,
        reference.more,
        reference.label,
        reference.level,
        int(reference.is_weak) + 2 * int(reference.is_end),
        reference.address[0] - start,
        reference.address[1] - start,
    ]
    return Fact(REFERENCE, reference.place, values)


def reference_of(fact: Fact) -> Reference:
    """The reference that `fact_of` made the fact from."""
    values = cast(tuple[str, str | None, str, str, str, str, int, int, int], fact.value)
    head, target, text, more, label, level, flags, start, end = values
    return Reference(
        "previous" if head[0] == "p" else "next",
        head[1:],
        fact.place,
        target,
        text,
        more,
        label,
        level,
        bool(flags & 1),
        bool(flags & 2),
        (fact.place.start + start, fact.place.start + end),
        fact.path,
    )
