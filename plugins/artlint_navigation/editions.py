"""Editions: the language or version that a path tells, and the same article in another one."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

_LANGUAGE = (
    r"(?:af|am|ar|az|be|bg|bn|bs|ca|cs|cy|da|de|el|en|eo|es|et|eu|fa|fi|fil|fr|ga|gl|gu|he|hi|hr|hu|hy|id|is|it|ja|ka"
    r"|kk|km|kn|ko|ky|lo|lt|lv|mk|ml|mn|mr|ms|my|nb|ne|nl|nn|no|pa|pl|pt|ro|ru|si|sk|sl|sq|sr|sv|sw|ta|te|th|tl|tr|uk"
    r"|ur|uz|vi|zh)(?:[-_](?:[A-Za-z]{2}|[A-Z][a-z]{3}|hans|hant|latn|cyrl|419))?"
)
_VERSION = r"(?:v|version-)?\d+(?:\.(?:\d+|x))+|v\d+|latest|stable|current"
_SEGMENT = rf"(?:(?P<language>{_LANGUAGE})|(?P<version>{_VERSION}))"
# A language alone is told by a dot (`intro.de.md`): `xfunc-pl.html` is about PL, not in Polish.
_IN_NAME = rf"(?P<stem>.+)(?:\.(?P<language>{_LANGUAGE})|[-_](?P<region>[a-z]{{2}}[-_][A-Z]{{2}}))(?P<suffix>\.\w+)"


class Edition(NamedTuple):
    """The marks in a path ("de", "v2") and the path without them, which all editions of an article share."""

    marks: tuple[str, ...]
    neutral: str


@lru_cache(maxsize=200_000)
def edition_of(path: str) -> Edition:
    """The edition that the path tells; no marks where it tells none."""
    *folders, name = path.split("/")
    marks: list[str] = []
    rest: list[str] = []
    for folder in folders:
        (marks if re.fullmatch(_SEGMENT, folder) else rest).append(folder)
    may_be_marked = name.count(".") > 1 or name.count("-") + name.count("_") > 1
    if may_be_marked and (in_name := re.fullmatch(_IN_NAME, name)):
        marks.append(in_name["language"] or in_name["region"])
        name = in_name["stem"] + in_name["suffix"]
    return Edition(tuple(marks), "/".join((*rest, name)))


def is_same_edition(path: str, other: str) -> bool:
    """Whether two paths carry the same marks."""
    return edition_of(path).marks == edition_of(other).marks


def counterparts(paths: Iterable[str]) -> Mapping[str, list[str]]:
    """The paths of all editions by their neutral path."""
    found: dict[str, list[str]] = defaultdict(list)
    for path in paths:
        found[edition_of(path).neutral].append(path)
    return found
