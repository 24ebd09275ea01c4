"""The baseline's file: read back as written, told by line where it is not, merged by git."""

import json
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest
from baseline.repository import Repository

from artlint.baseline import Baseline, read_baseline, write_baseline
from artlint.baseline.merging import lacks_attribute, write_attribute
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
    lines = [line for line in file.read_text("ascii").splitlines() if line.startswith("{")]
    assert [json.loads(line).get("fingerprint") for line in lines] == [None, *(entry(n).fingerprint for n in (1, 2, 3))]


def test_dividers_stand_between_the_lines(tmp_path: Path) -> None:
    file = tmp_path / "baseline.jsonl"
    write_baseline(Baseline(file, [entry(0x01FFFFFF), entry(0x02000000), entry(0xFF000000)]))
    lines = [json.loads(line) for line in file.read_text("ascii").splitlines()[1:]]
    told = [line if isinstance(line, str) else line["fingerprint"][:3] for line in lines]
    assert told[:5] == ["00", "01", "01f", "02", "020"]
    assert told[-2:] == ["ff", "ff0"]
    assert len(lines) == 256 + 3


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


class Branches(NamedTuple):
    """A baseline, and what two branches make of it."""

    base: set[Accepted]
    ours: set[Accepted]
    theirs: set[Accepted]

    @property
    def both(self) -> set[Accepted]:
        """What both branches want."""
        return (self.ours & self.theirs) | (self.ours - self.base) | (self.theirs - self.base)


def branches(size: int, random: Random, apart: bool = True) -> Branches:
    """Each branch takes out up to two entries and adds two, all of them `apart` or as they come."""
    new = [entry(random.getrandbits(32), f"2026-{number}.md") for number in range(size + 4)]
    base, added = set(new[4:]), new[:4]
    gone = random.sample(sorted(base), min(4, size))
    touched = [each.fingerprint[:2] for each in (*added, *gone)]
    if apart and len(set(touched)) < len(touched):
        return branches(size, random)
    return Branches(base, base - set(gone[:2]) | set(added[:2]), base - set(gone[2:]) | set(added[2:]))


def merge(repository: Repository, given: Branches, command: Sequence[str]) -> bool:
    """Whether git can merge the branches; the file is left as git leaves it."""
    file = repository.root / "baseline.jsonl"
    repository.git("checkout", "-q", "--orphan", "base")
    for branch, entries in (("base", given.base), ("ours", given.ours), ("theirs", given.theirs)):
        if branch != "base":
            repository.git("checkout", "-q", "-B", branch, "base")
        write_baseline(Baseline(file, sorted(entries)))
        repository.commit(branch)
    return repository.git(*command, "ours", check=False).returncode == 0


@pytest.mark.parametrize(
    "command", [pytest.param(["merge", "-qm", "m"], id="merge"), pytest.param(["rebase"], id="rebase")]
)
@pytest.mark.parametrize("size", [0, 1, 10, 100])
@pytest.mark.parametrize("seed", range(3))
def test_unrelated_changes_merge(repository: Repository, size: int, seed: int, command: list[str]) -> None:
    given = branches(size, Random(seed))  # noqa: S311  rows of a test
    assert merge(repository, given, command)
    assert set(read_baseline(repository.root / "baseline.jsonl").entries) == given.both


@pytest.mark.parametrize("size", [0, 1, 10, 1000])
def test_union_merges_neighbours_and_loses_nothing(repository: Repository, size: int) -> None:
    write_attribute(repository.root / "baseline.jsonl")
    random = Random(size)  # noqa: S311  rows of a test
    given = branches(size, random, apart=False)
    near = given._replace(ours=given.ours | {entry(1), entry(2)}, theirs=given.theirs | {entry(2), entry(3)})
    assert merge(repository, near, ["merge", "-qm", "m"])
    merged = set(read_baseline(repository.root / "baseline.jsonl").entries)
    assert near.both <= merged <= near.both | near.base


def test_a_conflict_can_be_read_past_its_marks(repository: Repository) -> None:
    given = Branches({entry(2)}, {entry(1), entry(2)}, {entry(3)})
    assert not merge(repository, given, ["merge", "-qm", "m"])
    file = repository.root / "baseline.jsonl"
    with pytest.raises(UsageError, match="a merge left its marks here"):
        read_baseline(file)
    assert set(read_baseline(file, takes_conflicts=True).entries) == {entry(1), entry(2), entry(3)}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(None, "/a.jsonl merge=union\n", id="no file"),
        pytest.param("*.md text\n", "*.md text\n/a.jsonl merge=union\n", id="more lines"),
        pytest.param("*.md text", "*.md text\n/a.jsonl merge=union\n", id="no last line end"),
    ],
)
def test_the_attribute_is_added(repository: Repository, before: str | None, after: str) -> None:
    attributes = repository.root / ".gitattributes"
    if before is not None:
        attributes.write_text(before)
    assert lacks_attribute(repository.root / "a.jsonl")
    assert write_attribute(repository.root / "a.jsonl")
    assert attributes.read_text() == after
    assert not lacks_attribute(repository.root / "a.jsonl")
    assert not write_attribute(repository.root / "a b.jsonl")


@pytest.mark.parametrize("line", ["*.jsonl merge=mine", "*.jsonl -merge", "* merge"])
def test_what_somebody_has_told_git_stays(repository: Repository, line: str) -> None:
    repository.put(".gitattributes", f"{line}\n")
    assert not lacks_attribute(repository.root / "a.jsonl")
