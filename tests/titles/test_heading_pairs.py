"""One heading beside a front matter title: a fault in a few articles, the way of a collection in many."""

import pytest

from artlint import Rule
from artlint.testing import check_files
from artlint_titles.mismatch import MismatchedTitles
from artlint_titles.several import SeveralTitles


def articles(heading: str, others: int, same: int) -> dict[str, str]:
    """Articles whose heading is another one than their title, and articles where it is the same."""
    files = {f"a{n}.md": f"---\ntitle: Ferry {n} runs again\n---\n# {heading.format(n=n)}\n" for n in range(others)}
    return files | {f"b{n}.md": f"---\ntitle: Ice {n}\n---\n# Ice {n}\n" for n in range(same)}


@pytest.mark.parametrize(
    ("rule", "heading"),
    [
        pytest.param(SeveralTitles(), "Council {n} agrees", id="other words"),
        pytest.param(MismatchedTitles(), "Ferry {n} runs no more", id="nearly the same words"),
    ],
)
@pytest.mark.parametrize(
    ("others", "same", "found"),
    [
        pytest.param(3, 0, 3, id="three articles"),
        pytest.param(10, 11, 10, id="less than half"),
        pytest.param(10, 9, 0, id="the collection's way"),
    ],
)
def test_the_collections_way(rule: Rule, heading: str, others: int, same: int, found: int) -> None:
    assert len(check_files(rule, articles(heading, others, same)).findings) == found


def test_a_heading_below_text_is_a_section_in_any_collection() -> None:
    files = {f"a{n}.md": f"---\ntitle: Ferry {n} runs\n---\nText.\n\n# Council agrees\n" for n in range(12)}
    assert len(check_files(SeveralTitles(), files).findings) == 12
