"""Whole collections: what is missing, stale, partial."""

import pytest

from artlint import Rule, Severity
from artlint.testing import check, check_files
from artlint_navigation.rules.asymmetric import Asymmetric
from artlint_navigation.rules.case_mismatch import CaseMismatch
from artlint_navigation.rules.conflicting import Conflicting
from artlint_navigation.rules.listed_twice import ListedTwice
from artlint_navigation.rules.missing_target import MissingTarget
from artlint_navigation.rules.no_target import NoTarget
from artlint_navigation.rules.one_sided import OneSided
from artlint_navigation.rules.orphan import Orphan
from artlint_navigation.rules.other_edition import OtherEdition
from artlint_navigation.rules.redirected_target import RedirectedTarget

SEED = """Floods in the Valley: What Is Known

No time to read?
Get a summary

The river rose by two metres in a night.

No time to read?
Get a summary
Previous Article

Harvest Fair Opens in March

Next Article

Council Votes on the New Bridge"""


def chain(*names: str, **changed: str) -> dict[str, str]:
    """Markdown articles that name each other in this order, but for the changed lines by name."""
    files = {}
    for number, name in enumerate(names):
        before = f"[Previous]({names[number - 1]}.md)" if number else ""
        after = f"[Next]({names[number + 1]}.md)" if number + 1 < len(names) else ""
        files[f"{name}.md"] = f"# The {name}\n\n{changed.get(name, f'{before} | {after}')}\n"
    return files


def test_collection_of_one_is_too_small_to_tell() -> None:
    found = check(MissingTarget(), SEED)
    assert found.lines == [10, 14]
    assert all("too small" in message for message in found.messages)
    assert {finding.severity for finding in found.findings} == {Severity.INFO}


def test_complete_collection_of_one_misses_both() -> None:
    found = check(MissingTarget(coverage="complete"), SEED)
    assert found.lines == [10, 14]
    assert {finding.severity for finding in found.findings} == {Severity.ERROR}


@pytest.mark.parametrize(
    "rule", [MissingTarget(), MissingTarget(coverage="complete"), NoTarget(), Asymmetric(), OneSided()]
)
def test_articles_that_bear_the_titles_are_found(rule: Rule) -> None:
    files = {
        "a.txt": SEED,
        "b.txt": "Harvest Fair Opens in March\n\nText.",
        "c.txt": "Council Votes on the New Bridge\n\nText.",
    }
    assert check_files(rule, files).messages == []


def test_sound_chain_has_no_finding() -> None:
    files = chain("a", "b", "c", "d")
    assert check_files(MissingTarget(), files).messages == check_files(Asymmetric(), files).messages == []


def test_missing_file_names_the_likeliest() -> None:
    files = chain("alpha", "beta", "gamma", "delta", beta="[Previous](alpha.md) | [Next](gama.md)")
    found = check_files(MissingTarget(), files)
    assert found.places == [("beta.md", 3)]
    assert found.messages == [
        'next article "gama.md" is not in this collection (4 articles); did you mean "The gamma" (gamma.md)?'
    ]
    fix = found.findings[0].fix
    assert fix
    assert fix.safe
    assert fix.edits[0].new == "gamma.md"


def test_partial_collection_has_one_line() -> None:
    files = {
        f"{n}.txt": f"Report {n}\n\nText.\n\nNext Article\n\nA story that is elsewhere, part {n}" for n in range(12)
    }
    found = check_files(MissingTarget(), files)
    assert found.places == [("0.txt", 5)]
    assert found.messages == [
        'next article "A story that is elsewhere, part 0" is not in this collection (12 articles); '
        "0 % of the previous/next titles are, so it is treated as partial"
    ]


