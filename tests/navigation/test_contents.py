"""Tables of contents: which files are read, what their entries name, and the order that they give."""

from collections.abc import Mapping

import pytest

from artlint import Rule
from artlint.examine import collectors_of, examine, examine_outline
from artlint.facts import Beside, PackedFacts, PacksInMemory
from artlint.testing import check_files, read
from artlint_navigation.graph import Graph, graph_of
from artlint_navigation.rules.listed_twice import ListedTwice
from artlint_navigation.rules.missing_target import MissingTarget
from artlint_navigation.rules.orphan import Orphan

PAGES = {"docs/index.md": "# Home\n", "docs/a.md": "# Departure\n", "docs/guide/b.md": "# Storm\n"}
TREE = "Home\n====\n\n.. toctree::\n   :maxdepth: 2\n   :caption: All\n\n   a\n   Storm <guide/b>\n"


def mkdocs(*lines: str) -> str:
    return "site_name: Sea\nnav:\n" + "".join(f"  {line}\n" for line in lines)


def rst(title: str) -> str:
    return f"{title}\n{'=' * len(title)}\n"


def graph(files: Mapping[str, str]) -> Graph:
    from artlint import Article  # an outline is an article without blocks

    rule: Rule = MissingTarget()
    (collector,) = collectors_of([type("Active", (), {"rule": rule, "severity": None})()])
    outlines = tuple(sorted(path for path in files if path.endswith((".yml", ".rst"))))
    articles = sorted(set(files) - set(outlines))
    results = [examine(read(path, files[path]), (), [collector]) for path in articles]
    results += [examine_outline(Article(path, files[path], "outline"), [collector]) for path in outlines]
    return graph_of(PackedFacts(articles, PacksInMemory([result.packs[0] for result in results]), Beside(outlines)))


