"""The store: the same report with and without it, changes noticed, damage survived."""

import os
import sqlite3
import subprocess
import threading
import time
from pathlib import Path

import pytest
from store.conftest import ENTRY, UNTITLED, Articles

TICK = 0.15  # a file that changed more recently than the file system's clock tells is read again anyway


def test_the_report_is_the_same_cold_warm_and_without(articles: Articles) -> None:
    cold = articles.run()
    assert articles.file.is_file()
    assert (articles.file.parent / ".gitignore").read_text() == "*\n"
    assert (articles.file.parent / "CACHEDIR.TAG").read_text().startswith("Signature: 8a477f597d28d172789f06886806bc55")
    assert articles.run() == cold
    assert articles.run("--no-cache") == cold
    assert articles.run("-j", "2") == cold


def test_an_unchanged_file_is_not_read(articles: Articles) -> None:
    """A file whose times and size are as they were is taken for unchanged: its new content goes unseen."""
    time.sleep(TICK)
    articles.run()
    row = "UPDATE article SET content = x'00' WHERE path = '00.txt'"
    execute(articles.file, row)
    assert articles.found() == articles.found("--no-cache")
    with sqlite3.connect(articles.file) as connection:
        (content,) = connection.execute("SELECT content FROM article WHERE path = '00.txt'").fetchone()
    connection.close()
    assert content == b"\0", "the file was read and its digest renewed"


def test_a_change_is_noticed(articles: Articles) -> None:
    articles.run()
    time.sleep(TICK)
    articles.run()
    assert ("01.txt", "title/missing") not in articles.found()
    (articles.folder / "01.txt").write_text(UNTITLED.format(number=1))
    assert ("01.txt", "title/missing") in articles.found()


def test_a_change_of_the_same_size_and_time_is_noticed(articles: Articles) -> None:
    path = articles.folder / "01.txt"
    articles.run()
    time.sleep(TICK)
    articles.run()
    state = path.stat()
    text = path.read_text()
    path.write_text(text.replace("Harbour Report 1\n\n", "harbour report 1 \n"))
    assert path.stat().st_size == state.st_size
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert articles.run() == articles.run("--no-cache")


def test_a_touched_file_keeps_its_result(articles: Articles) -> None:
    cold = articles.run()
    for path in articles.folder.glob("*.txt"):
        os.utime(path)
    assert articles.run() == cold


def test_articles_come_and_go(articles: Articles) -> None:
    articles.run()
    (articles.folder / "00.txt").rename(articles.folder / "new.txt")
    found = articles.found()
    assert ("new.txt", "title/missing") in found
    assert ("00.txt", "title/missing") not in found
    assert articles.run() == articles.run("--no-cache")


def test_other_settings_have_results_of_their_own(articles: Articles) -> None:
    articles.run()
    assert articles.found("--ignore", "title") == set()
    (articles.folder / ".artlint.yaml").write_text("rules: {title/missing: 'off'}\n")
    assert articles.found() == set()
    (articles.folder / ".artlint.yaml").unlink()
    assert articles.found() != set()


