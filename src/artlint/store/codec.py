"""Results as JSON, and back; what does not decode is a damaged store, never an error of the run."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from artlint.article import Place
from artlint.examine import ArticleResult, Judgement
from artlint.finding import Edit, Finding, Fix, IfNew, Related, Severity
from artlint.suppressions import Suppression


def encode_findings(findings: Iterable[Finding]) -> str:
    """The findings as JSON; "" for none."""
    rows = [
        (
            each.message,
            each.place,
            each.path,
            each.related,
            each.fix,
            each.identity,
            each.severity,
            each.rule,
            each.if_new,
        )
        for each in findings
    ]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":")) if rows else ""


def decode_findings(text: str) -> tuple[Finding, ...]:
    """The findings that were encoded; raises ValueError or TypeError for anything else."""
    return tuple(_finding(*row) for row in json.loads(text)) if text else ()


def _finding(
    message: str,
    place: Sequence[int],
    path: str,
    related: Any,
    fix: Any,
    identity: str,
    severity: int,
    rule: str,
    if_new: Any,
) -> Finding:  # Any: nested JSON, checked by building the types from it
    return Finding(
        str(message),
        _place(place),
        str(path),
        tuple(Related(str(its_path), _place(its_place), str(text)) for its_path, its_place, text in related),
        None if fix is None else _fix(*fix),
        str(identity),
        Severity(severity),
        str(rule),
        if_new=None if if_new is None else IfNew(str(if_new[0]), Severity(if_new[1])),
    )


def _place(numbers: Sequence[int]) -> Place:
    start, end, line, column, end_line, end_column = map(int, numbers)
    return Place(start, end, line, column, end_line, end_column)


def _fix(edits: Sequence[Sequence[Any]], safe: bool, description: str) -> Fix:  # Any: numbers and texts mixed
    return Fix(
        tuple(Edit(int(start), int(end), str(old), str(new)) for start, end, old, new in edits),
        bool(safe),
        str(description),
    )


def encode_result(result: ArticleResult) -> str:
    """The article's findings and suppressions as JSON; "" where it has neither."""
    if not result.findings and not result.suppressions:
        return ""
    rows = [encode_findings(result.findings), result.suppressions]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def decode_result(path: str, text: str) -> ArticleResult:
    """The result that was encoded, without facts; raises ValueError or TypeError for anything else."""
    findings, suppressions = json.loads(text)
    return ArticleResult(
        path, decode_findings(findings), suppressions=tuple(_suppression(*row) for row in suppressions)
    )


def _suppression(
    name: str,
    place: Sequence[int],
    first_line: int,
    last_line: int,
    reason: str,
    until: str,
    origin: str,
    fault: str,
    removal: Any,
    names: str,
    names_start: int,
) -> Suppression:  # Any: nested JSON, checked by building the types from it
    return Suppression(
        str(name),
        _place(place),
        int(first_line),
        int(last_line),
        str(reason),
        str(until),
        str(origin),
        str(fault),
        None if removal is None else _fix(*removal),
        str(names),
        int(names_start),
    )


def encode_judgement(judgement: Judgement) -> str:
    return encode_findings(judgement.findings)


def decode_judgement(text: str) -> Judgement:
    return Judgement(decode_findings(text), ())
