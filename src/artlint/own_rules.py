"""The engine's own rules: faults that the readers meet, and faults of suppressions."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from artlint.article import Article
from artlint.finding import Finding, Severity
from artlint.hookspecs import hookimpl
from artlint.rule import Rule


class ReaderRule(Rule):
    """A rule whose findings are the reader's problems of the same name."""

    severity: ClassVar[Severity] = Severity.ERROR

    def check_article(self, article: Article) -> Iterator[Finding]:
        fault = self.id.partition("/")[2]
        for problem in article.problems:
            if problem.rule == fault:
                yield Finding(problem.message, article.place(problem.start, problem.end))


class Encoding(ReaderRule):
    r"""The file is not UTF-8 text.

    UTF-16, NUL bytes and bytes of other encodings are reported at the first place where they stand. The
    other rules leave such an article alone until it can be read; other articles' references still find it. No
    fix changes such bytes, or anything in UTF-16 and binary files. An HTML page that declares its encoding
    is read in that encoding.
    """

    id: ClassVar[str] = "artlint/encoding"


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


class Format(ReaderRule):
    """The file is not in the format that its name promises, such as a notebook that is no JSON."""

    id: ClassVar[str] = "artlint/format"


class TooLarge(ReaderRule):
    """The file is too large for an article, so it was not read.

    A dump or a log in the wrong place would cost the run its time and memory.

    Options:
        bytes: the size up to which files are read: 20 million, which no article of the 5,000 we measured
            comes near (the largest had 1.3 million)
    """

    id: ClassVar[str] = "artlint/too-large"
    bytes: int = 20_000_000


class UnusedSuppression(Rule):
    """A suppression silences nothing, or it has ended.

    What it once excused was mended, or it stands at the wrong place. It is judged only for rules that ran in
    this run, and for rules that look at the whole collection only where the whole collection was given. The
    fix deletes the comment, or the one name in it.

    Bad:
        --- a.md
        # Harbour closes

        <!-- artlint-disable-next-line title/missing -- the town's own wording -->
        The harbour closes on Monday.

    Good:
        --- a.md
        <!-- artlint-disable-file title/missing -- a leaflet, which has none -->
        The harbour closes on Monday.
    """

    id: ClassVar[str] = "artlint/unused-suppression"


class UnknownSuppression(Rule):
    """A suppression names a rule that does not exist, or cannot be understood; it silences nothing.

    Bad:
        --- a.md
        <!-- artlint-disable-file title/mising -- a leaflet, which has none -->
        The harbour closes on Monday.

    Good:
        --- a.md
        <!-- artlint-disable-file title/missing -- a leaflet, which has none -->
        The harbour closes on Monday.
    """

    id: ClassVar[str] = "artlint/unknown-suppression"


class SuppressionWithoutReason(Rule):
    """A suppression gives no reason, so nobody can tell later whether it is still due.

    Bad:
        --- a.md
        <!-- artlint-disable-file title/missing -->
        The harbour closes on Monday.

    Good:
        --- a.md
        <!-- artlint-disable-file title/missing -- a leaflet, which has none -->
        The harbour closes on Monday.
    """

    id: ClassVar[str] = "artlint/suppression-without-reason"
    enabled: ClassVar[bool] = False


@hookimpl
def artlint_rules() -> Iterable[type[Rule]]:
    return (
        Encoding,
        Format,
        FrontMatterRule,
        TooLarge,
        UnusedSuppression,
        UnknownSuppression,
        SuppressionWithoutReason,
    )
