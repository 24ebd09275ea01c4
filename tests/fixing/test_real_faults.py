"""Fixes of the rules that come with artlint, against what people made of the same faults."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from artlint.fixing.ordering import Change, Mended, Order
from artlint.plugin_loading import PluginChoice
from artlint.run import Request, run

pytestmark = pytest.mark.corpora

REPOINTING = ("navigation/inexact-target", "navigation/missing-target", "navigation/asymmetric")


def fixes(folder: Path, *select: str, unsafe: bool = False) -> Mended:
    """The fixes of the articles below `folder`, made in memory."""
    plugins = PluginChoice(own_only=True)
    order = Order(unsafe=unsafe, dry=True)
    mended = run(Request(paths=(folder,), plugins=plugins, select=select, no_cache=True, order=order)).mended
    assert mended is not None
    return mended


def changed_lines(change: Change) -> Iterator[bytes]:
    old, new = change.old.splitlines(), change.new.splitlines()
    for kind, _, _, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            yield from new[start:end]


def test_safe_fixes_give_the_maintainers_own_lines(corpora: Path) -> None:
    """A case's later commits count too: some faults of one case were repaired in the next."""
    cases = sorted(path for path in (corpora / "history").iterdir() if (path / "before").is_dir())
    lines = 0
    for case in cases:
        mended = fixes(case / "before", "navigation")
        for change in mended.changes:
            path = (mended.report.root / change.path).relative_to(case / "before")
            same = [other / "after" / path for other in cases if (other / "after" / path).is_file()]
            theirs = {line for file in same for line in file.read_bytes().splitlines()}
            assert set(changed_lines(change)) <= theirs
            lines += len(list(changed_lines(change)))
    assert lines >= 5


def test_fixes_of_planted_references_restore_the_clean_articles(corpora: Path) -> None:
    faulty, clean = corpora / "jargon-seed" / "faulty", corpora / "jargon-seed" / "clean"
    mended = fixes(faulty, *REPOINTING, unsafe=True)
    for change in mended.changes:
        assert change.new == (clean / Path(change.path).name).read_bytes()
    assert len(mended.changes) >= 150
    assert mended.refused == ()


def test_planted_repeats_are_gone_and_nothing_else(corpora: Path) -> None:
    """As `--fix --unsafe-fixes` does it, with all rules that are on by default.

    All but those references that no fix can know are as in the clean articles: of labels that name nothing the
    label goes, and what points at itself, is swapped or lost its other side stays.
    """
    faulty, clean = corpora / "jargon-seed" / "faulty", corpora / "jargon-seed" / "clean"
    mended = fixes(faulty, unsafe=True)
    assert len(mended.changes) == len(list(faulty.glob("*.txt")))
    assert "boilerplate/repeated-block" in {proposal.rule for proposal in mended.made}
    restored = 0
    for change in mended.changes:
        expected = without_last((clean / Path(change.path).name).read_bytes(), b"No time to read?\nGet a summary")
        restored += change.new == expected
        assert without_references(change.new) == without_references(expected)
    assert restored >= 1950


def without_references(content: bytes) -> bytes:
    return re.split(rb"\n*^(?:Previous|Next) Article$", content, maxsplit=1, flags=re.MULTILINE)[0].rstrip(b"\n")


def without_last(content: bytes, passage: bytes) -> bytes:
    before, found, after = content.rpartition(passage)
    assert found
    return before + after[1:] if after else before.rstrip(b"\n")
