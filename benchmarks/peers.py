"""artlint and its peers on the same articles, in turn, and how their figures compare.

    python benchmarks/peers.py FOLDER [--articles 1000,10000,100000] [--works cold,warm] [--real]

The peers are installed into FOLDER from PyPI and npm in pinned versions, the articles are made or fetched
there, and each command runs `--times` times in turn with the others; the best figure counts. The default, 1,000
articles, takes about three minutes once all is there.
"""

import argparse
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from against import articles
from against.goals import Result, verdicts
from against.installing import install, machine, versions
from against.measuring import best_of, measured
from against.tables import goal_table, work_table
from against.works import ARTLINT, OF_ANY_SIZE, WORKS, Setting, Work

_MOST_COMPARED = 10_000


def main(arguments: list[str]) -> None:
    """Install, build, measure, and print tables as they come."""
    asked = parsed(arguments)
    if not asked.no_install:
        install(asked.folder, with_datatrove="duplicates" in asked.works)
    print(f"{machine()}\n")
    print("\n".join(f"- {line}" for line in versions(asked.folder)), end="\n\n", flush=True)
    results = []
    for result, lines in _results(asked):
        results.append(result)
        print("\n".join(lines), flush=True)
    print("\n".join(goal_table(verdicts(results))))


def parsed(arguments: list[str]) -> argparse.Namespace:
    """The command line's values."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=lambda text: Path(text).resolve(), help="where peers and articles are kept")
    parser.add_argument("--articles", type=_numbers, default=[1000], metavar="N,N", help="how many; default 1000")
    parser.add_argument("--works", type=_works, default=list(WORKS), metavar="WORK,WORK", help=", ".join(WORKS))
    parser.add_argument("--times", type=int, default=3, metavar="N", help="runs of each command; default 3")
    parser.add_argument("--real", action="store_true", help="articles of Debian packages rather than generated ones")
    parser.add_argument("--all-peers", action="store_true", help="slow peers on large collections too")
    parser.add_argument("--no-install", action="store_true", help="use the peers that are there")
    return parser.parse_args(arguments)


def _numbers(text: str) -> list[int]:
    return sorted(int(each.replace("k", "000")) for each in text.split(","))


def _works(text: str) -> list[str]:
    names = text.split(",")
    unknown = ", ".join(name for name in names if name not in WORKS)
    if unknown:
        raise argparse.ArgumentTypeError(f"unknown: {unknown}; known: {', '.join(WORKS)}")
    return names


def _results(asked: argparse.Namespace) -> Iterator[tuple[Result, list[str]]]:
    make = articles.real if asked.real else articles.generated
    for position, number in enumerate(asked.articles):
        setting = Setting(asked.folder, number, make(asked.folder / "articles", number), asked.all_peers)
        print(f"{'real' if asked.real else 'generated'} articles, {number:,}: reports are {_sameness(setting)}\n")
        for name in asked.works:
            work = WORKS[name](setting) if position == 0 or name not in OF_ANY_SIZE else None
            if work:
                yield _measured(work, setting, asked.times)


def _measured(work: Work, setting: Setting, times: int) -> tuple[Result, list[str]]:
    for run in work.runs if work.warms_up else ():
        run.prepare()
        measured(run.command, run.folder)
    figures = best_of(_times(work, times), work.runs)
    size = articles.bytes_of(setting.collection) / 1e6
    heading = f"{work.name} ({work.number:,} article{'s' * (work.number > 1)})"
    return Result(work.name, work.number, size, figures), list(work_table(heading, figures, work.base))


def _times(work: Work, times: int) -> int:
    """How often each command runs: short ones are told apart from noise by more, and the longest are known by one."""
    if work.number > _MOST_COMPARED:
        return 1
    return times * 5 if work.number == 1 else times


def _sameness(setting: Setting) -> str:
    """Whether reports are the same byte for byte, cold and warm, in one process and in two."""
    if setting.number > _MOST_COMPARED:
        return "not compared"
    shutil.rmtree(setting.collection / ".artlint_cache", ignore_errors=True)
    variants = (["--no-cache", "-j1"], ["--no-cache", "-j2"], ["-j2"], ["-j1"])
    reports = {
        subprocess.run([ARTLINT, *each, "-f", "json"], cwd=setting.collection, capture_output=True, check=False).stdout
        for each in variants
    }
    return "the same cold, warm, serial and parallel" if len(reports) == 1 else "NOT the same"


if __name__ == "__main__":
    main(sys.argv[1:])
