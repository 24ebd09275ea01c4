"""What the hook costs a commit of one changed article, beside a hook that does nothing, both run by pre-commit.

    python benchmarks/hook_cost.py FOLDER [--articles 10000] [--times 5]

A git repository of generated articles is made in FOLDER, with two hooks from this checkout: artlint's, and a Python
program that ends at once. Both are installed and run once; then an article is changed and staged before each time.
"""

import argparse
import shutil
import subprocess
import sys
from pathlib import Path

from against.measuring import Run, best_of
from make_articles import write

PROJECT = Path(__file__).parents[1]
_CONFIG = """repos:
  - repo: {project}
    rev: {revision}
    hooks: [{{id: artlint}}]
  - repo: local
    hooks:
      - {{id: nothing, name: nothing, language: python, entry: python -c pass, pass_filenames: false, always_run: true}}
"""
_GOAL_TIMES, _GOAL_SECONDS = 1.5, 0.5


def main(arguments: list[str]) -> None:
    """Make, warm, measure, print."""
    asked = _parsed(arguments)
    repository = _repository(asked.folder, asked.articles)
    runs = [_run("nothing", repository), _run("artlint", repository)]
    best_of(1, runs)
    nothing, artlint = (best_of(asked.times, runs)[run.name] for run in runs)
    goal = _GOAL_TIMES * nothing.wall + _GOAL_SECONDS
    print(f"one changed article of {asked.articles:,}, warm, best of {asked.times}, with pre-commit's own time:")
    print(f"a hook that does nothing: {nothing.wall:.2f} s on the clock, {nothing.cpu:.2f} s of CPU")
    print(f"artlint: {artlint.wall:.2f} s on the clock, {artlint.cpu:.2f} s of CPU")
    verdict = "met" if artlint.wall <= goal else "not met"
    print(f"goal of {_GOAL_TIMES} times the first and {_GOAL_SECONDS} s: {goal:.2f} s, {verdict}")


def _parsed(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=lambda text: Path(text).resolve(), help="where the repository is made")
    parser.add_argument("--articles", type=int, default=10_000, metavar="N", help="how many; default 10,000")
    parser.add_argument("--times", type=int, default=5, metavar="N", help="runs of each hook; default 5")
    return parser.parse_args(arguments)


def _repository(folder: Path, articles: int) -> Path:
    """A repository with so many committed articles and both hooks."""
    repository = folder / f"repository-{articles}"
    shutil.rmtree(repository, ignore_errors=True)
    write(repository / "articles", articles)
    revision = _git(PROJECT, "rev-parse", "HEAD")
    config = repository / ".pre-commit-config.yaml"
    config.write_text(_CONFIG.format(project=PROJECT, revision=revision))
    _git(repository, "init", "-q")
    _git(repository, "add", "-A")
    _git(repository, "-c", "user.name=a", "-c", "user.email=a@b.example", "commit", "-qm", "articles")
    return repository


def _git(folder: Path, *arguments: str) -> str:
    return subprocess.run(["git", "-C", folder, *arguments], check=True, capture_output=True, text=True).stdout.strip()


def _run(hook: str, repository: Path) -> Run:
    """The hook run by pre-commit after another article was changed and staged."""
    articles = iter(sorted(repository.rglob("*.md")))

    def change() -> None:
        article = next(articles)
        article.write_text(article.read_text("utf-8") + f"\nOne more line for {hook}.\n", "utf-8")
        _git(repository, "add", str(article))

    return Run(hook, [sys.executable, "-m", "pre_commit", "run", hook], repository, change)


if __name__ == "__main__":
    main(sys.argv[1:])
