"""`boilerplate/stuttered-block`: a block repeated right after itself."""

import pytest

from artlint.testing import check
from artlint_boilerplate.stuttered import StutteredBlock

LINE = "Ferries run again from noon."
LONG = "Ferries run again from noon on all days but Sunday, when the market is open."


@pytest.mark.parametrize(
    ("text", "path", "lines"),
    [
        pytest.param(f"Storm\n\n{LINE}\n{LINE}\n", "a.txt", [4], id="two lines of text"),
        pytest.param(f"Storm\n\n{LINE}\n\n{LINE}\n\nThe end.\n", "a.txt", [5], id="with a blank line between"),
        pytest.param(f"Storm\n\n{LINE}\n{LINE}\n{LINE}\n", "a.txt", [4], id="three in a row are one finding"),
        pytest.param(f"# Storm\n\n{LINE}\n\n*{LINE}*\n", "a.md", [5], id="in other markup"),
        pytest.param(f"<h1>Storm</h1><p>{LINE}</p>\n<p>{LINE}</p>", "a.html", [2], id="HTML"),
        pytest.param(f"Storm\n\n{LINE}\n\nNobody was hurt.\n\n{LINE}\n", "a.txt", [], id="something between"),
        pytest.param("Storm\n\nRow row.\nRow row.\n", "a.txt", [], id="a refrain of two words"),
        pytest.param("# Storm\n\n## See the log\n\n## See the log\n", "a.md", [], id="headings"),
        pytest.param("# Storm\n\n- a boat came in\n- a boat came in\n", "a.md", [], id="short items"),
        pytest.param("# Storm\n\n**See the log.**\n\n### See the log.\n", "a.md", [], id="a heading under its teaser"),
        pytest.param("| a b c |\n| --- |\n| one two three |\n| one two three |\n", "a.md", [], id="cells"),
        pytest.param(f"Storm\n\n[listing]\n----\n$ log\n{LINE}\n{LINE}\n----\n", "a.txt", [], id="between fences"),
        pytest.param(f"Storm\n\n-----\n\n{LINE}\n{LINE}\n\n-----\n", "a.txt", [6], id="between separators"),
        pytest.param(f"Storm\n-----\n{LINE}\n{LINE}\n-----\n", "a.txt", [4], id="below an underlined heading"),
        pytest.param("Use `grep -t` or\n\nUse `grep -T` or\n", "a.md", [], id="other case"),
        pytest.param(f"# S\n\n1. {LONG}\n2. {LONG}\n", "a.md", [], id="numbered items"),
        pytest.param(f"# S\n\n- {LONG}\n- {LONG}\n", "a.md", [4], id="items without numbers"),
        pytest.param(f"<ol><li>{LONG}</li>\n<li>{LONG}</li></ol>", "a.html", [], id="numbered items of HTML"),
        pytest.param(f"<ul><li>{LONG}</li>\n<li>{LONG}</li></ul>", "a.html", [2], id="items of HTML"),
        pytest.param(
            f"<table><tr><td><p>{LONG}</p></td>\n<td><p>{LONG}</p></td></tr></table>", "a.html", [], id="in cells"
        ),
        pytest.param(f"<p>{LONG}</p><dl><dt>{LONG}</dt>\n<dd>See.</dd></dl>", "a.html", [], id="a term"),
        pytest.param(f"# S\n\n{LONG} [Log](a.md).\n\n{LONG} [Log](b.md).\n", "a.md", [], id="links to two pages"),
        pytest.param(f"# S\n\n{LONG} [Log](a.md).\n\n{LONG} [Log](a.md).\n", "a.md", [5], id="links to one page"),
        pytest.param(
            f"# S\n\n<AppOnly>\n\n{LONG}\n\n</AppOnly>\n<PagesOnly>\n\n{LONG}\n\n</PagesOnly>\n",
            "a.md",
            [],
            id="of which one is shown",
        ),
        pytest.param(
            f"<p>{LONG}</p><div hidden><p>{LONG}</p></div>", "a.html", [], id="of which one is hidden in a page"
        ),
        pytest.param("<p>pub use core::Clone;</p><p>pub use core::Clone;</p>", "a.html", [], id="program text"),
        pytest.param("<p>Most popular boats</p><p>Most popular boats</p>", "a.html", [], id="a label"),
        pytest.param("Storm\n\nMost popular boats\nMost popular boats\n", "a.txt", [4], id="a line of text"),
        pytest.param(
            "".join(f"<table><tr><td>int {name}(int berth)</td></tr></table><p>{LONG}</p>" for name in ("moor", "row"))
            + f"<table><tr><td>int sail(int berth)</td></tr></table>\n<p>{LONG}</p>\n<p>{LONG}</p>",
            "a.html",
            [],
            id="a summary and its description",
        ),
        pytest.param("Storm\n\nboat boat boat\nboat boat boat\n", "a.txt", [], id="one word"),
        pytest.param("{% include the ad box %}\n\n{% include the ad box %}\n", "a.md", [], id="template tags"),
    ],
)
def test_places(text: str, path: str, lines: list[int]) -> None:
    assert check(StutteredBlock(), text, path).lines == lines


