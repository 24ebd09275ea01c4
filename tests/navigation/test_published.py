"""Addresses on sites whose generators take dates and numbers off file names."""

import pytest

from artlint import Place
from artlint_navigation.pages import Page
from artlint_navigation.reference import Reference
from artlint_navigation.resolving import Resolver

PLACE = Place(0, 0, 1, 1, 1, 1)
STORM, FERRY, CALM = "_posts/2024-01-02-storm.md", "_posts/2024-02-10-ferry.md", "_posts/calm.md"
ROPES, KNOTS = "docs/01-ropes.md", "docs/02-sailing/03-knots.md"
PAGES = [
    *(Page(path, PLACE) for path in (STORM, FERRY, ROPES, KNOTS, "docs/02-sailing/index.md")),
    Page(CALM, PLACE, date="2024-03-01"),
    Page("_posts/2024-04-01-a.md", PLACE, names=("harbour-day",)),
    Page("docs/04-b.md", PLACE, names=("anchors",)),
    *(Page(f"_posts/{year}-05-01-fair.md", PLACE) for year in (2023, 2024)),
    *(Page(f"docs/twins/{number}-twin.md", PLACE) for number in ("01", "02")),
    Page("tips/2024-06-01-paint.md", PLACE),
    Page("_recipes/2024-06-01-paint.md", PLACE),
    Page("_guides/mooring.md", PLACE),
    Page("docs/05-c.md", PLACE, names=("/harbour/lights",)),
    Page("docs/06-signals.md", PLACE, names=("/flags.html",)),
]
RESOLVER = Resolver(PAGES)


def resolved(source: str, target: str) -> tuple[str, str | None]:
    found = RESOLVER.resolve(Reference("next", "front matter:next", PLACE, target, path=source))
    return found.verdict, found.path


@pytest.mark.parametrize(
    ("target", "path"),
    [
        pytest.param("/2024/01/02/storm.html", STORM, id="day"),
        pytest.param("/2024/01/02/storm/", STORM, id="day, as a folder"),
        pytest.param("/2024/1/2/storm", STORM, id="day without zeros"),
        pytest.param("/2024/01/storm/", STORM, id="month"),
        pytest.param("/2024/storm.html", STORM, id="year"),
        pytest.param("/news/town/2024/01/02/storm.html", STORM, id="categories before the date"),
        pytest.param("2024/01/02/storm.html", STORM, id="without the slash"),
        pytest.param("/blog/storm/", STORM, id="no date"),
        pytest.param("/storm.html", STORM, id="slug alone"),
        pytest.param("storm", STORM, id="slug"),
        pytest.param("/blog/2024-01-02-storm", STORM, id="whole name in another folder"),
        pytest.param("/2024/03/01/calm/", CALM, id="date of the front matter"),
        pytest.param("/blog/calm/", CALM, id="folder of posts"),
        pytest.param("/2024/04/01/harbour-day.html", "_posts/2024-04-01-a.md", id="slug of the front matter"),
        pytest.param("/blog/harbour-day/", "_posts/2024-04-01-a.md", id="slug of the front matter, no date"),
        pytest.param("/2024/05/01/fair.html", "_posts/2024-05-01-fair.md", id="the date tells which"),
        pytest.param("/tips/paint/", "tips/2024-06-01-paint.md", id="the folder tells which"),
        pytest.param("/guides/mooring/", "_guides/mooring.md", id="collection"),
    ],
)
def test_address_of_a_post(target: str, path: str) -> None:
    assert resolved(FERRY, target) == ("ok", path)


@pytest.mark.parametrize(
    ("target", "verdict"),
    [
        pytest.param("/2023/01/02/storm.html", "missing", id="another year"),
        pytest.param("/2024/01/03/storm.html", "missing", id="another day"),
        pytest.param("/2024/03/02/calm/", "missing", id="another day than the front matter's"),
        pytest.param("./storm.html", "missing", id="relative to a post is not its address"),
        pytest.param("../01/02/storm", "missing", id="relative to an address"),
        pytest.param("../_posts/storm.html", "missing", id="relative to a folder"),
        pytest.param("storm.md", "missing", id="file without its date"),
        pytest.param("/blog/fair/", "ambiguous", id="two posts of one slug"),
        pytest.param("/blog/mooring/", "missing", id="no post"),
    ],
)
def test_no_address_of_a_post(target: str, verdict: str) -> None:
    assert resolved("docs/04-b.md", target) == (verdict, None)


def test_post_beside_a_post() -> None:
    assert resolved(FERRY, "./storm.html") == ("missing", None)
    assert resolved(FERRY, "storm.html") == ("ok", STORM)


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        pytest.param(STORM, "/docs/ropes", ("ok", ROPES), id="from the root"),
        pytest.param("docs/04-b.md", "./ropes", ("ok", ROPES), id="own folder"),
        pytest.param("docs/04-b.md", "ropes", ("ok", ROPES), id="name"),
        pytest.param("docs/04-b.md", "./ropes.html", ("ok", ROPES), id="built"),
        pytest.param("docs/04-b.md", "./sailing/", ("ok", "docs/02-sailing/index.md"), id="folder's number"),
        pytest.param(STORM, "/docs/sailing/knots", ("ok", KNOTS), id="numbers of folder and file"),
        pytest.param("docs/04-b.md", "./ropes.md", ("missing", None), id="file without its number"),
        pytest.param(KNOTS, "./ropes", ("missing", None), id="own folder alone"),
        pytest.param("docs/twins/x.md", "./twin", ("ambiguous", None), id="two numbers"),
        pytest.param(STORM, "/docs/anchors", ("ok", "docs/04-b.md"), id="id for the name"),
        pytest.param(STORM, "/docs/harbour/lights", ("ok", "docs/05-c.md"), id="permalink below the site's folder"),
        pytest.param("docs/04-b.md", "./signals", ("missing", None), id="its permalink is another one"),
    ],
)
def test_numbered_file(source: str, target: str, expected: tuple[str, str | None]) -> None:
    assert resolved(source, target) == expected
