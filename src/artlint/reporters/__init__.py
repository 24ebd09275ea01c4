"""The engine's own reporters by format name; each module is imported when its format is asked for."""

from collections.abc import Iterable, Mapping
from importlib import import_module

from artlint.hookspecs import Reporter
from artlint.report import Report

_FORMATS = (
    "text",
    "full",
    "grouped",
    "concise",
    "json",
    "jsonl",
    "sarif",
    "github",
    "gitlab",
    "junit",
    "checkstyle",
    "rdjson",
    "rdjsonl",
    "azure",
    "teamcity",
    "csv",
    "markdown",
    "html",
)


class _Lazy:
    """A reporter whose module is imported when it is called."""

    def __init__(self, module: str) -> None:
        self.module = module

    def __call__(self, report: Report, /) -> Iterable[str]:
        write: Reporter = import_module(self.module).write
        return write(report)


REPORTERS: Mapping[str, Reporter] = {name: _Lazy(f"{__name__}.{name}") for name in _FORMATS}
