"""`boilerplate/repeated-block`: one block twice in one article."""

import sys
from pathlib import Path

import pytest

from artlint.testing import check
from artlint_boilerplate.repeated import RepeatedBlock
from artlint_boilerplate.unit import normalised, normalised_all

WIDGET = "In a hurry?\nHear this story"
CRLF_WIDGET = WIDGET.replace("\n", "\r\n")
PROSE = "The harbour was closed for two days, and the ferries stayed at the quay until the wind had gone down."

ASKING = f"{PROSE} {PROSE} Nobody knew for how long, and so the people of the islands asked: what do we eat now?"


def news(*parts: str) -> str:
    return "\n\n".join(("Harbour reopens after the storm", *parts)) + "\n"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param(news(WIDGET, PROSE, WIDGET), [8], id="a widget of two lines stands twice"),
        pytest.param(news(WIDGET, PROSE, WIDGET + "\nPrevious Article"), [8], id="the copy is glued to a label"),
        pytest.param(news(WIDGET, PROSE + "\n" + WIDGET, "Ferries run again."), [7], id="the copy is glued to prose"),
        pytest.param(news(PROSE, "Ferries run again.", PROSE), [7], id="a paragraph stands twice"),
        pytest.param(news(WIDGET, "One.", WIDGET, "Two.", WIDGET), [8], id="three standings are one finding"),
        pytest.param(
            news(
                PROSE.replace(" until", "\nuntil"),
                "Ferries run again.",
                PROSE.replace(" quay", "\nquay"),
            ),
            [8],
            id="a paragraph wrapped elsewhere is the same",
        ),
        pytest.param(news("Hear this story", PROSE, "Hear this story"), [], id="one short line alone"),
        pytest.param(news("In a hurry?", PROSE, "In a hurry?"), [], id="a question alone"),
        pytest.param(news(ASKING, "Between.", ASKING), [7], id="a long paragraph that ends in a question"),
        pytest.param(news(PROSE, "Between.", PROSE[:-1] + ":"), [], id="a lead-in is no copy"),
        pytest.param(news("12 34 56 78\n90 12 34 56", PROSE, "12 34 56 78\n90 12 34 56"), [], id="numbers"),
        pytest.param(news("- red apples\n- green pears", PROSE, "- red apples\n- green pears"), [], id="a short list"),
    ],
)
def test_text(text: str, lines: list[int]) -> None:
    assert check(RepeatedBlock(), text).lines == lines


ADVISORY = f"{PROSE}\n\nImpact:\n\n- All boats of the line, in each of the three harbours."
HELP = "Help wanted: the harbour office looks for people who paint boats in the evening and at weekends in May."


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param(
            f"# Notices\n\n## Fog\n\nNo boats in fog.\n\n{ADVISORY}\n\n## Ice\n\nNo boats on ice.\n\n{ADVISORY}\n",
            [],
            id="a form with a list ends two sections",
        ),
        pytest.param(
            f"# Notices\n\n## Fog\n\nNo boats in fog.\n\n{PROSE}\n\n## Ice\n\nNo boats on ice.\n\n{PROSE}\n",
            [13],
            id="a paragraph ends two sections",
        ),
        pytest.param(
            f"# Tasks\n\nPaint.\n\n{HELP}\n\nRope.\n\nHelp wanted: none.\n\nTar.\n\n{HELP}\n",
            [],
            id="a field that the article has three times",
        ),
        pytest.param(f"# Tasks\n\nPaint.\n\n{HELP}\n\nTar.\n\n{HELP}\n", [9], id="a field that it has twice"),
    ],
)
def test_forms(text: str, lines: list[int]) -> None:
    assert check(RepeatedBlock(), text, "a.md").lines == lines


