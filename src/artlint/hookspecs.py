"""The four hooks by which a plugin registers what it brings; each is called once, at start."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Protocol, TypeVar

from artlint.article import Article
from artlint.report import Report
from artlint.rule import Rule

MARK = "artlint_impl"
Function = TypeVar("Function", bound=Callable[..., Any])  # Any: each hook returns something else


def hookimpl(function: Function) -> Function:
    """The function, marked as a plugin's way to bring something; its name is that of one of the hooks below."""
    setattr(function, MARK, {})  # as pluggy marks functions, without the 15 ms of its import
    return function


class Reader(Protocol):
    """Makes articles of one format; `name` becomes `Article.format`."""

    @property
    def name(self) -> str:
        """The format's name."""

    def read(self, path: str, text: str) -> Article:
        """The article that `text`, the file's decoded content without BOM, holds."""


class Reporter(Protocol):
    """Writes a run's report in one format."""

    def __call__(self, report: Report, /) -> Iterable[str]:
        """The report in pieces of text, line ends included."""


class Command(Protocol):
    """A command of the command line: a `click.Command`."""

    name: str | None


def artlint_rules() -> Iterable[type[Rule]]:
    """The plugin's rule classes."""
    return ()


def artlint_readers() -> Mapping[str, Reader]:
    """The plugin's readers by file suffix, lower-case with its dot."""
    return {}


def artlint_outlines() -> Iterable[str]:
    """File names (`mkdocs.yml`) and suffixes (`.rst`), lower-case, of files that are no articles but list some.

    No rule judges such a file; the collectors that have a `collect_outline` see its text.
    """
    return ()


def artlint_reporters() -> Mapping[str, Reporter]:
    """The plugin's reporters by format name."""
    return {}


def artlint_commands() -> Mapping[str, Command]:
    """The plugin's commands by name: `artlint NAME`; asked for when NAME is no command of the engine's."""
    return {}


HOOKS = tuple(name for name in vars() if name.startswith("artlint_"))
