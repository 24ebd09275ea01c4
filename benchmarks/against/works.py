"""What is measured: each work with the commands that do it."""

import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from against import articles
from against.measuring import Run
from against.programs import Peer, duplicate_finders, html_checkers, linters, warm_rumdl

ARTLINT = Path(sys.executable).with_name("artlint")
FLOOR = "find . -type f -not -path '*/.*' | xargs cat | wc"


class Work(NamedTuple):
    """The runs to compare, on `number` articles; `base` is the one whose figures the others are divided by.

    Works that begin with what an earlier run has kept are warmed up, not measured, once.
    """

    name: str
    number: int
    runs: Sequence[Run]
    base: str = "artlint"
    warms_up: bool = False


class Setting(NamedTuple):
    """Where things lie, which collections are used, and whether slow peers run on all of them."""

    root: Path
    number: int
    collection: Path
    all_peers: bool = False

    def chosen(self, peers: Sequence[Peer]) -> list[Peer]:
        return [peer for peer in peers if peer.is_installed and (self.all_peers or self.number <= peer.most)]


def start(setting: Setting) -> Work:
    """One article, without anything kept from earlier."""
    one = articles.article(setting.root / "articles" / "one")
    peers = [peer for peer in linters(setting.root) if peer.is_installed]
    return Work(
        "start-up on one article",
        1,
        [
            Run("python -c pass", [sys.executable, "-c", "pass"], one.parent),
            Run("artlint", [str(ARTLINT), "--no-cache", one.name], one.parent),
            *(Run(peer.name, [*peer.command, str(one)], peer.home or one.parent) for peer in peers),
        ],
        "python -c pass",
    )


def cold(setting: Setting) -> Work:
    """All articles, nothing kept from earlier; artlint judges the collection and keeps its results."""
    peers = setting.chosen(linters(setting.root))
    alone = _artlint("artlint, one process", setting, "-j1", prepare=_forget(setting))
    return Work(
        "cold",
        setting.number,
        [
            _artlint("artlint", setting, prepare=_forget(setting)),
            *([alone] if setting.number <= _MOST_ALONE else []),
            *(_peer_run(peer, setting.collection) for peer in peers),
            Run("floor", ["sh", "-c", FLOOR], setting.collection),
        ],
    )


def warm(setting: Setting) -> Work:
    """All articles again, none of them changed."""
    return Work("warm", setting.number, [_artlint("artlint", setting), *_warm_rumdl(setting)], warms_up=True)


def changed(setting: Setting) -> Work:
    """One article changed and reported on, with what the change breaks elsewhere."""
    article = sorted(setting.collection.rglob("*.md"))[setting.number // 2]

    def change() -> None:
        with article.open("a", encoding="utf-8") as file:
            file.write("\nOne more line.\n")

    return Work(
        "one article changed",
        setting.number,
        [_artlint("artlint", setting, paths=(str(article),), prepare=change), *_warm_rumdl(setting, change)],
        warms_up=True,
    )


def duplicates(setting: Setting) -> Work:
    """Blocks that several articles share, and articles that are copies."""
    return Work(
        "duplicates",
        setting.number,
        [
            _artlint("artlint", setting, "--no-cache", "--select", "boilerplate"),
            *(_peer_run(peer, setting.collection) for peer in setting.chosen(duplicate_finders(setting.root))),
        ],
    )


def html(setting: Setting) -> Work | None:
    """A manual of 1,169 pages; None where it could not be fetched."""
    manual = articles.manual(setting.root / "articles")
    if manual is None:
        return None
    own = Run("artlint", [str(ARTLINT), "--no-cache", "."], manual)
    peers = [peer for peer in html_checkers(setting.root) if peer.is_installed]
    return Work("HTML", len(list(manual.glob("*.html"))), [own, *(_peer_run(peer, manual) for peer in peers)])


WORKS: dict[str, Callable[[Setting], Work | None]] = {
    "start": start,
    "cold": cold,
    "warm": warm,
    "changed": changed,
    "duplicates": duplicates,
    "html": html,
}
_MOST_ALONE = 10_000
OF_ANY_SIZE = ("start", "html")


def _artlint(
    name: str,
    setting: Setting,
    *options: str,
    paths: Sequence[str] = (".",),
    prepare: Callable[[], object] = lambda: None,
) -> Run:
    return Run(name, [str(ARTLINT), *options, *paths], setting.collection, prepare)


def _forget(setting: Setting) -> Callable[[], object]:
    return lambda: shutil.rmtree(setting.collection / ".artlint_cache", ignore_errors=True)


def _peer_run(peer: Peer, folder: Path) -> Run:
    path = str(folder) if peer.home else "."
    if peer.name == "markdownlint-cli2":
        path = "**/*.md"
    return Run(peer.name, [*peer.command, path], peer.home or folder)


def _warm_rumdl(setting: Setting, prepare: Callable[[], object] = lambda: None) -> Iterator[Run]:
    for peer in setting.chosen([warm_rumdl(setting.root)]):
        yield _peer_run(peer, setting.collection)._replace(prepare=prepare)
