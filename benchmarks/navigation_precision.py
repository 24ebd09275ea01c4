"""Prints how many of the labelled navigation findings are right, by collection and by rule.

    python benchmarks/navigation_precision.py

`navigation_labels.tsv` holds the findings of the rules that are on by default, all of them on each collection.
Right is a finding for which an editor would thank us. Paths are relative to the folder of the collections;
`debian/NAME` is the documentation of that Debian 12 package, `sdist/NAME` a source distribution.
"""

from pathlib import Path

from boilerplate_precision import grouped, labels, show


def main() -> None:
    rows = labels(Path(__file__).with_name("navigation_labels.tsv"))
    show("collection", grouped(rows, "collection"))
    show("rule", grouped(rows, "rule"))
    show("", [("all", rows)])


if __name__ == "__main__":
    main()
