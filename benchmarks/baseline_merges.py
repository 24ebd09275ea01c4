"""How often git cannot merge two branches that change a baseline, by the form of the file.

    python benchmarks/baseline_merges.py

Each branch mends the findings of some articles and accepts one each in as many new, dated articles. Where git can
merge, the result is what both branches want, or the benchmark ends with an error.
"""

import random
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from artlint.baseline import Baseline, read_baseline, write_baseline
from artlint.facts import digest
from artlint.report import Accepted

TRIALS = 300


def entry(path: str, number: int = 0) -> Accepted:
    return Accepted(f"{digest(path) >> 32:08x}-{digest(f'{path} {number}'):016x}", "a/b", path)


def changed(base: Sequence[Accepted], new: Sequence[str]) -> list[Accepted]:
    """The base without the entries of as many articles as there are new ones, and with one for each of these."""
    paths = sorted({each.path for each in base})
    gone = random.sample(paths, min(len(new), len(paths)))
    return [*(each for each in base if each.path not in gone), *map(entry, new)]


def by_path(file: Path, entries: Sequence[Accepted]) -> None:
    file.write_text("".join(f"{each}\n" for each in sorted(entries, key=lambda each: (each.path, each.fingerprint))))


def by_fingerprint(file: Path, entries: Sequence[Accepted]) -> None:
    file.write_text("".join(f"{each}\n" for each in sorted(entries)))


def as_written(file: Path, entries: Sequence[Accepted]) -> None:
    write_baseline(Baseline(file, entries))


def conflicts(folder: Path, articles: int, changes: int, write: Callable[[Path, Sequence[Accepted]], None]) -> bool:
    """Whether git finds a conflict; raises AssertionError where it finds none and the merged file is wrong."""
    blog = random.randrange(1 << 32)  # noqa: S311  other names in each trial, no secrets
    paths = [f"{blog}/2026-{number:05}.md" for number in range(articles + 2 * changes)]
    base = [entry(path, number) for path in paths[:articles] for number in range(1 + (digest(path) % 3 == 0))]
    ours, theirs = changed(base, paths[articles:-changes]), changed(base, paths[-changes:])
    for name, entries in {"base": base, "ours": ours, "theirs": theirs}.items():
        write(folder / name, entries)
    failed = subprocess.run(["git", "merge-file", "-q", "ours", "base", "theirs"], cwd=folder, check=False).returncode
    if not failed and write is as_written:
        wanted = (set(base) & set(ours) & set(theirs)) | (set(ours) - set(base)) | (set(theirs) - set(base))
        assert set(read_baseline(folder / "ours").entries) == wanted
    return failed != 0


def main() -> None:
    random.seed(1)
    forms = {"by path": by_path, "by fingerprint": by_fingerprint, "as written": as_written}
    print(f"{'articles':>8} {'changed':>8}  " + "  ".join(f"{name:>14}" for name in forms))
    for articles in (0, 1, 10, 100, 1000):
        for changes in (1, 3, 10):
            counts = []
            for write in forms.values():
                with tempfile.TemporaryDirectory() as folder:
                    counts.append(sum(conflicts(Path(folder), articles, changes, write) for _ in range(TRIALS)))
            shares = "  ".join(f"{count / TRIALS:>14.1%}" for count in counts)
            print(f"{articles:>8} {changes:>8}  {shares}")


if __name__ == "__main__":
    main()
