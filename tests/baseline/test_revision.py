"""`--baseline-from-ref`: what a git revision had is not reported again."""

import pytest
from baseline.repository import Repository

from artlint.errors import UsageError


@pytest.fixture
def published(repository: Repository) -> Repository:
    """A repository whose first commit has one finding in each of two articles, and one of the collection."""
    repository.put("a.md", "STOP\n")
    repository.put("b.md", "Text.\n\nSTOP\n")
    repository.commit()
    return repository


def new(repository: Repository, *paths: str, revision: str = "HEAD") -> list[str]:
    return repository.found(*paths, baseline_revision=revision)


def test_what_was_there_is_silent(published: Repository) -> None:
    assert len(published.found()) == 3
    assert new(published) == []
    published.put("a.md", "More.\n\nSTOP\n")
    assert new(published) == []


def test_what_is_new_is_told_on_disk_staged_or_untracked(published: Repository) -> None:
    published.put("a.md", "STOP\n\nHALT\n")
    assert new(published) == ["a.md:3 shout/line"]
    published.put("c.md", "WAIT\n")
    assert new(published) == ["a.md:3 shout/line", "c.md:1 shout/line"]
    published.git("add", "-A")
    assert new(published) == ["a.md:3 shout/line", "c.md:1 shout/line"]
    published.commit()
    assert new(published) == []
    assert new(published, revision="HEAD~1") == ["a.md:3 shout/line", "c.md:1 shout/line"]


def test_one_fixed_and_another_added_shows_the_new_one(published: Repository) -> None:
    published.put("a.md", "HALT\n")
    assert new(published) == ["a.md:1 shout/line"]


def test_findings_of_the_collection(published: Repository) -> None:
    published.put("c.md", "Text.\n")
    published.commit()
    published.put("c.md", "STOP\n")
    assert new(published, "c.md") == ["c.md:1 shout/line", "c.md:1 shout/twice"]


def test_renamed_articles_bring_nothing_new(published: Repository) -> None:
    long = "".join(f"Line {number} of a long article.\n\n" for number in range(20))
    published.put("old.md", f"{long}HALT\n")
    published.commit()
    published.git("mv", "old.md", "new.md")
    assert new(published) == []
    published.put("new.md", f"{long}HALT\n\nWAIT\n")
    assert new(published) == ["new.md:43 shout/line"]


def test_deleted_articles_and_folders_below_the_top(published: Repository) -> None:
    (published.root / "b.md").unlink()
    assert new(published) == []


def test_a_suppression_that_was_taken_out_shows_its_finding(published: Repository) -> None:
    published.put("c.md", "<!-- artlint-disable-file shout -- a poster -->\n\nWAIT\n")
    published.commit()
    assert new(published) == []
    published.put("c.md", "WAIT\n")
    assert new(published) == ["c.md:1 shout/line"]


def test_today_s_configuration_judges_both_states(published: Repository) -> None:
    published.configure("overrides: [{paths: a.md, rules: {shout: error}}]\n")
    assert new(published) == []


def test_the_branch_as_it_is_rather_than_where_it_began(published: Repository) -> None:
    published.git("checkout", "-q", "-b", "topic")
    published.put("a.md", "STOP\n\nHALT\n")
    published.commit()
    published.git("checkout", "-q", "main")
    published.put("a.md", "Go.\n")
    published.commit()
    published.git("checkout", "-q", "topic")
    assert new(published, revision="main") == ["a.md:1 shout/line", "a.md:3 shout/line", "b.md:3 shout/twice"]


@pytest.mark.parametrize("revision", ["nowhere", "--output=x", ""])
def test_unknown_revisions(published: Repository, revision: str) -> None:
    if not revision:
        assert len(new(published, revision=revision)) == 3
        return
    with pytest.raises(UsageError, match="git knows no commit"):
        new(published, revision=revision)


def test_outside_of_git(published: Repository) -> None:
    (published.root / ".git").rename(published.root / "gone")
    with pytest.raises(UsageError, match="not in a git repository"):
        new(published)
