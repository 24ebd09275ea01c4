"""What a worker does: read one article's file and examine it. A worker rebuilds all it needs from a RunSpec."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from artlint.article import Article, Problem
from artlint.config import Config, Rulesets
from artlint.digests import blake2b
from artlint.examine import (
    ActiveRule,
    ArticleResult,
    collectors_of,
    examine,
    examine_outline,
    read_article,
    with_panels,
)
from artlint.facts import FactPack
from artlint.hookspecs import Reader
from artlint.own_rules import TooLarge
from artlint.plugin_loading import PluginChoice, load_plugins
from artlint.readers.decoding import decode
from artlint.report import Failure
from artlint.store.signatures import NO_SIGNATURE, Signature, signature_of, trusted


class _TooLargeError(Exception):
    """The file is larger than an article may be."""


class RunSpec(NamedTuple):
    """All that a worker must know of a run; plain data, so that it can travel."""

    plugins: PluginChoice
    config: Config
    shows_panels: bool = False


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
        judges = self.rulesets.collection()
        self.collectors = collectors_of(with_panels(judges, plugins.rules) if spec.shows_panels else judges)

    def __call__(self, task: Task) -> Examined:
        rules = self.rulesets.for_path(task.path)
        try:
            content, signature = self.read(task, _most_bytes(rules))
        except OSError as error:
            return Examined(task.path, NO_SIGNATURE, b"", self.failed(task, f"cannot be read: {error.strerror}"))
        except _TooLargeError as error:
            article = Article(task.path, "", "unread", problems=(Problem("too-large", str(error), 0, 0),))
            return Examined(task.path, NO_SIGNATURE, b"", examine(article, rules, ())._replace(packs=self.no_facts()))
        digest = blake2b(content, digest_size=16).digest()
        if digest == task.known:
            return Examined(task.path, signature, digest, None)
        reader = self.readers.get(os.path.splitext(task.path)[1].lower())  # noqa: PTH122  a Path costs 5 us an article
        if reader is None:
            outline = Article(task.path, decode(content).text, "outline")
            return Examined(task.path, signature, digest, examine_outline(outline, self.collectors))
        try:
            article = read_article(task.path, content, reader)
        except Exception as error:  # noqa: BLE001  a reader's fault costs its article, not the run
            failed = self.failed(task, f"reader failed: {type(error).__name__}: {error}")
            return Examined(task.path, signature, digest, failed)
        result = examine(article, rules, self.collectors)
        return Examined(task.path, signature, digest, result)

    def read(self, task: Task, most: int | None) -> tuple[bytes, Signature]:
        """The content, and the file's state before it was read; raises _TooLargeError for more than `most` bytes."""
        if task.content is not None:
            return task.content, NO_SIGNATURE
        with Path(self.root, task.path).open("rb", buffering=0) as file:
            signature = trusted(signature_of(state := os.fstat(file.fileno())))
            if most is not None and state.st_size > most:
                raise _TooLargeError(f"file has {state.st_size:,} bytes; at most {most:,}")
            return file.readall(), signature

    def failed(self, task: Task, message: str) -> ArticleResult:
        return ArticleResult(task.path, (), self.no_facts(), (Failure(task.path, message),))

    def no_facts(self) -> tuple[FactPack, ...]:
        return tuple(FactPack() for _ in self.collectors)


def _most_bytes(rules: Iterable[ActiveRule]) -> int | None:
    """The size up to which files are read; None for any."""
    return next((active.rule.bytes for active in rules if isinstance(active.rule, TooLarge)), None)


def readers_by_suffix(config: Config, readers: Mapping[str, Reader]) -> Mapping[str, Reader]:
    """The readers with the options that the configuration sets."""
    if not config.readers:
        return readers
    from artlint.config import configured_readers  # a run without reader options need not load it

    by_name = configured_readers(config, {reader.name: reader for reader in readers.values()})
    return {suffix: by_name[reader.name] for suffix, reader in readers.items()}
