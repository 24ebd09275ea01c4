"""All articles of a collection examined, those that an earlier run left unchanged taken from the store."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from artlint.digests import blake2b
from artlint.errors import StoreError
from artlint.examine import ActiveRule, ArticleResult, Judgement, by_collector, drawing, joined, judge
from artlint.executors import Examined, RunSpec, Task, examine_all
from artlint.facts import (
    NOTHING_BESIDE,
    PACK_DIGEST_BYTES,
    Beside,
    PackedFacts,
    Packs,
    PacksInMemory,
    pack_digest,
)
from artlint.report import Failure
from artlint.store.signatures import is_of

if TYPE_CHECKING:
    from artlint.panel import Panel
    from artlint.store.database import Known, Store

Value = TypeVar("Value")

# Below this many articles examining them costs less than opening a store.
_ARTICLES_THAT_PAY = 50
_KEPT_AT_ONCE = 1_000


class Examination:
    """The results of a collection's articles, by need: findings of some, facts of all, or neither.

    An article is in `new` where it was examined now, in `known` where the store has its facts, or in both. What
    is in `known` alone is unchanged; of what is in both, the packs are left out of the result. What lies `beside`
    the articles has results too where it lists some.
    """

    def __init__(
        self,
        collection: Sequence[str],
        new: Mapping[str, ArticleResult],
        known: "Mapping[str, Known] | None" = None,
        store: "Store | None" = None,
        without_store: "Callable[[StoreError], Examination] | None" = None,
        beside: Beside = NOTHING_BESIDE,
    ) -> None:
        self.collection = collection
        self.new = new
        self.known = known or {}
        self.store = store
        self.without_store = without_store
        self.beside = beside

    def results(self, paths: Iterable[str]) -> Iterator[ArticleResult]:
        """Findings and failures of these articles, without facts."""
        wanted = list(paths)
        unchanged = [self.known[path] for path in wanted if path not in self.new]
        stored = self._stored(lambda store: list(store.findings(unchanged))) if unchanged else None
        yield from (self.new[path] for path in wanted if path in self.new)
        yield from stored or ()

    def failures(self) -> list[Failure]:
        """What kept articles from being examined; such are never kept."""
        return [failure for result in self.new.values() for failure in result.failures]

    def facts(self, collector: int) -> PackedFacts:
        """What the run's collector of this number gathered from all articles and outlines."""
        packs = self._stored(lambda store: self._stored_packs(store, collector))
        if packs is None:
            packs = PacksInMemory([self.new[path].pack(collector) for path in self._paths()])
        return PackedFacts(self.collection, packs, self.beside)

    def judgement(self, rules: Sequence[ActiveRule]) -> Judgement:
        """What the rules find in the whole collection; what a collector's rules last found where no fact changed."""
        return joined([self._judged(number, its) for number, (_, its) in enumerate(by_collector(rules))])

    def panels(self, rules: Iterable[ActiveRule]) -> "Iterator[Panel]":
        """The pictures that the rules make; `rules` are all that judge and, behind them, those that draw."""
        for number, (_, its) in enumerate(by_collector(rules)):
            if drawn := drawing(its):
                facts = self.facts(number)
                for active in drawn:
                    yield from active.rule.panels(facts)

    def _judged(self, number: int, rules: Sequence[ActiveRule]) -> Judgement:
        """What the rules of the collector with this number find."""
        is_kept = self.store is not None and not self.failures()
        digest = self._digest(number) if is_kept else b""
        known = self._stored(lambda store: store.judgement(number, digest)) if is_kept else None
        if known is not None:
            return known
        judgement = self._stored(lambda _: judge(self.facts(number), rules))
        if judgement is None:
            judgement = judge(self.facts(number), rules)
        if is_kept and not judgement.failures:
            self._stored(lambda store: store.save_judgement(number, digest, judgement))
        return judgement

    def _stored_packs(self, store: "Store", collector: int) -> "Packs":
        from artlint.store.packs import StoredPacks  # runs with a store alone

        packs = [self.known[path] if path in self.known else self.new[path].pack(collector) for path in self._paths()]
        return StoredPacks(store, collector, packs)

    def _stored(self, ask: "Callable[[Store], Value]") -> "Value | None":
        """What the store answers; where it cannot, all is examined anew and there is no answer."""
        if self.store is None:
            return None
        try:
            return ask(self.store)
        except StoreError as error:
            if self.without_store is None:
                raise
            fresh = self.without_store(error)
            self.new, self.known, self.store = fresh.new, {}, None
            return None

    def _digest(self, collector: int) -> bytes:
        """A digest of all paths and of what the collector gathered from each article."""
        start, end = collector * PACK_DIGEST_BYTES, (collector + 1) * PACK_DIGEST_BYTES
        whole = blake2b(self._digest_of_paths, digest_size=16)
        whole.update(b"".join([digests[start:end] for digests in self._pack_digests]))
        return whole.digest()

    @cached_property
    def _digest_of_paths(self) -> bytes:
        paths = "\n".join("\0".join(part) for part in (self.collection, *self.beside))
        return blake2b(paths.encode("utf-8", "surrogateescape"), digest_size=16).digest()

    @cached_property
    def _pack_digests(self) -> Sequence[bytes]:
        """The digests of each article's packs, one after the other."""
        known = self.known
        return [
            known[path].packs if path in known else b"".join(map(pack_digest, self.new[path].packs))
            for path in self._paths()
        ]

    def _paths(self) -> Sequence[str]:
        return (*self.collection, *self.beside.outlines)


