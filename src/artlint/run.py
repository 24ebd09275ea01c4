"""One run from paths to report."""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import redirect_stdout
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from artlint import __version__
from artlint.accepting import Earlier, accepted_by_file, accepted_by_revision
from artlint.config import Config, Rulesets, find_config, load_config
from artlint.discovery import Choice, Discovery, anchor_of, beside_of, chosen, discover
from artlint.errors import ReadError
from artlint.examination import Examination, Work, examination
from artlint.examine import ActiveRule, collectors_of, with_panels
from artlint.executors import RunSpec
from artlint.finding import Finding, Severity
from artlint.fixing.leftovers import recovered
from artlint.git import work_tree_of
from artlint.plugin_loading import PluginChoice, Plugins, load_plugins
from artlint.report import Accepted, Report
from artlint.reporting import Reporting
from artlint.rule import Facts
from artlint.selection import collection_of, wanted_by
from artlint.sources import Sources

if TYPE_CHECKING:
    from artlint.comparing import Compared, Comparison
    from artlint.fixing.ordering import Mended, Order
    from artlint.snapshots import Snapshot

Progress = Callable[[int], Callable[[int], None]]


_INSTALLED = PluginChoice()


def _silent(_message: str) -> None:
    return None


def _no_progress(_articles: int) -> Callable[[int], None]:
    return lambda _finished: None


class Request(NamedTuple):
    """What the command line asks for.

    `stdin` is an article's content that stands in for the file of that name. `jobs` 0 leaves the number of
    processes to the run. `cache_folder` None is `.artlint_cache` in the project's root. `warn` is told what
    the user should know though it changes no result. With a `comparison`, what a change in git causes is
    reported, and `paths` only tell the project. With an `order`, fixes are made before the report. Findings of
    the file `baseline`, else of the git revision `baseline_revision`, are not reported again; `accepted` stand
    in for those of a file where they are not None.
    """

    paths: tuple[Path, ...] = (Path(),)
    plugins: PluginChoice = _INSTALLED
    config_file: Path | None = None
    isolated: bool = False
    settings: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    jobs: int = 0
    stdin: tuple[str, bytes] | None = None
    no_cache: bool = False
    cache_folder: Path | None = None
    shows_panels: bool = False
    comparison: "Comparison | None" = None
    no_suppressions: bool = False
    baseline: Path | None = None
    accepted: Sequence[Accepted] | None = None
    baseline_revision: str = ""
    no_baseline: bool = False
    warn: Callable[[str], None] = _silent
    order: "Order | None" = None


class Project:
    """The configuration and plugins that hold for the request's paths."""

    def __init__(self, config: Config, plugins: Plugins) -> None:
        self.config = config
        self.plugins = plugins

    @cached_property
    def rulesets(self) -> Rulesets:
        """The rules that are on; asked for, it raises ConfigError where one rejects its options."""
        return Rulesets(self.config, self.plugins.rules)


class Outcome(NamedTuple):
    """A finished run: its report, what discovery saw, and the severity from which findings count.

    `mended` tells what was fixed, where that was ordered; the report is on the articles as they are then.
    """

    report: Report
    discovery: Discovery
    fail_on: Severity
    mended: "Mended | None" = None


def open_project(request: Request) -> Project:
    """The project around the request's paths; raises PluginError or ConfigError."""
    plugins = load_plugins(request.plugins)
    anchor = anchor_of(request.paths)
    top = work_tree_of(anchor)
    file = request.config_file
    if file is None and not request.isolated:
        file = find_config(anchor, top or Path(anchor.anchor))
    root = top or anchor
    if file is not None and request.config_file is None:
        root = file.parent.parent if file.parent.name == ".config" else file.parent
    config = load_config(
        root=root,
        file=file,
        inline=request.settings,
        select=request.select,
        ignore=request.ignore,
        rules=plugins.rules,
        readers={reader.name: reader for reader in plugins.readers.values()},
    )
    return Project(config, plugins)


def run(request: Request, progress: Progress = _no_progress) -> Outcome:
    """Check what the request names; raises PluginError or ConfigError before anything is read.

    Whatever plugins print goes to standard error, so that a report on standard output stays readable by
    machines.
    """
    with redirect_stdout(sys.stderr):
        project = open_project(request)
        if request.comparison:
            return _run_change(request, request.comparison, project, progress)
        found = _discovered(request, project)
        _recover(request, found)
        work = _work(request, project, found, _given(request, found.root))
        examined = examination(work, progress(len(found.collection)), request.warn)
        return _outcome(request, project, found, work, examined)


def collect(request: Request, rule_id: str, progress: Progress = _no_progress, below_alone: bool = False) -> Facts:
    """The facts that the rule `rule_id` judges, from the whole collection or (`below_alone`) from the targets."""
    with redirect_stdout(sys.stderr):
        request = request._replace(select=(rule_id,))
        project = open_project(request)
        found = _discovered(request, project)
        if below_alone:
            beside = found.beside._replace(outlines=())
            found = Discovery(found.root, found.targets, found.targets, found.failures, beside)
        _recover(request, found)
        work = _work(request, project, found, _given(request, found.root))
        examined = examination(work, progress(len(found.collection)), request.warn)
        failures = [*found.failures, *examined.failures()]
        if failures:
            raise ReadError("; ".join(f"{failure.path}: {failure.message}" for failure in failures[:3]))
        return examined.facts(0)


