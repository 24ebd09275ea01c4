"""How the navigation rules do on real collections whose truth is known; prints figures and every disagreement.

    python benchmarks/navigation_truth.py ../shared/corpora [FOLDER ...]

Of each further folder, such as an unpacked manual, all findings are printed with the places that each holds. The
functions that measure are what the tests use too.
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from contextlib import chdir
from pathlib import Path
from typing import NamedTuple

import artlint_navigation
from artlint import Facts, Finding, Rule
from artlint.commands import Choice, collect_facts
from artlint_navigation.graph import GraphReference, graph_of

COLLECTIONS = (
    *("react-legacy", "dart-site", "jekyll-2014", "kubernetes-the-hard-way", "whirlwind-notebooks"),
    *("abs-guide", "vitest-docs", "azd-for-beginners"),
)
# What the truth files say of titles and counterparts is no verdict on the reference: it leads somewhere.
VERDICTS = {"title-mismatch": "ok", "title-partial": "ok", "missing-target": "missing"}
# Multi-line tags: the truth has the line of the address, the graph that of the tag. Labels stand above titles.
NEAR = 4
RULES_BY_KIND = {
    "typographic": "inexact-target",
    "truncated": "inexact-target",
    "case": "inexact-target",
    "site-suffix": "inexact-target",
    "html-entities": "inexact-target",
    "missing-target": "missing-target",
    "typo": "missing-target",
    "self": "self-reference",
    "label-without-title": "no-target",
    "label-followed-by-label": "no-target",
    "swapped": "swapped",
    "wrong-but-existing (asymmetric; also a fork/duplicate claim)": "asymmetric",
    "one-sided (no back link)": "one-sided",
    "orphan: no refs in the middle of a chain": "one-sided",
}


class Agreement(NamedTuple):
    """How the graph of one collection compares with its truth file; `differences` are one line each."""

    count: int
    found: int
    resolved: int
    judged: int
    extra: int
    differences: Sequence[str]


class Planted(NamedTuple):
    """Planted faults of one kind and how many of them are found at their place."""

    kind: str
    count: int
    found: int


class Backtest(NamedTuple):
    """One repair of the history: what is flagged in the repaired files before and after.

    `suggested` are pairs of what we would have written and what the maintainer wrote.
    """

    case: str
    is_caught_in_truth: bool
    before: Sequence[Finding]
    after: Sequence[Finding]
    suggested: Sequence[tuple[str, str]]


def facts_of(folder: Path) -> Facts:
    """The navigation facts of all articles below `folder`, paths relative to it."""
    with chdir(folder):
        return collect_facts((".",), "navigation/missing-target", quiet=True, choice=Choice(no_cache=True))


def findings_of(facts: Facts) -> list[tuple[str, Finding]]:
    """What all navigation rules that are on by default find, with their names."""
    rules: list[Rule] = [rule() for rule in artlint_navigation.artlint_rules() if rule.enabled]
    return [(rule.id.partition("/")[2], found) for rule in rules for found in rule.check_collection(facts)]


def rows(corpora: Path, name: str) -> list[dict[str, object]]:
    """The lines of a truth file."""
    text = (corpora / "truth" / f"{name}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def agreement(corpora: Path, name: str) -> Agreement:
    """The graph of the collection against its truth file."""
    found = [it for it in graph_of(facts_of(corpora / name)).references if it.verdict != "off"]
    truth = rows(corpora, name)
    by_claim: dict[tuple[object, object], list[GraphReference]] = defaultdict(list)
    for reference in found:
        by_claim[reference.path, reference.direction[:4]].append(reference)
    extracted = resolved = judged = 0
    differences: list[str] = []
    for row in truth:
        own = _match(row, by_claim[row["file"], row["dir"]])
        extracted += own is not None
        is_same = own is not None and own.resolved == row.get("resolved")
        resolved += is_same
        verdict = VERDICTS.get(str(row["verdict"]), row["verdict"])
        judged += own is not None and own.verdict == verdict
        if not is_same or own is None or own.verdict != verdict:
            differences.append(f"{row['file']}:{row['line']} {row['dir']} {row['target']}: {verdict}, here {own}")
    return Agreement(len(truth), extracted, resolved, judged, len(found) - extracted, differences)


def _match(row: dict[str, object], candidates: list[GraphReference]) -> GraphReference | None:
    """The reference of the truth's row among those of the same article and direction; it is used up."""
    near = [it for it in candidates if abs(it.line - int(str(row["line"]))) <= NEAR and it.target == row["target"]]
    if near:
        candidates.remove(near[0])
        return near[0]
    return None


