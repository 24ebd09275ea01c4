"""Input that means harm or nothing: no reader raises on it or takes the square of its length."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from artlint.examine import read_article
from artlint.hookspecs import Reader
from artlint.readers import READERS, HtmlReader, MarkdownReader, NotebookReader, TextReader

BY_FORMAT = {reader.name: reader for reader in READERS.values()}
SIZE = 200_000

# Pieces that each format gives a meaning to, so that random joins of them reach deep into the readers.
PIECES = st.sampled_from(
    [
        "---\n",
        "+++\n",
        "{",
        "}",
        "title: x\n",
        "a = 1\n",
        "# ",
        "> ",
        "- ",
        "1. ",
        "    ",
        "\t",
        "\n",
        "\r\n",
        "\r",
        "\n\n",
    ]
    + [
        "```\n",
        "~~~",
        "[a](b)",
        "![",
        "](",
        "[x]",
        "[^1]",
        "[^1]: ",
        "<a href=x>",
        "</a>",
        "<div>",
        "</div>",
        "<p>",
        "<h1>",
    ]
    + [
        "</h1>",
        "<!--",
        "-->",
        "<script>",
        "<table><td>",
        "&amp;",
        "\\",
        "*",
        "**",
        "`",
        "|",
        "|-|-|\n",
        "{{ x }}",
        "{%",
    ]
    + [
        "{% raw %}",
        "{% endraw %}",
        ":::note\n",
        "{: .a }",
        "{#x}",
        "https://x.y/",
        "\ufeff",
        "\0",
        "\x1a",
        "😀",
        "é",
        "e\u0301",
    ]
    + ["\u2028", "\x0b", "\x85", '"', '{"cells": [', '{"cell_type": "markdown", "source": ["# a"]}', "]}", "Next", " "]
)


@pytest.mark.parametrize("reader", BY_FORMAT.values(), ids=BY_FORMAT)
@given(
    content=st.one_of(
        st.binary(max_size=300), st.lists(PIECES, max_size=40).map(lambda pieces: "".join(pieces).encode())
    )
)
@settings(max_examples=300, deadline=None)
def test_any_bytes_make_an_article_with_places_inside(reader: Reader, content: bytes) -> None:
    article = read_article("a.md", content, reader)
    end = len(article.text)
    for place in (*article.blocks, *article.links, *article.titles, *article.problems):
        assert 0 <= place.start <= place.end <= end
    for link in article.links:
        assert -1 <= link.block < len(article.blocks)
    assert 0 <= article.body <= end


@pytest.mark.parametrize(
    ("reader", "unit"),
    [
        pytest.param(MarkdownReader(), unit, id=f"markdown {unit!r}")
        for unit in (
            *(
                "> ",
                "- ",
                "a\n",
                "a ",
                "a",
                "[",
                "![",
                "](",
                "[a](b",
                "![![a](b)](c)",
                "*a ",
                "**a",
                "`",
                "<a ",
                "<a href=",
                "<",
            ),
            *(
                "<a>",
                "<!--",
                "<!-- ",
                "<div>\n",
                "<script>",
                "&amp;",
                "{{",
                "{{ a",
                "{% raw %}",
                "{%",
                ":::a\n",
                "{: a }\n",
                "{:",
            ),
            *(
                "|a",
                "|a|b|\n|-|-|\n",
                "# {",
                "\n\n",
                " ",
                "\t",
                "[^1]",
                "[a]: b\n",
                "https://a.b/",
                "http://a)",
                "---\n",
                "a:\n",
            ),
            *(
                "    a\n\n",
                "1. a\n   ",
                "é",
                "é[a](b) ",
                "~~~\n",
                "a  \n",
                "<img ",
                "<h1>",
                "<h1></h2>\n",
                "\\",
                "_a_",
                "<br>",
            ),
        )
    ]
    + [
        pytest.param(HtmlReader(), unit, id=f"html {unit!r}")
        for unit in (
            *(
                "<div>",
                "<p>",
                "<b>",
                "<a>",
                "<a href=x>",
                "<ul><li>",
                "<table><tr><td>",
                "<",
                "</",
                "<a ",
                "<!--",
                "&amp;",
                "&",
            ),
            *(
                "a",
                "a ",
                "a\n",
                "<br>",
                "<h1>a",
                "<article>",
                "<main>a</main>",
                "<script>",
                "<style>",
                "<textarea>",
                "<svg>",
            ),
            *(
                "<meta name=a content=b>",
                "<a b",
                "<p class=nav>",
                "\r\n",
                "é<b>",
                "<blockquote>a",
                "<title>",
                "<li>a",
                "<nav>a",
            ),
        )
    ]
    + [
        pytest.param(TextReader(), unit, id=f"text {unit!r}")
        for unit in (
            "a",
            "a\n",
            "a\n\n",
            " ",
            "\n",
            "\r",
            "\r\n",
            " \n",
            "\n ",
            "a\r",
            "===\n",
            "\t\n\n",
            "é ",
            "\u2028",
        )
    ],
)
def test_time_grows_with_the_length(reader: Reader, unit: str) -> None:
    text = unit * (SIZE // len(unit))
    started = time.process_time()
    reader.read("a.md", text)
    assert time.process_time() - started < 4, f"{SIZE / 1e6} MB took {time.process_time() - started:.1f} s"


@pytest.mark.parametrize(
    ("reader", "first", "unit", "last"),
    [
        pytest.param(MarkdownReader(), first, unit, last, id=f"front matter {first + unit + last!r}")
        for first, unit, last in (
            *(
                ("---\n", "a: b\n", ""),
                ("---\n", "a", "\n---\n"),
                ("---\n", "- ", "\n---\n"),
                ("---\n", "a: &a [*a]\n", "---\n"),
            ),
            *(
                ("---\n", "? ", "\n---\n"),
                ("---\na: ", "{", "\n---\n"),
                ("---\na: ", "a ", "\n---\n"),
                ("---\na: '", "''", "'\n---\n"),
            ),
            *(
                ("---", " ", "\n---\n"),
                ("---\n", "---a\n", "---\n"),
                ("---\n", "# a\n", "---\n"),
                ("---\n", "a: b\r", "---\r"),
            ),
            *(("---\na: &x [b]\nb: [", "*x, ", "]\n---\n"), ("---\n<<: [", "{a: 1}, ", "]\n---\n")),
            *(
                ("+++\n", "a", "=1\n+++\n"),
                ("+++\na=", "[", "\n+++\n"),
                ("+++\n", "a.", "a=1\n+++\n"),
                ("+++\na='", "a", "'\n+++\n"),
            ),
            *(
                ("{\n", "a\n", "}\n"),
                ("{\n", "}a\n", ""),
                ("Title: a\n", "a: b\n", "c"),
                ("Title: a\n", "a: b\n", "\n"),
            ),
        )
    ]
    + [pytest.param(MarkdownReader(), "", "[r] ", "\n\n[r]: {{ x }}\n", id="links to one definition, which is a tag")]
    + [
        pytest.param(NotebookReader(), first, unit, last, id=f"notebook {first + unit + last!r}")
        for first, unit, last in (
            *(
                ('{"cells": ', "[", ""),
                ('{"cells": [', '{"a":', ""),
                ('{"cells": ["', "a", '"]}'),
                ('{"cells": ["', '\\"', '"]}'),
            ),
            ('{"cells": [{"cell_type": "markdown", "source": "', "\\u00e9 ", '"}]}'),
            ('{"cells": [{"cell_type": "markdown", "source": [', '"[a](b)\\n", ', '""]}]}'),
            ('{"cells": [', '{"cell_type": "markdown", "source": "- [a](b)"}, ', "1]}"),
            ('{"cells": [', '{"cell_type": "code", "source": ["a"]}, ', "1]}"),
            ('{"cells": [], "metadata": {"a": "b"', ', "a": "b"', "}}"),
        )
    ],
)
def test_time_grows_with_the_length_between(reader: Reader, first: str, unit: str, last: str) -> None:
    text = first + unit * (SIZE // len(unit)) + last
    started = time.process_time()
    reader.read("a.md", text)
    assert time.process_time() - started < 4, f"{SIZE / 1e6} MB took {time.process_time() - started:.1f} s"
