"""Editions of one page: the same path in another language, version or format."""

import pytest

from artlint_boilerplate.editions import series_of, work_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("en/guide.md", "pt-BR/guide.md", id="languages in folders"),
        pytest.param("guide.de.md", "guide.fr.md", id="languages in names"),
        pytest.param("docs/v1/guide.md", "docs/v2.0/guide.md", id="versions"),
        pytest.param("docs/1.9.x/guide.md", "docs/latest/guide.md", id="versions without a letter"),
        pytest.param("guide.md", "guide.html", id="formats"),
        pytest.param("html/_sources/guide.rst.txt", "html/guide.html", id="a page and its source"),
    ],
)
def test_one_work(one: str, other: str) -> None:
    assert work_of(one) == work_of(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("2019/report.md", "2020/report.md", id="years"),
        pytest.param("src/index.md", "api/index.md", id="folders of three letters"),
        pytest.param("00.md", "01.md", id="numbers for names"),
    ],
)
def test_two_works(one: str, other: str) -> None:
    assert work_of(one) != work_of(other)
    assert series_of(one) != series_of(other)


def test_release_notes_are_one_series() -> None:
    assert series_of("releases/1.11.21.md") == series_of("releases/2.0.md")
    assert series_of("news/release-v5.10.0.html") == series_of("news/release-2.0.0-beta1.html")
    assert series_of("news/whats-new-in-2.1.md") == series_of("news/2.2.md")
    assert series_of("releases/v4.md") != series_of("blog/v4.md")
