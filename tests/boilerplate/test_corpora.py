"""The boilerplate rules on real collections."""

from pathlib import Path

import pytest

from artlint.testing import check, check_files
from artlint_boilerplate import artlint_rules
from artlint_boilerplate.drifted import DriftedBlock
from artlint_boilerplate.repeated import RepeatedBlock
from artlint_boilerplate.shared import SharedBlock

pytestmark = pytest.mark.corpora


def files(folder: Path, pattern: str) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): path.read_text(encoding="utf-8", errors="replace")
        for path in sorted(folder.glob(pattern))
    }


def test_seed_has_one_finding(corpora: Path) -> None:
    [path] = (corpora.parent / "seed").glob("*.txt")
    rules = [rule() for rule in artlint_rules() if rule.enabled]
    found = [finding for rule in rules for finding in check(rule, path.read_text(encoding="utf-8"), path.name).findings]
    assert [finding.message for finding in found] == [
        'block of 2 lines already stands at line 3: "No time to read? / Get a summary"'
    ]
    assert found[0].place.line == 18


def test_one_widget_in_the_jargon_file_is_one_finding(corpora: Path) -> None:
    some = files(corpora / "jargon-seed" / "clean", "*[05]-*.txt")
    [finding] = check_files(SharedBlock(), some).findings
    assert finding.message.endswith('"No time to read? / Get a summary"')
    assert check_files(RepeatedBlock(), some).lines != []


def test_shared_blocks_of_a_news_site_are_dozens(corpora: Path) -> None:
    news = files(corpora / "opensuse-news", "_posts/2010/*.md") | files(corpora / "opensuse-news", "_posts/2011/*.md")
    shared = check_files(SharedBlock(), news).findings
    assert 15 < len(shared) < 120
    assert len({finding.identity for finding in shared}) == len(shared)
    drifted = check_files(DriftedBlock(), news).messages
    assert any('"author" -> "autor"' in message for message in drifted)


def test_fixes_take_the_second_widget_out_of_the_jargon_file(corpora: Path) -> None:
    widget = "No time to read?\nGet a summary"
    for name, text in files(corpora / "jargon-seed" / "faulty", "*[05]0-*.txt").items():
        [finding] = check(RepeatedBlock(), text, name).findings
        assert finding.fix is not None
        [edit] = finding.fix.edits
        fixed = text[: edit.start] + edit.new + text[edit.end :]
        assert fixed.count(widget) == 1
        assert edit.old.strip() == widget
        assert check(RepeatedBlock(), fixed, name).findings == ()
