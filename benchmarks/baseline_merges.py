"""How often git cannot merge two branches that change a baseline, by the order of its lines.

    python benchmarks/baseline_merges.py

Each branch mends the findings of one article and accepts one in a new, dated article.
"""

import random
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from artlint.facts import digest

TRIALS = 150
Entry = tuple[str, str]
"""A fingerprint and the path of its article."""


def entry(path: str, number: int = 0) -> Entry:
    return f"{digest(path) >> 32:08x}-{digest(f'{path} {number}'):016x}", path


def changed(base: Sequence[Entry], new: str) -> list[Entry]:
    gone = random.choice(base)[1]  # noqa: S311  trials, no secrets
    return [each for each in base if each[1] != gone] + [entry(new)]


def conflicts(folder: Path, articles: int, order: Callable[[Entry], object]) -> bool:
    paths = [f"2026-{number:05}.md" for number in range(articles + 2)]
    base = [entry(path, number) for path in paths[:-2] for number in range(1 + (digest(path) % 3 == 0))]
    sides = {"base": base, "ours": changed(base, paths[-2]), "theirs": changed(base, paths[-1])}
    for name, entries in sides.items():
        (folder / name).write_text("".join(f"{each}\n" for each in sorted(entries, key=order)))
    command = ["git", "merge-file", "-p", "ours", "base", "theirs"]
    return subprocess.run(command, cwd=folder, capture_output=True, check=False).returncode != 0


def main() -> None:
    random.seed(1)
    orders: dict[str, Callable[[Entry], object]] = {"path": lambda each: each[::-1], "fingerprint": lambda each: each}
    for articles in (10, 50, 500):
        for name, order in orders.items():
            with tempfile.TemporaryDirectory() as folder:
                count = sum(conflicts(Path(folder), articles, order) for _ in range(TRIALS))
            print(f"{articles:>4} articles, by {name:<11}: {count / TRIALS:>4.0%} conflicts")


if __name__ == "__main__":
    main()
