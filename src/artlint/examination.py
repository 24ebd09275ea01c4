"""All articles of a collection examined, those that an earlier run left unchanged taken from the store."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from artlint.digests import blake2b
from artlint.examine import ActiveRule, ArticleResult, Judgement, judge
from artlint.executors import Examined, RunSpec, Task, examine_all
from artlint.facts import NOTHING_BESIDE, Beside, FactPack
from artlint.report import Failure
from artlint.store.signatures import signature_of

if TYPE_CHECKING:
    from artlint.store.database import Known, Store, StoreError

Value = TypeVar("Value")

# Below this many articles examining them costs less than opening a store.
_ARTICLES_THAT_PAY = 50


class Examination:
    """The results of a collection's articles, by need: findings of some, facts of all, or neither.

    What lies `beside` them has results too where it lists articles.
    """

    def __init__(
        self,
        collection: Sequence[str],
        new: Mapping[str, ArticleResult],
        unchanged: "Mapping[str, Known] | None" = None,
        contents: Mapping[str, bytes] | None = None,
        store: "Store | None" = None,
        without_store: "Callable[[StoreError], Examination] | None" = None,
        beside: Beside = NOTHING_BESIDE,
    ) -> None:
        """`new` are the results of this run, `unchanged` what the `store` has; `contents` are their digests."""
        self.collection = collection
        self.new = new
        self.unchanged = unchanged or {}
        self.contents = contents or {}
        self.store = store
        self.without_store = without_store
        self.beside = beside

    def results(self, paths: Iterable[str]) -> Iterator[ArticleResult]:
        """Findings and failures of these articles; without facts where they come from the store."""
        wanted = list(paths)
        unchanged = [self.unchanged[path] for path in wanted if path in self.unchanged and path not in self.new]
        stored = self._stored(lambda store: list(store.findings(unchanged))) if unchanged else None
        yield from (self.new[path] for path in wanted if path in self.new)
        yield from stored or ()

    def failures(self) -> list[Failure]:
        """What kept articles from being examined; such are never kept."""
        return [failure for result in self.new.values() for failure in result.failures]

    def packs(self) -> list[tuple[FactPack, ...]]:
        """The facts of all articles, in the collection's order, then those of the outlines."""
        stored = self._stored(lambda store: store.packs() if self.unchanged else {}) or {}
        return [self.new[path].packs if path in self.new else stored[path] for path in self._paths()]

    def judgement(self, rules: Sequence[ActiveRule]) -> Judgement:
        """What the rules find in the whole collection; the last judgement again where no fact changed."""
        is_kept = self.store is not None and not self.failures()
        known = self._stored(lambda store: store.judgement(self._digest())) if is_kept else None
        if known is not None:
            return known
        judgement = judge(self.collection, self.packs(), rules, self.beside)
        if is_kept and not judgement.failures:
            self._stored(lambda store: store.save_judgement(self._digest(), judgement))
        return judgement

    def _stored(self, ask: "Callable[[Store], Value]") -> "Value | None":
        """What the store answers; where it cannot, all is examined anew and there is no answer."""
        if self.store is None:
            return None
        from artlint.store.database import StoreError  # loaded already: there is a store

        try:
            return ask(self.store)
        except StoreError as error:
            if self.without_store is None:
                raise
            fresh = self.without_store(error)
            self.new, self.unchanged, self.store = fresh.new, {}, None
            return None

    def _digest(self) -> bytes:
        """A digest of all paths and contents, and of the paths of the files beside them."""
        whole = blake2b(digest_size=16)
        for path in self._paths():
            whole.update(path.encode("utf-8", "surrogateescape") + b"\0" + self.contents[path])
        whole.update("\0".join(self.beside.files).encode("utf-8", "surrogateescape"))
        return whole.digest()

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
    from artlint.store.database import StoreError, open_store

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
    known = store.known()
    tasks = list(_changed(work, known))
    examined = {each.path: each for each in examine_all(work.spec, tasks, work.jobs, advance)}
    contents = {path: examined[path].content if path in examined else known[path].content for path in work.paths}
    new = {path: each.result for path, each in examined.items() if each.result is not None}
    _save(store, work, known, examined)
    unchanged = {path: known[path] for path in work.paths if path not in new}
    return Examination(work.collection, new, unchanged, contents, store, beside=work.beside)


def _changed(work: Work, known: "Mapping[str, Known]") -> Iterator[Task]:
    """A task for each article that the file system does not vouch for."""
    root = str(work.spec.config.root)
    for path in work.paths:
        before = known.get(path)
        if before is None or path in work.given:
            yield Task(path, work.given.get(path))
            continue
        try:
            unchanged = signature_of(os.stat(f"{root}/{path}")) == before.signature  # noqa: PTH116  2 us an article
        except OSError:
            unchanged = False
        if not unchanged:
            yield Task(path, None, before.content)


def _save(store: "Store", work: Work, known: "Mapping[str, Known]", examined: Mapping[str, Examined]) -> None:
    """Keep what is new; an article that came from standard input or failed is not kept."""
    from artlint.store.database import Entry  # loaded already, see examination

    kept = [each for each in examined.values() if each.path not in work.given]
    entries = [
        Entry(each.signature, each.content, each.result)
        for each in kept
        if each.result is not None and not each.result.failures
    ]
    touched = [(known[each.path].id, each.signature) for each in kept if each.result is None]
    store.save(entries, touched, _gone(work.paths, known) if entries else ())


def _gone(collection: Sequence[str], known: "Mapping[str, Known]") -> list[int]:
    """Articles that are no longer in the collection, once they outnumber it; runs on parts keep the rest."""
    present = set(collection)
    gone = [each.id for path, each in known.items() if path not in present]
    return gone if len(gone) > len(collection) else []
