"""Figures as Markdown tables."""

from collections.abc import Iterable, Iterator, Sequence

from against.goals import Figures, Verdict


def work_table(heading: str, figures: Figures, base: str) -> Iterator[str]:
    """A row for each run: its figures, and how many times those of `base` they are."""
    yield f"### {heading}"
    rows: list[Sequence[str]] = [("", "wall s", "CPU s", "memory MB", "wall", "CPU", "memory", "exit")]
    for name, each in figures.items():
        ratios = [f"{own / other:.2f}" for own, other in zip(each[:3], figures[base][:3], strict=True)]
        rows.append((name, f"{each.wall:.3f}", f"{each.cpu:.3f}", f"{each.memory:.0f}", *ratios, str(each.code)))
    yield from table(rows)


def goal_table(verdicts: Iterable[Verdict]) -> Iterator[str]:
    """A row for each goal: what was measured, and whether that meets it."""
    yield "### Goals"
    rows = [(each.goal, each.measured, "yes" if each.is_met else "no") for each in verdicts]
    yield from table([("goal (articles)", "measured", "met"), *rows])


def table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """The rows as a Markdown table between blank lines; the first is its head."""
    yield ""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for number, row in enumerate(rows):
        yield f"| {' | '.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))} |"
        if number == 0:
            yield f"| {' | '.join('-' * width for width in widths)} |"
    yield ""
