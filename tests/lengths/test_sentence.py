import pytest

from artlint.testing import check
from artlint_lengths.sentences import SentenceLength

LONG = "The river " + "froze and " * 22 + "thawed."  # 47 words
SHORT = "The river froze. " * 20


@pytest.mark.parametrize(
    ("path", "text", "places"),
    [
        pytest.param("a.md", f"# A\n\n{LONG}\n", [(3, 1)], id="one long sentence"),
        pytest.param("a.md", f"# A\n\nIt is winter. {LONG} It is cold.\n", [(3, 15)], id="between short ones"),
        pytest.param("a.md", f"# A\n\n- {LONG}\n", [(3, 3)], id="list item"),
        pytest.param("a.md", f"# A\n\n> {LONG}\n", [(3, 3)], id="quote"),
        pytest.param("a.md", f"# A\n\nIt is *winter*.\n{LONG}\n", [(4, 1)], id="second line of a paragraph"),
        pytest.param("a.md", f"# A\n\n{LONG} {LONG}\n", [(3, 1), (3, len(LONG) + 2)], id="two of them"),
        pytest.param("a.md", f"# A\n\nSee e.g. the ice: {LONG}\n", [(3, 1)], id="an abbreviation does not end it"),
        pytest.param("a.txt", f"A\n\n{LONG}\n", [(3, 1)], id="plain text"),
        pytest.param("a.html", f"<title>A</title>\n<p>{LONG}</p>", [(2, 4)], id="page"),
        pytest.param("a.md", f"# A\n\n{SHORT}\n", [], id="many short ones"),
        pytest.param("a.txt", "A\n\n" + "- the river and the ice\n" * 12, [], id="list of plain text"),
        pytest.param("a.md", f"# A\n\n```\n{LONG}\n```\n", [], id="code"),
        pytest.param("a.md", f"# {LONG}\n", [], id="heading"),
        pytest.param("a.md", "# A\n\n" + "River, ice, snow, ford, " * 15 + "thaw.\n", [], id="enumeration"),
        pytest.param("a.md", "# A\n\n" + "[the river](a.md) " * 30 + "\n", [], id="links alone"),
        pytest.param("a.md", "# A\n\n" + "a b c d e f g " * 8 + "\n", [], id="row of letters"),
        pytest.param("a.md", "# A\n\n" + "今天天气很好我们去公园吧" * 10 + "。\n", [], id="script without spaces"),
        pytest.param("a.md", f"# A\n\n{SHORT}apt-get {'froze and ' * 9}thawed.\n", [], id="name in small letters"),
        pytest.param(
            "a.md", f"# A\n\nIt {'froze and ' * 15}thawed. apt-get {'froze and ' * 15}thawed.\n", [], id="two at a name"
        ),
        pytest.param(
            "a.md", f"# A\n\nIt {'froze and ' * 15}thawed etc. and {'froze and ' * 15}thawed.\n", [(3, 1)], id="etc."
        ),
        pytest.param("a.md", f"# A\n\nIt {'froze and ' * 15}i.e. {'froze and ' * 15}thawed.\n", [(3, 1)], id="i.e."),
        pytest.param(
            "a.html", f"<title>A</title><p>It {'froze and ' * 15}<br>{'froze and ' * 15}</p>", [], id="line breaks"
        ),
        pytest.param(
            "a.txt",
            "A\n\n"
            + "get the ice from the river -> take it\nget the snow -> go up\nget a ferry over the river -> wait\n" * 4,
            [],
            id="table of commands in plain text",
        ),
        pytest.param(
            "a.txt",
            f"A\n\n{LONG[:70]}\n{LONG[70:141]}\n{LONG[141:212]}\n{LONG[212:]}\n",
            [(3, 1)],
            id="wrapped lines of plain text",
        ),
        pytest.param(
            "a.txt", "A\n\n" + "ferry-run\t\tthe ferry runs and the river is free of ice\n" * 6, [], id="tabs"
        ),
        pytest.param("a.txt", "A\n\n" + "ferry-run  the ferry runs and the river is free of ice\n" * 6, [], id="gaps"),
        pytest.param("a.txt", "A\n\n" + "# the river froze and the ice held and nobody fell\n" * 6, [], id="comment"),
        pytest.param(
            "a.txt",
            "A\n\n"
            + "# the river froze and the ice held and nobody fell and\nset ice boolean true for the ferry\n" * 4,
            [],
            id="settings with comments",
        ),
        pytest.param("a.md", f"# B. GNU General Public License\n\n{LONG}\n", [], id="page of a licence"),
        pytest.param("help/gpl.md", f"# B. Anhang\n\n{LONG}\n", [], id="page of a licence by its name"),
        pytest.param("a.md", f"# The licence of the ferry\n\n{LONG}\n", [(3, 1)], id="page on a licence"),
        pytest.param("a.txt", "A\n\n" + "| the river froze | and the ice held | nobody fell |\n" * 6, [], id="drawn"),
        pytest.param(
            "a.md", f"# A\n\nPermission is hereby granted to whom {'froze and ' * 22} thawed.\n", [], id="licence"
        ),
        pytest.param("a.md", "# A\n\n" + "Hội đồng đã đồng ý về ngân sách và " * 7 + ".", [], id="Vietnamese"),
        pytest.param("a.md", "| " + LONG + " |\n| --- |\n| x |\n", [], id="table"),
    ],
)
def test_places(path: str, text: str, places: list[tuple[int, int]]) -> None:
    found = check(SentenceLength(), text, path)
    assert [(finding.place.line, finding.place.column) for finding in found.findings] == places


def test_the_message_counts() -> None:
    assert check(SentenceLength(), f"# A\n\n{LONG}\n", "a.md").messages == ["sentence has 47 words; at most 45"]


def test_a_least_length() -> None:
    found = check(SentenceLength(min=3, max=None), "# A\n\nThe river froze hard. Indeed.\n", "a.md")
    assert found.messages == ["sentence has 1 word; at least 3"]


def test_other_units() -> None:
    rule = SentenceLength(max=20, unit="graphemes")
    assert check(rule, "# A\n\nThe river froze. It thawed in the spring.\n", "a.md").messages == [
        "sentence has 24 characters; at most 20"
    ]