def test_two_lines_repeated_together() -> None:
    [finding] = check(
        StutteredBlock(), "Storm\n\nOne boat left.\nTwo came in.\nOne boat left.\nTwo came in.\n"
    ).findings
    assert finding.message == 'block of 2 lines repeats the one before: "One boat left. / Two came in."'
    assert finding.place.line == 5


def test_many_in_a_row_are_counted() -> None:
    [message] = check(StutteredBlock(), "Storm\n\n" + f"{LINE}\n" * 1000).messages
    assert message == f'line stands 1,000 times in a row: "{LINE}"'


@pytest.mark.parametrize(
    ("text", "path", "fixed"),
    [
        pytest.param(f"Storm\n\n{LINE}\n{LINE}\n", "a.txt", f"Storm\n\n{LINE}\n", id="text"),
        pytest.param(f"# S\n\n{LINE}\n\n{LINE}\n\nEnd.\n", "a.md", f"# S\n\n{LINE}\n\nEnd.\n", id="Markdown"),
        pytest.param(f"<p>{LINE}</p>\n<p>{LINE}</p>\n", "a.html", f"<p>{LINE}</p>\n", id="HTML"),
        pytest.param(f"Storm\n\n{LINE}\n{LINE}\n{LINE}\n", "a.txt", f"Storm\n\n{LINE}\n", id="three in a row"),
        pytest.param(f"> {LINE}\n>\n> {LINE}\n", "a.md", f"> {LINE}\n", id="in a quotation"),
    ],
)
def test_fix_takes_the_copy_out(text: str, path: str, fixed: str) -> None:
    [finding] = check(StutteredBlock(), text, path).findings
    assert finding.fix is not None
    [edit] = finding.fix.edits
    assert text[edit.start : edit.end] == edit.old
    assert text[: edit.start] + edit.new + text[edit.end :] == fixed


def test_no_fix_where_the_markup_differs() -> None:
    [finding] = check(StutteredBlock(), f"# Storm\n\n{LINE}\n\n*{LINE}*\n", "a.md").findings
    assert finding.fix is None


@pytest.mark.parametrize(
    ("text", "path", "is_safe"),
    [
        pytest.param(f"Storm\n\n{LINE}\n\n{LINE}\n", "a.txt", True, id="paragraphs of text"),
        pytest.param("# S\n\nName says it all!\n\nName says it all!\n", "a.md", False, id="a short remark"),
        pytest.param(f"Storm\n\n{LINE}\n{LINE}\n", "a.txt", False, id="lines of text, which may be a refrain"),
        pytest.param(f"# S\n\n{LINE}\n\n{LINE}\n", "a.md", True, id="Markdown"),
    ],
)
def test_fix_is_safe_between_paragraphs(text: str, path: str, is_safe: bool) -> None:
    [finding] = check(StutteredBlock(), text, path).findings
    assert finding.fix is not None
    assert finding.fix.safe is is_safe
