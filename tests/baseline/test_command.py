"""`artlint baseline` and the options of `artlint check` that leave findings out, as a user calls them."""

import json

import pytest
from baseline.repository import Repository

from artlint.baseline import read_baseline

FILE = ".artlint-baseline.jsonl"


def test_from_create_to_prune(repository: Repository) -> None:
    repository.put("a.md", "STOP\n\nText.\n")
    repository.git("config", "user.name", "A. Writer")
    made = repository.artlint("baseline", "create", "--reason", "old stock")
    assert made.stdout == f"1 finding accepted in {FILE}\n"
    assert f"`/{FILE} merge=union` written to .gitattributes" in made.stderr
    assert repository.git("check-attr", "merge", FILE).stdout.endswith(": union\n")
    (entry,) = read_baseline(repository.root / FILE).entries
    assert (entry.rule, entry.path, entry.reason, entry.author) == ("shout/line", "a.md", "old stock", "A. Writer")
    assert len(entry.date) == 10

    assert repository.artlint("--baseline", FILE).stdout == "no findings; 1 article checked, 1 in the baseline\n"
    again = repository.artlint("baseline", "create")
    assert again.returncode == 2
    assert "is there already" in again.stderr

    repository.put("a.md", "Text.\n\nHALT\n")
    checked = repository.artlint("--baseline", FILE)
    assert checked.returncode == 1
    assert "a.md:3:1" in checked.stdout
    assert "1 entry of the baseline matches nothing any more" in checked.stderr

    updated = repository.artlint("baseline", "update", "--reason", "not now", "--author", "B")
    assert updated.stdout == f"1 added, 1 taken out, 0 kept in {FILE}\n"
    repository.put("a.md", "Text.\n")
    pruned = repository.artlint("baseline", "prune")
    assert "a.md: line is in capitals [shout/line] -- not now (B, " in pruned.stdout
    assert pruned.stdout.endswith(f"1 taken out, 0 kept in {FILE}\n")
    assert read_baseline(repository.root / FILE).entries == ()


def test_update_keeps_the_lines_that_it_need_not_change(repository: Repository) -> None:
    repository.put("a.md", "STOP\n")
    repository.artlint("baseline", "create", "--reason", "first")
    before = (repository.root / FILE).read_text().splitlines()
    repository.put("b.md", "HALT\n")
    repository.artlint("baseline", "update", "--reason", "second", "--author", "C")
    after = (repository.root / FILE).read_text().splitlines()
    assert set(before) <= set(after)
    assert len(after) == len(before) + 1


@pytest.mark.parametrize("command", ["prune", "update"])
def test_a_merge_that_failed_is_settled(repository: Repository, command: str) -> None:
    for branch, text in (("ours", "STOP\n"), ("theirs", "HALT\n")):
        repository.put("a.md", text)
        repository.artlint("baseline", "create", "--force", "--reason", branch)
        (repository.root / FILE).rename(repository.root / branch)
    repository.put("a.md", "STOP\n\nHALT\n")
    repository.put("base", '{"artlint-baseline": 1}\n')
    merged = repository.git("merge-file", "-p", "ours", "base", "theirs", check=False).stdout
    assert "<<<<<<<" in merged
    repository.put(FILE, merged)
    assert "`artlint baseline prune` settles it" in repository.artlint("--baseline", FILE).stderr
    settled = repository.artlint("baseline", command)
    assert settled.returncode == 0, settled.stderr
    assert sorted(entry.reason for entry in read_baseline(repository.root / FILE).entries) == ["ours", "theirs"]
    assert repository.artlint("--baseline", FILE).returncode == 0


def test_show_lists_by_article_and_counts_by_rule(repository: Repository) -> None:
    repository.put("b.md", "STOP\n")
    repository.put("a.md", "STOP\n\nHALT\n")
    repository.artlint("baseline", "create", "--author", "")
    lines = repository.artlint("baseline", "show").stdout.splitlines()
    assert [line.partition(":")[0] for line in lines[:4]] == ["a.md", "a.md", "b.md", "b.md"]
    assert [line.split() for line in lines[4:6]] == [["3", "shout/line"], ["1", "shout/twice"]]
    assert lines[6] == f"4 findings accepted in {FILE}"


def test_the_configured_file_is_the_default(repository: Repository) -> None:
    repository.configure("baseline: docs/accepted.jsonl\n")
    repository.put("docs/a.md", "STOP\n")
    assert repository.artlint("baseline", "create").returncode == 0
    assert (repository.root / "docs/accepted.jsonl").exists()
    assert repository.artlint().returncode == 0
    assert repository.artlint("--no-baseline").returncode == 1