def planted(corpora: Path) -> tuple[list[Planted], list[str], list[str]]:
    """The planted faults by kind, those that are not found, and the findings where nothing was planted."""
    found = findings_of(facts_of(corpora / "jargon-seed" / "faulty"))
    places = {(rule, it.path): it for rule, it in found}
    counts: Counter[str] = Counter()
    hits: Counter[str] = Counter()
    missed, explained = [], set()
    for row in rows(corpora, "jargon-seed"):
        path, kind = str(row["file"]).partition("/")[2], str(row["kind"])
        rule = RULES_BY_KIND[kind]
        counts[kind] += 1
        own = places.get((rule, path))
        # An article without any references is told by its neighbours' or its title's place.
        is_near = own is not None and (
            kind.startswith(("one", "orphan")) or abs(own.place.line - int(str(row["line"]))) <= NEAR
        )
        hits[kind] += is_near
        explained.add((rule, path))
        if not is_near:
            missed.append(f"{path}:{row['line']} {kind} {row['target']}: {own.message if own else 'not found'}")
    false = [f"{it.path}:{it.place.line} {rule} {it.message}" for rule, it in found if (rule, it.path) not in explained]
    return [Planted(kind, count, hits[kind]) for kind, count in counts.items()], missed, false


def clean_findings(corpora: Path) -> list[tuple[str, Finding]]:
    """What is found where nothing was planted."""
    return findings_of(facts_of(corpora / "jargon-seed" / "clean"))


def prose_links(corpora: Path) -> list[str]:
    """The links of the sentences in linux-insides that are taken for references."""
    found = {(it.path, it.line) for it in graph_of(facts_of(corpora / "linux-insides")).references}
    truth = [row for row in rows(corpora, "linux-insides") if str(row["verdict"]).startswith("not-a-reference")]
    return [f"{row['file']}:{row['line']}" for row in truth if (row["file"], row["line"]) in found]


def backtests(corpora: Path) -> Iterator[Backtest]:
    """Each repair of the history, with the findings in the repaired files before and after."""
    for row in rows(corpora, "history"):
        (folder,) = (corpora / "history").glob(f"{row['case']}-*")
        before, after = (
            [found for _, found in findings_of(facts_of(folder / state)) if _touches(found, row["files"])]
            for state in ("before", "after")
        )
        written = {
            (it.path, it.direction): it.target or it.text for it in graph_of(facts_of(folder / "after")).references
        }
        suggested = [
            (found.fix.edits[0].new, written.get((found.path, found.message.partition(" ")[0]), ""))
            for found in before
            if found.fix
        ]
        yield Backtest(str(row["case"]), bool(row["caught"]), before, after, suggested)


def _touches(finding: Finding, files: object) -> bool:
    return finding.path in set(files if isinstance(files, list) else ())


def found_in(folder: Path) -> Iterator[str]:
    """A line for each finding of a collection without a truth file, and one that counts."""
    facts = facts_of(folder)
    found = findings_of(facts)
    for rule, each in found:
        places = 1 + sum(other.path == each.path for other in each.related)
        yield f"    {each.path}:{each.place.line} {rule}, {places} places: {each.message}"
    yield f"{folder.name}: {len(found)} findings in {len(facts.articles):,} articles"


def main(corpora: Path, *folders: Path) -> None:
    for name in COLLECTIONS:
        it = agreement(corpora, name)
        figures = f"found {it.found}, resolved {it.resolved}, judged {it.judged}, {it.extra} more"
        print(f"{name:26} {it.count:4} references, {figures}")
        print(*(f"    {line}" for line in it.differences), sep="\n", end="\n" if it.differences else "")
    print("linux-insides: prose links taken for references:", prose_links(corpora))
    print("jargon-seed/clean:", [f"{found.path} {rule} {found.message}" for rule, found in clean_findings(corpora)])
    kinds, missed, false = planted(corpora)
    for kind in kinds:
        print(f"jargon-seed/faulty {kind.kind:62} {kind.found} of {kind.count}")
    print(*(f"    missed {line}" for line in missed), *(f"    false {line}" for line in false), sep="\n")
    for case in backtests(corpora):
        gone = {(it.message) for it in case.before} - {it.message for it in case.after}
        state = "caught" if gone else "NOT CAUGHT" if case.is_caught_in_truth else "out of reach"
        print(f"history {case.case}: {state}, {len(case.after)} left")
        print(*(f"    {it.path}:{it.place.line} {it.message}" for it in case.before), sep="\n")
        print(*(f"    suggested {ours}, maintainer {theirs}" for ours, theirs in case.suggested), sep="\n")
    for folder in folders:
        print(*found_in(folder), sep="\n")


if __name__ == "__main__":
    main(*(Path(each).resolve() for each in sys.argv[1:]))
