"""For plugins that bring commands: facts of the articles that a user names, fixes of them, and their configuration."""

import os
from collections.abc import Callable, Iterable, Sequence
from functools import wraps
from pathlib import Path
from typing import Any, NamedTuple, TypeVar, cast

from artlint.article import Article
from artlint.cli.progress import progress_on_terminal
from artlint.cli.requesting import project_request
from artlint.finding import Fix
from artlint.rule import Facts
from artlint.run import Request, collect, open_project

Function = TypeVar("Function", bound=Callable[..., Any])  # Any: click calls with the options' values


class Choice(NamedTuple):
    """What the user chose by the options that `collection_options` adds to a command."""

    plugin_files: tuple[str, ...] = ()
    no_plugins: bool = False
    configs: tuple[str, ...] = ()
    isolated: bool = False
    jobs: int = 0
    no_cache: bool = False
    cache_dir: str | None = None

    def request(self, paths: Sequence[str]) -> Request:
        """The request for these paths; raises UsageError."""
        asked = project_request(tuple(paths), self.plugin_files, self.no_plugins, self.configs, self.isolated)
        folder = Path(self.cache_dir) if self.cache_dir else None
        return asked._replace(jobs=self.jobs, no_cache=self.no_cache, cache_folder=folder)


def collection_options(function: Function) -> Function:
    """Add the options for configuration, plugins, cache and processes; the command gets them as one value, `choice`."""
    from artlint.cli.options import config_options, plugin_options, running_options  # with click, as the command is

    @wraps(function)
    def with_choice(*arguments: object, **options: Any) -> object:  # Any: an option's value each
        choice = Choice(**{name: options.pop(name) for name in Choice._fields})
        return function(*arguments, choice=choice, **options)

    return cast(Function, config_options(plugin_options(running_options(with_choice))))  # as click sees it, the same


def collect_facts(
    paths: Sequence[str],
    rule_id: str,
    quiet: bool = False,
    below_alone: bool = False,
    choice: Choice = Choice(),  # noqa: B008  it cannot change
) -> Facts:
    """The facts that the rule `rule_id` judges, with its configured options, whether it is on or not.

    They come from the collection around `paths`: all articles that the configuration or git names, or those
    below the paths; with `below_alone` only from the articles below the paths. Progress goes to standard
    error unless `quiet`. Raises ArtlintError where the configuration is wrong or an article cannot be read.
    """
    return collect(choice.request(paths), rule_id, progress_on_terminal(quiet), below_alone)


def configuration_file(paths: Sequence[str], choice: Choice = Choice()) -> Path:  # noqa: B008  it cannot change
    """The configuration file that holds for `paths`; where there is none, the one to be made at the project's root."""
    config = open_project(choice.request(paths)).config
    return config.file or config.root / ".artlint.yaml"


def print_patch(patch: bytes) -> None:
    """Write a patch to standard output as `git apply` takes it, and harmless where that is a terminal."""
    from artlint.cli.patches import write_patch  # commands that only look need none of this

    write_patch(patch)


class FixedArticles(NamedTuple):
    """The paths of the articles that changed, their changes as a patch, and a line for each that was left."""

    changed: tuple[str, ...]
    patch: bytes
    left: tuple[str, ...]


def fix_articles(
    paths: Sequence[str],
    articles: Iterable[str],
    fix_of: Callable[[Article], Fix | None],
    *,
    dry: bool = False,
    choice: Choice = Choice(),  # noqa: B008  it cannot change
) -> FixedArticles:
    """Make one fix in each of the `articles` (as facts name them) of the project around `paths`.

    `fix_of` gives an article's fix, None where there is none. Each file is written whole or left as it was;
    with `dry` nothing is written.
    """
    from artlint.executors.examiner import readers_by_suffix  # commands that only look need none of this
    from artlint.fixing.diff import patch
    from artlint.fixing.ordering import Change
    from artlint.fixing.rewriting import rewritten

    project = open_project(choice.request(paths))
    root, readers = project.config.root, readers_by_suffix(project.config, project.plugins.readers)
    done = list(rewritten(root, articles, readers, fix_of, dry=dry))
    changes = [each for each in done if isinstance(each, Change)]
    shown = {each.path: os.path.relpath(root / each.path).replace(os.sep, "/") for each in done}
    return FixedArticles(
        tuple(shown[change.path] for change in changes),
        b"".join(patch(shown[change.path], change.old, change.new) for change in changes),
        tuple(f"{shown[each.path]}: {each.message}" for each in done if not isinstance(each, Change)),
    )
