"""`boilerplate/shared-block`: one block in many articles."""

import pytest

from artlint.finding import Severity
from artlint.testing import check_files
from artlint_boilerplate.shared import SharedBlock

PITCH = "This report was first printed in our weekly letter, which you can have free of charge every Friday."
THANKS = "We thank the harbour office, which has let us use its log of arrivals for this piece of work."
WIDGET = "In a hurry?\nHear this story"
NEWS = [f"On day {number} the harbour master counted {number * 7} ships." for number in range(40)]


def collection(count: int, *parts: str, suffix: str = "md", of: int = 0) -> dict[str, str]:
    """`of` articles with text of their own, the first `count` of them with the parts."""
    return {
        f"{number:02}.{suffix}": "\n\n".join((NEWS[number], *(parts if number < count else ()))) + "\n"
        for number in range(of or count)
    }


@pytest.mark.parametrize(
    ("files", "places"),
    [
        pytest.param(collection(3, PITCH), [("00.md", 3)], id="in three articles"),
        pytest.param(collection(2, PITCH, of=9), [], id="in two articles"),
        pytest.param(collection(4, PITCH, THANKS), [("00.md", 3)], id="two paragraphs together are one block"),
        pytest.param(collection(4, WIDGET, suffix="txt"), [("00.txt", 3)], id="a widget of two lines"),
        pytest.param(collection(4, "Hear this story", suffix="txt"), [], id="one short line"),
        pytest.param(collection(4, f"<p>{PITCH}</p>", suffix="html"), [], id="a short phrase on pages"),
        pytest.param(
            collection(4, f"<p>{PITCH} {THANKS}</p>", suffix="html"), [("00.html", 3)], id="a notice on pages"
        ),
        pytest.param(collection(4, f"# {PITCH}"), [], id="a heading"),
        pytest.param(collection(4, f"Copyright 2024 The Harbour. {PITCH}"), [], id="a copyright notice"),
        pytest.param(collection(4, f"```\n{PITCH}\n```"), [], id="code"),
        pytest.param(collection(4, f"[{PITCH}](a.md)"), [], id="a link"),
        pytest.param(dict.fromkeys(("a.md", "b.md", "c.md", "d.md"), PITCH), [], id="copies of one article"),
    ],
)
def test_places(files: dict[str, str], places: list[tuple[str, int]]) -> None:
    assert check_files(SharedBlock(), files).places == places


def test_titles_of_other_articles_are_not_boilerplate() -> None:
    title = "How the harbour was closed for two days and why the ferries stayed at the quay all night"
    files = {f"{number}.txt": f"{NEWS[number]}\n\nNext Article\n\n{title}\n" for number in range(4)}
    assert check_files(SharedBlock(), files | {"z.txt": f"{title}\n\n{THANKS}\n"}).places == []


def test_message_and_places() -> None:
    [finding] = check_files(SharedBlock(), collection(3, PITCH, of=5)).findings
    assert finding.message.startswith('the same 18-word block stands in 3 of 5 articles: "This report was first')
    assert [related.path for related in finding.related] == ["01.md", "02.md"]
    assert finding.severity is Severity.WARNING


def test_a_template_is_an_info() -> None:
    [finding] = check_files(SharedBlock(), collection(15, PITCH, of=25)).findings
    assert finding.severity is Severity.INFO


def test_fewer_articles_on_request() -> None:
    assert check_files(SharedBlock(min_articles=2), collection(2, PITCH, of=9)).places == [("00.md", 3)]
    assert check_files(SharedBlock(min_articles=5), collection(4, PITCH, of=9)).places == []


def test_allowed_by_the_id_that_the_finding_carries() -> None:
    files = collection(4, PITCH, THANKS)
    [finding] = check_files(SharedBlock(), files).findings
    assert check_files(SharedBlock(allow=(finding.identity,)), files).places == []
    assert check_files(SharedBlock(allow=(PITCH, THANKS)), files).places == []


def passages(name: str, count: int, words: int = 25) -> list[str]:
    """`count` paragraphs of so many words that no other name gives."""
    return [" ".join(f"{name}{number}{chr(97 + word)}" for word in range(words)) + "." for number in range(count)]


