"""The `suppressions` section: rules silenced in the articles of some paths, with a reason."""

from collections.abc import Iterator

from artlint.article import Place, line_starts
from artlint.config.file_keys import GivenSuppression
from artlint.config.layers import Layer
from artlint.config.model import ALL_RULES, PathSuppression
from artlint.config.problems import Complain
from artlint.config.rule_names import Rules, addressed, unknown_rule
from artlint.config.sources import Source
from artlint.config.wording import quoted


def read_suppressions(layer: Layer, rules: Rules, complain: Complain) -> Iterator[PathSuppression]:
    """The suppressions that one layer holds; complains of rules that nobody brings and of impossible dates."""
    for given in layer.keys.suppressions:
        for name in given.rule:
            if name.raw != ALL_RULES and not addressed(name.raw, rules):
                complain(name.start, unknown_rule(name.raw, rules))
        if given.until and not _is_date(given.until.raw):
            complain(given.until.start, f"until: found {quoted(given.until.raw)}, expected a date such as 2026-12-31")
        yield _suppression(given, layer.source)


def _suppression(given: GivenSuppression, source: Source) -> PathSuppression:
    start, end = (given.rule[0].start, given.rule[-1].end) if given.rule else (0, 0)
    return PathSuppression(
        tuple(given.path),
        tuple(name.raw for name in given.rule),
        given.reason,
        given.until.raw if given.until else "",
        "" if source.is_command_line or source.path is None else str(source.path),
        _place(source.text, start, end),
    )


def _place(text: str, start: int, end: int) -> Place:
    starts = line_starts(text)
    line, end_line = (max(number for number, at in enumerate(starts, 1) if at <= offset) for offset in (start, end))
    return Place(start, end, line, start - starts[line - 1] + 1, end_line, end - starts[end_line - 1] + 1)


def _is_date(text: str) -> bool:
    from datetime import date  # for suppressions that end alone

    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
