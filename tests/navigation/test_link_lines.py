"""Links that are references, and links that are not."""

import pytest

from artlint.testing import read
from artlint_navigation.collecting import Navigation


def references(text: str, path: str = "a.md") -> list[tuple[str, str | None]]:
    """Direction and target of each strong reference."""
    return [(it.direction, it.target) for it in Navigation().references(read(path, text)) if not it.is_weak]


BOTH = [("previous", "a.md"), ("next", "b.md")]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("[Previous](a.md) | [Next](b.md)", id="bar"),
        pytest.param("[Previous](a.md) [Next](b.md)", id="side by side"),
        pytest.param("Previous: [A](a.md), Up: [Home](c.md), Next: [B](b.md)", id="label before each link"),
        pytest.param("- **⬅️ Previous**: [A](a.md)\n- **➡️ Next**: [B](b.md)", id="bold labels with emoji"),
        pytest.param("- ← Previous: [A](a.md) - where it began\n- → Next: [B](b.md)", id="description after the link"),
        pytest.param('> [!div class="step-by-step"]\n> [Previous](a.md)\n> [Next](b.md)', id="step by step"),
        pytest.param("< [A](a.md) | [Contents](index.md) | [B](b.md) >", id="chevrons around the line"),
        pytest.param("[← A](a.md) | [B →](b.md)", id="arrows in the links"),
        pytest.param("[« Prev](a.md) · [Next »](b.md)", id="chevrons in the labels"),
        pytest.param("| [Previous](a.md) | [Home](c.md) | [Next](b.md) |\n|---|---|---|", id="table"),
        pytest.param("[Previous][p] | [Next][n]\n\n[p]: a.md\n[n]: b.md", id="reference links"),
        pytest.param("[![Previous](l.png)](a.md) [![Next](r.png)](b.md)", id="images as labels"),
        pytest.param("[Previous: A](a.md) | [Next: B](b.md)", id="title in the link"),
        pytest.param("**Previous article**\n\n[A](a.md)\n\n**Next article**\n\n[B](b.md)", id="label above the link"),
        pytest.param('<p><a href="a.md">Previous</a> | <a href="b.md">Next</a></p>', id="HTML in Markdown"),
        pytest.param("[Prev Chapter](a.md) **Chapter 7** [Next Chapter](b.md)", id="own place between the links"),
        pytest.param("[← Back](c.md) | [← Previous: A](a.md) | [Next: B →](b.md)", id="way up before them"),
        pytest.param("**Prev:** [A](a.md) &nbsp;&nbsp;&nbsp; ➡️ **Next:** [B](b.md)", id="blanks that do not break"),
        pytest.param("[目录](c.md) · 上一篇：[A](a.md) · 下一篇：[B](b.md)", id="Chinese with a way up"),
        pytest.param("- 上一篇：[[a.md|A]]\n- 下一篇：[[b.md|B]]", id="wiki links"),
        pytest.param("**Prev:** [[a.md]] | **Next:** [[b.md#part]]", id="wiki links in one line"),
        pytest.param("Thanks for reading.\n[Previous](a.md) | [Next](b.md)", id="below a sentence"),
        pytest.param("And so we sailed away  \n[Previous](a.md)  \n[Next](b.md)", id="after hard breaks"),
        pytest.param("« [Departure](a.md) | [Old town](b.md) »", id="guillemets around a bar"),
        pytest.param("[السابق →](a.md) | [← التالي](b.md)", id="words beat arrows"),
    ],
)
def test_both_neighbours(text: str) -> None:
    assert references(f"# Title\n\nText.\n\n{text}\n") == BOTH


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("As we saw in the [previous](a.md) part, it works.", id="in a sentence"),
        pytest.param("[Next](b.md), we will see how.", id="sentence that begins with the link"),
        pytest.param("See the [next chapter](b.md).", id="sentence that ends with the link"),
        pytest.param("[Next steps](b.md)", id="next steps"),
        pytest.param("[Read more →](b.md)", id="teaser with an arrow"),
        pytest.param("Next: [[b]] has more of it", id="wiki link in a sentence"),
        pytest.param("[← Back](b.md)", id="way back"),
        pytest.param("[Next](@next)", id="page of a playground"),
        pytest.param("[Next](#next)", id="place in the page"),
        pytest.param("[Older posts](/page/2/)", id="pages of a list"),
        pytest.param("[Next]({{ page.next.url }})", id="template"),
        pytest.param("```\n[Next](b.md)\n```", id="code"),
        pytest.param("[Home](a.md) » [Docs](b.md) » Here", id="breadcrumb"),
        pytest.param("- **Next Lesson**: return to [the start](b.md)", id="words between label and link"),
        pytest.param("He wanted a monopoly for itself (see\n[next section](b.md)).", id="line of a wrapped sentence"),
        pytest.param("[Next section](a.md#harbour)", id="place in this very file"),
        pytest.param("- `current` [Stats](b.md)\n- `previous` [Stats](b.md)", id="names in code"),
        pytest.param("[`next`](b.md)", id="a name in code"),
        pytest.param("[prev](iterator/prev.md) [next](iterator/next.md)", id="things that are called so"),
        pytest.param("Voyez\n\n« [La vieille ville](b.md) »", id="a link in quotation marks"),
        pytest.param("[« La vieille ville »](b.md)", id="quotation marks in a link"),
    ],
)
def test_no_reference(text: str) -> None:
    assert references(f"# Title\n\nText.\n\n{text}\n") == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('<link rel="prev" href="a.md"><link rel="next" href="b.md">', id="link relations"),
        pytest.param('<a rel="previous nofollow" href="a.md">A</a> <a rel="next" href="b.md">B</a>', id="token lists"),
        pytest.param('<nav><a href="a.md">Previous</a><a href="b.md">Next</a></nav>', id="labels in a nav"),
        pytest.param(
            '<div class="nav-previous"><a href="a.md">A</a></div><div class="nav-next"><a href="b.md">B</a></div>',
            id="classes",
        ),
        pytest.param(
            '<a class="pagination-nav__link pagination-nav__link--prev" href="a.md">A</a>'
            '<a class="pagination-nav__link pagination-nav__link--next" href="b.md">B</a>',
            id="double-hyphen classes",
        ),
    ],
)
def test_html(text: str) -> None:
    assert references(f"<title>T</title><main><h1>T</h1><p>Text.</p></main>{text}", "a.html") == BOTH


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('<div id="__next"><a href="b.html">B</a></div>', id="framework root"),
        pytest.param('<a class="carousel-control-next" href="b.html">Slide</a>', id="carousel"),
        pytest.param('<div class="next-posts-link"><a href="b.html">B</a></div>', id="older pages of a list"),
        pytest.param('<link rel="next" href="/page/2/">', id="pages of a list"),
        pytest.param('<div class="prev-next-area"><a href="b.html">B</a></div>', id="class of both"),
        pytest.param('<td><a href="prev.html">prev</a></td><td><a href="next.html">next</a></td>', id="functions"),
        pytest.param('<a rel="prev" href="dir.html">(dir)</a>', id="Texinfo's directory of manuals"),
    ],
)
def test_html_without_reference(text: str) -> None:
    assert references(f"<title>T</title><main><h1>T</h1><p>Text.</p></main>{text}", "a.html") == []