def test_a_page_that_holds_all_others_counts_for_none() -> None:
    shared, left, right = passages("both", 2), passages("left", 9), passages("right", 9)
    pages = {"http.md": [*left, *shared], "http2.md": [*right, *shared], "all.md": [*left, *shared, *right, *shared]}
    files = {path: "\n\n".join(parts) + "\n" for path, parts in pages.items()}
    assert check_files(SharedBlock(), files).places == []
    assert check_files(SharedBlock(), files | {"other.md": "\n\n".join(shared) + "\n"}).places != []


def test_short_notices_with_a_long_footer_are_no_copies_of_each_other() -> None:
    footer = "\n\n".join(passages("footer", 3, words=60))
    assert check_files(SharedBlock(), collection(5, footer)).places == [("00.md", 3)]


@pytest.mark.parametrize(
    ("count", "found"), [pytest.param(5, False, id="of five articles"), pytest.param(12, True, id="of twelve articles")]
)
def test_half_of_the_text(count: int, found: bool) -> None:
    texts = passages("text", 7)
    assert bool(check_files(SharedBlock(), collection(count, *texts)).places) == found


def test_entries_of_a_reference_may_be_shared() -> None:
    entries = "\n\n".join(f"    {text}" for text in passages("option", 9))
    assert check_files(SharedBlock(), collection(5, f"* berths\n\n{entries}")).places == []


def test_options_of_several_commands_may_be_shared() -> None:
    sections = "\n\n".join(f"## {name}\n\nHow to {name}." for name in ("moor", "row"))
    assert check_files(SharedBlock(), collection(5, f"{sections}\n\n## berth\n\n{PITCH} {THANKS}")).places == []
    sections = sections.replace("## ", "## To ")
    assert check_files(SharedBlock(), collection(5, f"{sections}\n\n## A berth\n\n{PITCH} {THANKS}")).places != []


CODE = "\n\n".join(f"```\nmoor({number})\n```\n\nIt moors berth {number}." for number in range(4))


@pytest.mark.parametrize(
    ("parts", "suffix", "found"),
    [
        pytest.param((PITCH,), "md", True, id="in news"),
        pytest.param((CODE, PITCH), "md", False, id="a short phrase in a manual"),
        pytest.param((CODE, f"Note: {PITCH}"), "md", True, id="a note in a manual"),
        pytest.param((CODE, PITCH, THANKS), "md", True, id="two paragraphs in a manual"),
        pytest.param((f"<p>{PITCH}</p>",), "html", False, id="a short phrase on pages"),
        pytest.param((f"<p>Note: {PITCH} Thanks!</p>",), "html", True, id="a note on pages"),
        pytest.param((f"<p>Section: {PITCH[5:]}</p>",), "html", False, id="a short note on pages"),
        pytest.param((f"<p id='p7'>{PITCH} {THANKS}</p>",), "html", False, id="set from one source"),
        pytest.param((f"<p><a name='p7'></a>{PITCH} {THANKS}</p>",), "html", False, id="one anchor"),
        pytest.param(("<!-- Generated by Doxygen 1.9.4 -->", f"<p>{PITCH} {THANKS}</p>"), "html", False, id="comments"),
        pytest.param(
            ('<meta name="generator" content="Doxygen 1.9.4"/>', f"<p>{PITCH} {THANKS}</p>"), "html", False, id="by it"
        ),
        pytest.param(
            ('<meta name="generator" content="Hugo"><meta content="Yard sale">', f"<p>{PITCH} {THANKS}</p>"),
            "html",
            True,
            id="a site's generator",
        ),
        pytest.param(('<Table rows={[ { name: "berth", text: "' + PITCH + '" } ]} />',), "md", False, id="properties"),
        pytest.param(("<!-- autogenerated: DO NOT EDIT -->", PITCH), "md", False, id="written by a program"),
        pytest.param((f"<h1>boat::Mast Class</h1><p>{PITCH} {THANKS}</p>",), "html", False, id="pages of classes"),
        pytest.param((f"<h1>cast_off</h1><p>{PITCH} {THANKS}</p>",), "html", False, id="pages of functions"),
    ],
)
def test_manuals(parts: tuple[str, ...], suffix: str, found: bool) -> None:
    assert bool(check_files(SharedBlock(), collection(5, *parts, suffix=suffix)).places) == found


