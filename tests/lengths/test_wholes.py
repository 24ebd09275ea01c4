import pytest

from artlint import Rule
from artlint.testing import check, check_files
from artlint_lengths.outlier import OutlyingLength
from artlint_lengths.wholes import LineLength, SectionLength, WordLength

GLUED = "budgetTheCouncilMetOnMondayAndAgreedOnTheBudget"  # 47 letters


@pytest.mark.parametrize(
    ("rule", "path", "text", "lines"),
    [
        pytest.param(
            SectionLength(max=3), "a.md", "# A\n\nOne two.\n\n## B\n\nOne two three four.\n", [5], id="section"
        ),
        pytest.param(SectionLength(max=3), "a.md", "# A\n\nOne.\n\nTwo three four.\n", [1], id="several paragraphs"),
        pytest.param(SectionLength(max=3), "a.md", "# A\n\n```\none two three four\n```\n", [], id="code"),
        pytest.param(SectionLength(), "a.md", "Text before any heading.\n", [], id="no heading"),
        pytest.param(LineLength(max=20), "a.md", "# A\n\nThe river froze from bank to bank.\nIce.\n", [3], id="line"),
        pytest.param(
            LineLength(max=20), "a.md", "# A\n\nhttps://oster.example/timetable-of-the-ferry\n", [], id="address"
        ),
        pytest.param(LineLength(max=20), "a.md", "# A\n\n    code = 'longer than twenty'\n", [], id="code line"),
        pytest.param(LineLength(max=20), "a.md", "# The river froze from bank to bank\n", [], id="heading line"),
        pytest.param(LineLength(max=20), "a.txt", "A\n\n今天天气很好我们去 公园吧。\n", [3], id="wide characters"),
        pytest.param(WordLength(), "a.md", f"# A\n\nThe {GLUED} was long.\n", [3], id="glued words"),
        pytest.param(
            WordLength(), "a.md", "# A\n\nSee https://oster.example/" + "a" * 40 + "\n", [], id="long address"
        ),
        pytest.param(WordLength(), "a.md", "# A\n\n" + "x1" * 30 + "\n", [], id="digest"),
        pytest.param(WordLength(), "a.md", "# A\n\n" + "今天天气很好" * 10 + "\n", [], id="no spaces"),
        pytest.param(WordLength(), "a.md", "# A\n\nDonaudampfschifffahrtsgesellschaft\n", [], id="compound"),
    ],
)
def test_lines(rule: Rule, path: str, text: str, lines: list[int]) -> None:
    assert check(rule, text, path).lines == lines


def test_an_article_out_of_proportion() -> None:
    files = {f"{number:02}.md": f"# News\n\n{'ice ' * 20}\n" for number in range(19)}
    assert check_files(OutlyingLength(), {**files, "z.md": "# Log\n\n" + "ice " * 250}).places == [("z.md", 1)]
    assert check_files(OutlyingLength(), {**files, "z.md": "# Log\n\n" + "ice " * 150}).places == []


def test_few_articles_have_no_usual_length() -> None:
    assert check_files(OutlyingLength(), {"a.md": "# A\n\nIce.\n", "b.md": "# B\n\n" + "ice " * 500}).places == []
