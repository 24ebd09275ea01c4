"""Issues of an Azure Pipelines run, by the logging commands that its agent reads from the log."""

from collections.abc import Iterator

from artlint.finding import Finding, Severity
from artlint.report import Report
from artlint.reporters.escaping import shown_path, visible
from artlint.reporters.paths import from_repository, message_of
from artlint.reporters.wording import severity_of

# What the agent turns back (microsoft/azure-pipelines-agent, Command.cs); its mark for % is %AZP25.
_ESCAPES = {"%": "%AZP25", ";": "%3B", "\r": "%0D", "\n": "%0A", "]": "%5D"}


def write(report: Report) -> Iterator[str]:
    """A command for each error and warning; Azure knows no lesser issue, so the rest are lines of the log."""
    shown = from_repository(report.root)
    for failure in report.failures:
        source = f"sourcepath={_escaped(shown(failure.path))};" if failure.path else ""
        yield f"##vso[task.logissue type=error;{source}]{_escaped(failure.message)}\n"
    for finding in report.findings:
        yield _line(finding, shown(finding.path), message_of(finding, shown))


def _line(finding: Finding, path: str, message: str) -> str:
    place, severity = finding.place, severity_of(finding)
    if severity is Severity.INFO:
        where = f"{shown_path(path)}:{place.line}:{place.column}"
        return f"{where}: info {visible(message)} [{finding.rule}]\n"
    where = f"sourcepath={_escaped(path)};linenumber={place.line};columnnumber={place.column}"
    properties = f"type={severity.label};{where};code={_escaped(finding.rule)};"
    return f"##vso[task.logissue {properties}]{_escaped(message)}\n"


def _escaped(text: str) -> str:
    return "".join(_ESCAPES.get(character, character) for character in visible(text))
