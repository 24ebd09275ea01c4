"""`artlint check`: find what is wrong and report it."""

import os
import sys
from contextlib import redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from artlint.cli.accepting import Accepting, accepting_options
from artlint.cli.fixing import Fixing, exit_code, fixing_options, order_of, show_fixes
from artlint.cli.options import config_options, plugin_options, project_request
from artlint.cli.output import parse_outputs, write_outputs
from artlint.cli.progress import progress_on_terminal
from artlint.errors import UsageError
from artlint.finding import Severity
from artlint.plugin_loading import load_plugins
from artlint.reporters import REPORTERS
from artlint.reporters.escaping import visible
from artlint.run import Outcome, Request, open_project, run

if TYPE_CHECKING:
    from artlint.comparing import Comparison, Scope


class _Verdict(NamedTuple):
    """What decides the exit code."""

    fail_on: Severity
    max_warnings: int | None
    fail_on_empty: bool
    exit_zero: bool


class _Check(click.Command):
    """A command whose option --changed may stand without a value."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        return super().parse_args(ctx, ["--changed=HEAD" if each == "--changed" else each for each in args])


@click.command("check", cls=_Check, short_help="Check articles (the default command)")
@click.argument("paths", nargs=-1)
@click.option("--select", multiple=True, metavar="RULES", help="Check these rules or families alone (comma-separated).")
@click.option("--ignore", multiple=True, metavar="RULES", help="Leave out these rules or families (comma-separated).")
@click.option(
    "-f",
    "--format",
    "formats",
    multiple=True,
    metavar="FORMAT[=FILE]",
    help=f"Report in this format; may stand several times. Formats: {', '.join(REPORTERS)}, and those of plugins.",
)
@click.option("-o", "--output", metavar="FILE", help="Write the first report to this file.")
@click.option(
    "--fail-on",
    type=click.Choice(["info", "warning", "error", "never"]),
    help="Exit with 1 from this severity on (default: warning, or fail-on of the configuration).",
)
@click.option(
    "--max-warnings", type=click.IntRange(0), metavar="N", help="Exit with 1 where more than N warnings are found."
)
@click.option("--fail-on-empty", is_flag=True, help="Exit with 2 where there is nothing to check.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever is found; failures still give 2.")
@fixing_options
@accepting_options
@config_options
@plugin_options
@click.option("--hook", is_flag=True, help="Judge what is staged, and what the commit breaks elsewhere.")
@click.option(
    "--changed",
    metavar="[REF]",
    help="Report what differs from a git revision (default: HEAD), and what that breaks elsewhere.",
)
@click.option(
    "--changed-scope",
    type=click.Choice(["lines", "files", "affected"]),
    default="affected",
    help="With --changed or --hook: changed lines, changed files, or also what they break elsewhere (default).",
)
@click.option("-j", "--jobs", type=click.IntRange(0), default=0, metavar="N", help="Processes; 0 chooses by the work.")
@click.option("--no-cache", is_flag=True, help="Neither use nor keep results of earlier runs.")
@click.option(
    "--cache-dir",
    metavar="FOLDER",
    envvar="ARTLINT_CACHE_DIR",
    help="Keep results here (default: .artlint_cache in the project's root).",
)
@click.option("--stdin-filename", metavar="NAME", help="Name of the article that comes from standard input (path -).")
@click.option("--files-from", metavar="FILE", help="Read paths from a file, a line each (- for standard input).")
@click.option("--statistics", is_flag=True, help="Count the findings of each rule on standard error.")
@click.option("--timings", is_flag=True, help="Tell on standard error how long readers and rules take.")
@click.option("--color/--no-color", default=None, help="Colours, whatever the terminal and NO_COLOR say.")
@click.option("-q", "--quiet", is_flag=True, help="No notices and no progress on standard error.")
def command(
    paths: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    formats: tuple[str, ...],
    output: str | None,
    fail_on: str | None,
    max_warnings: int | None,
    fail_on_empty: bool,
    exit_zero: bool,
    fix: bool,
    unsafe_fixes: bool,
    fix_only: bool,
    diff: bool,
    interactive: bool,
    accepting: Accepting,
    configs: tuple[str, ...],
    isolated: bool,
    plugin_files: tuple[str, ...],
    no_plugins: bool,
    hook: bool,
    changed: str | None,
    changed_scope: "Scope",
    jobs: int,
    no_cache: bool,
    cache_dir: str | None,
    stdin_filename: str | None,
    files_from: str | None,
    statistics: bool,
    timings: bool,
    color: bool | None,
    quiet: bool,
) -> int:
    """Check articles: files and folders, the working folder where none is given.

    Paths are what is reported on; a reference to another article is looked up in the whole collection:
    the configuration's `collection`, else all articles that git tracks, else the paths themselves.
    """
    paths = (*paths, *_listed(files_from))
    fixing = Fixing(fix, unsafe_fixes, fix_only, diff, interactive)
    request = project_request(_without_dash(paths, stdin_filename), plugin_files, no_plugins, configs, isolated)
    request = request._replace(
        select=_split(select),
        ignore=_split(ignore),
        jobs=jobs,
        no_cache=no_cache,
        cache_folder=Path(cache_dir) if cache_dir else None,
        warn=_silent if quiet else _warn,
        comparison=_comparison(hook, changed, changed_scope),
        shows_panels=any(each.split("=")[0] == "html" for each in formats),
        stdin=_stdin(stdin_filename) if "-" in paths else None,
        order=order_of(fixing, reads_stdin="-" in (*paths, files_from)),
    )
    request = accepting.applied_to(request)
    outputs = parse_outputs(formats, output, load_plugins(request.plugins).reporters)
    if timings:
        from artlint.cli.timings import timed  # runs that are measured alone

        outcome = timed(request, lambda request: _outcome(request, accepting, quiet))
    else:
        outcome = _outcome(request, accepting, quiet)
    _notices(outcome, request.comparison is not None, quiet)
    _stale(outcome, quiet)
    if statistics:
        _statistics(outcome)
    code = _exit_code(outcome, _verdict(outcome, fail_on, max_warnings, fail_on_empty, exit_zero))
    if outcome.mended is None:
        write_outputs(outputs, outcome.report, color)
        return code
    show_fixes(outcome.mended, fixing, request.stdin, hook, quiet)
    with redirect_stdout(sys.stderr if request.stdin else sys.stdout):  # the article itself goes to standard output
        write_outputs([each for each in outputs if each.file or not fixing.hides_findings], outcome.report, color)
    return exit_code(outcome.mended, fixing, hook, code)


def _comparison(hook: bool, changed: str | None, scope: "Scope") -> "Comparison | None":
    """The change that is asked for; a pre-push hook's is the commits that are pushed."""
    if hook and changed is not None:
        raise UsageError("--hook and --changed name two changes; give one of them")
    if not hook and changed is None:
        return None
    from artlint.comparing import Comparison  # a run over plain paths has no use for it

    if changed is not None:
        return Comparison(changed, scope=scope)
    pushed = os.environ.get("PRE_COMMIT_FROM_REF", ""), os.environ.get("PRE_COMMIT_TO_REF", "")
    return Comparison(*pushed, scope=scope) if all(pushed) else Comparison(scope=scope)


