"""For plugins that bring commands: facts of the articles that a user names."""

from collections.abc import Sequence
from pathlib import Path

from artlint.cli.progress import progress_on_terminal
from artlint.rule import Facts
from artlint.run import Request, collect


def collect_facts(paths: Sequence[str], rule_id: str, quiet: bool = False, below_alone: bool = False) -> Facts:
    """The facts that the rule `rule_id` judges, with its configured options, whether it is on or not.

    They come from the collection around `paths`: all articles that the configuration or git names, or those
    below the paths; with `below_alone` only from the articles below the paths. Progress goes to standard
    error unless `quiet`. Raises ArtlintError where the configuration is wrong or an article cannot be read.
    """
    request = Request(paths=tuple(map(Path, paths or (".",))))
    return collect(request, rule_id, progress_on_terminal(quiet), below_alone)