def log(lines: int, around: int = 0) -> str:
    """A log in which one entry stands twice, so many lines apart, and with so many lines around both."""
    between, outside = (
        "".join(f"On day {number} the {who} counted {number * 7} ships.\n\n" for number in range(count))
        for count, who in ((lines, "master"), (around, "mate"))
    )
    entry = "Wind: from the west\nShips: none came in\n\n"
    return f"Log\n\n{outside}{entry}{between}{entry}{outside.replace('ships', 'boats')}"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(log(9), True, id="in a short text"),
        pytest.param(log(400), True, id="in a text of 400 lines"),
        pytest.param(log(4000, around=20), False, id="in a long text by chance"),
        pytest.param(log(4000), True, id="at the edges of a long text"),
        pytest.param(
            news("1.1. Of the harbour\n1.2. Of the quay", PROSE, "1.1. Of the harbour\n1.2. Of the quay"),
            False,
            id="a table of contents",
        ),
        pytest.param(
            news("Of the harbour ..... 7\nOf the quay ..... 9", PROSE, "Of the harbour ..... 7\nOf the quay ..... 9"),
            False,
            id="a table of contents with pages",
        ),
        pytest.param(
            news("In 1.5 hours a boat comes in.\nIt has fish.", PROSE, "In 1.5 hours a boat comes in.\nIt has fish."),
            True,
            id="numbers in a sentence",
        ),
    ],
)
def test_short_lines(text: str, found: bool) -> None:
    assert bool(check(RepeatedBlock(), text).lines) == found


def manual(*headings: str, code: int = 0) -> str:
    """A page whose first and last section begin with the same paragraph."""
    first, *others, last = headings
    programs = "".join(f"    moor({number})\n\nIt moors berth {number}.\n\n" for number in range(code))
    sections = "".join(f"{heading}\n\nAll about {heading.strip('# ')}.\n\n" for heading in others)
    return f"# Manual\n\n{first}\n\n{LONG}\n\n{programs}{sections}{last}\n\n{LONG}\n\nMore of it.\n"


LONG = f"{PROSE} They run again from noon, and the market is open as usual until the bell rings for the night watch."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(manual("## Fog", "## Ice", "## Storm"), True, id="sections of prose"),
        pytest.param(manual("## moor(boat)", "## Ice", "## cast_off(boat)"), False, id="two functions"),
        pytest.param(manual("## MooringLine Directive", "## Ice", "## CastOff Directive"), False, id="two directives"),
        pytest.param(manual("## moor", "## cast-off", "## row"), False, id="three names"),
        pytest.param(manual("## Fog", "## moor()", "## row()", "## sail()"), False, id="an overview and an entry"),
        pytest.param(manual("## How GitHub helped us at sea", "## Ice", "## Storm"), True, id="a name in a phrase"),
        pytest.param(manual("## Fog", "## Ice", "## Storm", code=8), False, id="a page with program text"),
        pytest.param(manual("So it is.", "## Ice", "## Storm", code=8), True, id="the lead, pasted into a section"),
        pytest.param(manual("## Fog", "## Ice", "## Storm", code=2), True, id="a page with little program text"),
        pytest.param(
            manual("## Fog\n\n### Files\n\nOf fog.", "## Ice", "### Files\n\nOf ice."),
            False,
            id="like sections of two chapters",
        ),
        pytest.param(manual("## MOOR", "## Ice", "## CAST.OFF"), False, id="two functions of a sheet"),
        pytest.param(manual("## Why fog?", "## Ice", "## Why storm?"), False, id="two answers"),
        pytest.param(manual("## 1.2.0-rc.1", "## Ice", "## 1.2.0 (2020-05-04)"), False, id="changes of two versions"),
        pytest.param(manual("## 1.2 Fog", "## 1.3 Ice", "## 1.4 Storm"), True, id="numbered sections"),
        pytest.param(manual("## \\#", "## ¶", "## \\#"), True, id="headings of a sign alone"),
    ],
)
def test_sections(text: str, found: bool) -> None:
    assert bool(check(RepeatedBlock(), text, "a.md").lines) == found


SIGNATURES = ("void moor(struct boat *boat, int berth)", "c_moored - counter", "cast_off", "/etc/harbour_log")


@pytest.mark.parametrize(
    ("headings", "found"),
    [
        pytest.param([f"<p>{text}</p>" for text in SIGNATURES], False, id="below signatures"),
        pytest.param([f"<pre>{text}</pre>" for text in SIGNATURES], False, id="below calls in program text"),
        pytest.param([f"<h2><a href='#top'>{text}</a></h2>" for text in SIGNATURES], False, id="below linked headings"),
        pytest.param(
            [f"<p>{text}</p><h3>Arguments</h3>" for text in SIGNATURES], False, id="below signatures and their parts"
        ),
        pytest.param([f"<p>({text[:4]} port) → boat?</p>" for text in SIGNATURES], False, id="below types"),
        pytest.param([f"<h2>Quay.{number}:berth</h2>" for number in "abcd"], False, id="below names in parts"),
        pytest.param([f"<p>Fog, {number} times.</p>" for number in "abcd"], True, id="below sentences"),
        pytest.param([f"<p>http://{text}.example.org</p>" for text in SIGNATURES], True, id="below addresses"),
    ],
)
def test_entries_of_a_reference(headings: list[str], found: bool) -> None:
    sections = "".join(f"{heading}<p>It is number {number}.</p>" for number, heading in enumerate(headings))
    first, last = headings[0], headings[-1]
    text = f"<h1>Manual</h1>{first}<p>{LONG}</p>{sections}{last}<p>{LONG}</p><p>More of it.</p>"
    assert bool(check(RepeatedBlock(), text, "a.html").lines) == found