def stories(folder: str, count: int, missing: int) -> dict[str, str]:
    """Articles in plain text that name their next one; the first of these are nowhere."""
    titles = [f"{folder.capitalize()} story {n}" for n in range(count)]
    named = [f"{title}, which is gone" if n < missing else title for n, title in enumerate(titles[1:] + titles[:1])]
    files = {}
    for n, (title, following) in enumerate(zip(titles, named, strict=True)):
        files[f"{folder}/{n:02}.txt"] = f"{title}\n\nText.\n\nNext Article\n\n{following}\n"
    return files


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param(
            stories("posts", 9, 1) | stories("docs", 20, 18),
            [("docs/00.txt", Severity.INFO), ("posts/00.txt", Severity.ERROR)],
            id="whole folder beside a sample",
        ),
        pytest.param(
            stories("posts", 40, 0) | stories("docs", 4, 2),
            [("docs/00.txt", Severity.ERROR), ("docs/01.txt", Severity.ERROR)],
            id="small folder goes by the whole",
        ),
        pytest.param(
            stories("posts", 40, 0) | stories("docs", 12, 3),
            [(f"docs/0{n}.txt", Severity.ERROR) for n in range(3)],
            id="folder that is no sample goes by the whole",
        ),
        pytest.param(stories("posts", 12, 10), [("posts/00.txt", Severity.INFO)], id="sample alone"),
        pytest.param(
            stories("posts/de", 9, 1) | stories("posts/fr", 20, 18),
            [("posts/de/00.txt", Severity.ERROR), ("posts/fr/00.txt", Severity.INFO)],
            id="whole edition beside a sample",
        ),
    ],
)
def test_parts_are_judged_on_their_own(files: dict[str, str], expected: list[tuple[str, Severity]]) -> None:
    found = check_files(MissingTarget(), files).findings
    assert [(finding.path, finding.severity or MissingTarget.severity) for finding in found] == expected


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        pytest.param({"b": "[Previous](a.md) | [Next](d.md)"}, [("b.md", 3)], id="next was left behind"),
        pytest.param({"d": "[Previous](b.md) | [Next](e.md)"}, [("d.md", 3)], id="previous was left behind"),
        pytest.param(
            {"b": "[Previous](a.md) | [Next](d.md)", "d": "[Previous](b.md) | [Next](e.md)"},
            [("b.md", 3), ("d.md", 3)],
            id="inserted between two that still name each other",
        ),
    ],
)
def test_stale_reference(changed: dict[str, str], expected: list[tuple[str, int]]) -> None:
    found = check_files(Asymmetric(), chain("a", "b", "c", "d", "e", **changed))
    assert found.places == expected


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        pytest.param(5, [], id="8 references are too few to tell"),
        pytest.param(7, [("6.md", 1)], id="10 of 11 references are answered"),
    ],
)
def test_article_that_does_not_answer(count: int, expected: list[tuple[str, int]]) -> None:
    names = [str(number) for number in range(count)]
    last = names[-1]
    assert check_files(OneSided(), chain(*names, **{last: "The end."})).places == expected


def test_one_way_collection_owes_no_answers() -> None:
    files = {f"{n}.md": f"# Day {n}\n\n[Next]({n + 1}.md)\n" for n in range(20)}
    files |= {"20.md": "# Day 20\n\n[Previous](19.md)\n"}
    assert check_files(OneSided(), files).messages == []


def test_index_that_leads_into_the_chain_is_no_neighbour() -> None:
    files = chain("a", "b", "c") | {"index.md": "# The book\n\n[Next](b.md)\n"}
    assert check_files(Asymmetric(), files).messages == []


def test_translation_that_leads_on_to_the_original_is_accepted() -> None:
    files = chain("a", "b", "c") | {"a.de.md": "# Das A\n\n[Weiter](b.md)\n"}
    assert check_files(Asymmetric(), files).messages == []


