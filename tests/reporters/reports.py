"""Reports to write in each format, from few words."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import ClassVar

from artlint import Article, Failure, Finding, Fix, Related, Report, Rule, Severity
from artlint.report import Suppressed
from artlint.reporters import REPORTERS

HOSTILE = [
    "a\nb.txt",
    "a\r\n::error::b.txt",
    "a,b:c%0A.txt",
    "100%.txt",
    "\x1b]0;x\x07\x1b[31m.txt",
    "\u202etxt.md",
    "\udce9\udcff.txt",
    "-x.txt",
    "--config=x.txt",
    "=HYPERLINK(1).txt",
    " ::set-output name=a::b.txt",
    "\u00a0::error::x.txt",
    "::stop-commands::x",
    "::Error file=x::y",
    "x ##[GROUP]y.txt",
    "##[error]x.txt",
    "x ##[add-mask]y.txt",
    "#\u00ad#[error]x.txt",
    "##vso[task.setvariable variable=a]b",
    "a ##teamcity[buildStop comment='x']",
    "]]><script>alert(1)</script>",
    "</title><img src=x onerror=alert(1)>&amp;\"'",
    "![x](javascript:alert(1)) | `a` <b>",
    "\x00\x0b\ufffe\uffff",
    "\U0001f469\u200d\U0001f4bb e\u0301.txt",
    "\u2028\u2029\x85line.txt",
]


class LongTitle(Rule):
    """The title is too long.

    Lists cut it off.

    Bad:
        A title without an end

    Good:
        A title
    """

    id: ClassVar[str] = "length/title"


def finding(
    source: str = "one\ntwo words\n",
    found: str = "words",
    message: str = "too long",
    path: str = "a.txt",
    rule: str = "length/title",
    severity: Severity = Severity.ERROR,
    related: Iterable[Related] = (),
    fix: Fix | None = None,
    fingerprint: str = "0a-1b",
) -> Finding:
    """A finding at the first place of `found` in `source`."""
    start = source.index(found)
    place = Article("", source, "text").place(start, start + len(found))
    return Finding(message, place, path, tuple(related), fix, "", severity, rule, fingerprint)


def report(
    *findings: Finding,
    sources: Mapping[str, str] | str = "one\ntwo words\n",
    failures: Iterable[Failure] = (),
    suppressed: Iterable[Suppressed] = (),
    root: Path | None = None,
) -> Report:
    """A report of `findings`; `sources` is the text of all articles or of each by its path."""
    source_of = (lambda _path: sources) if isinstance(sources, str) else (lambda path: sources.get(path, ""))
    rules = {LongTitle.id: LongTitle}
    return Report(findings, tuple(failures), 2, 5, rules, source_of, root or Path.cwd(), tuple(suppressed))


def written(name: str, given: Report) -> str:
    """The report in the format `name`; what comes back can be written to a file in UTF-8."""
    text = "".join(REPORTERS[name](given))
    text.encode("utf-8")
    return text
