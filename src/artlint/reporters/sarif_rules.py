"""Rules as SARIF describes them; the lengths and numbers are those that GitHub code scanning takes."""

from artlint.finding import Severity
from artlint.reporters.sarif_objects import ReportingDescriptor
from artlint.reporters.wording import cut
from artlint.rule import Rule
from artlint.rule_docs import description_of, page_of, summary_of

# GitHub, "SARIF support for code scanning": at most 255 characters of a name, 1,024 of a description.
_LONGEST_NAME = 255
_LONGEST_DESCRIPTION = 1024

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_PROBLEM_SEVERITIES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}
# A rule that only informs is one whose findings an editor may well leave.
_PRECISIONS = {Severity.ERROR: "very-high", Severity.WARNING: "high", Severity.INFO: "medium"}


def rule_descriptor(rule_id: str, rule: type[Rule] | None) -> ReportingDescriptor:
    """The rule's name, texts and defaults; from its id alone where the rule is unknown."""
    severity = Severity(rule.severity) if rule else Severity.WARNING
    short = summary_of(rule) if rule else rule_id
    text = page_of(rule) if rule else rule_id
    return {
        "id": rule_id,
        "name": _name(rule_id)[:_LONGEST_NAME],
        "shortDescription": {"text": cut(short, _LONGEST_DESCRIPTION)},
        "fullDescription": {"text": cut(description_of(rule) if rule else rule_id, _LONGEST_DESCRIPTION)},
        "help": {"text": text, "markdown": text},
        "defaultConfiguration": {"level": LEVELS[severity]},
        "properties": {
            "tags": [rule_id.partition("/")[0]],
            "precision": _PRECISIONS[severity],
            "problem.severity": _PROBLEM_SEVERITIES[severity],
        },
    }


def _name(rule_id: str) -> str:
    """`NavigationMissingTarget` for `navigation/missing-target`."""
    return "".join(word.capitalize() for word in rule_id.replace("/", "-").split("-"))