def test_a_changed_local_plugin_is_noticed(articles: Articles) -> None:
    plugin = articles.folder / "house.py"
    source = (
        "from dataclasses import dataclass\nfrom typing import ClassVar\nfrom artlint import Finding, Rule, hookimpl\n"
        "@dataclass(frozen=True)\nclass R(Rule):\n    '''Each article.'''\n    id: ClassVar[str] = 'house/each'\n"
        "    def check_article(self, article):\n        yield Finding('MESSAGE', article.place(0, 1))\n"
        "@hookimpl\ndef artlint_rules(): return [R]\n"
    )
    plugin.write_text(source.replace("MESSAGE", "alpha-message"))
    assert "alpha-message" in articles.run("--plugin", "house.py")[0]
    plugin.write_text(source.replace("MESSAGE", "beta-message"))
    output = articles.run("--plugin", "house.py")[0]
    assert "beta-message" in output
    assert "alpha-message" not in output


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda file: file.write_bytes(b"no database at all" * 500), id="no database"),
        pytest.param(lambda file: file.write_bytes(b""), id="empty"),
        pytest.param(lambda file: file.write_bytes(file.read_bytes()[: file.stat().st_size // 2]), id="cut in half"),
        pytest.param(
            lambda file: file.write_bytes(file.read_bytes()[:8192] + b"\xff" * (file.stat().st_size - 8192)),
            id="pages lost",
        ),
        pytest.param(lambda file: execute(file, "UPDATE fact SET keys = x'00'"), id="keys of another shape"),
        pytest.param(lambda file: execute(file, "UPDATE fact SET keys = 7"), id="keys that are a number"),
        pytest.param(lambda file: execute(file, "UPDATE fact SET keys = x'0000000000000000'"), id="other keys"),
        pytest.param(lambda file: execute(file, "UPDATE detail SET places = x'00'"), id="places of another shape"),
        pytest.param(lambda file: execute(file, "UPDATE detail SET texts = 7"), id="values that are a number"),
        pytest.param(lambda file: execute(file, "DELETE FROM detail"), id="details that are gone"),
        pytest.param(lambda file: execute(file, "DELETE FROM fact"), id="keys that are gone"),
        pytest.param(
            lambda file: execute(file, "UPDATE finding SET findings = '[[1]]'"), id="findings of another shape"
        ),
        pytest.param(lambda file: execute(file, "UPDATE finding SET findings = '{'"), id="findings that are no JSON"),
        pytest.param(
            lambda file: execute(file, "UPDATE judgement SET findings = 'null'"), id="judgement of another shape"
        ),
        pytest.param(lambda file: execute(file, "UPDATE article SET content = 'text'"), id="digest that is a text"),
        pytest.param(lambda file: execute(file, "DROP TABLE fact"), id="a table is missing"),
        pytest.param(lambda file: execute(file, "UPDATE article SET packs = x''"), id="digests are missing"),
        pytest.param(lambda file: execute(file, "PRAGMA user_version = 99"), id="a later format"),
    ],
)
def test_damage_costs_a_warning_at_most(articles: Articles, damage: object) -> None:
    articles.run()
    assert callable(damage)
    damage(articles.file)
    (articles.folder / "01.txt").write_text("Harbour Report 1\n\n" + UNTITLED.format(number=1) * 2)  # facts are needed
    expected, _ = articles.run("--no-cache")
    output, errors = articles.run()
    assert output == expected
    assert len(errors.splitlines()) <= 1
    assert articles.run() == (expected, ""), "the store is sound again"


def execute(file: Path, statement: str) -> None:
    with sqlite3.connect(file) as connection:
        connection.execute(statement)
    connection.close()


def test_a_link_is_not_followed(articles: Articles, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (articles.folder / ".artlint_cache").symlink_to(elsewhere)
    output, errors = articles.run()
    assert "results are not kept" in errors
    assert output == articles.run("--no-cache")[0]
    assert list(elsewhere.iterdir()) == []


def test_a_folder_that_cannot_be_made(articles: Articles) -> None:
    (articles.folder / ".artlint_cache").write_text("a file")
    output, errors = articles.run()
    assert "results are not kept" in errors
    assert output == articles.run("--no-cache")[0]


def test_a_locked_store_is_left_alone(articles: Articles) -> None:
    articles.run()
    (articles.folder / "01.txt").write_text(UNTITLED.format(number=1))
    connection = sqlite3.connect(articles.file, isolation_level=None, check_same_thread=False)
    connection.execute("BEGIN EXCLUSIVE")
    timer = threading.Timer(2.0, lambda: (connection.execute("ROLLBACK"), connection.close()))
    timer.start()
    output, errors = articles.run()
    timer.join()
    assert output == articles.run("--no-cache")[0]
    assert errors == ""


def test_eight_runs_share_one_store(articles: Articles) -> None:
    expected, _ = articles.run("--no-cache")
    processes = [articles.command() for _ in range(8)]
    told = [process.communicate(timeout=120) for process in processes]
    assert [output for output, _ in told] == [expected] * 8
    assert [errors for _, errors in told] == [""] * 8
    assert articles.run() == (expected, "")


def test_clean(articles: Articles) -> None:
    articles.run()
    command = [*ENTRY, "cache", "clean"]
    for said in ("deleted .artlint_cache", "nothing kept in .artlint_cache"):
        done = subprocess.run(command, cwd=articles.folder, capture_output=True, encoding="utf-8", check=True)
        assert done.stderr.strip() == said
        assert not articles.file.parent.exists()


def test_clean_deletes_nothing_else(articles: Articles) -> None:
    (articles.folder / "precious").mkdir()
    command = [*ENTRY, "cache", "clean", "--cache-dir", "precious"]
    done = subprocess.run(command, cwd=articles.folder, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 2
    assert "is not a store" in done.stderr
    assert (articles.folder / "precious").is_dir()


def test_small_collections_need_no_store(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(UNTITLED.format(number=0))
    Articles(tmp_path).run()
    assert not (tmp_path / ".artlint_cache").exists()
