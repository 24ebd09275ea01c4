"""The kit for tests of rules: run a rule on text, look at places.

    found = check(MissingTitle(), "No headline here, just text.")
    assert found.lines == [1]

Examples in a rule's docstring are read by `examples`: each `Bad:` and `Good:` section holds files, `--- name`
above each, or the text of a single `.txt` file.
"""

import inspect
import re
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import NamedTuple

from artlint.article import Article
from artlint.errors import UsageError
from artlint.examine import collectors_of, examine, examine_outline, fingerprinted, judge_in_memory, read_article
from artlint.facts import Beside
from artlint.finding import Finding, Severity
from artlint.readers import READERS
from artlint.rule import OutlineCollector, Rule

_SECTION = re.compile(r"^(Bad|Good):\n(?P<body>(?:(?: {4}.*)?\n)+)", re.MULTILINE)
_FILE = re.compile(r"^--- (\S+\.\w+)$", re.MULTILINE)


class _Active(NamedTuple):
    rule: Rule
    severity: Severity | None = None


@dataclass(frozen=True)
class Found:
    """What a rule found, sorted by path and place."""

    findings: tuple[Finding, ...]

    @property
    def lines(self) -> list[int]:
        """The line of each finding."""
        return [finding.place.line for finding in self.findings]

    @property
    def places(self) -> list[tuple[str, int]]:
        """Path and line of each finding."""
        return [(finding.path, finding.place.line) for finding in self.findings]

    @property
    def messages(self) -> list[str]:
        """The message of each finding."""
        return [finding.message for finding in self.findings]


class Example(NamedTuple):
    """Files of one example by path; `is_good` where the rule must find nothing."""

    is_good: bool
    files: Mapping[str, str]


def read(path: str, text: str) -> Article:
    """The article that the reader for the path's suffix makes of `text`."""
    suffix = PurePosixPath(path).suffix.lower()
    if suffix not in READERS:
        raise UsageError(f'no reader for "{suffix}" ({path}); expected one of {", ".join(READERS)}')
    return read_article(path, text.encode("utf-8", "surrogatepass"), READERS[suffix])


def check(rule: Rule, text: str, path: str = "a.txt") -> Found:
    """What `rule` finds in one article, alone and as a collection of one."""
    return check_files(rule, {path: text})


def check_files(rule: Rule, files: Mapping[str, str]) -> Found:
    """What `rule` finds in a collection of files (text by path).

    A file that no reader takes is an outline, where the rule looks at such. An error that the rule raises is
    raised here too.
    """
    active = [_Active(rule)]
    collectors = collectors_of(active)
    sees_outlines = any(isinstance(collector, OutlineCollector) for collector in collectors)
    beside = Beside(tuple(path for path in sorted(files) if sees_outlines and not _is_article(path)))
    articles = [path for path in sorted(files) if path not in beside.outlines]
    results = [examine(read(path, files[path]), active, collectors) for path in articles]
    results += [examine_outline(Article(path, files[path], "outline"), collectors) for path in beside.outlines]
    judgement = judge_in_memory(results, active, beside)
    failures = [failure for result in results for failure in result.failures] + list(judgement.failures)
    if failures:
        raise AssertionError("\n".join(f"{failure.path}: {failure.message}" for failure in failures))
    findings = [finding for result in results for finding in result.findings]
    return Found(tuple(fingerprinted([*findings, *judgement.findings])))


def _is_article(path: str) -> bool:
    return PurePosixPath(path).suffix.lower() in READERS


def examples(rule: type[Rule]) -> Iterator[Example]:
    """The Bad and Good examples in the rule's docstring."""
    for match in _SECTION.finditer(f"{inspect.getdoc(rule)}\n"):
        body = textwrap.dedent(match["body"]).strip("\n") + "\n"
        pieces = _FILE.split(body)
        files = dict(zip(pieces[1::2], (piece[1:] for piece in pieces[2::2]), strict=True)) or {"a.txt": body}
        yield Example(match[1] == "Good", files)
