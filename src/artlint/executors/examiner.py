"""What a worker does: read one article's file and examine it. A worker rebuilds all it needs from a RunSpec."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from artlint.config import Config, Rulesets
from artlint.digests import blake2b
from artlint.examine import ArticleResult, collectors_of, examine, read_article
from artlint.facts import FactPack
from artlint.hookspecs import Reader
from artlint.plugin_loading import PluginChoice, load_plugins
from artlint.report import Failure
from artlint.store.signatures import NO_SIGNATURE, Signature, signature_of, trusted


class RunSpec(NamedTuple):
    """All that a worker must know of a run; plain data, so that it can travel."""

    plugins: PluginChoice
    config: Config


class Task(NamedTuple):
    """One article to examine.

    `path` is relative to the project's root; `content` stands in for the file where it is given (standard
    input). `known` is the digest of the content that an earlier run examined, b"" for none.
    """

    path: str
    content: bytes | None = None
    known: bytes = b""


class Examined(NamedTuple):
    """A finished task: the file's state, the digest of its content, and the result, None where it is as known."""

    path: str
    signature: Signature
    content: bytes
    result: ArticleResult | None


class Examiner:
    """Examines articles for one run; made once in each worker."""

    def __init__(self, spec: RunSpec) -> None:
        plugins = load_plugins(spec.plugins)
        self.root = spec.config.root
        self.rulesets = Rulesets(spec.config, plugins.rules)
        self.readers = readers_by_suffix(spec.config, plugins.readers)
        self.collectors = collectors_of(self.rulesets.collection())

    def __call__(self, task: Task) -> Examined:
        try:
            content, signature = self.read(task)
        except OSError as error:
            return Examined(task.path, NO_SIGNATURE, b"", self.failed(task, f"cannot be read: {error.strerror}"))
        digest = blake2b(content, digest_size=16).digest()
        if digest == task.known:
            return Examined(task.path, signature, digest, None)
        suffix = os.path.splitext(task.path)[1].lower()  # noqa: PTH122  a Path costs 5 us an article
        try:
            article = read_article(task.path, content, self.readers[suffix])
        except Exception as error:  # noqa: BLE001  a reader's fault costs its article, not the run
            failed = self.failed(task, f"reader failed: {type(error).__name__}: {error}")
            return Examined(task.path, signature, digest, failed)
        result = examine(article, self.rulesets.for_path(task.path), self.collectors)
        return Examined(task.path, signature, digest, result)

    def read(self, task: Task) -> tuple[bytes, Signature]:
        """The content, and the file's state before it was read."""
        if task.content is not None:
            return task.content, NO_SIGNATURE
        with Path(self.root, task.path).open("rb", buffering=0) as file:
            signature = trusted(signature_of(os.fstat(file.fileno())))
            return file.readall(), signature

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