def test_index_in_other_case_is_written_right() -> None:
    files = {"index.md": "# Home\n\n[Next](a.md)\n", "a.md": "# A\n\n[Previous](Index.md)\n"}
    (finding,) = check_files(CaseMismatch(), files).findings
    assert (finding.path, finding.place.line) == ("a.md", 3)
    assert [each.path for each in finding.related] == ["index.md"]
    assert finding.fix
    assert [edit.new for edit in finding.fix.edits] == ["index.md"]


def test_address_without_the_files_number_is_no_pattern_for_a_fix() -> None:
    files = {f"docs/0{n}-{name}.md": f"# {name}\n\n[Next](./{name}s)\n" for n, name in ((1, "rope"), (2, "anchor"))}
    findings = check_files(MissingTarget(coverage="complete"), files).findings
    assert [finding.fix for finding in findings] == [None, None]


def test_copies_are_one_finding_with_one_fix() -> None:
    line = "[Previous](a.md) | [Next](cc.md)"
    files = chain("a", "b", "c", "d", "e", b=f"{line}\n\nText.\n\n{line}")
    (finding,) = check_files(MissingTarget(), files).findings
    assert finding.place.line == 3
    assert finding.fix
    assert [edit.new for edit in finding.fix.edits] == ["c.md", "c.md"]


def test_entry_of_a_table_of_contents_is_missing() -> None:
    summary = (
        "# Summary\n\n- [A](a.md)\n- [B](./b.md)\n- [Gone](gone.md)\n- [Draft]()\n- [Site](https://example.com/)\n"
    )
    found = check_files(MissingTarget(), {"SUMMARY.md": summary, "a.md": "# A\n", "b.md": "# B\n"})
    assert found.places == [("SUMMARY.md", 5)]
    assert "lists" in found.messages[0]


def test_same_article_under_two_addresses_is_listed_twice() -> None:
    summary = "# Summary\n\n- [A](a.md)\n- [B](b.md)\n- [A again](./a.md)\n- [Part](a.md#part)\n"
    found = check_files(ListedTwice(), {"SUMMARY.md": summary, "a.md": "# A\n", "b.md": "# B\n"})
    assert found.places == [("SUMMARY.md", 5)]


def test_toctree_is_a_table_of_contents() -> None:
    index = "# Index\n\n```{toctree}\n:maxdepth: 1\n\na\nThe B <b>\ngone\n```\n"
    found = check_files(MissingTarget(), {"index.md": index, "a.md": "# A\n", "b.md": "# B\n"})
    assert found.places == [("index.md", 8)]


def test_the_redirecting_page_of_a_site_is_followed() -> None:
    refresh = '<html><head><meta http-equiv="Refresh" content="0; url=new/b.html"></head></html>'
    files = {
        "a.html": '<title>A</title><link rel="next" href="old.html"><p>Text.</p>',
        "old.html": refresh,
        "new/b.html": '<title>B</title><link rel="prev" href="../a.html"><p>Text.</p>',
    }
    (finding,) = check_files(RedirectedTarget(), files).findings
    assert finding.message == 'next article "old.html" is a former address of "B" (new/b.html)'
    slow = files | {"old.html": refresh.replace("0;", "60;")}
    assert check_files(RedirectedTarget(), slow).places == []


def page(number: int, footer: int) -> str:
    return (
        f'<title>{number}</title><link rel="next" href="{number + 1}.html"><nav><a href="{footer}.html">Next</a></nav>'
    )


@pytest.mark.parametrize("count", [pytest.param(19, id="single ones"), pytest.param(24, id="a habit")])
def test_contradictions_by_the_way_the_site_is_made_are_one_finding(count: int) -> None:
    files = {f"{n}.html": page(n, n + 2 if n < count else n + 1) for n in range(30)}
    found = check_files(Conflicting(), files)
    assert len(found.places) == (count if count < 20 else 1)


def texinfo(name: str, up: str = "", previous: str = "", following: str = "") -> str:
    ways = {"up": up, "prev": previous, "next": following}
    return f"<title>{name}</title>" + "".join(f'<link rel="{way}" href="{to}.html">' for way, to in ways.items() if to)


