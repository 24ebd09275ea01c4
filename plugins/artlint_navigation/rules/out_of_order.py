"""Rule: a next article that is older than this one."""

from collections.abc import Iterator
from typing import ClassVar

from artlint import Facts, Finding, Severity
from artlint_navigation import judging
from artlint_navigation.collecting import NavigationRule
from artlint_navigation.labels import NEXT
from artlint_navigation.wording import called, identity, title_of

_AGREEING, _FEW = 0.95, 5


class OutOfOrder(NavigationRule):
    """The next article is older than this one where nearly all others go forward in time, or the reverse.

    Off by default: series are not always written in their order. Judged where at least 5 neighbours have
    dates that agree on one order, and 5 % or a single one of them don't.

    Bad:
        --- a.md
        ---
        date: 2024-01-01
        next: b.md
        ---
        --- b.md
        ---
        date: 2024-02-01
        next: c.md
        ---
        --- c.md
        ---
        date: 2024-03-01
        next: d.md
        ---
        --- d.md
        ---
        date: 2024-04-01
        next: e.md
        ---
        --- e.md
        ---
        date: 2024-05-01
        next: f.md
        ---
        --- f.md
        ---
        date: 2024-07-01
        next: g.md
        ---
        --- g.md
        ---
        date: 2024-06-01
        ---

    Good:
        --- a.md
        ---
        date: 2024-01-01
        next: b.md
        ---
        --- b.md
        ---
        date: 2024-02-01
        next: c.md
        ---
        --- c.md
        ---
        date: 2024-03-01
        next: d.md
        ---
        --- d.md
        ---
        date: 2024-04-01
        next: e.md
        ---
        --- e.md
        ---
        date: 2024-05-01
        next: f.md
        ---
        --- f.md
        ---
        date: 2024-06-01
        next: g.md
        ---
        --- g.md
        ---
        date: 2024-07-01
        ---
    """

    id: ClassVar[str] = "navigation/out-of-order"
    severity: ClassVar[Severity] = Severity.INFO
    enabled: ClassVar[bool] = False

    def check_collection(self, facts: Facts) -> Iterator[Finding]:
        book = judging.book(facts)
        dated = []
        for (path, direction), target in book.target_by_claim.items():
            own, other = book.page_by_path[path].date, book.page_by_path[target].date
            if own and other and own != other:
                dated.append((path, direction, target, (other > own) == (direction == NEXT)))
        forward = sum(is_forward for *_, is_forward in dated)
        if max(forward, len(dated) - forward) < max(_FEW, min(_AGREEING * len(dated), len(dated) - 1)):
            return
        usual = forward > len(dated) / 2
        for path, direction, target, is_forward in dated:
            if is_forward is not usual:
                resolved = book.first(path, direction)
                page = book.page_by_path[target]
                yield Finding(
                    f"{direction} article {called(book, target, path)} is of {page.date}, this one of "
                    f"{book.page_by_path[path].date}; the others stand in the reverse order",
                    resolved.reference.place,
                    path,
                    related=(title_of(book, target),),
                    identity=identity(resolved),
                )
