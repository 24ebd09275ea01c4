"""Where reports go: each format to standard output or a file of its own."""

import os
import sys
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal, NamedTuple, TextIO

from artlint.errors import UsageError
from artlint.hookspecs import Reporter
from artlint.report import Report
from artlint.reporters import REPORTERS
from artlint.reporters.styling import unstyled

_SUMMARY_FILE = "GITHUB_STEP_SUMMARY"


class Output(NamedTuple):
    """One report to write, in the format `name`; `file` is "" for standard output."""

    name: str
    reporter: Reporter
    file: str


def parse_outputs(formats: Sequence[str], output: str | None, added: Mapping[str, Reporter]) -> list[Output]:
    """The reports that `-f` and `-o` ask for.

    Raises UsageError for an unknown format and two reports on one output.
    """
    reporters = {**REPORTERS, **added}
    outputs = []
    for number, each in enumerate(formats or ("text",)):
        name, _, file = each.partition("=")
        if name not in reporters:
            raise UsageError(
                f'unknown format "{name}"{_nearest(name, reporters)}; known: {", ".join(sorted(reporters))}'
            )
        if output and number == 0:
            file = file or output
        outputs.append(Output(name, reporters[name], file))
    files = [each.file and os.path.abspath(each.file) for each in outputs]  # noqa: PTH100  a Path costs more
    twice = next((file for file in files if files.count(file) > 1), None)
    if twice is not None:
        raise UsageError(f"two reports go to {twice or 'standard output'}; give one of them a file: -f FORMAT=FILE")
    return outputs


def write_outputs(outputs: Sequence[Output], report: Report, color: bool | None) -> None:
    """Write each report; raises UsageError at the end for those that could not be written."""
    if any(output.reporter is REPORTERS["github"] for output in outputs):
        outputs = [*outputs, *_job_summary(report, {output.file for output in outputs})]
    problems = [problem for output in outputs if (problem := _problem_with(output, report, color))]
    if problems:
        raise UsageError("\n".join(problems))


def _problem_with(output: Output, report: Report, color: bool | None) -> str:
    """What kept the report from being written; "" where nothing did."""
    try:
        _write_output(output, report, color)
    except BrokenPipeError:
        raise
    except OSError as error:
        return f"report cannot be written to {output.file or 'standard output'}: {error.strerror or error}"
    except Exception as error:  # noqa: BLE001  anybody's code; what it raised is told
        return f"format {output.name} failed: {type(error).__name__}: {' '.join(str(error).split()) or 'no message'}"
    return ""


def _write_output(output: Output, report: Report, color: bool | None) -> None:
    pieces = output.reporter(report)
    if not output.file:
        _write(pieces, sys.stdout, _wants_color(color))
        return
    mode = _mode(output.file)
    with Path(output.file).open(mode, encoding="utf-8", errors="backslashreplace", newline="\n") as stream:
        _write(pieces, stream, color is True)


def _job_summary(report: Report, files: Container[str]) -> Iterator[Output]:
    """The summary of the GitHub job, for what its annotations have no room for; nothing where they have."""
    from artlint.reporters.github import overflows  # CI alone needs it

    file = os.environ.get(_SUMMARY_FILE, "")
    if file and file not in files and overflows(report):
        yield Output("markdown", REPORTERS["markdown"], file)


def _mode(file: str) -> Literal["a", "w"]:
    """The mode to open a report's file in; several programs add to the summary of a GitHub job."""
    return "a" if file == os.environ.get(_SUMMARY_FILE) else "w"


def _write(pieces: Iterable[str], stream: TextIO, color: bool) -> None:
    stream.writelines(piece if color else unstyled(piece) for piece in pieces)


def _wants_color(color: bool | None) -> bool:
    """The option, else FORCE_COLOR and NO_COLOR (no-color.org), else whether it is a terminal."""
    if color is not None:
        return color
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (sys.stdout.isatty() and os.environ.get("TERM") != "dumb")


def _nearest(name: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches  # errors alone need it

    nearest = get_close_matches(name, list(known), 1)
    return f'; did you mean "{nearest[0]}"?' if nearest else ""
