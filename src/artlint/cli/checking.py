"""From what `artlint check` is asked to its report and exit code."""

import os
import sys
from contextlib import redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from artlint.cli.accepting import Accepting
from artlint.cli.asked import Asked
from artlint.cli.fixing import Fixing, exit_code, order_of, show_fixes
from artlint.cli.output import parse_outputs, write_outputs
from artlint.cli.progress import progress_on_terminal
from artlint.cli.requesting import project_request
from artlint.cli.telling import say, tell
from artlint.errors import UsageError
from artlint.finding import Severity
from artlint.plugin_loading import load_plugins
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


def check(asked: Asked) -> int:
    """The exit code, after all reports are written; raises ArtlintError where nothing could be checked."""
    fixing = Fixing(asked.fix, asked.unsafe_fixes, asked.fix_only, asked.diff, asked.interactive)
    request = _request(asked, fixing)
    outputs = parse_outputs(asked.formats, asked.output, load_plugins(request.plugins).reporters)
    outcome = _timed(request, asked) if asked.timings else _outcome(request, asked)
    _notices(outcome, request.comparison is not None, asked.quiet)
    _stale(outcome, asked.quiet)
    if asked.statistics:
        _statistics(outcome)
    code = _exit_code(outcome, _verdict(outcome, asked))
    if outcome.mended is None:
        write_outputs(outputs, outcome.report, asked.color)
        return code
    show_fixes(outcome.mended, fixing, request.stdin, asked.hook, asked.quiet)
    with redirect_stdout(sys.stderr if request.stdin else sys.stdout):  # the article itself goes to standard output
        write_outputs([each for each in outputs if each.file or not fixing.hides_findings], outcome.report, asked.color)
    return exit_code(outcome.mended, fixing, asked.hook, code)


def _request(asked: Asked, fixing: Fixing) -> Request:
    """The run that is asked for; raises UsageError where two options cannot hold at once."""
    paths = (*asked.paths, *_listed(asked.files_from))
    named = _without_dash(paths, asked.stdin_filename)
    request = project_request(named, asked.plugin_files, asked.no_plugins, asked.configs, asked.isolated)._replace(
        select=_split(asked.select),
        ignore=_split(asked.ignore),
        jobs=asked.jobs,
        no_cache=asked.no_cache,
        cache_folder=Path(asked.cache_dir) if asked.cache_dir else None,
        warn=_silent if asked.quiet else _warn,
        comparison=_comparison(asked.hook, asked.changed, asked.changed_scope),
        shows_panels=any(each.split("=")[0] == "html" for each in asked.formats),
        stdin=_stdin(asked.stdin_filename) if "-" in paths else None,
        order=order_of(fixing, reads_stdin="-" in (*paths, asked.files_from)),
    )
    accepting = Accepting(
        no_suppressions=asked.no_suppressions,
        add_suppressions=asked.add_suppressions,
        baseline=asked.baseline,
        baseline_from_ref=asked.baseline_from_ref,
        no_baseline=asked.no_baseline,
    )
    return accepting.applied_to(request)


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


def _timed(request: Request, asked: Asked) -> Outcome:
    from artlint.cli.timings import timed  # runs that are measured alone

    return timed(request, lambda request: _outcome(request, asked))


def _outcome(request: Request, asked: Asked) -> Outcome:
    """The run's outcome; where suppressions are to be added, that of a second run after it."""
    outcome = run(request, progress_on_terminal(asked.quiet))
    if asked.add_suppressions is None:
        return outcome
    from artlint.cli.adding import add_suppressions  # runs that write suppressions alone

    add_suppressions(outcome.report, open_project(request), asked.add_suppressions)
    return run(request, progress_on_terminal(asked.quiet))


def _warn(message: str) -> None:
    tell(visible(message))


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
        tell("nothing to check: no article is new or changed")
        return
    reasons = [f"{count:,} {visible(suffix)}" for suffix, count in found.left_out.most_common(5)]
    if found.excluded:
        reasons.append(f"{found.excluded:,} excluded by the configuration")
    left_out = f" (left out: {', '.join(reasons)})" if reasons else ""
    tell(f"nothing to check: no article in the paths given{left_out}")


def _stale(outcome: Outcome, quiet: bool) -> None:
    """Say on standard error that the baseline holds more than is found."""
    stale = outcome.report.stale
    if stale and not quiet:
        entries = (
            "1 entry of the baseline matches" if len(stale) == 1 else f"{len(stale):,} entries of the baseline match"
        )
        tell(f"{entries} nothing any more; `artlint baseline prune` takes them out")


def _statistics(outcome: Outcome) -> None:
    from collections import Counter

    counts = Counter(finding.rule for finding in outcome.report.findings)
    for rule, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
        say(f"{count:>8,} {rule}")


def _verdict(outcome: Outcome, asked: Asked) -> _Verdict:
    never = asked.fail_on == "never"
    fail_on = outcome.fail_on if asked.fail_on is None or never else Severity[asked.fail_on.upper()]
    return _Verdict(fail_on, asked.max_warnings, asked.fail_on_empty, asked.exit_zero or never)


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