GRANT = (
    "Permission is granted to copy and redistribute these charts without fee, and no harbour master gives any warranty "
    "that a rock will be found where they show one, or that none will be found where they do not."
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(f"<p>{PROSE}</p><p>So.</p><p>{PROSE}</p>", True, id="pasted"),
        pytest.param(f"<p id='p7'>{PROSE}</p><p>So.</p><p id='p7'>{PROSE}</p>", False, id="set from one source"),
        pytest.param(f"<p id='p7'>{PROSE}</p><p>So.</p><p id='p8'>{PROSE}</p>", True, id="ids of their own"),
        pytest.param(
            "<p>The moon by night</p>" * 2 + "<p>So.</p>" + "<p>The moon by night</p>" * 2,
            False,
            id="two titles of one name",
        ),
        pytest.param(
            f"<p><a name='p7'></a>{PROSE}</p><p>So.</p><p><a name='p7'></a>{PROSE}</p>", False, id="one anchor"
        ),
        pytest.param(
            f"<dl><dt>berth</dt><dd><p>{PROSE}</p></dd><dt>quay</dt><dd><p>{PROSE}</p></dd></dl>",
            False,
            id="meanings of two terms",
        ),
        pytest.param(
            f"<p>{PROSE}</p><div role='tabpanel'><h3>Steam</h3><div><p>{PROSE}</p></div></div>", False, id="in a tab"
        ),
        pytest.param(
            f"<p>{PROSE}</p><div role='tabpanel'><div>Steam</div></div><p>{PROSE}</p>", True, id="behind a tab"
        ),
        pytest.param(
            f"<!-- Generated by javadoc (17) --><p>{PROSE}</p><p>So.</p><p>{PROSE}</p>", False, id="of comments in code"
        ),
        pytest.param(f"<p>{GRANT}</p><p>So.</p><p>{GRANT}</p>", False, id="licences"),
    ],
)
def test_pages(text: str, found: bool) -> None:
    assert bool(check(RepeatedBlock(), text, "a.html").lines) == found


@pytest.mark.parametrize(
    ("head", "text", "found"),
    [
        pytest.param("", LONG, False, id="a phrase of a manual"),
        pytest.param("", f"{LONG} {PROSE}", True, id="a passage of a manual"),
        pytest.param("<meta property='og:type' content='article'>", LONG, True, id="an article of a site"),
    ],
)
def test_long_pages(head: str, text: str, found: bool) -> None:
    page = "".join(f"<h2>Of the {name}</h2><p>All about {name}.</p>" for name in ("fog", "ice", "sea", "wind", "sky"))
    article = f"<html><head>{head}</head><body>{page}<p>{text}</p><h3>Rain</h3><p>{text}</p></body></html>"
    assert bool(check(RepeatedBlock(), article, "a.html").lines) == found


def test_a_widget_at_the_edges_of_a_long_page() -> None:
    page = "".join(f"<h2>Of the {name}</h2><p>All about {name}.</p>" for name in ("fog", "ice", "sea", "wind", "sky"))
    widget = "<p>In a hurry?</p><p>Hear this story</p>"
    assert check(RepeatedBlock(), f"<h1>Weather</h1>\n{widget}{page}\n{widget}", "a.html").lines == [3]


OPTION = "The number of boats that may lie at one berth, by default as many as there are rings in the wall of the quay."


