"""Where the time of examining articles goes: megabytes a second of reading, of each rule and of each collector.

    python benchmarks/stages.py FOLDER [MEGABYTES]

Articles of the folder, 8 MB of them if it has more, are read and examined in this process; of three rounds the least
CPU time of each stage counts. What several rules derive from an article together is a stage of its own. Above the
table stand reading alone and reading with the rules of boilerplate alone, both measured without stages.
"""

import gc
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import thread_time

from artlint.article import Article
from artlint.config import load_config
from artlint.examine import read_article
from artlint.executors import RunSpec
from artlint.executors.examiner import Examiner, Task
from artlint.facts import pack
from artlint.plugin_loading import PluginChoice, load_plugins
from artlint.suppressions import suppressions_of

MEGABYTES = 8.0
ROUNDS = 3
LEAST_SHARE = 0.005


class Stages:
    """Adds up the time of each stage; that of a stage inside of another counts for the inner one alone."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)
        self.inner = [0.0]

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        start = thread_time()
        self.inner.append(0.0)
        yield
        took = thread_time() - start
        self.seconds[name] += took - self.inner.pop()
        self.inner[-1] += took


def examiner_of(root: Path, select: tuple[str, ...] = ()) -> Examiner:
    """What examines articles below `root` by the default configuration, or by the selected rules alone."""
    plugins = load_plugins(PluginChoice())
    readers = {reader.name: reader for reader in plugins.readers.values()}
    config = load_config(
        root=root, file=None, inline=(), select=select, ignore=(), rules=plugins.rules, readers=readers
    )
    return Examiner(RunSpec(PluginChoice(), config))


def sample(root: Path, suffixes: Mapping[str, object], megabytes: float) -> list[tuple[str, bytes]]:
    """Paths and contents of articles, taken evenly so that there are about so many megabytes."""
    paths = sorted(path for path in root.rglob("*") if path.suffix.lower() in suffixes and path.is_file())
    every = max(1, round(sum(path.stat().st_size for path in paths) / 1e6 / megabytes))
    return [(path.relative_to(root).as_posix(), path.read_bytes()) for path in paths[::every]]


@contextmanager
def derivations(stages: Stages) -> Iterator[None]:
    """While it lasts, what articles derive is a stage of its own."""
    plain = Article.derived

    def derived(article: Article, function: Callable[[Article], object]) -> object:
        if function in article._derived:
            return plain(article, function)
        with stages.stage(f"derived {getattr(function, '__name__', type(function).__name__)}"):
            return plain(article, function)

    Article.derived = derived
    try:
        yield
    finally:
        Article.derived = plain


def seconds_by_stage(examiner: Examiner, articles: Sequence[tuple[str, bytes]]) -> Mapping[str, float]:
    stages = Stages()
    with derivations(stages):
        for path, content in articles:
            _examine(examiner, stages, path, content)
    return stages.seconds


def _examine(examiner: Examiner, stages: Stages, path: str, content: bytes) -> None:
    with stages.stage("read"):
        article = read_article(path, content, examiner.readers[Path(path).suffix.lower()])
    for active in examiner.rulesets.for_path(path):
        with stages.stage(f"check {active.rule.id}"):
            list(active.rule.check_article(article))
    for collector in examiner.collectors:
        with stages.stage(f"collect {type(collector).__name__}"):
            pack(collector.collect(article))
    with stages.stage("suppressions"):
        suppressions_of(article)


def least_seconds(examine: Callable[[str, bytes], object], articles: Sequence[tuple[str, bytes]]) -> float:
    """The CPU seconds of the quickest round over the articles."""
    return min(_seconds(examine, articles) for _ in range(ROUNDS))


def _seconds(examine: Callable[[str, bytes], object], articles: Sequence[tuple[str, bytes]]) -> float:
    start = thread_time()
    for path, content in articles:
        examine(path, content)
    return thread_time() - start


def print_alone(root: Path, examiner: Examiner, articles: Sequence[tuple[str, bytes]], megabytes: float) -> None:
    """Prints what reading takes, what reading and boilerplate take, and the difference, in megabytes a second."""
    boilerplate = examiner_of(root, ("boilerplate",))
    suffixes = {path: Path(path).suffix.lower() for path, _ in articles}
    reading = least_seconds(lambda path, its: read_article(path, its, examiner.readers[suffixes[path]]), articles)
    both = least_seconds(lambda path, its: boilerplate(Task(path, its)), articles)
    rates = (megabytes / seconds for seconds in (reading, both, both - reading))
    print("reading alone {:.1f} MB/s, with boilerplate {:.1f}, boilerplate by itself {:.1f}\n".format(*rates))


def main() -> None:
    root = Path(sys.argv[1])
    examiner = examiner_of(root.resolve())
    articles = sample(root, examiner.readers, float(sys.argv[2]) if len(sys.argv) > 2 else MEGABYTES)
    gc.disable()  # runs look for garbage seldom
    rounds = [seconds_by_stage(examiner, articles) for _ in range(ROUNDS)]
    least = {name: min(each[name] for each in rounds) for name in rounds[0]}
    whole, megabytes = sum(least.values()), sum(len(content) for _, content in articles) / 1e6
    print(f"{len(articles):,} articles, {megabytes:.1f} MB, {megabytes / whole:.1f} MB/s")
    print_alone(root.resolve(), examiner, articles, megabytes)
    print("| stage | share | MB/s |\n| --- | ---: | ---: |")
    for name, seconds in sorted(least.items(), key=lambda item: -item[1]):
        if seconds >= LEAST_SHARE * whole:
            print(f"| {name} | {100 * seconds / whole:.1f} % | {megabytes / seconds:.0f} |")


if __name__ == "__main__":
    main()
