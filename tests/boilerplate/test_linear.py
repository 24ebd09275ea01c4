"""Work that grows with the text and no faster, for every rule and for texts that nobody meant to be read."""

from collections.abc import Callable
from time import process_time

import pytest

from artlint import Rule
from artlint.testing import check_files, read
from artlint_boilerplate import artlint_rules

# Four times the text may take this many times the work: 4 where it is linear, 16 where it is quadratic.
_TIMES, _MOST = 4, 10
_TRIALS = 2
# Below so many seconds a clock tells nothing.
_LEAST = 0.02

RULES = [pytest.param(rule, id=rule.id.partition("/")[2]) for rule in artlint_rules()]


def words(count: int) -> str:
    return " ".join(f"w{number}" for number in range(count))


def sentences(count: int) -> str:
    return " ".join(f"Ship {number} came in, and the master of the harbour wrote it down." for number in range(count))


ARTICLES = [
    pytest.param("a.txt", lambda size: "the same old line\n" * size * 10, id="one line over and over"),
    pytest.param("a.txt", lambda size: "one line here\nanother line there\n" * size * 5, id="two lines in turn"),
    pytest.param("a.txt", lambda size: "".join(f"line {number} of it\n" for number in range(10 * size)), id="lines"),
    pytest.param("a.txt", lambda size: "x" * 100 * size, id="no blank"),
    pytest.param("a.txt", lambda size: "\u6f22" * 20 * size, id="no blank in Chinese"),
    pytest.param("a.md", lambda size: words(20 * size), id="one paragraph of words"),
    pytest.param("a.md", lambda size: sentences(2 * size), id="one paragraph of sentences"),
    pytest.param("a.md", lambda size: f"{sentences(2)}\n\n" * size, id="one paragraph over and over"),
    pytest.param("a.md", lambda size: f"# {words(3)}\n\n{sentences(2)}\n\nSo.\n\n" * size, id="sections"),
    pytest.param(
        "a.md", lambda size: "".join(f"{sentences(2)} {number}\n\n" for number in range(size)), id="near-copies"
    ),
    pytest.param("a.html", lambda size: f"<p>{sentences(1)} <a href='b'>c</a></p>" * size, id="links"),
    pytest.param(
        "a.html",
        lambda size: "".join(
            f"<h2>f_{number}()</h2><p>f_{number}(x)</p><p>{sentences(3)}</p>" for number in range(size)
        ),
        id="entries",
    ),
    pytest.param(
        "a.html",
        lambda size: "".join(
            f"<div class='tab-pane'><p>{sentences(3)} {number}</p>" for number in (*range(size), *range(size, 0, -1))
        ),
        id="tabs that do not end",
    ),
    pytest.param("a.html", lambda size: f"<ul><li>{sentences(1)}</li></ul>" * size, id="lists"),
]


def work(rule: type[Rule], path: str, text: str) -> float:
    """Seconds that the rule takes for the article, which has been read."""
    return min(once(rule, path, text) for _ in range(_TRIALS))


def once(rule: type[Rule], path: str, text: str) -> float:
    article, made = read(path, text), rule()
    start = process_time()
    list(made.check_article(article))
    collector = made.collector()
    list(collector.collect(article) if collector else ())
    return process_time() - start


@pytest.mark.parametrize(("path", "text_of"), ARTICLES)
@pytest.mark.parametrize("rule", RULES)
def test_an_article_of_four_times_the_size(rule: type[Rule], path: str, text_of: Callable[[int], str]) -> None:
    size = 400
    small, large = work(rule, path, text_of(size)), work(rule, path, text_of(_TIMES * size))
    assert large < max(_LEAST, small) * _MOST


def notices(count: int) -> dict[str, str]:
    notice = sentences(3)
    return {f"{number}.md": f"Page {number}.\n\n{notice}\n\n{notice} In {number}.\n" for number in range(count)}


def families(count: int) -> dict[str, str]:
    return {f"{number}.md": f"{sentences(12)}\n\n{words(60)} {number}\n" for number in range(count)}


@pytest.mark.parametrize("files_of", [pytest.param(notices, id="a notice"), pytest.param(families, id="near-copies")])
@pytest.mark.parametrize("rule", RULES)
def test_a_collection_of_four_times_the_size(rule: type[Rule], files_of: Callable[[int], dict[str, str]]) -> None:
    def judged(count: int) -> float:
        start = process_time()
        check_files(rule(), files_of(count))
        return process_time() - start

    small, large = (min(judged(count) for _ in range(2)) for count in (75, 75 * _TIMES))
    assert large < max(_LEAST, small) * _MOST