def test_descriptions_of_program_text_are_no_paste() -> None:
    entry = f"<dt>berths</dt><dd><p>{OPTION}</p>" + "".join(
        f"<p>{number}. {OPTION[:-1]} on day {number}.</p>" for number in range(7)
    )
    text = (
        "<h1>Berths</h1>" + "<pre>moor()</pre><p>So.</p>" * 8 + f"<dl>{entry}</dd></dl><p>And:</p><dl>{entry}</dd></dl>"
    )
    assert check(RepeatedBlock(), text, "a.html").lines == []


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param(f"# Storm\n\n{PROSE}\n\nFerries run.\n\n{PROSE}\n", [7], id="a paragraph stands twice"),
        pytest.param(f"# Storm\n\n> {PROSE}\n\nFerries run.\n\n*{PROSE}*\n", [7], id="in other markup"),
        pytest.param(f"# Storm\n\n{WIDGET}\n\nFerries run.\n\n{WIDGET}\n", [], id="short paragraphs recur by design"),
        pytest.param(f"# Storm\n\n## {PROSE}\n\nFerries run.\n\n## {PROSE}\n", [], id="headings alone"),
        pytest.param(f"# Storm\n\n    {PROSE}\n\nFerries run.\n\n    {PROSE}\n", [], id="code alone"),
        pytest.param(f"# Storm\n\n- {PROSE}\n- Ferries run.\n- {PROSE}\n", [], id="fewer than three items"),
        pytest.param(f"# Storm\n\n[{PROSE}](a.md)\n\nFerries run.\n\n[{PROSE}](a.md)\n", [], id="a link alone"),
        pytest.param(
            f"# Storm\n\n{PROSE}\n\n```\nrun\n```\n\nFerries run.\n\n{PROSE}\n\n```\nrun\n```\n",
            [11],
            id="code inside a run does not end it",
        ),
    ],
)
def test_markdown(text: str, lines: list[int]) -> None:
    assert check(RepeatedBlock(), text, "a.md").lines == lines


def test_message_and_related_place() -> None:
    [finding] = check(RepeatedBlock(), news(WIDGET, PROSE, WIDGET)).findings
    assert finding.message == 'block of 2 lines already stands at line 3: "In a hurry? / Hear this story"'
    assert [related.place.line for related in finding.related] == [3]


def test_thrice_tells_all_places() -> None:
    [finding] = check(RepeatedBlock(), news(WIDGET, "One.", WIDGET, "Two.", WIDGET)).findings
    assert finding.message.startswith("block of 2 lines stands 3 times, first at line 3")
    assert [related.place.line for related in finding.related] == [3, 13]


@pytest.mark.parametrize(
    "allow",
    [
        pytest.param("In a hurry?  hear this story", id="by text"),
        pytest.param("/in a (hurry|rush)/", id="by pattern"),
    ],
)
def test_allowed(allow: str) -> None:
    text = news(WIDGET, PROSE, WIDGET)
    assert check(RepeatedBlock(allow=(allow,)), text).lines == []
    [finding] = check(RepeatedBlock(), text).findings
    assert check(RepeatedBlock(allow=(finding.identity,)), text).lines == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(news("the same old line\n" * 50_000), id="one line over and over"),
        pytest.param(news("one line here\nanother line there\n" * 25_000), id="two lines in turn"),
        pytest.param("x" * 1_000_000, id="no blank in a million characters"),
        pytest.param("----\nrun\n----\n\n" * 50_000, id="fences"),
    ],
)
def test_hostile_input_stays_linear(text: str) -> None:
    assert len(check(RepeatedBlock(), text).findings) < 30


@pytest.mark.corpora
def test_jargon_file_has_the_widget_twice(corpora: Path) -> None:
    for path in sorted((corpora / "jargon-seed" / "clean").glob("*.txt"))[::7]:
        found = check(RepeatedBlock(), path.read_text(), path.name)
        assert found.messages == ['block of 2 lines already stands at line 3: "No time to read? / Get a summary"']


ENTRY = "The function returns the number of boats that lie in the harbour, those on the slip not counted."


def reference(*entries: str) -> str:
    return "# Functions\n\n" + "".join(f"## Berth {number}\n\n{entry}\n\n" for number, entry in enumerate(entries))


@pytest.mark.parametrize(
    ("text", "path", "lines"),
    [
        pytest.param(reference(ENTRY, ENTRY, "Two.", "Three.", "Four."), "a.md", [], id="two entries of a reference"),
        pytest.param(reference(*[ENTRY] * 5), "a.md", [], id="every entry of a reference"),
        pytest.param(
            reference(f"{ENTRY} {PROSE} {PROSE}", "Two.", "Three.", f"{ENTRY} {PROSE} {PROSE}"),
            "a.md",
            [17],
            id="a whole passage",
        ),
        pytest.param(reference(ENTRY, ENTRY), "a.md", [9], id="two sections alone are no reference"),
        pytest.param(f"Log\n\nfirst::\n    {ENTRY}\n\nsecond::\n    {ENTRY}\n", "a.txt", [], id="entries in text"),
        pytest.param(
            f"Log\n\nHe wrote this.\n\n    {ENTRY}\n\nAnd again.\n\n    {ENTRY}\n",
            "a.txt",
            [9],
            id="quotations in text",
        ),
        pytest.param(
            "Log\n\n    $ make boats\n    $ make all\n\nOr\n\n    $ make boats\n    $ make all\n",
            "a.txt",
            [],
            id="program text",
        ),
    ],
)
def test_references(text: str, path: str, lines: list[int]) -> None:
    assert check(RepeatedBlock(), text, path).lines == lines


