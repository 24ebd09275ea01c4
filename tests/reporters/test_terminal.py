"""The formats for people at a terminal: full, grouped and concise (text: see the engine's tests)."""

import click
from reporters.reports import finding, report, written

from artlint import Edit, Failure, Fix, Place, Related, Severity
from artlint.report import Suppressed


def lines(name: str, *arguments: object, **options: object) -> list[str]:
    return click.unstyle(written(name, report(*arguments, **options))).split("\n")  # type: ignore[arg-type]  # passed on


def test_concise() -> None:
    fix = Fix((Edit(4, 7, "two", "2"),), True, "digits")
    assert lines("concise", finding(fix=fix), finding(path="b.txt"), failures=[Failure("c.txt", "cannot be read")]) == [
        "a.txt:2:5: error too long [length/title] [*]",
        "b.txt:2:5: error too long [length/title]",
        "c.txt: failure cannot be read",
        "",
    ]


def test_grouped() -> None:
    source = "one\n" * 9 + "two words\n"
    found = [finding(severity=Severity.INFO), finding(source), finding(path="b.txt", severity=Severity.WARNING)]
    assert lines("grouped", *found) == [
        "a.txt (2 findings)",
        "   2:5  info     too long [length/title]",
        "  10:5  error    too long [length/title]",
        "",
        "b.txt (1 finding)",
        "  2:5  warning  too long [length/title]",
        "",
        "3 findings in 2 articles (1 error, 1 warning, 1 info); 2 articles checked, 3 more known",
        "",
    ]


def test_full() -> None:
    fix = Fix((Edit(4, 13, "two words", "two\nlines"),), False, "say it shorter")
    related = [Related(f"{number}.txt", Place(0, 1, 1, 1, 1, 2)) for number in range(8)]
    told = lines("full", finding(found="one\ntwo", fix=fix, related=related))
    assert told[:5] == [
        "a.txt:1:1: error too long [length/title]",
        "     1 | one",
        "       | ^^^",
        "     2 | two words",
        "       | ^^^",
    ]
    assert told[5:13] == [f"    {number}.txt:1:1: also here" for number in range(8)]
    assert told[13:19] == [
        "    unsafe fix: say it shorter",
        "         2 - two words",
        "         2 + two",
        "         2 + lines",
        "    rule: The title is too long.",
        "    fingerprint: 0a-1b",
    ]


def test_full_counts_the_lines_that_it_leaves_out() -> None:
    source = "words and more\n" * 20
    told = lines("full", finding(source, source), sources=source)
    assert "    12 | words and more" in told
    assert "       | and 8 more lines" in told


def test_full_tells_why_something_is_silenced() -> None:
    suppressed = [
        Suppressed(finding(), "a quotation", "comment"),
        Suppressed(finding(path="b.txt"), "", "configuration"),
        Suppressed(finding(path="c.txt"), "", "baseline"),
    ]
    assert lines("full", suppressed=suppressed)[:-2] == [
        "a.txt:2:5: error too long [length/title]",
        "    silenced by comment: a quotation",
        "",
        "b.txt:2:5: error too long [length/title]",
        "    silenced by configuration: no reason given",
        "",
    ]


def test_full_without_source() -> None:
    assert lines("full", finding(), sources="")[1] == "    rule: The title is too long."
