"""Labels and titles in plain text."""

import pytest

from artlint.testing import read
from artlint_navigation.collecting import Navigation


def references(text: str, path: str = "a.txt") -> list[tuple[str, int, str]]:
    """Direction, line and target (or title) of each strong reference."""
    found = Navigation().references(read(path, text))
    return [(it.direction, it.place.line, it.target or it.text) for it in found if not it.is_weak]


HEAD = "Arrival\n\nWe reached the harbour at noon.\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Next Article\n\nThe old town", [("next", 5, "The old town")], id="label line, blank, title"),
        pytest.param("Next Article\nThe old town", [("next", 5, "The old town")], id="label line, title"),
        pytest.param("Next Article: The old town", [("next", 5, "The old town")], id="label and title in one line"),
        pytest.param("« Previous Post: Departure", [("previous", 5, "Departure")], id="arrow round the label"),
        pytest.param("Get a summary\nPrevious Article\n\nDeparture", [("previous", 6, "Departure")], id="glued label"),
        pytest.param("Nächster Beitrag\n\nAltstadt", [("next", 5, "Altstadt")], id="German"),
        pytest.param("上一篇文章\n\n出发", [("previous", 5, "出发")], id="Chinese"),
        pytest.param(
            "Previous Article    Next Article\nDeparture           The old town",
            [("previous", 5, "Departure"), ("next", 5, "The old town")],
            id="columns",
        ),
        pytest.param(
            "Previous section\n\nOne\n\nNext section\n\nTwo", [("previous", 5, "One"), ("next", 9, "Two")], id="pair"
        ),
        pytest.param("Next Article", [("next", 5, "")], id="label at the end"),
        pytest.param("  Next chapter: |town.txt|  The old town", [("next", 5, "town.txt")], id="file name in bars"),
        pytest.param(
            "Next chapter: The old town and all that is behind it\nPrevious chapter: Departure",
            [("next", 5, "The old town and all that is behind it"), ("previous", 6, "Departure")],
            id="two references in a row",
        ),
        pytest.param("Next article: town.txt", [("next", 5, "town.txt")], id="file name"),
        pytest.param('Next article: "The old town"', [("next", 5, "The old town")], id="quoted"),
        pytest.param("Next article “The old town”", [("next", 5, "The old town")], id="quoted, no colon"),
        pytest.param("Article suivant : « La vieille ville »", [("next", 5, "La vieille ville")], id="guillemets"),
        pytest.param("Nächster Artikel: „Die Altstadt“", [("next", 5, "Die Altstadt")], id="low quotes"),
        pytest.param("下一篇：《老城》", [("next", 5, "老城")], id="Chinese title marks"),
        pytest.param('Next Article\n\n"The old town"', [("next", 5, "The old town")], id="quoted below its label"),
        pytest.param('Next Article: "Old" and "new"', [("next", 5, '"Old" and "new"')], id="quotes inside"),
        pytest.param(
            "Previous Article\nNext Article\n\nTown", [("previous", 5, ""), ("next", 6, "Town")], id="label after label"
        ),
    ],
)
def test_reference(text: str, expected: list[tuple[str, int, str]]) -> None:
    assert references(HEAD + text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Read next: The old town", id="teaser"),
        pytest.param("If it has not been sailed yet, we move on to the\nnext entry.\n\nIf none is found", id="wrapped"),
        pytest.param("It has the same problem and more of it as the\nprevious issue\n\nTheft", id="wrapped, no stop"),
        pytest.param("Then comes the\nnext story.\n\nThe old town", id="a label with a full stop"),
        pytest.param("Up next\n\nThe old town", id="teaser line"),
        pytest.param("Next Page >\n\nPage 2 of 10", id="pagination"),
        pytest.param("Previous Article | Next Article\n\nShare this", id="labels alone"),
        pytest.param("Next week\n\nWe sail on.", id="a lone doubtful noun"),
        pytest.param("The next article of the treaty says\n\nNothing", id="in a sentence"),
        pytest.param("Next\n\nWe went on", id="a bare word"),
        pytest.param('Next article "Old town" is long', id="a quotation in a sentence"),
        pytest.param("Next article\n\n" + "We sailed on and on. " * 12, id="prose after a label"),
    ],
)
def test_no_reference(text: str) -> None:
    assert references(HEAD + text) == []


def test_info_file_of_several_nodes_is_its_own_chain() -> None:
    node = "File: sea.info,  Node: {},  Next: {},  Prev: (dir),  Up: Top\n\nText.\n"
    one, two = node.format("Top", "Ropes"), node.format("Ropes", "Sails")
    assert references(one) == [("next", 1, "Ropes")]
    assert references(f"{one}\x1f\n{two}") == []


def test_line_ends_do_not_matter() -> None:
    text = HEAD + "Next Article\n\nThe old town\n"
    for end in ("\r\n", "\r"):
        assert references(text.replace("\n", end)) == references(text)


def test_a_reference_reaches_from_its_label_to_its_title() -> None:
    text = HEAD + "Next Article\n\nThe old town\n"
    (found,) = Navigation().references(read("a.txt", text))
    assert text[found.place.start : found.place.end] == "Next Article\n\nThe old town"
    assert text[slice(*found.address)] == "The old town"


def test_title_in_two_lines_is_kept_whole() -> None:
    found = list(Navigation().references(read("a.txt", HEAD + "Next Article\n\nThe old town and\nits steep streets")))
    assert (found[0].text, found[0].more) == ("The old town and", "its steep streets")
