"""Fixes that a plugin's command makes."""

from pathlib import Path

import pytest

from artlint import Article, Edit, Fix
from artlint.commands import fix_articles


def without_cats(article: Article) -> Fix | None:
    at = article.text.find("cat")
    return Fix((Edit(at, at + 3, "cat", "dog"),), safe=False, description="dogs") if at >= 0 else None


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "a.txt").write_bytes(b"The cat.\r\n")
    (tmp_path / "b.txt").write_bytes(b"The dog.\n")
    (tmp_path / "c.txt").write_bytes("The cat.".encode("utf-16"))
    (tmp_path / "d.txt").write_bytes(b"The concatenation.\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_articles_are_fixed_or_left(folder: Path) -> None:
    done = fix_articles((), ["a.txt", "b.txt", "c.txt", "d.txt", "e.txt"], without_cats)
    assert (folder / "a.txt").read_bytes() == b"The dog.\r\n"
    assert done.changed == ("a.txt",)
    assert [line.partition(":")[0] for line in done.left] == ["c.txt", "d.txt", "e.txt"]
    assert "+The dog.\r\n" in done.patch.decode()


def test_a_dry_run_writes_nothing(folder: Path) -> None:
    assert fix_articles((), ["a.txt"], without_cats, dry=True).changed == ("a.txt",)
    assert (folder / "a.txt").read_bytes() == b"The cat.\r\n"
