"""One run from paths to report."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import redirect_stdout
from dataclasses import dataclass, replace
from pathlib import Path

from artlint.config import Config, Rulesets, find_config, load_config
from artlint.discovery import Discovery, anchor_of, discover
from artlint.errors import ReadError
from artlint.examine import ArticleResult, fingerprinted, judge
from artlint.executors import RunSpec, Task, examine_all
from artlint.facts import PackedFacts
from artlint.finding import Finding, Severity
from artlint.git import work_tree_of
from artlint.plugin_loading import PluginChoice, Plugins, load_plugins
from artlint.report import Report
from artlint.rule import Facts
from artlint.selection import collection_of, wanted_by
from artlint.sources import Sources

Progress = Callable[[int], Callable[[int], None]]


_INSTALLED = PluginChoice()


def _no_progress(_articles: int) -> Callable[[int], None]:
    return lambda _finished: None


@dataclass(frozen=True)
class Request:
    """What the command line asks for.

    `stdin` is an article's content that stands in for the file of that name. `jobs` 0 leaves the number of
    processes to the run.
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


@dataclass(frozen=True)
class Project:
    """The configuration and plugins that hold for the request's paths."""

    config: Config
    plugins: Plugins


@dataclass(frozen=True)
class Outcome:
    """A finished run: its report, what discovery saw, and the severity from which findings count."""

    report: Report
    discovery: Discovery
    fail_on: Severity


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
        found = _discovered(request, project)
        results = _examined(request, project, found, progress)
        report = _report(results, found, project, request)
    return Outcome(report, found, project.config.fail_on)


def collect(request: Request, rule_id: str, progress: Progress = _no_progress) -> Facts:
    """The facts that the rule `rule_id` judges, from all articles that the request names."""
    with redirect_stdout(sys.stderr):
        request = replace(request, select=(rule_id,))
        project = open_project(request)
        found = _discovered(request, project)
        results = _examined(request, project, replace(found, targets=[]), progress)
        failures = [*found.failures, *(failure for result in results for failure in result.failures)]
        if failures:
            raise ReadError("; ".join(f"{failure.path}: {failure.message}" for failure in failures[:3]))
        packs = [result.packs[0] for result in results]
    return PackedFacts([result.path for result in results], packs)


def _discovered(request: Request, project: Project) -> Discovery:
    config = project.config
    suffixes = project.plugins.readers.keys()
    found = discover(request.paths, config.root, suffixes, wanted_by(config), collection_of(config))
    if request.stdin:
        path = Path(os.path.relpath(Path(request.stdin[0]).absolute(), config.root)).as_posix()
        found.targets = sorted({*found.targets, path})
        found.collection = sorted({*found.collection, path})
        found.failures = [failure for failure in found.failures if failure.path != request.stdin[0]]
    return found


def _examined(request: Request, project: Project, found: Discovery, progress: Progress) -> list[ArticleResult]:
    targets = set(found.targets)
    contents = {}
    if request.stdin:
        contents[Path(os.path.relpath(Path(request.stdin[0]).absolute(), found.root)).as_posix()] = request.stdin[1]
    tasks = [Task(path, path in targets, contents.get(path)) for path in found.collection]
    spec = RunSpec(request.plugins, project.config)
    return list(examine_all(spec, tasks, request.jobs, progress(len(tasks))))


def _report(results: Sequence[ArticleResult], found: Discovery, project: Project, request: Request) -> Report:
    """What was found in the targets, and elsewhere if a target has to do with it."""
    rulesets = Rulesets(project.config, project.plugins.rules)
    judgement = judge(results, rulesets.collection())
    targets = set(found.targets)
    findings = [finding for result in results for finding in result.findings]
    concerned = (finding for finding in judgement.findings if _concerns(finding, targets))
    findings += [set_finding for finding in concerned for set_finding in _as_set(finding, rulesets)]
    failures = [*found.failures, *(failure for result in results for failure in result.failures), *judgement.failures]
    return Report(
        tuple(fingerprinted(findings)),
        tuple(sorted(failures)),
        articles=len(found.targets),
        collection=len(found.collection),
        rules=project.plugins.rules,
        sources=Sources(found.root, request.stdin),
        root=found.root,
    )


def _concerns(finding: Finding, targets: set[str]) -> bool:
    """Whether the finding stands in a target or has to do with one."""
    return finding.path in targets or not targets.isdisjoint(related.path for related in finding.related)


def _as_set(finding: Finding, rulesets: Rulesets) -> Iterator[Finding]:
    """The finding as the settings for its article have it; nothing where its rule is off there."""
    for active in rulesets.for_path(finding.path):
        if active.rule.id == finding.rule:
            yield replace(finding, severity=active.severity) if active.severity else finding
