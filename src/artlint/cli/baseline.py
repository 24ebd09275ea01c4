"""`artlint baseline`: accept what is found now, so that runs report what is new."""

import time
from collections import Counter
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import click

from artlint.baseline import Baseline, read_baseline, write_baseline
from artlint.baseline.changing import Acceptance, added, removed
from artlint.baseline.merging import attribute_line, lacks_attribute, write_attribute
from artlint.cli.options import config_options, plugin_options
from artlint.cli.requesting import project_request
from artlint.errors import ReadError, UsageError
from artlint.git import setting
from artlint.report import Accepted
from artlint.reporters.escaping import visible
from artlint.reporters.paths import from_here
from artlint.run import Outcome, Request, open_project, run

Function = TypeVar("Function", bound=Callable[..., Any])  # Any: click calls with the options' values

DEFAULT_NAME = ".artlint-baseline.jsonl"


class _Asked(NamedTuple):
    """What every subcommand is told: what to check, and the baseline's file."""

    request: Request
    file: Path


def _asking(function: Function) -> Function:
    """Add paths, the file, and the options that choose configuration and plugins; they come as one value."""

    @wraps(function)
    def asking(
        paths: tuple[str, ...],
        file: str | None,
        configs: tuple[str, ...],
        isolated: bool,
        plugin_files: tuple[str, ...],
        no_plugins: bool,
        **options: object,
    ) -> object:
        request = project_request(paths, plugin_files, no_plugins, configs, isolated)
        return function(_Asked(request, _file(request, file)), **options)

    decorated: Any = config_options(plugin_options(asking))  # click keeps the options on the function it is given
    decorated = click.option("--file", metavar="FILE", help=f"The baseline (default: {DEFAULT_NAME}).")(decorated)
    return click.argument("paths", nargs=-1)(decorated)  # type: ignore[no-any-return]  # the function, as click sees it


_reason = click.option("--reason", default="", help="Why the findings are accepted.")
_author = click.option("--author", default=None, help="Who accepts them (default: git's user.name).")


@click.group("baseline", short_help="Accept what is found now, and report what is new")
def command() -> None:
    """Keep findings that are accepted for now in a file; `artlint --baseline FILE` reports the others.

    The file is that of --file, else of the configuration's key `baseline`, else .artlint-baseline.jsonl in
    the project's root.
    """


@command.command("create")
@click.option("--force", is_flag=True, help="Replace a baseline that is there.")
@_reason
@_author
@_asking
def create(asked: _Asked, reason: str, author: str | None, force: bool) -> None:
    """Accept all that is found now."""
    if asked.file.exists() and not force:
        raise UsageError(f"baseline {asked.file} is there already; `artlint baseline update` adds to it")
    outcome = _complete(asked.request._replace(no_baseline=True))
    baseline = added(Baseline(asked.file, ()), outcome.report.findings, _acceptance(asked.file, reason, author))
    write_baseline(baseline)
    click.echo(f"{_counted(len(baseline.entries))} accepted in {_shown(asked.file)}")
    _advise(asked)


@command.command("update")
@_reason
@_author
@_asking
def update(asked: _Asked, reason: str, author: str | None) -> None:
    """Accept what is new, and take out what is found no more."""
    baseline = read_baseline(asked.file, takes_conflicts=True)
    outcome = _complete(asked.request._replace(accepted=baseline.entries))
    kept = removed(baseline, outcome.report.stale)
    write_baseline(added(kept, outcome.report.findings, _acceptance(asked.file, reason, author)))
    counts = f"{len(outcome.report.findings):,} added, {len(outcome.report.stale):,} taken out"
    click.echo(f"{counts}, {len(kept.entries):,} kept in {_shown(asked.file)}")


@command.command("prune")
@_asking
def prune(asked: _Asked) -> None:
    """Take out what is found no more; nothing new is accepted."""
    baseline = read_baseline(asked.file, takes_conflicts=True)
    outcome = _complete(asked.request._replace(accepted=baseline.entries))
    kept = removed(baseline, outcome.report.stale)
    write_baseline(kept)
    for entry in sorted(outcome.report.stale, key=_by_path):
        click.echo(_line(entry))
    click.echo(f"{len(outcome.report.stale):,} taken out, {len(kept.entries):,} kept in {_shown(asked.file)}")


@command.command("show")
@_asking
def show(asked: _Asked) -> None:
    """List what is accepted, by article, with reasons; then how many findings of each rule."""
    entries = read_baseline(asked.file).entries
    for entry in sorted(entries, key=_by_path):
        click.echo(_line(entry))
    counts = Counter(entry.rule for entry in entries)
    for rule, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
        click.echo(f"{count:>8,} {visible(rule)}")
    click.echo(f"{_counted(len(entries))} accepted in {_shown(asked.file)}")


def _file(request: Request, file: str | None) -> Path:
    if file:
        return Path(file).absolute()
    config = open_project(request).config
    return config.root / (config.baseline or DEFAULT_NAME)


def _complete(request: Request) -> Outcome:
    """The outcome of a run; raises ReadError where it is incomplete, since a baseline from it would lie."""
    outcome = run(request)
    failures = outcome.report.failures
    if failures:
        told = "; ".join(f"{failure.path}: {failure.message}" for failure in failures[:3])
        raise ReadError(f"the baseline is left as it was, since the run is incomplete: {told}")
    return outcome


def _acceptance(file: Path, reason: str, author: str | None) -> Acceptance:
    name = setting(file.parent, "user.name") if author is None else author
    return Acceptance(" ".join(reason.split()), name, time.strftime("%Y-%m-%d"))


def _advise(asked: _Asked) -> None:
    """Say what is left to do for the file to be used; have git merge it without conflicts."""
    config = open_project(asked.request).config
    if config.root / (config.baseline or "") != asked.file:
        click.echo(
            f"to use it: artlint --baseline {_shown(asked.file)}, or `baseline: ...` in the configuration", err=True
        )
    if lacks_attribute(asked.file):
        done = "written to" if write_attribute(asked.file) else "is wanting in"
        line = visible(attribute_line(asked.file))
        click.echo(f"for merges without conflicts: `{line}` {done} .gitattributes", err=True)


def _by_path(entry: Accepted) -> tuple[str, str, str]:
    return entry.path, entry.rule, entry.fingerprint


def _line(entry: Accepted) -> str:
    by = ", ".join(filter(None, (entry.author, entry.date)))
    why = " ".join(filter(None, (entry.reason, f"({by})" if by else "")))
    return visible(f"{entry.path}: {entry.message} [{entry.rule}]{f' -- {why}' if why else ''}")


def _shown(file: Path) -> str:
    return visible(from_here(file.parent)(file.name))


def _counted(findings: int) -> str:
    return "1 finding" if findings == 1 else f"{findings:,} findings"