def test_a_form_filled_in_by_kinds_of_pages_is_one_finding() -> None:
    kinds = ("fog", "ice", "sea", "wind", "sky", "eel")
    forms = {f"{kind}{page}.md": f"{PITCH[:-1]} but those of the {kind} season." for kind in kinds for page in "abc"}
    files = {path: f"{NEWS[number]}\n\n{form}\n" for number, (path, form) in enumerate(forms.items())}
    assert len(check_files(SharedBlock(), files).places) == 1
    assert len(check_files(SharedBlock(), dict(list(files.items())[:15])).places) == 5


def test_a_page_beside_its_source_is_told_once() -> None:
    text, page = f"{PITCH}\n\n{THANKS}", f"<p>{PITCH} {THANKS}</p>"
    files = collection(3, text, suffix="txt") | collection(3, page, suffix="html")
    assert check_files(SharedBlock(), files).places == [("00.txt", 3)]


def test_rows_of_short_paragraphs_on_pages() -> None:
    rows = "".join(f"<p>berth {name} is where the boats of the {name} fleet lie.</p>" for name in ("fog", "ice", "sea"))
    assert check_files(SharedBlock(), collection(5, rows, suffix="html")).places == []
    assert check_files(SharedBlock(), collection(5, f"{rows}<p>{PITCH} {THANKS}</p>", suffix="html")).places != []


@pytest.mark.parametrize(
    ("above", "found"), [pytest.param(0, True, id="at the head"), pytest.param(7, False, id="further down")]
)
def test_two_phrases_on_pages(above: int, found: bool) -> None:
    files = {
        f"{name}.html": "".join(f"<p>{part} of {name}.</p>" for part in range(above))
        + f"<p>{PITCH}</p><p>Thanks to all of those who helped us.</p><p>{name}</p>"
        for name in ("fog", "ice", "sea")
    }
    assert bool(check_files(SharedBlock(), files).places) == found


def test_three_blocks_of_the_same_articles_are_one_finding() -> None:
    texts = [part for text in passages("block", 3) for part in (text, "{}", "{}")]
    files = {f"{name}.md": "\n\n".join(texts).format(*(f"{name} {number}" for number in range(6))) for name in "abc"}
    [finding] = check_files(SharedBlock(), files).findings
    assert finding.message.startswith("the same 3 blocks of 75 words stand in 3 of 3 articles: ")
    assert [(related.path, related.place.line) for related in finding.related[:3]] == [
        ("b.md", 1),
        ("c.md", 1),
        ("a.md", 7),
    ]


@pytest.mark.parametrize(
    ("paths", "found"),
    [
        pytest.param(("a/x.md", "b/y.md", "c/z.md"), True, id="three pages"),
        pytest.param(
            ("src/a/x.md", "out/a/x.html", "src/a/y.md", "out/a/y.html"), False, id="two pages and their source"
        ),
        pytest.param(("version-1.0/x.md", "version-2.x/x.md", "y.md"), False, id="versions with a word before"),
        pytest.param(("guide-de/x.md", "guide-en/x.md", "guide-pt-br/x.md"), False, id="languages behind a name"),
        pytest.param(("linux/x.md", "mac/x.md", "windows/x.md"), False, id="variants in parallel folders"),
        pytest.param(("2019/storm/x.md", "2020/fog/x.md", "2021/ice/x.md"), True, id="folders with other names"),
    ],
)
def test_works(paths: tuple[str, ...], found: bool) -> None:
    files = {path: f"{NEWS[number]}\n\n{PITCH}\n" for number, path in enumerate(paths)}
    variants = [f"{folder}/{name}.md" for folder in ("linux", "mac", "windows") for name in "abcde"]
    others = {path: f"Page {number} on berth {number * 7}.\n" for number, path in enumerate(variants)}
    assert bool(check_files(SharedBlock(), files | others).places) == found
