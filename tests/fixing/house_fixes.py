"""Rules with fixes of every kind, loaded as a local plugin: `artlint --plugin house_fixes.py`."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from artlint import Article, Edit, Finding, Fix, Rule, Severity, hookimpl


@dataclass(frozen=True)
class Swap(Rule):
    """A word that the house writes in another way."""

    old: ClassVar[str]
    new: ClassVar[str]
    safe: ClassVar[bool] = True

    def check_article(self, article: Article) -> Iterator[Finding]:
        for match in re.finditer(self.old, article.text):
            new = match.expand(self.new)
            edit = Edit(match.start(), match.end(), match[0], new)
            fix = Fix((edit,), self.safe, f'"{match[0]}" to "{new}"')
            yield Finding(f'house style has "{new}"', article.place(match.start(), match.end()), fix=fix)


class Email(Swap):
    """A safe fix of the same length in bytes but one."""

    id: ClassVar[str] = "house/email"
    old, new = "e-mail", "email"


class Web(Swap):
    """A safe fix that makes the article longer."""

    id: ClassVar[str] = "house/web"
    old, new = "the web", "the World Wide Web"


class PerMille(Swap):
    """A fix without words."""

    id: ClassVar[str] = "house/per-mille"
    old, new = "%%", "‰"


class Naive(Swap):
    """A fix that adds a character outside of ASCII."""

    id: ClassVar[str] = "house/naive"
    old, new = "naive", "naïve"


class Shout(Swap):
    """An unsafe fix."""

    id: ClassVar[str] = "house/shout"

    def check_article(self, article: Article) -> Iterator[Finding]:
        for match in re.finditer(r"VERY ", article.text):
            fix = Fix((Edit(match.start(), match.end(), match[0], ""),), safe=False, description="without VERY")
            yield Finding("shouts", article.place(match.start(), match.end()), fix=fix)


class Lines(Swap):
    """A fix that adds a line."""

    id: ClassVar[str] = "house/lines"
    old, new = "ONE LINE", "TWO\nLINES"


class Again(Swap):
    """A fix that finds its own result faulty: it never comes to an end."""

    id: ClassVar[str] = "house/again"
    severity: ClassVar[Severity] = Severity.INFO
    old, new = "again", "again and again"


class Ping(Swap):
    """A fix that another one undoes."""

    id: ClassVar[str] = "house/ping"
    severity: ClassVar[Severity] = Severity.INFO
    old, new = "ping", "pong"


class Pong(Swap):
    """A fix that another one undoes."""

    id: ClassVar[str] = "house/pong"
    severity: ClassVar[Severity] = Severity.INFO
    old, new = "pong", "ping"


class Worse(Swap):
    """A fix that brings a finding of another rule."""

    id: ClassVar[str] = "house/worse"
    old, new = "mild", "terrible"


class Terrible(Swap):
    """What no fix may bring; it has none itself."""

    id: ClassVar[str] = "house/terrible"

    def check_article(self, article: Article) -> Iterator[Finding]:
        for match in re.finditer("terrible", article.text):
            yield Finding("is terrible", article.place(match.start(), match.end()))


class Half(Swap):
    """A fix that takes a part of a word and so a word that it does not quote."""

    id: ClassVar[str] = "house/half"
    old, new = "(?<=half)word", ""


class Wrong(Swap):
    """A fix that expects what does not stand there."""

    id: ClassVar[str] = "house/wrong"

    def check_article(self, article: Article) -> Iterator[Finding]:
        at = article.text.find("wrong")
        if at >= 0:
            fix = Fix((Edit(at, at + 5, "right", "write"),), safe=True, description="write")
            yield Finding("is wrong", article.place(at, at + 5), fix=fix)


class Pair(Swap):
    """A fix of two edits: both or none."""

    id: ClassVar[str] = "house/pair"

    def check_article(self, article: Article) -> Iterator[Finding]:
        match = re.search(r"\[(\w*)\]", article.text)
        if match:
            edits = Edit(match.start(), match.start() + 1, "[", "("), Edit(match.end() - 1, match.end(), "]", ")")
            fix = Fix(edits, safe=True, description="round brackets")
            yield Finding("has square brackets", article.place(match.start(), match.end()), fix=fix)


class Mute(Swap):
    """A fix of a mere remark."""

    id: ClassVar[str] = "house/mute"
    severity: ClassVar[Severity] = Severity.INFO
    old, new = "gray", "grey"


@hookimpl
def artlint_rules() -> Iterable[type[Rule]]:
    own = (Email, Web, PerMille, Naive, Shout, Lines, Again, Ping, Pong, Worse, Terrible, Half, Wrong, Pair, Mute)
    return [dataclass(frozen=True)(rule) for rule in own]
