"""Annotations of a GitHub workflow run, by the workflow commands that its runner reads from the log."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from artlint.article import Place
from artlint.finding import Severity
from artlint.report import Report
from artlint.reporters.escaping import visible
from artlint.reporters.paths import from_repository, message_of
from artlint.reporters.wording import SEVERITIES, counted, cut, severity_of

# GitHub shows 10 annotations of a type from a step, and 4,096 characters of a message.
_MOST = 10
_LONGEST_MESSAGE = 4096
_TYPES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


class _Annotation(NamedTuple):
    """What is shown at a place; `place` is None for a whole file, `path` "" for none; `message` is harmless."""

    path: str
    place: Place | None
    title: str
    message: str


def write(report: Report) -> Iterator[str]:
    """A command for each annotation, errors first; of a type with too many, one for each article."""
    shown = from_repository(report.root)
    for severity in SEVERITIES:
        for annotation in _shortened(_annotations(report, severity, shown)):
            yield _command(_TYPES[severity], annotation, shown)


def overflows(report: Report) -> bool:
    """Whether some findings have no annotation of their own."""
    return any(len(_annotations(report, severity, str)) > _MOST for severity in SEVERITIES)


def _annotations(report: Report, severity: Severity, shown: Callable[[str], str]) -> list[_Annotation]:
    """One for each finding of this severity; failures are errors."""
    failures = report.failures if severity is Severity.ERROR else ()
    return [
        *(_Annotation(failure.path, None, "artlint failed", _lines(failure.message)) for failure in failures),
        *(
            _Annotation(finding.path, finding.place, finding.rule, _lines(message_of(finding, shown)))
            for finding in report.findings
            if severity_of(finding) is severity
        ),
    ]


def _shortened(annotations: Sequence[_Annotation]) -> list[_Annotation]:
    """As many as GitHub shows: all, or one for each article, the last one for all articles beyond."""
    if len(annotations) <= _MOST:
        return list(annotations)
    groups = [list(group) for _, group in groupby(annotations, lambda annotation: annotation.path)]
    if len(groups) <= _MOST:
        return [_of_article(group) for group in groups]
    beyond = groups[_MOST - 1 :]
    number = sum(map(len, beyond))
    message = f"{counted(number, 'finding')} in {counted(len(beyond), 'more article')}; the job summary lists them"
    return [*map(_of_article, groups[: _MOST - 1]), _Annotation("", None, "artlint", message)]


def _of_article(group: Sequence[_Annotation]) -> _Annotation:
    """The first annotation, which counts those that it stands for."""
    first = group[0]
    others = len(group) - 1
    more = f"\nand {others:,} more like this in this article; the job summary lists them" if others else ""
    return first._replace(message=f"{cut(first.message, _LONGEST_MESSAGE - 100)}{more}")


def _command(kind: str, annotation: _Annotation, shown: Callable[[str], str]) -> str:
    properties = {"file": shown(annotation.path), **_position(annotation.place), "title": annotation.title}
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items() if value)
    return f"::{kind} {listed}::{_message(cut(annotation.message, _LONGEST_MESSAGE))}\n"


def _position(place: Place | None) -> dict[str, str]:
    """Lines, and columns where the place stays on one line; GitHub takes them only there."""
    if place is None:
        return {}
    lines = {"line": str(place.line), "endLine": str(place.end_line)}
    columns = {"col": str(place.column), "endColumn": str(place.end_column)}
    return {**lines, **columns} if place.line == place.end_line else lines


def _lines(text: str) -> str:
    """The text with all that is harmful in its lines spelled out."""
    return "\n".join(map(visible, text.split("\n")))


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\n", "%0A")


def _property(text: str) -> str:
    return visible(text).replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
