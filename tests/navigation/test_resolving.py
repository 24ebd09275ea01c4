"""From what is written to the article that is meant."""

import pytest

from artlint import Place
from artlint_navigation.pages import Page
from artlint_navigation.reference import Reference
from artlint_navigation.resolving import Resolver

PLACE = Place(0, 0, 1, 1, 1, 1)


def page(path: str, *titles: str, **more: tuple[str, ...]) -> Page:
    return Page(path, PLACE, titles, **more)  # type: ignore[arg-type]  # names and aliases alone


PAGES = [
    page("README.md", "The book"),
    page("docs/guide/index.md", "Guide"),
    page("docs/guide/setup.md", "Setup"),
    page("docs/guide/Upper.md", "Upper"),
    page("docs/guide/deep/part.mdx", "Part"),
    page("docs/de/guide/setup.md", "Einrichtung"),
    page("docs/intro.zh-CN.md", "Intro", names=("intro-zh-CN.html",)),
    page("posts/2024-05-01-harbour.md", "“The Captain’s House”", aliases=("/old/harbour/",)),
    page("posts/2024-05-02-town.md", "Chapter 3: The old town — A walk", names=("https://example.org/town/",)),
    page("a/one.txt", "Twin"),
    page("b/two.txt", "Twin"),
]
RESOLVER = Resolver(PAGES)


def resolved(source: str, target: str | None, text: str = "") -> tuple[str, str | None]:
    found = RESOLVER.resolve(Reference("next", "markdown:link", PLACE, target, text, path=source))
    return found.verdict, found.path


SETUP = "docs/guide/setup.md"


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        pytest.param("docs/guide/index.md", "setup.md", ("ok", SETUP), id="relative"),
        pytest.param("docs/guide/index.md", "setup.md#install", ("ok", SETUP), id="with a place"),
        pytest.param("docs/guide/index.md", "./setup", ("ok", SETUP), id="without suffix"),
        pytest.param("docs/guide/index.md", "setup.html", ("ok", SETUP), id="built suffix"),
        pytest.param("docs/guide/index.md", "/guide/setup", ("ok", SETUP), id="from the site's root"),
        pytest.param("docs/guide/deep/part.mdx", "../", ("ok", "docs/guide/index.md"), id="folder"),
        pytest.param("docs/guide/deep/part.mdx", "../../setup/", ("ok", SETUP), id="page served as a folder"),
        pytest.param("docs/guide/setup.md", "deep/part.md", ("ok", "docs/guide/deep/part.mdx"), id="other suffix"),
        pytest.param("docs/guide/setup.md", "../../README.md", ("ok", "README.md"), id="root"),
        pytest.param("docs/guide/setup.md", "upper.md", ("case", "docs/guide/Upper.md"), id="other case"),
        pytest.param(SETUP, "Index.md", ("case", "docs/guide/index.md"), id="index in other case"),
        pytest.param(SETUP, "../../readme.md", ("case", "README.md"), id="readme in other case"),
        pytest.param(SETUP, "index.MD", ("case", "docs/guide/index.md"), id="suffix in other case"),
        pytest.param(SETUP, "index.html", ("ok", "docs/guide/index.md"), id="built index"),
        pytest.param(SETUP, "../../index.html", ("ok", "README.md"), id="readme built as index"),
        pytest.param("docs/guide/setup.md", "setup.md", ("self", SETUP), id="itself"),
        pytest.param("docs/guide/setup.md", "gone.md", ("missing", None), id="gone"),
        pytest.param("docs/guide/setup.md", "harbour.md", ("missing", None), id="file of another folder"),
        pytest.param("docs/guide/setup.md", "../../../x.md", ("outside", None), id="above the root"),
        pytest.param("docs/guide/setup.md", "https://example.com/", ("external", None), id="other site"),
        pytest.param("README.md", "https://example.org/town", ("ok", "posts/2024-05-02-town.md"), id="canonical"),
        pytest.param("README.md", "intro-zh-CN.html", ("ok", "docs/intro.zh-CN.md"), id="permalink"),
        pytest.param("README.md", "harbour", ("ok", "posts/2024-05-01-harbour.md"), id="slug"),
        pytest.param("README.md", "/old/harbour", ("redirect", "posts/2024-05-01-harbour.md"), id="alias"),
        pytest.param("docs/de/guide/x.md", "/de/guide/setup", ("ok", "docs/de/guide/setup.md"), id="edition"),
    ],
)
def test_address(source: str, target: str, expected: tuple[str, str | None]) -> None:
    assert resolved(source, target) == expected


HOUSE, TOWN = "posts/2024-05-01-harbour.md", "posts/2024-05-02-town.md"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Setup", ("ok", SETUP), id="as written"),
        pytest.param('"The Captain\'s House"', ("ok", HOUSE), id="quotes"),
        pytest.param("&ldquo;The Captain&rsquo;s House&rdquo;", ("ok", HOUSE), id="entities"),
        pytest.param("**setup**", ("ok", SETUP), id="emphasis and case"),
        pytest.param("Chapter 3: The old t…", ("ok", TOWN), id="cut"),
        pytest.param("Setup - The Harbour Daily", ("ok", SETUP), id="site name"),
        pytest.param("The old town - A walk", ("ok", TOWN), id="without its number"),
        pytest.param("Twin", ("ambiguous", None), id="two articles"),
        pytest.param("Nothing", ("missing", None), id="none"),
    ],
)
def test_title(text: str, expected: tuple[str, str | None]) -> None:
    assert resolved("README.md", None, text) == expected


def test_own_folder_goes_first() -> None:
    assert resolved("b/x.txt", None, "Twin") == ("ok", "b/two.txt")
