"""The baseline's file: read back as written, told by line where it is not, merged by git."""

from pathlib import Path
from random import Random

import pytest
from baseline.repository import Repository

from artlint.baseline import Baseline, read_baseline, write_baseline
from artlint.errors import UsageError
from artlint.report import Accepted

HEAD = '{"artlint-baseline": 1}\n'


def entry(number: int, path: str = "a.md") -> Accepted:
    return Accepted(
        f"{number:08x}-0123456789abcdef", "shout/line", path, f"message {number}", "why", "A. Writer", "2026-01-02"
    )


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    entries = [entry(2), entry(1, "b\u202e\n.md"), Accepted("3-4", "r/s", "caf\udce9.md")]
    write_baseline(Baseline(tmp_path / "baseline.jsonl", entries))
    assert sorted(read_baseline(tmp_path / "baseline.jsonl").entries) == sorted(entries)


def test_a_finding_is_one_line_of_ascii_and_lines_are_sorted(tmp_path: Path) -> None:
    file = tmp_path / "baseline.jsonl"
    write_baseline(Baseline(file, [entry(number, "ä.md") for number in (3, 1, 2)]))
    lines = file.read_text("ascii").splitlines()
    assert len(lines) == 4
    assert lines[1:] == sorted(lines[1:])


def test_lines_that_stand_twice_count_once(tmp_path: Path) -> None:
    file = tmp_path / "baseline.jsonl"
    write_baseline(Baseline(file, [entry(1), entry(2)]))
    file.write_text(file.read_text() + file.read_text())
    assert len(read_baseline(file).entries) == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param(f"{HEAD}nonsense\n", ":2: found no JSON object", id="no JSON"),
        pytest.param(f"{HEAD}[]\n", ":2: found no JSON object", id="no object"),
        pytest.param(f'{HEAD}{{"rule": "a/b", "path": "c"}}\n', ':2: found no "fingerprint"', id="no fingerprint"),
        pytest.param(f"{HEAD}<<<<<<< ours\n", ":2: a merge left its marks here", id="conflict"),
        pytest.param('{"artlint-baseline": 2}\n', ":1: format 2 is unknown", id="later format"),
    ],
)
def test_what_is_no_baseline_is_told_by_line(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "baseline.jsonl"
    file.write_text(text)
    with pytest.raises(UsageError, match=said):
        read_baseline(file)


@pytest.mark.parametrize(
    ("content", "said"),
    [pytest.param(None, "does not exist", id="missing"), pytest.param(b"\xff", "not UTF-8", id="bytes")],
)
def test_what_cannot_be_read_is_told(tmp_path: Path, content: bytes | None, said: str) -> None:
    file = tmp_path / "baseline.jsonl"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(UsageError, match=said):
        read_baseline(file)


def merged(repository: Repository, base: list[Accepted], ours: list[Accepted], theirs: list[Accepted]) -> bool:
    """Whether git merges two branches that change the baseline, and the result is what both want."""
    file = repository.root / "baseline.jsonl"
    repository.git("checkout", "-q", "--orphan", "base")
    write_baseline(Baseline(file, base))
    repository.commit()
    for branch, entries in (("ours", ours), ("theirs", theirs)):
        repository.git("checkout", "-q", "-B", branch, "base")
        write_baseline(Baseline(file, entries))
        repository.commit(branch)
    done = repository.git("merge", "-q", "-m", "m", "ours", check=False)
    repository.git("merge", "--abort", check=False)
    return done.returncode == 0


def test_unrelated_changes_merge(repository: Repository) -> None:
    base = [entry(number * 10) for number in range(20)]
    ours = [*base[:3], *base[4:], entry(55)]
    theirs = [*base[:15], *base[16:], entry(115)]
    assert merged(repository, base, ours, theirs)
    both = {each.fingerprint for each in read_baseline(repository.root / "baseline.jsonl").entries}
    assert {entry(55).fingerprint, entry(115).fingerprint} <= both
    assert not {entry(30).fingerprint, entry(150).fingerprint} & both


def test_union_merges_neighbours_and_what_it_keeps_twice_does_no_harm(repository: Repository) -> None:
    repository.put(".gitattributes", "baseline.jsonl merge=union\n")
    base = [entry(10), entry(20)]
    assert merged(repository, base, [*base, entry(30)], [*base, entry(31), entry(32)])
    assert len(read_baseline(repository.root / "baseline.jsonl").entries) == 5


def test_order_by_fingerprint_keeps_dated_articles_apart(repository: Repository) -> None:
    """Sorted by path, what two branches add for new articles would always stand side by side at the end."""
    random = Random(7)  # noqa: S311  rows of a test
    base = [entry(random.getrandbits(32), f"2026-01-{number:02}.md") for number in range(30)]
    ours, theirs = entry(random.getrandbits(32), "2026-02-01.md"), entry(random.getrandbits(32), "2026-02-02.md")
    assert merged(repository, base, [*base, ours], [*base, theirs])
