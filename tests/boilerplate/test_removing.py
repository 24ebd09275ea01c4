"""`artlint boilerplate --remove` takes a named block out, and nothing else."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from artlint.errors import UsageError
from artlint_boilerplate.command import boilerplate

NOTICE = "This report was first printed in our weekly letter, which you can have free of charge every Friday."
ABOUT = "Our letter is written by twelve people who know the harbour and all of its boats by their names."


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for number in range(4):
        text = f"# Report {number}\n\nThe boat {number} is back.\n\n{NOTICE}\n\n{ABOUT}\n\nThat was day {number}.\n"
        file = tmp_path / "news" / f"{number}.md"
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(text.replace("\n", "\r\n" if number else "\n").encode())
    (tmp_path / "news" / "4.md").write_bytes(f"# Report 4\n\nThe last boat is back.\n\n{ABOUT}".encode())
    (tmp_path / "news" / "5.md").write_bytes(f"# Report 5\n\nNo boat came.\n\n> {NOTICE}\n".encode())
    (tmp_path / ".artlint.yaml").write_text("collection: [news]\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "news"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(boilerplate, ["-q", *arguments])


def block_id() -> str:
    return run("news").stdout.partition(" ")[0]


def test_the_block_is_gone_and_all_else_stays(folder: Path) -> None:
    result = run("news", "--remove", block_id()[:10])
    assert result.stdout.startswith("taken out of 5 articles: ")
    assert (folder / "0.md").read_bytes() == b"# Report 0\n\nThe boat 0 is back.\n\nThat was day 0.\n"
    assert (folder / "1.md").read_bytes() == b"# Report 1\r\n\r\nThe boat 1 is back.\r\n\r\nThat was day 1.\r\n"
    assert (folder / "4.md").read_bytes() == b"# Report 4\n\nThe last boat is back."


def test_what_has_other_text_in_its_lines_is_left_and_told(folder: Path) -> None:
    before = (folder / "5.md").read_bytes()
    result = run("news", "--remove", block_id())
    assert "news/5.md: has other text in the block's lines; left as it was" in result.stderr
    assert (folder / "5.md").read_bytes() == before


def test_articles_elsewhere_are_left(folder: Path) -> None:
    result = run("news/0.md", "news/1.md", "--remove", block_id())
    assert "taken out of 2 articles" in result.stdout
    assert NOTICE in (folder / "2.md").read_text("utf-8")


def test_a_patch_writes_nothing(folder: Path) -> None:
    before = [file.read_bytes() for file in sorted(folder.iterdir())]
    result = run("news", "--diff", "--remove", block_id())
    assert result.stdout.count(f"\n-{NOTICE}") == 4
    assert "would be taken out of 5 articles" in result.stderr
    assert [file.read_bytes() for file in sorted(folder.iterdir())] == before


@pytest.mark.usefixtures("folder")
def test_an_id_that_no_block_has() -> None:
    result = run("news", "--remove", "0123456789")
    assert '"0123456789" is no block id of this collection' in str(result.exception)


def test_the_listing_tells_what_it_does_not_show(folder: Path) -> None:
    for number in range(3):
        (folder / f"x{number}.md").write_text(f"# X {number}\n\n{ABOUT.upper()} {NOTICE}\n", encoding="utf-8")
    assert "not shown" not in run("news", "-n0").stdout
    assert run("news", "-n1").stdout.endswith("; 1 of them not shown, see -n\n")


def test_allow_writes_into_the_configuration_of_the_paths(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = block_id()
    monkeypatch.chdir(folder.parent.parent)
    result = run(str(folder), "--allow", found)
    assert result.exit_code == 0, result.output
    assert f'- "{found}"' in (folder.parent / ".artlint.yaml").read_text(encoding="utf-8")
    assert not (folder.parent.parent / ".artlint.yaml").exists()


def test_a_configuration_in_toml_is_left_to_the_user(folder: Path) -> None:
    (folder.parent / ".artlint.yaml").unlink()
    (folder.parent / "pyproject.toml").write_text("[tool.artlint]\ncollection = ['news']\n", encoding="utf-8")
    result = run("news", "--allow", block_id())
    assert "is no YAML; add" in str(result.exception)


@pytest.mark.parametrize("name", ["", "0", "zzzz", "../../x", "\x1b[31m", "0123456789abcdef0", "-n"])
def test_what_is_no_block_id_is_refused(folder: Path, name: str) -> None:
    before = (folder.parent / ".artlint.yaml").read_text(encoding="utf-8")
    result = run("news", f"--allow={name}")
    assert isinstance(result.exception, UsageError)
    assert "no block id" in str(result.exception)
    assert "\x1b" not in str(result.exception)
    assert (folder.parent / ".artlint.yaml").read_text(encoding="utf-8") == before


def test_what_steers_a_terminal_is_spelled_out(folder: Path) -> None:
    for number in range(3):
        (folder / f"{number}.md").write_text(f"# X {number}\n\n\x1b[31m\u202e{NOTICE}\n", encoding="utf-8")
    listed = run("news", "-n0").stdout
    assert "\\x1b[31m" in listed
    assert "\x1b" not in listed
    result = run("news", "--allow", listed.partition(" ")[0])
    assert result.exit_code == 0, result.exception
    assert "\x1b" not in result.stdout + (folder.parent / ".artlint.yaml").read_text(encoding="utf-8")
