"""Heat tables made from the findings alone: where which rule finds most, and what stands in many articles."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from artlint.finding import Finding
from artlint.panel import HeatRow, HeatTable

_MOST_FOLDERS = 15
_MOST_SHARED = 20
_FEWEST_ARTICLES = 3


def folders_and_rules(findings: Sequence[Finding]) -> Iterator[HeatTable]:
    """Where which rule finds most; nothing where there is one folder."""
    counts = Counter((_folder(finding.path), finding.rule) for finding in findings)
    folders: Counter[str] = Counter()
    rules: Counter[str] = Counter()
    for (folder, rule), count in counts.items():
        folders[folder] += count
        rules[rule] += count
    if len(folders) > 1:
        columns = [rule for rule, _ in rules.most_common()]
        shown = [folder for folder, _ in folders.most_common(_MOST_FOLDERS)]
        rows = [HeatRow(folder, [counts[folder, rule] for rule in columns], folder) for folder in shown]
        others = len(folders) - len(rows)
        note = f"the {len(rows)} folders with most findings; {others:,} more have some" if others else ""
        yield HeatTable("Findings by folder and rule", columns, rows, note)


def findings_of_many(findings: Sequence[Finding]) -> Iterator[HeatTable]:
    """The findings that concern most articles, by the folders these stand in; nothing where there are none."""
    concerned = [(finding, {finding.path, *(each.path for each in finding.related)}) for finding in findings]
    shared = sorted((each for each in concerned if len(each[1]) >= _FEWEST_ARTICLES), key=lambda each: -len(each[1]))
    if not shared:
        return
    counts = [Counter(map(_folder, paths)) for _, paths in shared[:_MOST_SHARED]]
    columns = [folder for folder, _ in sum(counts, Counter()).most_common(_MOST_FOLDERS)]
    rows = [
        HeatRow(finding.message, [len(paths), *(count[folder] for folder in columns)], finding.path)
        for (finding, paths), count in zip(shared, counts, strict=False)
    ]
    note = "the articles of each folder that a finding concerns, such as those that share a block"
    yield HeatTable("Findings that concern many articles", ["all", *columns], rows, note)


def _folder(path: str) -> str:
    return str(PurePosixPath(path).parent)