@pytest.mark.parametrize(
    ("files", "places"),
    [
        pytest.param({"mkdocs.yml": mkdocs("- index.md", "- a.md", "- gone.md")}, [("mkdocs.yml", 5)], id="a file"),
        pytest.param(
            {"mkdocs.yml": mkdocs("- Home: index.md", "- Guide:", "    - Start: guide/gone.md", "    - guide/b.md")},
            [("mkdocs.yml", 5)],
            id="with titles and levels",
        ),
        pytest.param(
            {"mkdocs.yml": mkdocs("- a.md", "- gone.md") + "x: !!python/name:material.x\ny: !ENV [A, 1]\n"},
            [("mkdocs.yml", 4)],
            id="tags of Python are text",
        ),
        pytest.param(
            {"mkdocs.yml": "docs_dir: docs/guide\n" + mkdocs("- b.md", "- a.md")}, [("mkdocs.yml", 5)], id="docs_dir"
        ),
        pytest.param({"docs/contents.rst": TREE + "   gone\n"}, [("docs/contents.rst", 10)], id="reStructuredText"),
        pytest.param(
            {"docs/contents.md": "# C\n\n```{eval-rst}\n.. toctree::\n\n   a\n   gone\n```\n"},
            [("docs/contents.md", 7)],
            id="reStructuredText in MyST",
        ),
        pytest.param({"docs/contents.txt": TREE + "   gone\n"}, [("docs/contents.txt", 10)], id="as in Django's .txt"),
        pytest.param(
            {"docs/c.rst": ".. only:: html\n\n   .. toctree::\n\n      a\n      gone\n"},
            [("docs/c.rst", 6)],
            id="in a condition",
        ),
        pytest.param(
            {"docs/_toc.yml": "root: index\nchapters:\n- file: a\n  sections:\n  - file: guide/gone\n"},
            [("docs/_toc.yml", 5)],
            id="Jupyter Book",
        ),
    ],
)
def test_an_entry_that_leads_nowhere_is_missing(files: dict[str, str], places: list[tuple[str, int]]) -> None:
    assert check_files(MissingTarget(), {**PAGES, **files}).places == places


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({"mkdocs.yml": mkdocs("- index.md", "- a.md", "- guide/b.md")}, id="all there"),
        pytest.param(
            {"mkdocs.yml": mkdocs("- a.md", "- X: https://x.example/a.md", "- Ref: reference/", "- '*.md'", "- x.pdf")},
            id="other sites, folders, wildcards, other files",
        ),
        pytest.param({"mkdocs.yml": mkdocs("- a.md", "- index.md", "- api/made.md")}, id="a folder that a build makes"),
        pytest.param({"mkdocs.yml": "nav: [a.md, gone.md\n"}, id="not YAML"),
        pytest.param({"mkdocs.yml": mkdocs("- one.md", "- two.md", "- a.md")}, id="most of another collection"),
        pytest.param({"docs/contents.rst": TREE}, id="toctree"),
        pytest.param(
            {"docs/contents.rst": TREE + "   self\n   genindex\n   Site <https://x.example>\n"}, id="no documents"
        ),
        pytest.param({"docs/contents.rst": TREE + "   generated/api\n"}, id="a folder that autosummary makes"),
        pytest.param({"docs/c.rst": ".. toctree::\n   :glob:\n\n   *\n   guide/*\n   none*\n"}, id="patterns"),
        pytest.param({"docs/c.rst": "Write this::\n\n   .. toctree::\n\n      a\n      gone\n"}, id="in an example"),
        pytest.param({"docs/c.rst": ".. code-block:: rst\n\n   .. toctree::\n\n      a\n      gone\n"}, id="in code"),
        pytest.param({"docs/c.md": "````md\n```{toctree}\na\ngone\n```\n````\n"}, id="in a longer fence"),
        pytest.param({"docs/c.md": "```rst\n.. toctree::\n\n   a\n   gone\n```\n"}, id="reStructuredText in code"),
    ],
)
def test_what_cannot_be_told_missing_is_not_reported(files: dict[str, str]) -> None:
    assert check_files(MissingTarget(), {**PAGES, **files}).places == []


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({"docs/c.md": "```{toctree}\n" * 20_000}, id="fences that are never closed"),
        pytest.param({"docs/c.rst": ".. toctree::\n\n   x" + " " * 100_000 + "y\n"}, id="blanks"),
        pytest.param({"docs/c.rst": ".. toctree::\n   :glob:\n\n   " + "*a" * 60 + "b\n"}, id="stars"),
        pytest.param({"mkdocs.yml": "nav: " + "[" * 5000}, id="deep YAML"),
    ],
)
def test_hostile_contents_cost_no_time(files: dict[str, str]) -> None:
    assert check_files(MissingTarget(), {**PAGES, "docs/" + "a" * 60 + ".md": "Text.\n", **files}).places == []


def test_a_missing_entry_names_what_is_like_it() -> None:
    found = check_files(MissingTarget(), {**PAGES, "mkdocs.yml": mkdocs("- a.md", "- index.md", "- b.md")})
    assert found.messages == [
        'the table of contents lists "b.md", which is not in this collection (3 articles); '
        'did you mean "Storm" (docs/guide/b.md)?'
    ]


def test_an_article_may_be_listed_once() -> None:
    files = {"mkdocs.yml": mkdocs("- index.md", "- a.md", "- guide/b.md", "- Again: a.md")}
    assert check_files(ListedTwice(), {**PAGES, **files}).places == [("mkdocs.yml", 6)]
    two = {"docs/c.rst": f"{TREE}   a\n\n.. toctree::\n   :hidden:\n\n   a\n"}
    assert check_files(ListedTwice(), {**PAGES, **two}).places == [("docs/c.rst", 10)]