CHINESE = "因为风比人们记忆中的任何一次都大，港口关闭了整整两天，所有的渡轮都停在码头边。"
JAPANESE = "風がこれまでになく強く吹いたため、港は二日間閉鎖され、船はすべて岸壁で待っていた。"
THAI = "ท่าเรือปิดเป็นเวลาสองวันเพราะลมพัดแรงกว่าที่ใครจะจำได้และเรือทุกลำต้องจอดรอ"
ARABIC = "أغلق الميناء يومين لأن الريح هبت أقوى مما يتذكره أي إنسان وبقيت كل العبارات عند الرصيف"


@pytest.mark.parametrize("path", ["a.md", "a.txt"])
@pytest.mark.parametrize(
    "line",
    [
        pytest.param(CHINESE, id="Chinese"),
        pytest.param(JAPANESE, id="Japanese"),
        pytest.param(THAI, id="Thai"),
        pytest.param(ARABIC, id="Arabic"),
    ],
)
def test_scripts(line: str, path: str) -> None:
    text = f"1842\n\n{line}\n\n42 — 43\n\n{line}\n"
    assert check(RepeatedBlock(), text, path).lines == [7]


def test_a_broken_pattern_is_told_at_once() -> None:
    with pytest.raises(ValueError, match="allow: /\\(/ is no pattern"):
        RepeatedBlock(allow=("/(/",))


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        pytest.param(
            "a.txt",
            f"One.\n\n{WIDGET}\n\nTwo.\n\n{WIDGET}\nThree.\n",
            f"One.\n\n{WIDGET}\n\nTwo.\n\nThree.\n",
            id="glued",
        ),
        pytest.param(
            "a.txt",
            f"One.\r\n\r\n{CRLF_WIDGET}\r\n\r\nTwo.\r\n\r\n{CRLF_WIDGET}\r\n\r\nThree.\r\n",
            f"One.\r\n\r\n{CRLF_WIDGET}\r\n\r\nTwo.\r\n\r\nThree.\r\n",
            id="CRLF",
        ),
        pytest.param(
            "a.txt",
            f"Zero.\n\n{WIDGET}\n\nOne.\n\n{WIDGET}\n\nTwo.\n\n{WIDGET}",
            f"Zero.\n\n{WIDGET}\n\nOne.\n\nTwo.",
            id="three times",
        ),
        pytest.param("a.md", f"{PROSE}\n\nOne.\n\n{PROSE}\n\nTwo.\n", f"{PROSE}\n\nOne.\n\nTwo.\n", id="paragraph"),
        pytest.param("a.md", f"{PROSE}\n\nOne.\n\n*{PROSE}*\n", None, id="other markup"),
        pytest.param("a.html", f"<p>{PROSE}</p><p>One.</p><p>{PROSE}</p>", None, id="page"),
    ],
)
def test_fix_takes_the_later_copies_out(name: str, text: str, expected: str | None) -> None:
    [finding] = check(RepeatedBlock(), text, name).findings
    if finding.fix is None:
        assert expected is None
        return
    assert not finding.fix.safe
    for edit in reversed(finding.fix.edits):
        assert text[edit.start : edit.end] == edit.old
        text = text[: edit.start] + edit.new + text[edit.end :]
    assert text == expected


def test_all_blanks_are_known() -> None:
    """Every blank is made a space, and many texts at once are normalised as each by itself."""
    blanks = [character for character in map(chr, range(sys.maxunicode + 1)) if character.isspace()]
    texts = [f"{blank}A{blank}{blank} {letter}{blank}B " for blank in blanks for letter in ("c", "É", "Ж")]
    assert {*normalised_all(texts)} == {"a c b", "a é b", "a ж b"}
    for some in (texts, [], [""], ["A\0B", "C  D"]):
        assert list(normalised_all(some)) == [normalised(text) for text in some]
