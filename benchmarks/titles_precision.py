"""How many findings of the title and length rules are right, by the labels that readers gave them.

    python benchmarks/titles_precision.py FOLDER...

Each FOLDER holds collections as folders of the names in `titles_labels.tsv`: those of the shared corpora, and Debian
packages unpacked with `dpkg -x NAME_VERSION.deb FOLDER/NAME` and then `gunzip -r FOLDER/NAME`. Up to 30 findings a
rule and collection were drawn by fingerprint and read. A label says of a finding on a title whether an editor would
act on it (`right`) or wave it away (`wrong`); of one on a length, whether the figure is right and the text is what the
rule says: a sentence, a paragraph of prose. Whether a limit suits a collection is for the collection to say. Findings
without a label are counted, not judged; so are labels that no finding matches any more. The last lines are the
precision of what is found now.
"""

import csv
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

LABELS = Path(__file__).with_name("titles_labels.tsv")
FAMILIES = ("title/", "length/")


class Label(NamedTuple):
    """A reader's verdict on one finding; `identity` is its fingerprint without the path's part."""

    collection: str
    rule: str
    path: str
    identity: str
    verdict: str


def main(folders: list[Path]) -> None:
    with LABELS.open(encoding="utf-8", newline="") as lines:
        labels = [Label(*row) for row in csv.reader(lines, delimiter="\t") if not row[0].startswith("#")]
    right: Counter[str] = Counter()
    judged: Counter[str] = Counter()
    for collection in sorted({label.collection for label in labels}):
        place = next((folder / collection for folder in folders if (folder / collection).is_dir()), None)
        if place is None:
            print(f"{collection}: not here")
            continue
        found = set(findings(place))
        report(collection, [label for label in labels if label.collection == collection], found)
        for label in labels:
            if label.collection == collection and (label.rule, label.path, label.identity) in found:
                judged[label.rule] += 1
                right[label.rule] += label.verdict == "right"
    for rule, count in sorted(judged.items()):
        print(f"{rule:<20} {right[rule]:>4} of {count:>4} right ({100 * right[rule] / count:.1f} %)")


def report(collection: str, labels: list[Label], found: set[tuple[str, str, str]]) -> None:
    """One line: what was found, how much of it is labelled, what is labelled and no longer found."""
    known = {(label.rule, label.path, label.identity): label.verdict for label in labels}
    gone = Counter(verdict for key, verdict in known.items() if key not in found)
    wrong = sum(1 for key, verdict in known.items() if key in found and verdict == "wrong")
    print(
        f"{collection}: {len(found):,} findings, {len(found & known.keys()):,} labelled, {wrong} of these wrong;"
        f" no longer found: {gone['right']} right, {gone['wrong']} wrong"
    )


def findings(place: Path) -> Iterator[tuple[str, str, str]]:
    """Rule, path and identity of each finding of the rules that are on by default."""
    command = [
        sys.executable,
        "-c",
        "from artlint.cli import main; main()",
        "check",
        ".",
        "--isolated",
        "--no-cache",
        "--exit-zero",
    ]
    run = subprocess.run([*command, "-f", "json"], cwd=place, capture_output=True, text=True, check=False)
    if not run.stdout:
        sys.exit(run.stderr)
    for finding in json.loads(run.stdout)["findings"]:
        if finding["rule"].startswith(FAMILIES):
            yield finding["rule"], finding["path"], finding["fingerprint"].partition("-")[2]


if __name__ == "__main__":
    main([Path(folder) for folder in sys.argv[1:]])
