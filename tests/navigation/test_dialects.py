"""Addresses as site generators write them: found, or left alone; never missing though the article is there."""

import pytest

from artlint import Rule
from artlint.testing import check_files
from artlint_navigation.rules import RULES
from artlint_navigation.rules.missing_target import MissingTarget

DEFAULT = [rule for rule in RULES if rule.enabled and rule is not MissingTarget]


def page(title: str, body: str = "Text.", more: str = "") -> str:
    return f"---\ntitle: {title}\n{more}---\n\n{body}\n"


def plus(title: str, body: str) -> str:
    return f'+++\ntitle = "{title}"\n+++\n\n{body}\n'


SOUND = [
    pytest.param(
        {
            "content/docs/a.md": page("A", '[Next]({{< relref "b.md" >}})'),
            "content/docs/b.md": page("B", '[Previous]({{< ref "/docs/a.md" >}})'),
        },
        id="Hugo, shortcodes",
    ),
    pytest.param(
        {"content/docs/a.md": page("A", "[Next](../b/)"), "content/docs/b/index.md": page("B", "[Previous](../a)")},
        id="Hugo, pages as folders",
    ),
    pytest.param(
        {"content/a/_index.md": page("A", "[Next](/b/)"), "content/b/_index.md": page("B", "[Previous](/a/)")},
        id="Hugo, sections",
    ),
    pytest.param(
        {
            "docs/intro.md": page("I", more="id: introduction\npagination_next: guides/setup\n"),
            "docs/guides/02-setup.md": page("S", more="id: setup\npagination_prev: introduction\n"),
        },
        id="Docusaurus, ids",
    ),
    pytest.param(
        {
            "versioned_docs/version-1.0/a.md": page("A", more="pagination_next: b\n"),
            "versioned_docs/version-1.0/b.md": page("B", more="pagination_prev: a\n"),
            "docs/a.md": page("A", more="pagination_next: b\n"),
            "docs/b.md": page("B", more="pagination_prev: a\n"),
        },
        id="Docusaurus, versions",
    ),
    pytest.param(
        {
            "_posts/2024-01-01-a.md": page("A", "[Next]({% post_url 2024-01-02-b %})"),
            "_posts/2024-01-02-b.md": page("B", "[Previous]({{ site.url }}{% link _posts/2024-01-01-a.md %})"),
        },
        id="Jekyll, tags",
    ),
    pytest.param(
        {
            "_posts/2024-01-01-a.md": page("A", "[Next](/x/y/2024/01/02/b.html)", "categories: x y\n"),
            "_posts/2024-01-02-b.md": page("B", "[Previous](/blog/2024/01/01/a/)"),
        },
        id="Jekyll, dated addresses",
    ),
    pytest.param(
        {"docs/a.md": page("A", "[Next](/site/docs/b.html)"), "docs/b.md": page("B", "[Previous](/site/docs/a.html)")},
        id="a base before the address",
    ),
    pytest.param(
        {
            "src/a.md": page("A", "[Next](/2024/b/)", 'permalink: "/{{ page.date | year }}/a/"\n'),
            "src/b.md": page("B", "[Previous](/2024/a/)", "permalink: /:year/b/\n"),
        },
        id="Eleventy, permalinks of templates",
    ),
    pytest.param(
        {
            "src/a.md": page("A", "[Next](/blog/beta/)", "permalink: /blog/alpha/index.html\n"),
            "src/b.md": page("B", "[Previous](/blog/alpha/)", "permalink: /blog/beta/\n"),
        },
        id="Eleventy, permalinks",
    ),
    pytest.param(
        {"a/index.md": page("A", "[Next](/beta)", "path: /alpha\n"), "b/index.md": page("B", more="path: /beta\n")},
        id="Gatsby, paths",
    ),
    pytest.param(
        {
            "source/_posts/a.md": page("A", "[下一篇](/posts/9c1b/)", "abbrlink: 3f2a\n"),
            "source/_posts/b.md": page("B", "[上一篇](/posts/3f2a.html)", "abbrlink: 9c1b\n"),
        },
        id="Hexo, abbrlink",
    ),
    pytest.param(
        {"posts/a.md": page("A", "[Next](link://slug/b)"), "posts/b.md": page("B", "[Previous](link://slug/a)")},
        id="Nikola",
    ),
    pytest.param(
        {"content/blog/a.md": plus("A", "[Next](@/blog/b.md)"), "content/blog/b.md": plus("B", "Text.")}, id="Zola"
    ),
    pytest.param(
        {"a.md": "Title: A\n\n[Next]({filename}b.md)\n", "b.md": "Title: B\n\n[Previous](|filename|a.md)\n"},
        id="Pelican",
    ),
    pytest.param({"a.md": page("A", "[Next](xref:b.adoc)"), "b.md": page("B")}, id="Antora"),
    pytest.param({"a.md": "# A\n\n[Next](project:b.md)\n", "b.md": "# B\n\nPrevious: {doc}`a`\n"}, id="MyST"),
    pytest.param(
        {
            "guide/a.md": page("A", more="prev: false\nnext:\n  text: B\n  link: /guide/b\n"),
            "guide/b.md": page("B", more="prev: 'A | Guide'\n"),
        },
        id="VitePress",
    ),
    pytest.param(
        {
            "src/content/docs/a.mdx": page("A", more="prev: true\nnext: {link: /b/, label: Go on}\n"),
            "src/content/docs/b.mdx": page("B", more="next: false\n"),
        },
        id="Starlight",
    ),
    pytest.param(
        {
            "a.md": page("A", more='next: "[[b]]"\n'),
            "notes/b.md": page("B", more='previous: "[[a|See A]]"\nnext: "[[c#Part]]"\n'),
            "c.md": page("C"),
        },
        id="Obsidian, properties",
    ),
    pytest.param(
        {"a.md": page("A", more="chapter: 1\nnext: 2\n"), "b.md": page("B", more="chapter: 2\n")}, id="numbers"
    ),
    pytest.param(
        {"posts/a.md": page("A", more="next: b-side\n"), "posts/b.md": page("B", more="slug: b-side\nprev: a\n")},
        id="slugs",
    ),
    pytest.param({"a.md": page("A", "[Next](b.rst)"), "b.rst": "B\n=\n"}, id="reStructuredText"),
    pytest.param({"a.qmd": page("A", "[Next](b.qmd){.btn}"), "b.qmd": page("B")}, id="Quarto"),
    pytest.param({"a b.md": page("A", "[Next](c%20d.md)"), "c d.md": page("C", "[Previous](<a b.md>)")}, id="blanks"),
    pytest.param({"a.md": page("A", "[Next](b.md?plain=1#L3)"), "b.md": page("B")}, id="query"),
    pytest.param(
        {
            "a/index.md": page("A", '{{NextMenu("Web/B", "Web")}}', "slug: Web/A\n"),
            "b/index.md": page("B", '{{PreviousMenu("Web/A", "Web")}}', "slug: Web/B\n"),
        },
        id="MDN",
    ),
]