def _outcome(request: Request, accepting: Accepting, quiet: bool) -> Outcome:
    """The run's outcome; where suppressions are to be added, that of a second run after it."""
    outcome = run(request, progress_on_terminal(quiet))
    if accepting.add_suppressions is None:
        return outcome
    from artlint.cli.adding import add_suppressions  # runs that write suppressions alone

    add_suppressions(outcome.report, open_project(request), accepting.add_suppressions)
    return run(request, progress_on_terminal(quiet))


def _warn(message: str) -> None:
    click.echo(f"artlint: {visible(message)}", err=True)


def _silent(_message: str) -> None:
    return None


def _split(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name.strip() for each in names for name in each.split(",") if name.strip())


def _listed(files_from: str | None) -> list[str]:
    """The paths in a list of paths; NUL-separated ones are taken too."""
    if files_from is None:
        return []
    try:
        text = sys.stdin.read() if files_from == "-" else Path(files_from).read_text("utf-8", "surrogateescape")
    except OSError as error:
        raise UsageError(f"list of paths {files_from} cannot be read: {error.strerror}") from None
    listed = [line for line in text.split("\0" if "\0" in text else "\n") if line.strip()]
    if not listed:
        raise UsageError(f"list of paths {files_from} is empty")
    return listed


def _without_dash(paths: tuple[str, ...], stdin_filename: str | None) -> tuple[str, ...]:
    if "-" not in paths:
        return paths
    if not stdin_filename:
        raise UsageError("the path - needs --stdin-filename, which tells the format and the place in the collection")
    return tuple(stdin_filename if path == "-" else path for path in paths)


def _stdin(stdin_filename: str | None) -> tuple[str, bytes]:
    return stdin_filename or "", sys.stdin.buffer.read()


def _notices(outcome: Outcome, is_change: bool, quiet: bool) -> None:
    """Say on standard error what was not read, if nothing was; what a change broke elsewhere says enough."""
    found = outcome.discovery
    if quiet or found.targets or outcome.report.failures or (is_change and outcome.report.findings):
        return
    if is_change:
        click.echo("artlint: nothing to check: no article is new or changed", err=True)
        return
    reasons = [f"{count:,} {visible(suffix)}" for suffix, count in found.left_out.most_common(5)]
    if found.excluded:
        reasons.append(f"{found.excluded:,} excluded by the configuration")
    left_out = f" (left out: {', '.join(reasons)})" if reasons else ""
    click.echo(f"artlint: nothing to check: no article in the paths given{left_out}", err=True)


def _stale(outcome: Outcome, quiet: bool) -> None:
    """Say on standard error that the baseline holds more than is found."""
    stale = outcome.report.stale
    if stale and not quiet:
        entries = (
            "1 entry of the baseline matches" if len(stale) == 1 else f"{len(stale):,} entries of the baseline match"
        )
        click.echo(f"artlint: {entries} nothing any more; `artlint baseline prune` takes them out", err=True)


def _statistics(outcome: Outcome) -> None:
    from collections import Counter

    counts = Counter(finding.rule for finding in outcome.report.findings)
    for rule, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
        click.echo(f"{count:>8,} {rule}", err=True)


def _verdict(
    outcome: Outcome, fail_on: str | None, max_warnings: int | None, fail_on_empty: bool, exit_zero: bool
) -> _Verdict:
    threshold = outcome.fail_on if fail_on is None else Severity[fail_on.upper()] if fail_on != "never" else None
    return _Verdict(threshold or Severity.ERROR, max_warnings, fail_on_empty, exit_zero or threshold is None)


def _exit_code(outcome: Outcome, verdict: _Verdict) -> int:
    """0, 1 or 2; an incomplete run wins over findings."""
    report = outcome.report
    if report.failures or (verdict.fail_on_empty and not report.articles):
        return 2
    if verdict.exit_zero:
        return 0
    severities = [finding.severity or Severity.WARNING for finding in report.findings]
    if any(severity >= verdict.fail_on for severity in severities):
        return 1
    warnings = severities.count(Severity.WARNING)
    return int(verdict.max_warnings is not None and warnings > verdict.max_warnings)