def _discovered(request: Request, project: Project) -> Discovery:
    config = project.config
    found = discover(request.paths, config.root, _choice(project))
    if request.stdin:
        given = _given(request, config.root)
        found.targets = sorted({*found.targets, *given})
        found.collection = sorted({*found.collection, *given})
        found.failures = [failure for failure in found.failures if failure.path != request.stdin[0]]
    return found


def _recover(request: Request, found: Discovery) -> None:
    """Put right, before anything is read, what a killed run left among the articles."""
    found.failures += recovered(found.root, found.collection, linked=found.targets if request.order else ())


def _choice(project: Project) -> Choice:
    """Which files are articles of the project."""
    config, plugins = project.config, project.plugins
    return Choice(plugins.readers.keys(), wanted_by(config), collection_of(config), plugins.outlines)


def _run_change(request: Request, comparison: "Comparison", project: Project, progress: Progress) -> Outcome:
    """Report what a change causes: in its articles, and elsewhere what was not there before it."""
    from artlint.comparing import Compared, examined_before  # a run over plain paths has no use for it

    root = project.config.root
    change = comparison.change_of(root)
    choice = _choice(project)
    collection = chosen(change.after.paths, choice)
    targets = sorted(set(collection) & set(change.changed))
    if change.is_nothing:
        targets = collection  # nothing is staged: the hook runs over all files
    found = Discovery(root, targets, collection, beside=beside_of(change.after.paths, collection, choice))
    _recover(request, found)
    work = _work(request, project, found, change.after.given)
    examined = examination(work, progress(len(collection)), request.warn)

    def before(snapshot: "Snapshot", after: Examination) -> Sequence[Finding]:
        paths = chosen(snapshot.paths, choice)
        earlier = examined_before(work, snapshot, paths, beside_of(snapshot.paths, paths, choice), after)
        return earlier.judgement(project.rulesets.collection()).findings

    compared = Compared(change, comparison.scope, before) if not change.is_nothing else None
    return _outcome(request, project, found, work, examined, compared)


def _outcome(
    request: Request,
    project: Project,
    found: Discovery,
    work: Work,
    examined: Examination,
    compared: "Compared | None" = None,
) -> Outcome:
    """The report, after the fixes that the request orders."""
    reporting = Reporting(
        project.config,
        project.rulesets,
        found,
        _is_whole(request, project.config),
        knows_all=not request.plugins.own_only,
        no_suppressions=request.no_suppressions,
        compared=compared,
        shown=_judges(request, project) if request.shows_panels else (),
    )
    earlier = Earlier(work, examined, reporting, _choice(project))
    reporting = reporting._replace(accepted=_accepted(request, earlier))

    def report_on(examined: Examination, given: Mapping[str, bytes]) -> Report:
        return reporting.report_on(examined, Sources(found.root, given))

    report, fail_on = report_on(examined, work.given), project.config.fail_on
    if request.order is None:
        return Outcome(report, found, fail_on)
    from artlint.fixing.mending import mend  # fixes alone need it

    order = request.order._replace(kept=frozenset(_given(request, found.root)))
    mended = mend(report, examined, work, report_on, found.targets, order)
    return Outcome(mended.report, found, fail_on, mended)


def _work(request: Request, project: Project, found: Discovery, given: Mapping[str, bytes]) -> Work:
    return Work(
        RunSpec(request.plugins, project.config, request.shows_panels),
        found.collection,
        given,
        request.jobs,
        _store_folder(request, found.root),
        lambda: _specification(project, request.shows_panels),
        len(collectors_of(_judges(request, project))),
        found.beside,
    )


def _judges(request: Request, project: Project) -> Sequence[ActiveRule]:
    """The rules whose collectors run, in the order of their facts."""
    judges = project.rulesets.collection()
    return with_panels(judges, project.plugins.rules) if request.shows_panels else judges


def _specification(project: Project, shows_panels: bool) -> bytes:
    from artlint.store.specification import specification  # only where a store is used

    return specification(project.config, project.plugins, f"{__version__} {shows_panels}")


def _given(request: Request, root: Path) -> dict[str, bytes]:
    """What came from standard input, by the path of the article that it stands for."""
    if not request.stdin:
        return {}
    return {Path(os.path.relpath(Path(request.stdin[0]).absolute(), root)).as_posix(): request.stdin[1]}


def _store_folder(request: Request, root: Path) -> Path | None:
    return None if request.no_cache else request.cache_folder or root / ".artlint_cache"


def _is_whole(request: Request, config: Config) -> bool:
    """Whether the collection is all that belongs together, rather than what the user happened to name."""
    root = config.root
    return bool(config.collection) or work_tree_of(root) is not None or root in map(Path.resolve, request.paths)


def _accepted(request: Request, earlier: Earlier) -> Sequence[Accepted]:
    """The findings that the request or the configuration takes as accepted."""
    if request.no_baseline or request.accepted is not None:
        return request.accepted or ()
    if request.baseline_revision:
        return accepted_by_revision(request.baseline_revision, earlier)
    config = earlier.work.spec.config
    return accepted_by_file(request.baseline, config.root, config.baseline)
