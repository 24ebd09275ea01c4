"""Inspections of a TeamCity build, by the service messages that its agent reads from the log."""

from collections.abc import Iterator

from artlint.finding import Severity
from artlint.report import Report
from artlint.reporters.escaping import visible
from artlint.reporters.paths import from_repository, message_of
from artlint.reporters.wording import cut, severity_of
from artlint.rule_docs import description_of, summary_of

# TeamCity, "Service messages": the limits of an inspection's and of its type's attributes.
_LONGEST_NAME = 255
_LONGEST_TEXT = 4000
_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}
_ESCAPES = {"|": "||", "'": "|'", "[": "|[", "]": "|]"}


def write(report: Report) -> Iterator[str]:
    """Each rule that found something, each finding, then the failures."""
    shown = from_repository(report.root)
    for rule_id in sorted({finding.rule for finding in report.findings}):
        yield _inspection_type(report, rule_id)
    for finding in report.findings:
        what = f"typeId='{_value(finding.rule)}' message='{_value(message_of(finding, shown), _LONGEST_TEXT)}'"
        where = f"file='{_value(shown(finding.path), _LONGEST_TEXT)}' line='{finding.place.line}'"
        yield f"##teamcity[inspection {what} {where} SEVERITY='{_SEVERITIES[severity_of(finding)]}']\n"
    for failure in report.failures:
        text = _value(": ".join(filter(None, (shown(failure.path), failure.message))), _LONGEST_TEXT)
        yield f"##teamcity[message text='{text}' status='ERROR']\n"


def _inspection_type(report: Report, rule_id: str) -> str:
    rule = report.rules.get(rule_id)
    name = _value(summary_of(rule) if rule else rule_id)
    description = _value(description_of(rule) if rule else rule_id, _LONGEST_TEXT)
    category = _value(rule_id.partition("/")[0])
    return (
        f"##teamcity[inspectionType id='{_value(rule_id)}' name='{name}' description='{description}'"
        f" category='{category}']\n"
    )


def _value(text: str, longest: int = _LONGEST_NAME) -> str:
    """`text` cut to `longest` characters and escaped; what is not ASCII as |0xNNNN, which needs no encoding."""
    return "".join(map(_escaped, cut(visible(text), longest)))


def _escaped(character: str) -> str:
    if character.isascii():
        return _ESCAPES.get(character, character)
    units = character.encode("utf-16-be")
    return "".join(f"|0x{units[at]:02X}{units[at + 1]:02X}" for at in range(0, len(units), 2))
