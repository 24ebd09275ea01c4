"""The engine's own rules: faults that the readers meet."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from artlint.article import Article
from artlint.finding import Finding, Severity
from artlint.hookspecs import hookimpl
from artlint.rule import Rule


@dataclass(frozen=True)
class ReaderRule(Rule):
    """A rule whose findings are the reader's problems of the same name."""

    severity: ClassVar[Severity] = Severity.ERROR

    def check_article(self, article: Article) -> Iterator[Finding]:
        fault = self.id.partition("/")[2]
        for problem in article.problems:
            if problem.rule == fault:
                yield Finding(problem.message, article.place(problem.start, problem.end))


@dataclass(frozen=True)
class Encoding(ReaderRule):
    r"""The file is not UTF-8 text.

    UTF-16, NUL bytes and bytes of other encodings are reported at the first place where they stand; the
    rest of the article is still checked, but no fix is ever written to it. An HTML page that declares its
    encoding is read in that encoding.
    """

    id: ClassVar[str] = "artlint/encoding"


@dataclass(frozen=True)
class FrontMatterRule(ReaderRule):
    """The front matter cannot be read, or a key stands in it twice.

    Bad:
        --- a.md
        ---
        title: Notes: part two
        ---

        Text.

    Good:
        --- a.md
        ---
        title: "Notes: part two"
        ---

        Text.
    """

    id: ClassVar[str] = "artlint/front-matter"


@hookimpl
def artlint_rules() -> Iterable[type[Rule]]:
    return (Encoding, FrontMatterRule)
