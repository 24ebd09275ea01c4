"""For plugins that bring commands: facts of the articles that a user names, fixes of them, and their configuration."""

import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from artlint.article import Article
from artlint.cli.progress import progress_on_terminal
from artlint.finding import Fix
from artlint.rule import Facts
from artlint.run import Request, collect, open_project


def collect_facts(paths: Sequence[str], rule_id: str, quiet: bool = False, below_alone: bool = False) -> Facts:
    """The facts that the rule `rule_id` judges, with its configured options, whether it is on or not.

    They come from the collection around `paths`: all articles that the configuration or git names, or those
    below the paths; with `below_alone` only from the articles below the paths. Progress goes to standard
    error unless `quiet`. Raises ArtlintError where the configuration is wrong or an article cannot be read.
    """
    request = Request(paths=tuple(map(Path, paths or (".",))))
    return collect(request, rule_id, progress_on_terminal(quiet), below_alone)


def configuration_file(paths: Sequence[str]) -> Path:
    """The configuration file that holds for `paths`; where there is none, the one to be made at the project's root."""
    config = open_project(Request(paths=tuple(map(Path, paths or (".",))))).config
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
    paths: Sequence[str], articles: Iterable[str], fix_of: Callable[[Article], Fix | None], *, dry: bool = False
) -> FixedArticles:
    """Make one fix in each of the `articles` (as facts name them) of the project around `paths`.

    `fix_of` gives an article's fix, None where there is none. Each file is written whole or left as it was;
    with `dry` nothing is written.
    """
    from artlint.executors.examiner import readers_by_suffix  # commands that only look need none of this
    from artlint.fixing.diff import patch
    from artlint.fixing.ordering import Change
    from artlint.fixing.rewriting import rewritten

    project = open_project(Request(paths=tuple(map(Path, paths or (".",)))))
    root, readers = project.config.root, readers_by_suffix(project.config, project.plugins.readers)
    done = list(rewritten(root, articles, readers, fix_of, dry=dry))
    changes = [each for each in done if isinstance(each, Change)]
    shown = {each.path: os.path.relpath(root / each.path).replace(os.sep, "/") for each in done}
    return FixedArticles(
        tuple(shown[change.path] for change in changes),
        b"".join(patch(shown[change.path], change.old, change.new) for change in changes),
        tuple(f"{shown[each.path]}: {each.message}" for each in done if not isinstance(each, Change)),
    )