class Work(NamedTuple):
    """What is to be examined, and how.

    `given` holds contents that stand in for files. `folder` is the store's, None for none; `specification`
    tells results of one way of examining from those of another, and is asked for only where a store is used.
    """

    spec: RunSpec
    collection: Sequence[str]
    given: Mapping[str, bytes]
    jobs: int
    folder: Path | None
    specification: Callable[[], bytes]
    collectors: int
    beside: Beside = NOTHING_BESIDE

    @property
    def paths(self) -> Sequence[str]:
        """The files to examine: the articles, then the outlines."""
        return (*self.collection, *self.beside.outlines)


def examination(work: Work, advance: Callable[[int], None], warn: Callable[[str], None]) -> Examination:
    """The collection examined; whatever is wrong with the store costs a warning and time."""
    if work.folder is None or len(work.collection) < _ARTICLES_THAT_PAY:
        return _without_store(work, advance)
    from artlint.store.cleaning import discard_file  # SQLite takes 5 ms to load, which small collections need not pay
    from artlint.store.opening import open_store

    folder = work.folder

    def without_store(error: StoreError) -> Examination:
        warn(f"results are not kept: {folder}: {error}")
        if error.is_damaged:
            discard_file(folder)
        return _without_store(work, advance)

    try:
        store = open_store(work.folder, work.specification(), work.collectors)
        examined = _with_store(work, store, advance)
        examined.without_store = without_store
    except OSError as error:
        warn(f"results are not kept: {work.folder}: {error.strerror or error}")
    except StoreError as error:
        return without_store(error)
    else:
        return examined
    return _without_store(work, advance)


def _without_store(work: Work, advance: Callable[[int], None]) -> Examination:
    tasks = [Task(path, work.given.get(path)) for path in work.paths]
    new = {}
    for each in examine_all(work.spec, tasks, work.jobs, advance):
        if each.result is not None:
            new[each.path] = each.result
    return Examination(work.collection, new, beside=work.beside)


def _with_store(work: Work, store: "Store", advance: Callable[[int], None]) -> Examination:
    """The collection examined; results are kept while others are still to come, and their facts leave memory."""
    known = store.known()
    gone: Sequence[int] = _gone(work.paths, known)
    new: dict[str, ArticleResult] = {}
    results = examine_all(work.spec, list(_changed(work, known)), work.jobs, advance)
    while some := list(islice(results, _KEPT_AT_ONCE)):
        kept = _kept(store, [each for each in some if each.path not in work.given], known, gone)
        gone = ()
        for each in some:
            if each.result is not None:
                is_kept = each.path in kept
                known.pop(each.path, None)
                new[each.path] = each.result._replace(packs=()) if is_kept else each.result
        known.update(kept)
    return Examination(work.collection, new, known, store, beside=work.beside)


def _kept(
    store: "Store", some: Iterable[Examined], known: "Mapping[str, Known]", gone: Sequence[int]
) -> "dict[str, Known]":
    """What the store has of those that are new from now on; an article that failed is not kept."""
    from artlint.store.database import Entry  # loaded already, see examination

    entries, touched = [], []
    for each in some:
        if each.result is None:
            touched.append((known[each.path].id, each.signature))
        elif not each.result.failures:
            entries.append(Entry(each.signature, each.content, each.result))
    rows = store.save(entries, touched, gone if entries else ())
    return {entry.result.path: row for entry, row in zip(entries, rows, strict=True)}


def _changed(work: Work, known: "Mapping[str, Known]") -> Iterator[Task]:
    """A task for each article that the file system does not vouch for."""
    root = str(work.spec.config.root)
    for path in work.paths:
        before = known.get(path)
        if before is None or path in work.given:
            yield Task(path, work.given.get(path))
            continue
        try:
            unchanged = is_of(before.signature, os.stat(f"{root}/{path}"))  # noqa: PTH116  2 us an article
        except OSError:
            unchanged = False
        if not unchanged:
            yield Task(path, None, before.content)


def _gone(collection: Sequence[str], known: "Mapping[str, Known]") -> list[int]:
    """Articles that are no longer in the collection, once they outnumber it; runs on parts keep the rest."""
    present = set(collection)
    gone = [each.id for path, each in known.items() if path not in present]
    return gone if len(gone) > len(collection) else []
