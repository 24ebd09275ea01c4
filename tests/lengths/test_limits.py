import pytest

from artlint import Rule
from artlint.testing import check
from artlint_lengths.prose import ArticleLength, ParagraphLength
from artlint_lengths.short_texts import TitleLength

WORDS_150 = " ".join(["river"] * 149) + " froze."
WORDS_151 = " ".join(["river"] * 150) + " froze."


@pytest.mark.parametrize(
    ("rule", "path", "text", "messages"),
    [
        pytest.param(TitleLength(), "a.md", f"# {'a' * 70}\n", [], id="title at the limit"),
        pytest.param(
            TitleLength(), "a.md", f"# {'a' * 71}\n", ["title has 71 characters; at most 70"], id="title over it"
        ),
        pytest.param(TitleLength(), "a.md", f"# {'é' * 70}\n", [], id="letters with marks count once"),
        pytest.param(TitleLength(), "a.md", f"# {'é' * 70}\n", [], id="combining marks don't count"),
        pytest.param(TitleLength(), "a.md", f"# {'氷' * 35}\n", [], id="35 Han characters fill 70 columns"),
        pytest.param(
            TitleLength(), "a.md", f"# {'氷' * 36}\n", ["title is 72 columns wide; at most 70"], id="36 pass them"
        ),
        pytest.param(
            TitleLength(unit="graphemes"), "a.md", f"# {'氷' * 36}\n", [], id="Han characters counted as asked"
        ),
        pytest.param(
            TitleLength(min=5), "a.md", "# Ice\n", ["title has 3 characters; at least 5"], id="title under the least"
        ),
        pytest.param(
            TitleLength(min=2, unit="words"), "a.md", "# Ice\n", ["title has 1 word; at least 2"], id="one word"
        ),
        pytest.param(TitleLength(max=8, unit="bytes"), "a.md", "# Größen\n", [], id="bytes at the limit"),
        pytest.param(
            TitleLength(max=7, unit="bytes"), "a.md", "# Größen\n", ["title has 8 bytes; at most 7"], id="bytes over it"
        ),
        pytest.param(TitleLength(max=5, unit="characters"), "a.md", "# ice\u0301s\n", [], id="code points"),
        pytest.param(
            TitleLength(), "a.txt", f"{'a' * 75}\n\nText.\n", ["title has 75 characters; at most 70"], id="first line"
        ),
        pytest.param(
            TitleLength(),
            "a.md",
            f"---\ntitle: {'a' * 75}\n---\n",
            ["title has 75 characters; at most 70"],
            id="front matter",
        ),
        pytest.param(TitleLength(), "a.md", "Text without a title.\n", [], id="no title"),
        pytest.param(ParagraphLength(), "a.md", f"# A\n\n{WORDS_150}\n", [], id="paragraph at the limit"),
        pytest.param(
            ParagraphLength(),
            "a.md",
            f"# A\n\n{WORDS_151}\n",
            ["paragraph has 151 words; at most 150"],
            id="paragraph over it",
        ),
        pytest.param(
            ParagraphLength(),
            "a.txt",
            f"A\n\n{WORDS_151}\n",
            ["paragraph has 151 words; at most 150"],
            id="paragraph of text",
        ),
        pytest.param(
            ParagraphLength(),
            "a.html",
            f"<title>A</title><p>{WORDS_151}</p>",
            ["paragraph has 151 words; at most 150"],
            id="paragraph of a page",
        ),
        pytest.param(ParagraphLength(), "a.md", f"# A\n\n```\n{WORDS_151}\n```\n", [], id="code is no paragraph"),
        pytest.param(
            ParagraphLength(), "a.md", "# A\n\n" + "氷" * 240, [], id="240 Han characters are about 150 words"
        ),
        pytest.param(
            ParagraphLength(),
            "a.md",
            "# A\n\n" + "氷" * 320,
            ["paragraph has about 200 words; at most 150"],
            id="320 are about 200",
        ),
        pytest.param(
            ParagraphLength(), "a.txt", "A\n\n" + "- one two three four\n" * 60, [], id="list without blank lines"
        ),
        pytest.param(ParagraphLength(), "a.md", "# A\n\n" + "[a river](b.md) " * 100, [], id="list of links"),
        pytest.param(ParagraphLength(), "a.md", "# A\n\n" + "one two<br>" * 100, [], id="lines parted by breaks"),
        pytest.param(
            ParagraphLength(), "a.txt", "A\n\n" + "f(x) = {y: [z], w: (v + u) * 2};\n" * 30, [], id="program text"
        ),
        pytest.param(ArticleLength(), "a.md", f"# A\n\n{WORDS_151}\n", [], id="no limit for articles by default"),
        pytest.param(
            ArticleLength(min=5),
            "a.md",
            "# Ice\n\nIt is cold.\n",
            ["article has 4 words; at least 5"],
            id="article too short",
        ),
        pytest.param(
            ArticleLength(max=3),
            "a.md",
            "# Ice\n\nIt is cold.\n",
            ["article has 4 words; at most 3"],
            id="article too long",
        ),
        pytest.param(
            ArticleLength(max=4), "a.md", "# Ice\n\nIt is cold.\n\n```\nand so on\n```\n", [], id="code does not count"
        ),
        pytest.param(ArticleLength(min=1), "a.md", "", ["article has 0 words; at least 1"], id="empty article"),
        pytest.param(
            ArticleLength(max=1, unit="sentences"),
            "a.md",
            "It froze. It thawed.\n",
            ["article has 2 sentences; at most 1"],
            id="sentences",
        ),
    ],
)
def test_messages(rule: Rule, path: str, text: str, messages: list[str]) -> None:
    assert check(rule, text, path).messages == messages


@pytest.mark.parametrize(
    ("path", "front", "count"),
    [
        pytest.param("a.md", "lang: de", 1, id="declared"),
        pytest.param("a.md", "lang: de-AT", 1, id="declared with a region"),
        pytest.param("a.md", "lang: en", 0, id="another declared"),
        pytest.param("docs/de/a.md", "tags: x", 1, id="folder"),
        pytest.param("docs/de/a.md", "lang: en", 0, id="what is declared wins over the folder"),
        pytest.param("docs/a.de.md", "tags: x", 1, id="suffix"),
        pytest.param("docs/a.md", "tags: x", 0, id="nothing said"),
    ],
)
def test_limits_by_language(path: str, front: str, count: int) -> None:
    rule = TitleLength(max_by_language=(("de", 10),))
    text = f"---\n{front}\n---\n# {'a' * 11}\n"
    assert len(check(rule, text, path).findings) == count


def test_the_place_is_the_measured_text() -> None:
    found = check(TitleLength(), f"---\nlayout: x\ntitle: {'a' * 71}\n---\n", "a.md")
    assert found.lines == [3]
    assert found.findings[0].place.column == 8
