"""`artlint --add-suppressions REASON`: comments, or entries of the configuration, for all that was found."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import click

from artlint.config import Config
from artlint.errors import UsageError
from artlint.examine import read_article
from artlint.executors.examiner import readers_by_suffix
from artlint.finding import Finding
from artlint.fixing.edits import UnfitEditError, edited, source_of
from artlint.fixing.folders import WriteError
from artlint.fixing.writing import write
from artlint.hookspecs import Reader
from artlint.report import Report
from artlint.reporters.escaping import visible
from artlint.reporters.paths import from_here
from artlint.run import Project
from artlint.suppressions.adding import (
    findings_by_path,
    silencing_edits,
    takes_comments,
)
from artlint.suppressions.configuring import PathRules, configuring_edit, entries_text
from artlint.suppressions.configuring_toml import toml_configuring_edit, toml_entries_text
from artlint.suppressions.suppression import OWN_RULES


class _Commented(NamedTuple):
    """An article's file before and after comments were written to it."""

    path: str
    old: bytes
    new: bytes


def add_suppressions(report: Report, project: Project, reason: str) -> None:
    """Silence all findings of the report, and say on standard error what was written where.

    Raises UsageError where a file cannot be written; files before it in the order of paths stay written.
    """
    readers = readers_by_suffix(project.config, project.plugins.readers)
    findings = [finding for finding in report.findings if finding.rule not in OWN_RULES]
    rest: list[PathRules] = []
    written = 0
    for path, found in findings_by_path(findings):
        reader = readers.get(Path(path).suffix.lower())
        commented = _commented(project.config.root, path, found, reader, reason) if reader else None
        if commented:
            _write(project.config.root / path, commented.old, commented.new)
            written += 1
        elif reader:
            rest.append(PathRules(path, sorted({finding.rule for finding in found})))
    if written:
        click.echo(f"artlint: suppressions written to {_articles(written)}", err=True)
    if rest:
        _configure(project.config, rest, reason)


def _commented(root: Path, path: str, findings: Sequence[Finding], reader: Reader, reason: str) -> _Commented | None:
    """The file with comments in it; None where no comment can be written to it."""
    try:
        old = (root / path).read_bytes()
        source = source_of(old, declares_charset=reader.name == "html")
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}") from None
    except UnfitEditError:
        return None
    before = read_article(path, old, reader)
    if not takes_comments(before):
        return None
    edits = silencing_edits(before, findings, reason, lambda text: reader.read(path, text))
    try:
        return None if edits is None else _Commented(path, old, edited(source, edits))
    except UnfitEditError:  # the file's encoding has not all that stands in the reason
        return None


def _configure(config: Config, wanted: Sequence[PathRules], reason: str) -> None:
    """Write entries to the configuration, or say what to write there."""
    file = config.file or config.root / ".artlint.yaml"
    where = visible(from_here(file.parent)(file.name))
    if not _added_to(file, config.file is None, wanted, reason):
        click.echo(f"artlint: {_articles(len(wanted))} can hold no comments; add to {where}:", err=True)
        is_toml = file.suffix == ".toml"
        text = toml_entries_text(wanted, reason) if is_toml else f"suppressions:\n{entries_text(wanted, reason)}"
        click.echo(text, err=True, nl=False)
        return
    click.echo(f"artlint: suppressions of {_articles(len(wanted))} without comments written to {where}", err=True)


def _added_to(file: Path, is_new: bool, wanted: Sequence[PathRules], reason: str) -> bool:
    """Whether the entries could be written to the file; one that this run does not read is left alone."""
    if is_new and file.exists():
        return False
    old = b"" if is_new else file.read_bytes()
    edit_of = toml_configuring_edit if file.suffix == ".toml" else configuring_edit
    edit = edit_of(old.decode("utf-8-sig"), wanted, reason)
    if edit is None:
        return False
    if is_new:
        file.write_text(edit.new, encoding="utf-8", newline="\n")
    else:
        _write(file, old, edited(source_of(old), [edit]))
    return True


def _write(file: Path, old: bytes, new: bytes) -> None:
    try:
        write(file, old, new)
    except WriteError as error:
        raise UsageError(f"{visible(from_here(file.parent)(file.name))} {error}") from None


def _articles(number: int) -> str:
    return "1 article" if number == 1 else f"{number:,} articles"