def test_a_listed_article_is_no_orphan() -> None:
    files = {f"docs/{name}.md": "Text.\n" for name in "abcdef"}
    nav = mkdocs(*(f"- {name}.md" for name in "abcde"))
    assert check_files(Orphan(), {**files, "mkdocs.yml": nav}).places == [("docs/f.md", 1)]
    assert check_files(Orphan(), {**files, "mkdocs.yml": nav + "  - f.md\n"}).places == []


@pytest.mark.parametrize(
    ("files", "chain"),
    [
        pytest.param(
            {"mkdocs.yml": mkdocs("- index.md", "- Guide: [guide/b.md]", "- a.md")},
            ["docs/index.md", "docs/guide/b.md", "docs/a.md"],
            id="mkdocs",
        ),
        pytest.param(
            {"docs/c.rst": TREE, "docs/a.md": "# A\n\n```{toctree}\nd\n```\n", "docs/d.rst": rst("D")},
            ["docs/c.rst", "docs/a.md", "docs/d.rst", "docs/guide/b.md"],
            id="a toctree within a toctree",
        ),
        pytest.param(
            {"docs/c.rst": ".. toctree::\n   :glob:\n   :reversed:\n\n   guide/*\n   a\n"},
            ["docs/c.rst", "docs/a.md", "docs/guide/b.md"],
            id="reversed",
        ),
        pytest.param(
            {"docs/SUMMARY.md": "- [B](guide/b.md)\n- [A](a.md)\n"}, ["docs/guide/b.md", "docs/a.md"], id="SUMMARY.md"
        ),
        pytest.param(
            {"docs/_toc.yml": "root: index\nparts:\n- chapters:\n  - file: guide/b\n  - file: a.md\n"},
            ["docs/index.md", "docs/guide/b.md", "docs/a.md"],
            id="Jupyter Book",
        ),
    ],
)
def test_contents_give_the_order(files: dict[str, str], chain: list[str]) -> None:
    assert [list(found.paths) for found in graph({**PAGES, **files}).chains] == [chain]


def test_an_article_knows_its_next_one_better_than_a_table() -> None:
    files = {
        "SUMMARY.md": "- [A](a.md)\n- [B](b.md)\n- [C](c.md)\n",
        "a.md": "# A\n\n[Next](c.md)\n",
        "b.md": "# B\n",
        "c.md": "# C\n",
    }
    assert [list(found.paths) for found in graph(files).chains] == [["a.md", "c.md"]]


def test_entries_are_references_of_the_graph() -> None:
    files = {**PAGES, "mkdocs.yml": mkdocs("- index.md", "- Off: a.md", "- gone.md")}
    assert [tuple(it) for it in graph(files).references] == [
        ("mkdocs.yml", 3, "next", "contents:mkdocs", "index.md", "", "docs/index.md", "ok"),
        ("mkdocs.yml", 4, "next", "contents:mkdocs", "a.md", "Off", "docs/a.md", "ok"),
        ("mkdocs.yml", 5, "next", "contents:mkdocs", "gone.md", "", None, "missing"),
    ]


def test_a_file_that_is_there_is_not_missing() -> None:
    """Links, licences and what the configuration excludes are no articles, but an address may lead there."""
    files = {"a.md": "# A\n\n[Next](LICENSE.md) | [Previous](readme.md)\n", "b.md": "# B\n\n[Next](slides.pdf)\n"}
    (collector,) = collectors_of([type("Active", (), {"rule": MissingTarget(), "severity": None})()])
    packs = PacksInMemory([examine(read(path, text), (), [collector]).packs[0] for path, text in files.items()])
    beside = Beside(files=("LICENSE.md", "readme.md", "slides.pdf"))
    packed = Beside(files=("LICENSE.md.gz", "readme.md.gz", "slides.pdf.gz"))
    assert list(MissingTarget(coverage="complete").check_collection(PackedFacts(list(files), packs, beside))) == []
    assert len(list(MissingTarget(coverage="complete").check_collection(PackedFacts(list(files), packs, packed)))) == 3
