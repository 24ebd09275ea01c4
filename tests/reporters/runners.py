"""What CI servers do with a line of a log, from what their runners are documented and seen to do."""

import re
from typing import NamedTuple


class Command(NamedTuple):
    """A command that a server takes from the log."""

    name: str
    properties: dict[str, str]
    message: str


_GITHUB = {
    "error", "warning", "notice", "debug", "group", "endgroup", "add-mask", "set-output", "set-env",
    "add-path", "save-state", "stop-commands", "echo", "add-matcher", "remove-matcher",
}  # fmt: skip
_SKIPPED_BY_DOTNET = re.compile("[\u00ad\u034f\u180b-\u180e\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff]")


def github_commands(log: str) -> list[Command]:
    """The workflow commands in `log`, those of the old form `##[name]` too; names in any case.

    As actions/runner has it in ActionCommand.cs: one of the form `::name properties::message` begins its line,
    after blanks; one of the old form stands anywhere in it.
    """
    return [command for line in _lines(log) if (command := _github_command(line))]


def azure_commands(log: str) -> list[Command]:
    """The logging commands in `log`."""
    found = []
    for line in _lines(log):
        match = re.search(r"##vso\[([\w.]+)(?: ([^\]]*))?\](.*)", line)
        if match:
            listed = dict(each.split("=", 1) for each in (match[2] or "").split(";") if "=" in each)
            properties = {name: _azure_text(value) for name, value in listed.items()}
            found.append(Command(match[1], properties, _azure_text(match[3])))
    return found


def teamcity_messages(log: str) -> list[Command]:
    """The service messages in `log`."""
    found = []
    for line in _lines(log):
        for match in re.finditer(r"##teamcity\[(\w+)((?: \w+='(?:[^'|\[\]\r\n]|\|.)*')*)\]", line):
            values = re.findall(r"(\w+)='((?:[^'|]|\|.)*?)'(?= \w+='|$)", match[2])
            found.append(Command(match[1], {name: _teamcity_text(value) for name, value in values}, ""))
    return found


def _lines(log: str) -> list[str]:
    return re.split(r"\r\n|\r|\n", _SKIPPED_BY_DOTNET.sub("", log))


def _github_command(line: str) -> Command | None:
    match = re.match(r"\s*::([\w-]+)(?: ([^\n]*?))?::(.*)", line)
    if match and match[1].lower() in _GITHUB:
        listed = dict(each.split("=", 1) for each in (match[2] or "").split(",") if "=" in each)
        properties = {name: _github_text(value, "%3A=:", "%2C=,") for name, value in listed.items()}
        return Command(match[1], properties, _github_text(match[3]))
    old = re.search(r"##\[([\w-]+)[^\]]*\](.*)", line)
    return Command(old[1], {}, old[2]) if old and old[1].lower() in _GITHUB else None


def _github_text(text: str, *more: str) -> str:
    for pair in ("%0D=\r", "%0A=\n", *more, "%25=%"):
        text = text.replace(*pair.split("=", 1))
    return text


def _azure_text(text: str) -> str:
    for pair in ("%3B=;", "%0D=\r", "%0A=\n", "%5D=]", "%AZP25=%"):
        text = text.replace(*pair.split("=", 1))
    return text


def _teamcity_text(text: str) -> str:
    def meant(match: re.Match[str]) -> str:
        return chr(int(match[1], 16)) if match[1] else {"n": "\n", "r": "\r"}.get(match[2], match[2])

    units = re.sub(r"\|(?:0x([0-9A-Fa-f]{4})|(.))", meant, text)
    return units.encode("utf-16", "surrogatepass").decode("utf-16")