@pytest.mark.parametrize("files", SOUND)
def test_sound(files: dict[str, str]) -> None:
    assert check_files(MissingTarget(coverage="complete"), files).messages == []


@pytest.mark.parametrize("files", SOUND)
@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.id) for rule in DEFAULT])
def test_no_other_rule_speaks(rule: type[Rule], files: dict[str, str]) -> None:
    assert check_files(rule(), files).messages == []


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({"docs/a.md": page("A", more="pagination_next: gone\n")}, id="Docusaurus"),
        pytest.param({"content/a.md": plus("A", "[Next](@/blog/gone.md)")}, id="Zola"),
        pytest.param({"a.md": page("A", "[Next](/site/docs/gone.html)")}, id="below a base"),
        pytest.param({"a.md": page("A", "[Next](/gone)", "path: /alpha\n")}, id="Gatsby"),
        pytest.param({"a.md": page("A", more='next: "[[gone]]"\n')}, id="Obsidian"),
        pytest.param({"a/index.md": page("A", '{{NextMenu("Web/C", "Web")}}', "slug: Web/A\n")}, id="MDN"),
    ],
)
def test_missing(files: dict[str, str]) -> None:
    more = {"docs/b.md": page("B"), "b.md": page("B")}
    assert len(check_files(MissingTarget(coverage="complete"), {**files, **more}).messages) == 1
