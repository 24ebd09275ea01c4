"""The engine's own reporters by format name; each module is imported when its format is asked for."""

from collections.abc import Iterable, Mapping
from importlib import import_module

from artlint.hookspecs import Reporter
from artlint.report import Report

_MODULES = {"text": "artlint.reporters.text", "json": "artlint.reporters.json"}


class _Lazy:
    """A reporter whose module is imported when it is called."""

    def __init__(self, module: str) -> None:
        self.module = module

    def __call__(self, report: Report, /) -> Iterable[str]:
        write: Reporter = import_module(self.module).write
        return write(report)


REPORTERS: Mapping[str, Reporter] = {name: _Lazy(module) for name, module in _MODULES.items()}
