"""The rules on real collections; see the README of the shared folder."""

from pathlib import Path

import pytest

from artlint import Rule
from artlint.testing import Found, check_files, read
from artlint_titles.articlehood import is_part
from artlint_titles.duplicate import DuplicateTitle
from artlint_titles.editions import edition
from artlint_titles.missing import MissingTitle

SUFFIXES = (".md", ".mdx", ".html", ".txt")

pytestmark = pytest.mark.corpora


def texts(folder: Path) -> dict[str, str]:
    """The articles below `folder` by path."""
    paths = (path for path in folder.rglob("*") if path.suffix in SUFFIXES and path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8", errors="replace") for path in paths}


def found(rule: Rule, folder: Path) -> Found:
    return check_files(rule, texts(folder))


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("rust-book", id="chapters that begin at a lower heading"),
        pytest.param("rust-blog", id="TOML"),
        pytest.param("react-legacy", id="redirects"),
        pytest.param("dart-site", id="includes"),
        pytest.param("vitest-docs", id="pages of code alone"),
        pytest.param("18f-blog", id="templates and redirects"),
        pytest.param("linux-insides", id="underlined headings"),
        pytest.param("kubernetes-the-hard-way", id="lists of addresses"),
    ],
)
def test_no_title_is_missing(corpora: Path, name: str) -> None:
    assert found(MissingTitle(), corpora / name).places == []


def test_the_one_empty_article_is_found(corpora: Path) -> None:
    assert [path for path, _ in found(MissingTitle(), corpora / "opensuse-news").places] == [
        "_posts/2011/2011-07-14-opensuse-conference-registration-open.md"
    ]


def test_front_matter_in_toml_gives_titles(corpora: Path) -> None:
    articles = [read(path, text) for path, text in texts(corpora / "rust-blog" / "content").items()]
    titled = [article for article in articles if article.body and article.title and not is_part(article)]
    assert len(titled) > 700
    assert {article.title.source for article in titled if article.title} == {"front matter"}


def test_no_duplicate_crosses_editions(corpora: Path) -> None:
    findings = found(DuplicateTitle(), corpora / "nodejs").findings
    assert findings
    for finding in findings:
        assert {edition(related.path) for related in finding.related} == {edition(finding.path)}
