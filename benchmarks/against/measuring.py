"""Commands measured: seconds on the clock, CPU seconds of all their processes, memory of all at once."""

import ctypes
import os
import resource
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

_PAGE = os.sysconf("SC_PAGE_SIZE")
_SUBREAPER = 36  # PR_SET_CHILD_SUBREAPER of linux/prctl.h
_SAMPLE_SECONDS = 0.05
_LONG_SECONDS = 10.0


class Measurement(NamedTuple):
    """One run; seconds, megabytes, and the exit code.

    `memory` is the most that all processes held together, shared pages counted in each, or the most that one
    of them ever held where that is more.
    """

    wall: float
    cpu: float
    memory: float
    code: int


class Run(NamedTuple):
    """A command to measure in a folder, and what makes its surroundings the same before each time."""

    name: str
    command: Sequence[str]
    folder: Path
    prepare: Callable[[], object] = lambda: None


def best_of(times: int, runs: Sequence[Run]) -> dict[str, Measurement]:
    """The best of `times` measurements of each run by its name, taken in turn; of one for what takes long."""
    taken: dict[str, list[Measurement]] = {run.name: [] for run in runs}
    for _ in range(times):
        for run in runs:
            if any(each.wall > _LONG_SECONDS for each in taken[run.name]):
                continue
            run.prepare()
            taken[run.name].append(measured(run.command, run.folder))
    return {name: _best(each) for name, each in taken.items() if each}


def measured(command: Sequence[str], folder: Path) -> Measurement:
    """What the command takes in this folder; its output is thrown away."""
    _adopt_orphans(True)
    start = time.perf_counter()
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=_environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    watch = _Watch(process.pid)
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    cpu, largest = used.ru_utime + used.ru_stime, used.ru_maxrss
    for orphan in _orphans(process.pid):
        cpu += orphan.ru_utime + orphan.ru_stime
        largest = max(largest, orphan.ru_maxrss)
    _adopt_orphans(False)
    return Measurement(wall, cpu, max(watch.peak(), largest * 1024) / 1e6, process.returncode)


def _best(each: Iterable[Measurement]) -> Measurement:
    walls, cpus, memories, codes = zip(*each, strict=True)
    return Measurement(min(walls), min(cpus), max(memories), max(codes))


def _environment() -> dict[str, str]:
    """The environment in which Python keeps its bytecode, as it does for users."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def _adopt_orphans(adopts: bool) -> None:
    """Have grandchildren that outlive their parents counted too, such as the server that forks workers."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_SUBREAPER, int(adopts), 0, 0, 0)


def _orphans(group: int) -> Iterator[resource.struct_rusage]:
    """What each process that the group's first one left behind has used, once it has ended."""
    with suppress(ChildProcessError):
        while True:
            yield os.wait4(-group, 0)[2]


class _Watch:
    """Looks at the memory of a session's processes now and then."""

    def __init__(self, session: int) -> None:
        self._session = session
        self._peak = 0
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def peak(self) -> int:
        """The most bytes seen; ends the watch."""
        self._ended.set()
        self._thread.join()
        return self._peak

    def _look(self) -> None:
        while not self._ended.wait(_SAMPLE_SECONDS):
            self._peak = max(self._peak, _memory_of(self._session))


def _memory_of(session: int) -> int:
    """The bytes in memory of all processes of a session; 0 where the system has no /proc."""
    whole = 0
    for process in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            # proc(5): after the name in brackets come state, parent, group, session; memory is the 22nd of these.
            fields = process.read_text().rpartition(")")[2].split()
            whole += int(fields[21]) * _PAGE if int(fields[3]) == session else 0
    return whole
