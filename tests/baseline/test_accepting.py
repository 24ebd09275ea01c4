"""Accepted findings are not reported again; what is new is, and what is gone is told."""

from pathlib import Path

import pytest
from baseline.repository import Repository

from artlint.baseline import Baseline, read_baseline, write_baseline
from artlint.baseline.changing import Acceptance, added, removed
from artlint.errors import UsageError

WHY = Acceptance("old stock", "A. Writer", "2026-01-02")


def accept_all(repository: Repository) -> Path:
    """A baseline of all that is found now."""
    file = repository.root / "baseline.jsonl"
    write_baseline(added(Baseline(file, ()), repository.report(no_baseline=True).findings, WHY))
    return file


def test_what_was_accepted_is_silent_with_its_reason(repository: Repository) -> None:
    repository.put("a.md", "STOP\n\nSTOP\n")
    file = accept_all(repository)
    report = repository.report(baseline=file)
    assert report.findings == ()
    assert [(each.reason, each.origin) for each in report.suppressed] == [("old stock", "baseline")] * 2
    assert report.stale == ()


def test_lines_above_and_other_articles_change_nothing(repository: Repository) -> None:
    repository.put("a.md", "STOP\n")
    file = accept_all(repository)
    repository.put("a.md", "More\n\nlines.\n\nSTOP\n")
    repository.put("b.md", "Text.\n")
    assert repository.found(baseline=file) == []


def test_one_fixed_and_another_added_shows_the_new_one(repository: Repository) -> None:
    repository.put("a.md", "STOP\n\nText.\n")
    file = accept_all(repository)
    repository.put("a.md", "Stop.\n\nText.\n\nHALT\n")
    report = repository.report(baseline=file)
    assert [finding.place.line for finding in report.findings] == [5]
    assert [entry.path for entry in report.stale] == ["a.md"]


def test_one_more_of_the_same_is_new(repository: Repository) -> None:
    repository.put("a.md", "STOP\n\nSTOP\n")
    file = accept_all(repository)
    repository.put("a.md", "STOP\n\nSTOP\n\nSTOP\n")
    assert len(repository.found(baseline=file)) == 1


def test_findings_of_the_collection_too(repository: Repository) -> None:
    repository.put("a.md", "STOP\n")
    repository.put("b.md", "STOP\n")
    file = accept_all(repository)
    assert repository.found(baseline=file) == []
    repository.put("b.md", "Go.\n")
    assert sorted(entry.rule for entry in repository.report(baseline=file).stale) == ["shout/line", "shout/twice"]


def test_the_configuration_may_name_the_file(repository: Repository) -> None:
    repository.put("a.md", "STOP\n")
    accept_all(repository)
    repository.configure("baseline: baseline.jsonl\n")
    assert repository.found() == []
    assert repository.found(no_baseline=True) == ["a.md:1 shout/line"]
    repository.configure("baseline: gone.jsonl\n")
    with pytest.raises(UsageError, match="does not exist"):
        repository.found()


def test_gone_is_told_only_of_what_this_run_would_have_found(repository: Repository) -> None:
    repository.put("a.md", "STOP\n")
    repository.put("b.md", "STOP\n")
    repository.put("c.md", "HALT\n")
    file = accept_all(repository)
    repository.put("a.md", "Go.\n")
    (repository.root / "c.md").unlink()
    repository.commit()
    whole = repository.report(baseline=file).stale
    assert [(entry.path, entry.rule) for entry in sorted(whole, key=lambda each: each.path)] == [
        ("a.md", "shout/line"),
        ("b.md", "shout/twice"),
        ("c.md", "shout/line"),
    ]
    assert [entry.path for entry in repository.report("a.md", baseline=file).stale] == ["a.md"]
    assert repository.report("b.md", baseline=file, ignore=("shout/twice",)).stale == ()
    assert repository.report(baseline=file, no_suppressions=True).stale == ()


def test_suppressed_findings_are_not_in_the_baseline(repository: Repository) -> None:
    repository.put("a.md", "<!-- artlint-disable-file shout/line -- a poster -->\n\nSTOP\n")
    assert repository.report().findings == ()
    assert read_baseline(accept_all(repository)).entries == ()


def test_a_suppression_changes_no_other_fingerprint(repository: Repository) -> None:
    repository.put("a.md", "Text.\n\nSTOP\n\nSTOP\n")
    file = accept_all(repository)
    repository.put("a.md", "Text.\n\n<!-- artlint-disable-next-line shout -- a poster -->\nSTOP\n\nSTOP\n")
    assert repository.found(baseline=file) == []


def test_entries_stay_as_they_were_when_others_are_added(repository: Repository) -> None:
    repository.put("a.md", "STOP\n")
    baseline = added(Baseline(repository.root / "b", ()), repository.report().findings, WHY)
    repository.put("a.md", "STOP\n\nHALT\n")
    later = added(baseline, repository.report().findings, Acceptance("other", "B", "2026-03-04"))
    assert [entry.reason for entry in later.entries] == ["old stock", "other"]
    assert removed(later, baseline.entries).entries == later.entries[1:]
