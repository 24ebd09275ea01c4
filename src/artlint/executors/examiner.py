"""What a worker does: read one article's file and examine it. A worker rebuilds all it needs from a RunSpec."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from artlint.config import Config, Rulesets
from artlint.examine import ArticleResult, collectors_of, examine, read_article
from artlint.facts import FactPack
from artlint.hookspecs import Reader
from artlint.plugin_loading import PluginChoice, load_plugins
from artlint.report import Failure


class RunSpec(NamedTuple):
    """All that a worker must know of a run; plain data, so that it can travel."""

    plugins: PluginChoice
    config: Config


class Task(NamedTuple):
    """One article to examine.

    `path` is relative to the project's root; `content` stands in for the file where it is given (standard
    input). The rules look at targets alone; facts are gathered from every article.
    """

    path: str
    is_target: bool
    content: bytes | None = None


class Examiner:
    """Examines articles for one run; made once in each worker."""

    def __init__(self, spec: RunSpec) -> None:
        plugins = load_plugins(spec.plugins)
        self.root = spec.config.root
        self.rulesets = Rulesets(spec.config, plugins.rules)
        self.readers = readers_by_suffix(spec.config, plugins.readers)
        self.collectors = collectors_of(self.rulesets.collection())

    def __call__(self, task: Task) -> ArticleResult:
        try:
            content = Path(self.root, task.path).read_bytes() if task.content is None else task.content
        except OSError as error:
            return self.failed(task, f"cannot be read: {error.strerror}")
        suffix = Path(task.path).suffix.lower()
        try:
            article = read_article(task.path, content, self.readers[suffix])
        except Exception as error:  # noqa: BLE001  a reader's fault costs its article, not the run
            return self.failed(task, f"reader failed: {type(error).__name__}: {error}")
        return examine(article, self.rulesets.for_path(task.path) if task.is_target else (), self.collectors)

    def failed(self, task: Task, message: str) -> ArticleResult:
        empty = tuple(FactPack() for _ in self.collectors)
        return ArticleResult(task.path, (), empty, (Failure(task.path, message),))


def readers_by_suffix(config: Config, readers: Mapping[str, Reader]) -> Mapping[str, Reader]:
    """The readers with the options that the configuration sets."""
    if not config.readers:
        return readers
    from artlint.config import configured_readers  # a run without reader options need not load it

    by_name = configured_readers(config, {reader.name: reader for reader in readers.values()})
    return {suffix: by_name[reader.name] for suffix, reader in readers.items()}
