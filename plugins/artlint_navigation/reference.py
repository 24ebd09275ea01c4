"""A reference: what one article says of the article before or after it."""

from collections.abc import Sequence
from typing import NamedTuple, cast

from artlint import Place

_Values = tuple[str, tuple[int, ...], str | None, str, str, str, str, int, int, int]


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


Packed = Sequence[int | str | Sequence[int] | None]


def packed(reference: Reference) -> Packed:
    """The reference as plain data, small: its direction is one letter, its address counts from its place."""
    start = reference.place.start
    return (
        reference.direction[0] + reference.form,
        reference.place,
        reference.target,
        reference.text,
        reference.more,
        reference.label,
        reference.level,
        int(reference.is_weak) + 2 * int(reference.is_end),
        reference.address[0] - start,
        reference.address[1] - start,
    )


def unpacked(values: Packed, path: str) -> Reference:
    """The reference of the article `path` that `packed` made the data from."""
    head, place, target, text, more, label, level, flags, start, end = cast(_Values, values)
    return Reference(
        "previous" if head[0] == "p" else "next",
        head[1:],
        Place._make(place),
        target,
        text,
        more,
        label,
        level,
        bool(flags & 1),
        bool(flags & 2),
        (place[0] + start, place[0] + end),
        path,
    )