def test_an_incomplete_run_makes_no_baseline(repository: Repository) -> None:
    repository.put("a.md", "STOP\n")
    done = repository.artlint("baseline", "create", "a.md", "gone.md")
    assert done.returncode == 2
    assert "left as it was" in done.stderr
    assert not (repository.root / FILE).exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(["--baseline", "gone.jsonl"], "gone.jsonl does not exist", id="no such file"),
        pytest.param(["--baseline", "x", "--no-baseline"], "cannot hold at once", id="a baseline and none"),
        pytest.param(["--baseline", "x", "--baseline-from-ref", "HEAD"], "cannot hold at once", id="two baselines"),
        pytest.param(["--baseline-from-ref", "nowhere"], 'git knows no commit "nowhere"', id="no such revision"),
        pytest.param(["--add-suppressions", " "], "needs a reason", id="no reason"),
        pytest.param(["--add-suppressions", "a --> b"], "would end the comment", id="a reason that ends the comment"),
        pytest.param(["--add-suppressions", "x", "--no-suppressions"], "cannot hold at once", id="add and ignore"),
        pytest.param(["--add-suppressions", "x", "--fix"], "on files alone", id="add and fix"),
        pytest.param(["baseline", "prune"], f"{FILE} does not exist", id="nothing to prune"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line(repository: Repository, arguments: list[str], said: str) -> None:
    repository.put("a.md", "STOP\n")
    done = repository.artlint(*arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_baseline_from_ref(repository: Repository) -> None:
    repository.put("a.md", "STOP\n")
    repository.commit()
    repository.put("b.md", "HALT\n")
    done = repository.artlint("--baseline-from-ref", "HEAD", "-f", "json")
    told = json.loads(done.stdout)
    assert [finding["path"] for finding in told["findings"]] == ["b.md"]
    assert told["summary"]["suppressed"] == 1


def test_add_suppressions_writes_comments_and_configuration(repository: Repository) -> None:
    repository.put("a.md", "Text.\n\nSTOP\n")
    repository.put("b.txt", "Text.\n\nHALT\n")
    done = repository.artlint("--add-suppressions", "old stock")
    assert done.returncode == 0
    assert done.stdout == "no findings; 2 articles checked, 2 suppressed\n"
    assert "suppressions written to 1 article" in done.stderr
    written = (repository.root / "a.md").read_text()
    assert written == "Text.\n\n<!-- artlint-disable-next-line shout/line -- old stock -->\nSTOP\n"
    assert (repository.root / "b.txt").read_text() == "Text.\n\nHALT\n"
    configured = (repository.root / ".artlint.yaml").read_text()
    assert configured.endswith('suppressions:\n  - path: "/b.txt"\n    rule: [shout/line]\n    reason: "old stock"\n')
    assert repository.artlint("--add-suppressions", "again").returncode == 0
    assert (repository.root / ".artlint.yaml").read_text() == configured


@pytest.mark.parametrize(
    ("text", "arguments"),
    [
        pytest.param("rules: {title: off}\n", ["--isolated"], id="a file that this run does not read"),
        pytest.param("{rules: {title: off}}\n", [], id="a file without a place for entries"),
    ],
)
def test_entries_that_cannot_be_written_are_told(repository: Repository, text: str, arguments: list[str]) -> None:
    repository.put("b.txt", "A Headline\n\nHALT\n")
    repository.put(".artlint.yaml", text)
    done = repository.artlint("--add-suppressions", "old stock", *arguments)
    assert 'suppressions:\n  - path: "/b.txt"\n    rule: [shout/line]\n' in done.stderr
    assert (repository.root / ".artlint.yaml").read_text() == text
    assert done.returncode == 1


def test_add_suppressions_writes_to_pyproject(repository: Repository) -> None:
    (repository.root / ".artlint.yaml").unlink()
    repository.put("pyproject.toml", "[tool.artlint]\nrules = {title = 'off'}  # for now\n\n[project]\nname = 'x'\n")
    repository.put("b.txt", "A Headline\n\nHALT\n")
    done = repository.artlint("--add-suppressions", "old stock")
    assert (done.returncode, done.stdout) == (0, "no findings; 1 article checked, 1 suppressed\n")
    assert "written to pyproject.toml" in done.stderr
    text = (repository.root / "pyproject.toml").read_text()
    assert text.startswith(
        "[tool.artlint]\nrules = {title = 'off'}  # for now\n\n[project]\nname = 'x'\n\n[[tool.artlint"
    )


def test_add_suppressions_keeps_every_other_byte(repository: Repository) -> None:
    old = b"\xef\xbb\xbf# Head\r\n\r\ncaf\xc3\xa9\r\n\r\nSTOP"
    (repository.root / "a.md").write_bytes(old)
    assert repository.artlint("--add-suppressions", "old stock").returncode == 0
    comment = b"<!-- artlint-disable-next-line shout/line -- old stock -->\r\n"
    assert (repository.root / "a.md").read_bytes() == old.replace(b"STOP", comment + b"STOP")


def test_suppressions_away_from_the_changed_lines_are_not_needless(repository: Repository) -> None:
    repository.put("a.md", "<!-- artlint-disable-next-line shout/line -- a poster -->\nSTOP\n\nText.\n")
    repository.commit()
    repository.put("a.md", "<!-- artlint-disable-next-line shout/line -- a poster -->\nSTOP\n\nText.\n\nHALT\n")
    done = repository.artlint("--changed", "--changed-scope", "lines", "-f", "json")
    assert [finding["line"] for finding in json.loads(done.stdout)["findings"]] == [6]


def test_timings_change_no_report(repository: Repository) -> None:
    repository.put("a.md", "STOP\n")
    plain, timed = repository.artlint(), repository.artlint("--timings")
    assert timed.stdout == plain.stdout
    assert timed.returncode == plain.returncode
    assert "shout/line" in timed.stderr
    assert "the whole run" in timed.stderr


def test_fixes_leave_alone_what_is_accepted(repository: Repository) -> None:
    text = "<!-- artlint-disable-file shout -- as printed -->\n\nText.\n"
    repository.put("a.md", text)
    repository.artlint("baseline", "create")
    assert repository.artlint("--baseline", FILE, "--fix").returncode == 0
    assert (repository.root / "a.md").read_text() == text
    assert repository.artlint("--fix").returncode == 0
    assert (repository.root / "a.md").read_text() == "Text.\n"
