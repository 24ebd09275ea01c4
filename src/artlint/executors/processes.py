"""The map in this process, or in several where the work pays for starting them."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from artlint.errors import ArtlintError
from artlint.examine import ArticleResult
from artlint.executors.examiner import Examined, Examiner, RunSpec, Task
from artlint.report import Failure
from artlint.store.signatures import NO_SIGNATURE

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

# One process examines 5 to 7 MB a second (benchmarks/README.md) and a pool of two takes 0.2 s to start: below
# 0.75 s of work it would cost more than it saves.
_BYTES_THAT_PAY = 5_000_000
_CHUNK_BYTES = 1_000_000

_examiner: Examiner | None = None  # each worker process has its own


def examine_all(spec: RunSpec, tasks: Sequence[Task], jobs: int, advance: Callable[[int], None]) -> Iterator[Examined]:
    """The result of each task, in the tasks' order; `jobs` 0 chooses by the work and the machine.

    `advance` is told how many tasks were finished since it was last told.
    """
    sizes = [_size(spec, task) for task in tasks] if jobs != 1 else []
    workers = jobs or (os.cpu_count() or 1 if sum(sizes) >= _BYTES_THAT_PAY else 1)
    if workers == 1 or len(tasks) < 2:
        examine_one = Examiner(spec)
        for task in tasks:
            yield examine_one(task)
            advance(1)
        return
    for results in _in_processes(spec, _chunks(tasks, sizes), workers):
        yield from results
        advance(len(results))


def _in_processes(spec: RunSpec, chunks: Sequence[Sequence[Task]], workers: int) -> Iterator[list[Examined]]:
    """The chunks' results in order; a chunk whose worker died is done again, task by task."""
    from concurrent.futures import ProcessPoolExecutor  # 35 ms that small runs need not pay
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    context = get_context("forkserver" if sys.platform == "linux" else "spawn")

    def pool(size: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(size, context, initializer=_start_worker, initargs=(spec,))

    done = 0
    while done < len(chunks):
        executor = pool(min(workers, len(chunks) - done))
        try:
            for results in executor.map(_examine_chunk, chunks[done:]):
                yield results
                done += 1
        except BrokenProcessPool:
            if not _can_start(pool):
                raise ArtlintError("worker processes cannot be started; -j 1 does without them") from None
            yield [_alone(pool, task) for task in chunks[done]]
            done += 1
        finally:
            executor.shutdown(wait=False, cancel_futures=True)


def _alone(pool: Callable[[int], "ProcessPoolExecutor"], task: Task) -> Examined:
    """The task in a process of its own, so that only its own article can bring it down."""
    from concurrent.futures.process import BrokenProcessPool

    try:
        with pool(1) as executor:
            return executor.submit(_examine_chunk, [task]).result()[0]
    except BrokenProcessPool:
        failure = Failure(task.path, "the process that examined it died")
        return Examined(task.path, NO_SIGNATURE, b"", ArticleResult(task.path, failures=(failure,)))


def _can_start(pool: Callable[[int], "ProcessPoolExecutor"]) -> bool:
    """Whether a worker gets as far as its first task."""
    from concurrent.futures.process import BrokenProcessPool

    try:
        with pool(1) as executor:
            return executor.submit(_examine_chunk, []).result() == []
    except BrokenProcessPool:
        return False


def _start_worker(spec: RunSpec) -> None:
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the main process's to handle
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    global _examiner  # the pool offers no other place for a worker's own state
    _examiner = Examiner(spec)


def _examine_chunk(tasks: Sequence[Task]) -> list[Examined]:
    if _examiner is None:
        raise RuntimeError("a worker was given work before it was started")
    return [_examiner(task) for task in tasks]


def _chunks(tasks: Sequence[Task], sizes: Sequence[int]) -> list[list[Task]]:
    """The tasks in order, in pieces of about a megabyte."""
    chunks: list[list[Task]] = [[]]
    filled = 0
    for task, size in zip(tasks, sizes, strict=True):
        if chunks[-1] and filled + size > _CHUNK_BYTES:
            chunks.append([])
            filled = 0
        chunks[-1].append(task)
        filled += size
    return chunks


def _size(spec: RunSpec, task: Task) -> int:
    if task.content is not None:
        return len(task.content)
    try:
        return Path(spec.config.root, task.path).stat().st_size
    except OSError:
        return 0
