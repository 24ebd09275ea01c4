"""Findings as SARIF's results."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from artlint.article import Place
from artlint.finding import Finding, Fix, Related
from artlint.reporters import sarif_objects as sarif
from artlint.reporters.columns import place_of, utf16_width
from artlint.reporters.columns import region as measured
from artlint.reporters.escaping import visible
from artlint.reporters.paths import as_uri, message_of
from artlint.reporters.sarif_rules import LEVELS
from artlint.reporters.wording import cut, severity_of

ROOT = "%SRCROOT%"

# GitHub, "SARIF results exceed limits": it keeps 100 locations of a result.
_MOST_RELATED = 100
_MOST_LINKS = 5
_LONGEST_MESSAGE = 1024
_LONGEST_SNIPPET = 1000
_LINK_START = re.compile(r"\[(?=[^\[\]]*\]\()")


class Scanned(NamedTuple):
    """An article that has findings: its path in the repository, its text, the hashes of its lines."""

    path: str
    source: str
    hashes: Sequence[str]


def result(
    finding: Finding,
    scanned: Scanned,
    sources: Callable[[str], str],
    shown: Callable[[str], str],
    rule_index: int,
) -> sarif.Result:
    """The finding with its places, fix and fingerprints; `sources` and `shown` serve the related places."""
    related = [
        _related(number, each, shown(each.path), sources)
        for number, each in enumerate(finding.related[:_MOST_RELATED], 1)
    ]
    made: sarif.Result = {
        "ruleId": finding.rule,
        "ruleIndex": rule_index,
        "level": LEVELS[severity_of(finding)],
        "message": {"text": _message(finding, shown)},
        "locations": [_location(scanned.path, finding.place, scanned.source)],
        "partialFingerprints": _fingerprints(finding, scanned.hashes),
    }
    if related:
        made["relatedLocations"] = related
    if finding.fix and scanned.source:
        made["fixes"] = [_fix(finding.fix, scanned)]
    return made


def artifact(path: str) -> sarif.ArtifactLocation:
    """The file at `path`, from the top of the repository."""
    return {"uri": as_uri(path), "uriBaseId": ROOT}


def _message(finding: Finding, shown: Callable[[str], str]) -> str:
    """The message, then links to the first related places, which code scanning shows as such."""
    links = [
        f"[{_in_link(visible(related.message) or 'also here')}]({number})"
        for number, related in enumerate(finding.related[:_MOST_LINKS], 1)
    ]
    # GitHub shows text that looks like a link as one; a backslash keeps it text.
    text = visible(message_of(finding, shown)) or finding.rule  # GitHub rejects a file with an empty message
    return "\n".join([cut(_LINK_START.sub(r"\\[", text), _LONGEST_MESSAGE), *links])


def _in_link(text: str) -> str:
    return re.sub(r"([\[\]\\])", r"\\\1", cut(text, 100))


def _related(number: int, related: Related, path: str, sources: Callable[[str], str]) -> sarif.Location:
    """The place with its id; whole lines need no columns, so that their many articles are not read again."""
    place = related.place
    region: sarif.Region = {"startLine": place.line, "startColumn": 1, "endLine": place.end_line}
    if place.column > 1:
        region = _region(place, sources(related.path))
    physical: sarif.PhysicalLocation = {"artifactLocation": artifact(path), "region": region}
    return {"id": number, "message": {"text": visible(related.message) or "also here"}, "physicalLocation": physical}


def _location(path: str, place: Place, source: str) -> sarif.Location:
    found = _region(place, source)
    snippet = source[place.start : place.end]
    if snippet:
        found["snippet"] = {"text": cut(snippet, _LONGEST_SNIPPET)}
    return {"physicalLocation": {"artifactLocation": artifact(path), "region": found}}


def _region(place: Place, source: str) -> sarif.Region:
    line, column, end_line, end_column = measured(place, source, utf16_width)
    return {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}


def _fix(fix: Fix, scanned: Scanned) -> sarif.Fix:
    replacements: list[sarif.Replacement] = [
        {
            "deletedRegion": _region(place_of(scanned.source, edit.start, edit.end), scanned.source),
            "insertedContent": {"text": edit.new},
        }
        for edit in fix.edits
    ]
    kind = "safe" if fix.safe else "unsafe"
    return {
        "description": {"text": f"{visible(fix.description)} ({kind})"},
        "artifactChanges": [{"artifactLocation": artifact(scanned.path), "replacements": replacements}],
    }


def _fingerprints(finding: Finding, hashes: Sequence[str]) -> dict[str, str]:
    """Our own fingerprint, and the line's hash as GitHub's uploader has it where the file can be read."""
    fingerprints = {"artlint/v1": finding.fingerprint}
    if finding.place.line <= len(hashes):
        fingerprints["primaryLocationLineHash"] = hashes[finding.place.line - 1]
    return fingerprints