def test_the_page_above_may_go_on_to_the_next_one_of_its_own_level() -> None:
    files = {
        "arrays.html": texinfo("Arrays", "top", following="sums"),
        "sums.html": texinfo("Sums", "top", "arrays"),
        "making.html": texinfo("Making arrays", "arrays", "arrays", "filling"),
        "filling.html": texinfo("Filling arrays", "arrays", "making"),
    }
    assert check_files(Asymmetric(), files).places == []
    wrong = files | {"making.html": texinfo("Making arrays", "top", "arrays", "filling")}
    assert check_files(Asymmetric(), wrong).places == [("making.html", 1)]


def test_each_folder_has_its_own_way() -> None:
    both = {f"two/{n}.md": f"# {n}\n\n[Previous]({n - 1}.md) | [Next]({n + 1}.md)\n" for n in range(1, 40)}
    one = {f"one/{n}.md": f"# One {n}\n\n[Next]({n + 1}.md)\n" for n in range(1, 20)}
    ends = {"two/0.md": "# 0\n\n[Next](1.md)\n", "two/40.md": "# 40\n\n[Previous](39.md)\n", "one/20.md": "# One 20\n"}
    assert check_files(OneSided(), both | one | ends).places == []


def test_nobody_knows_whom_a_page_that_is_no_article_names() -> None:
    files = {f"c{n}.md": f"# C{n}\n\n[Previous](c{n - 1}.md) | [Next](c{n + 1}.md)\n" for n in range(1, 12)}
    chain = files | {"c0.md": "# C0\n\n[Next](c1.md)\n", "c12.rst": "C12\n===\n"}
    assert check_files(OneSided(), chain).places == []
    assert check_files(Orphan(), chain | {"other.rst": "Other\n=====\n"}).places == []


def test_no_article_of_another_language_is_suggested() -> None:
    files = {"en/a.md": "# A\n\n[Next](../guide/setup.md)\n", "zh_CN/guide/setup.md": "# 设置\n"}
    (finding,) = check_files(MissingTarget(coverage="complete"), files).findings
    assert "did you mean" not in finding.message
    own = files | {"en/how/setup.md": "# Setup\n"}
    (finding,) = check_files(MissingTarget(coverage="complete"), own).findings
    assert finding.message.endswith('did you mean "Setup" (en/how/setup.md)?')


def test_editions_may_be_one_chain() -> None:
    files = {
        "ja/index.md": "# 始め\n\n[Previous](../ko/howto.md)\n",
        "ja/howto.md": "# 方法\n",
        "ko/howto.md": "# 방법\n\n[Next](../ja/index.md)\n",
    }
    assert check_files(OtherEdition(), files).places == []
    alone = files | {"ko/howto.md": "# 방법\n"}
    assert check_files(OtherEdition(), alone).places == [("ja/index.md", 3)]


def test_a_cover_names_no_neighbour() -> None:
    files = {f"c{n}.md": f"# C{n}\n\n[Previous](c{n - 1}.md) | [Next](c{n + 1}.md)\n" for n in range(1, 12)}
    chain = files | {"c12.md": "# C12\n\n[Previous](c11.md)\n", "c0.md": "# Cover\n\nText.\n"}
    assert check_files(OneSided(), chain).places == []
    assert check_files(OneSided(), chain | {"c12.md": "# C12\n\nThe end.\n"}).places == [("c12.md", 1)]


def test_a_dangling_label_can_be_deleted() -> None:
    text = "Arrival\n\nWe reached the harbour at noon.\n\nNext Article\n"
    (finding,) = check(NoTarget(), text).findings
    assert finding.fix is not None
    assert not finding.fix.safe
    ((start, end, old, new),) = finding.fix.edits
    assert (text[start:end], old, new) == ("Next Article", "Next Article", "")
