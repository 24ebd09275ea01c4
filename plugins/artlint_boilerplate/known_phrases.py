"""`boilerplate/known-phrase`: texts of widgets that were left in the article."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import ClassVar

from artlint import Article, ConfigError, Finding, Severity
from artlint_boilerplate.allowing import BoilerplateRule
from artlint_boilerplate.unit import Unit, excerpt, normalised
from artlint_boilerplate.units import units

_FOLDER = Path(__file__).parent / "phrases"
_LONGEST = 80
_NUMBER = re.compile(r"\d+")
_MARKS = " .…!?:;|»«›‹>→←▸▶►•·*_-–—\"'()[]。！？：؟"


class KnownPhrase(BoilerplateRule):
    """A line or block is the text of a widget: "Read more", "Share this", "Advertisement".

    Off by default: in articles that were written rather than fetched such a line is often meant. Whole lines and
    blocks count, never a part of a sentence, and no headings; case, outer marks and the value of numbers do not
    matter. Lines that follow each other are one finding. The lists of 20 languages are files of plain text in the
    plugin's folder `phrases`.

    Options:
        languages: languages whose lists are used, such as `en` and `ja`; none for all
        phrases: further texts

    Bad:
        Harbour reopens after the storm

        The harbour was closed for two days.

        Read more

        Ferries run again from noon.

    Good:
        Harbour reopens after the storm

        The harbour was closed for two days. Read more in the log of the harbour office.
    """

    id: ClassVar[str] = "boilerplate/known-phrase"
    severity: ClassVar[Severity] = Severity.INFO
    enabled: ClassVar[bool] = False
    languages: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.languages:
            _files(self.languages)

    def check_article(self, article: Article) -> Iterator[Finding]:
        known = _known(self.languages, self.phrases)
        for is_known, group in groupby(article.derived(units), lambda unit: _is_known(unit, known)):
            run = list(group)
            if is_known and not self.allows(run):
                place = article.place(run[0].start, run[-1].end)
                yield Finding(f"widget text {excerpt(unit.visible for unit in run)}", place, identity=run[0].text)


def _is_known(unit: Unit, known: frozenset[str]) -> bool:
    if len(unit.text) > _LONGEST or unit.kind in ("code", "template", "heading"):
        return False
    return _bare(unit.text) in known


@lru_cache(maxsize=16)
def _known(languages: tuple[str, ...], phrases: tuple[str, ...]) -> frozenset[str]:
    """The bare wordings of the languages' lists and of `phrases`."""
    listed = (phrase for path in _files(languages) for phrase in path.read_text(encoding="utf-8").split("\n"))
    texts = (*(phrase for phrase in listed if not phrase.startswith("#")), *phrases)
    return frozenset(filter(None, map(_bare, map(normalised, texts))))


def _files(languages: tuple[str, ...]) -> list[Path]:
    files = {path.stem: path for path in sorted(_FOLDER.glob("*.txt"))}
    unknown = [language for language in languages if language not in files]
    if unknown:
        raise ConfigError(
            f'boilerplate/known-phrase: no list of phrases for "{unknown[0]}"; expected one of {", ".join(files)}'
        )
    return [files[language] for language in languages or files]


def _bare(text: str) -> str:
    """The normalised wording without outer marks, each number as one and the same."""
    return _NUMBER.sub("0", text.strip(_MARKS))
