"""`Next article: Title` in Markdown, without a link."""

import pytest

from artlint.testing import check_files
from artlint_navigation.rules.missing_target import MissingTarget
from artlint_navigation.rules.self_reference import SelfReference

TITLES = ["Departure", "The storm", "Calm sea", "First fog", "Land in sight", "Arrival"]


def voyage(line: str, **changed: str) -> dict[str, str]:
    """Markdown articles whose last paragraph names the next one as `line` says, but for the changed ones by name."""
    files = {}
    for number, title in enumerate(TITLES):
        following = line.format(TITLES[number + 1]) if number + 1 < len(TITLES) else "The end."
        files[f"{number}.md"] = f"# {title}\n\nText.\n\n{changed.get(f'n{number}', following)}\n"
    return files


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        pytest.param("Next article: {}", "Next article: The strom in June", id="English"),
        pytest.param("**Next article:** {}", "**Next article:** The strom in June", id="bold label"),
        pytest.param("*Next article: {}*", "*Next article: The strom in June*", id="emphasis"),
        pytest.param("下一篇：{}", "下一篇：學校獲獎", id="Chinese"),
        pytest.param("المقال التالي: {}", "المقال التالي: المدرسة تفوز", id="Arabic"),
        pytest.param("Text.\nNext article: {}", "Text.\nNext article: The strom in June", id="line of a paragraph"),
    ],
)
def test_missing_among_found(line: str, wrong: str) -> None:
    assert check_files(MissingTarget(), voyage(line)).messages == []
    found = check_files(MissingTarget(), voyage(line, n0=wrong))
    assert found.places == [("0.md", 5 + line.count("\n"))]


def test_naming_itself() -> None:
    files = {"a.md": "# A day at sea\n\nText.\n\nNext article: A day at sea\n"}
    assert check_files(SelfReference(), files).places == [("a.md", 5)]


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({"a.md": "# A\n\nNext article: what we saw at sea\n"}, id="nothing found"),
        pytest.param(voyage("- Next article: {}", n0="- Next chapter: try it yourself"), id="items of a list"),
        pytest.param(voyage("Next: {}", n0="Next: the storm of June"), id="bare word"),
        pytest.param({"a.html": "<h1>Keys</h1><table><tr><td>Next chapter<td>2</table>"}, id="a legend of buttons"),
        pytest.param(voyage("The end.", n0="Next article: The strom", n1="Next article: Calm sea"), id="one found"),
        pytest.param(
            voyage("Next article: {}", n0="Next chapter: Text.\n\n- a\n- b")
            | {f"{n}x.md": f"# X{n}\n\nNext chapter: try step {n}\n" for n in range(9)},
            id="most are none",
        ),
    ],
)
def test_no_reference(files: dict[str, str]) -> None:
    assert check_files(MissingTarget(), files).messages == []
