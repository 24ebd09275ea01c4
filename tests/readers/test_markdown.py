"""Markdown: blocks, links and titles, each at its place in the source."""

import pytest

from artlint import Article, Title
from artlint.readers import MarkdownReader


def read(text: str, path: str = "a.md") -> Article:
    return MarkdownReader().read(path, text)


def sources(article: Article) -> list[str]:
    return [article.text[block.start : block.end] for block in article.blocks]


@pytest.mark.parametrize(
    ("text", "kinds", "texts", "written"),
    [
        pytest.param("", [], [], [], id="empty file"),
        pytest.param(" \n\n", [], [], [], id="blank file"),
        pytest.param("---\ntitle: x\n---\n", [], [], [], id="front matter alone"),
        pytest.param("# A *b* `c`\n", ["heading"], ["A b c"], ["# A *b* `c`"], id="heading"),
        pytest.param("# A #", ["heading"], ["A"], ["# A #"], id="closed heading without final newline"),
        pytest.param("A\nb\n===\nc", ["heading", "paragraph"], ["A\nb", "c"], ["A\nb\n===", "c"], id="setext heading"),
        pytest.param("#\n", ["heading"], [""], ["#"], id="heading of nothing"),
        pytest.param("## A {#b .c}\n", ["heading"], ["A"], ["## A {#b .c}"], id="heading with attributes"),
        pytest.param("## A { #b }\n", ["heading"], ["A"], ["## A { #b }"], id="heading with attributes after a blank"),
        pytest.param("## A {: .c}\n", ["heading"], ["A"], ["## A {: .c}"], id="heading with kramdown attributes"),
        pytest.param("## A {/*b*/}\n", ["heading"], ["A"], ["## A {/*b*/}"], id="heading with an MDX comment"),
        pytest.param("## f {x}\n", ["heading"], ["f {x}"], ["## f {x}"], id="heading with braces of its own"),
        pytest.param("a **b**\n", ["paragraph"], ["a b"], ["a **b**"], id="the last mark belongs to the block"),
        pytest.param("  a\n  b  \n", ["paragraph"], ["a\nb"], ["a\n  b"], id="blanks round lines"),
        pytest.param("a\r\nb\r\n\r\nc", ["paragraph"] * 2, ["a\nb", "c"], ["a\r\nb", "c"], id="CRLF"),
        pytest.param("a\rb\r\rc", ["paragraph"] * 2, ["a\nb", "c"], ["a\rb", "c"], id="CR"),
        pytest.param(
            "😀 é\n\ne\u0301 *x*\n", ["paragraph"] * 2, ["😀 é", "e\u0301 x"], ["😀 é", "e\u0301 *x*"], id="wide"
        ),
        pytest.param(
            "a\u2028b\x0bc\n", ["paragraph"], ["a\u2028b\x0bc"], ["a\u2028b\x0bc"], id="other line separators"
        ),
        pytest.param("a &amp; \\*b\\*\n", ["paragraph"], ["a & *b*"], ["a &amp; \\*b\\*"], id="references and escapes"),
        pytest.param("a<br>b <b>c</b>\n", ["paragraph"], ["a\nb c"], ["a<br>b <b>c</b>"], id="inline HTML"),
        pytest.param("a <!-- b -->\n", ["paragraph"], ["a"], ["a <!-- b -->"], id="inline comment"),
        pytest.param("- a **b**\n- c\n", ["item"] * 2, ["a b", "c"], ["a **b**", "c"], id="tight list"),
        pytest.param(
            "- a\n\n  b\n\n- c\n", ["item", "paragraph", "item"], ["a", "b", "c"], ["a", "b", "c"], id="loose"
        ),
        pytest.param("- a\n  - b\n", ["item"] * 2, ["a", "b"], ["a", "b"], id="nested list"),
        pytest.param("- [ ] a\n- [x] **b**\n", ["item"] * 2, ["a", "b"], ["a", "**b**"], id="tasks"),
        pytest.param("- a\n  > b\n", ["item", "quote"], ["a", "b"], ["a", "b"], id="quote in an item"),
        pytest.param("> a\n> b\n", ["quote"], ["a\nb"], ["a\n> b"], id="quote"),
        pytest.param("> [!NOTE]\n> a\n", ["quote"], ["a"], ["a"], id="alert"),
        pytest.param("|a|b|\n|-|-|\n|c|`d`|\n", ["cell"] * 4, ["a", "b", "c", "d"], ["a", "b", "c", "`d`"], id="table"),
        pytest.param("```py\na\n\nb\n```\n", ["code"], ["a\n\nb"], ["```py\na\n\nb\n```"], id="fenced code"),
        pytest.param("    a\n\n    b\n", ["code"], ["a\n\nb"], ["a\n\n    b"], id="indented code"),
        pytest.param("```\na\n", ["code"], ["a"], ["```\na"], id="fence never closed"),
        pytest.param("<p>a\n<b>b</b></p>\n", ["html"], ["a\nb"], ["<p>a\n<b>b</b></p>"], id="HTML"),
        pytest.param("<!-- a -->\n", ["html"], [""], ["<!-- a -->"], id="comment"),
        pytest.param("<script>\nlet a\n</script>\n", ["html"], [""], ["<script>\nlet a\n</script>"], id="script"),
        pytest.param(
            "<video src=b>\nNo video.\n</video>\n", ["html"], [""], ["<video src=b>\nNo video.\n</video>"], id="video"
        ),
        pytest.param("***\n", ["rule"], [""], ["***"], id="thematic break"),
        pytest.param("a[^1]\n\n[^1]: b\n", ["paragraph"] * 2, ["a", "b"], ["a[^1]", "b"], id="footnote"),
        pytest.param("[a]: b\n", [], [], [], id="link definition"),
        pytest.param(
            "<!-- a --> <!-- b -->\n\nc", ["html", "paragraph"], ["", "c"], ["<!-- a --> <!-- b -->", "c"], id="2"
        ),
        pytest.param("![](x)\n", ["paragraph"], [""], ["![](x)"], id="image without a text"),
    ],
)
def test_blocks(text: str, kinds: list[str], texts: list[str], written: list[str]) -> None:
    article = read(text)
    assert [block.kind for block in article.blocks] == kinds
    assert [block.text for block in article.blocks] == texts
    assert sources(article) == written


@pytest.mark.parametrize(
    ("text", "kinds", "texts"),
    [
        pytest.param("a {{ b }} c\n", ["paragraph"], ["a {{ b }} c"], id="expression in prose"),
        pytest.param("{{ b }}{% c %}\n", ["template"], ["{{ b }}{% c %}"], id="tags alone"),
        pytest.param(
            "{% if a %}\n**b**\n{% endif %}\n", ["paragraph"], ["{% if a %}\nb\n{% endif %}"], id="tags round"
        ),
        pytest.param(
            "é {{ x | *y* }} &amp; é\n", ["paragraph"], ["é {{ x | *y* }} & é"], id="marks in a tag, reference"
        ),
        pytest.param("{{ a }}{{ b }} \\* {{ c }}\n", ["paragraph"], ["{{ a }}{{ b }} * {{ c }}"], id="several, escape"),
        pytest.param("{{ a\n b }} c\n", ["paragraph"], ["{{ a\n b }} c"], id="tag over two lines"),
        pytest.param("{{ a\n\nb\n", ["paragraph"] * 2, ["{{ a", "b"], id="never closed"),
        pytest.param("`{{ a }}`\n", ["paragraph"], ["{{ a }}"], id="in code"),
        pytest.param("```\n{{ a }}\n```\n", ["code"], ["{{ a }}"], id="in a fence"),
        pytest.param("{% raw %}\n# a\n\n{% endraw %}\n", ["template", "heading", "template"], None, id="raw Markdown"),
        pytest.param(
            "{% highlight x %}\n# a\n{% endhighlight %}\n",
            ["template"],
            ["{% highlight x %}\n# a\n{% endhighlight %}"],
            id="code between tags",
        ),
        pytest.param(
            "{% highlight x %}\n# a\n\n# b\n", ["template", "heading", "heading"], None, id="code block never closed"
        ),
        pytest.param("{# a *b* #}\n\nc\n", ["html", "paragraph"], ["", "c"], id="Jinja's comment"),
        pytest.param("a {# b\nc #} d\n", ["paragraph"], ["a \n d"], id="comment over two lines"),
        pytest.param("a {# b #}{{ c }} d\n", ["paragraph"], ["a {{ c }} d"], id="comment beside a tag"),
        pytest.param("`{/* a */}` {/* b */}\n", ["paragraph"], ["{/* a */}"], id="comment in code"),
        pytest.param("```\n{/* a */}\n```\n", ["code"], ["{/* a */}"], id="comment in a fence"),
        pytest.param(
            "{/* a\n\n# b */}\n\nc\n", ["html", "html", "paragraph"], ["", "", "c"], id="comment with a blank line"
        ),
        pytest.param("{/* a\n\n# b\n", ["paragraph", "heading"], None, id="comment never closed"),
        pytest.param("## A {# b #}\n", ["heading"], ["A"], id="comment behind a heading"),
        pytest.param("## A {#b}\n\nc {# d\n", ["heading", "paragraph"], ["A", "c {# d"], id="anchor, no comment"),
        pytest.param("<p>{{ a }}</p>\n", ["html"], ["{{ a }}"], id="in HTML"),
        pytest.param(":::note\na\n:::\n", ["paragraph"], ["a"], id="fenced note"),
        pytest.param(":::note B\n\na\n\n:::\n", ["paragraph"], ["a"], id="fenced, blank"),
        pytest.param(":::note\n- a\n:::\n", ["item"], ["a"], id="fenced list"),
        pytest.param("a\n{: .lead }\n", ["paragraph"], ["a"], id="attribute line"),
        pytest.param("a ::: b {: c\n", ["paragraph"], ["a ::: b {: c"], id="marks in prose"),
    ],
)
def test_dialects(text: str, kinds: list[str], texts: list[str] | None) -> None:
    article = read(text)
    assert [block.kind for block in article.blocks] == kinds
    assert texts is None or [block.text for block in article.blocks] == texts


@pytest.mark.parametrize(
    ("text", "links"),
    [
        pytest.param("[a *b*](c.md)", [("link", "a b", "c.md", "[a *b*](c.md)", 0)], id="inline"),
        pytest.param(
            'x\n\n[a](<c d> "t")', [("link", "a", "c d", '[a](<c d> "t")', 1)], id="in brackets, second block"
        ),
        pytest.param("[a][b]\n\n[b]: c", [("link", "a", "c", "[a][b]", 0)], id="reference"),
        pytest.param("[a]\n\n[a]: c", [("link", "a", "c", "[a]", 0)], id="shortcut"),
        pytest.param("[a][b]", [], id="reference without definition"),
        pytest.param("<a@b.c>", [("link", "a@b.c", "mailto:a@b.c", "<a@b.c>", 0)], id="mail"),
        pytest.param("<http://a.b>", [("link", "http://a.b", "http://a.b", "<http://a.b>", 0)], id="autolink"),
        pytest.param(
            "é http://a.b/c.", [("link", "http://a.b/c", "http://a.b/c", "http://a.b/c", 0)], id="bare address"
        ),
        pytest.param("(http://a.b/(c))", [("link",) + ("http://a.b/(c)",) * 3 + (0,)], id="bare address in brackets"),
        pytest.param("`http://a.b`", [], id="address in code"),
        pytest.param(
            "[![a](b)](c)",
            [("link", "a", "c", "[![a](b)](c)", 0), ("image", "a", "b", "![a](b)", 0)],
            id="linked image",
        ),
        pytest.param("|[a](b)|\n|-|\n", [("link", "a", "b", "[a](b)", 0)], id="in a table"),
        pytest.param("- x\n- [a](b)", [("link", "a", "b", "[a](b)", 1)], id="in a list"),
        pytest.param(
            'x <a class="N" rel="next" href="b">a</a>',
            [("link", "a", "b", '<a class="N" rel="next" href="b">a</a>', 0)],
            id="inline HTML",
        ),
        pytest.param(
            "<p><a href='b'>a <b>c</b></a></p>", [("link", "a c", "b", "<a href='b'>a <b>c</b></a>", 0)], id="HTML"
        ),
        pytest.param(
            '<img src="b" alt="a &amp; c">', [("image", "a & c", "b", '<img src="b" alt="a &amp; c">', 0)], id="img"
        ),
        pytest.param("[a]({{ b }}/c)", [("link", "a", "{{ b }}/c", "[a]({{ b }}/c)", 0)], id="template in the target"),
        pytest.param(
            "[a]({% link b c %})", [("link", "a", "{% link b c %}", "[a]({% link b c %})", 0)], id="tag as target"
        ),
        pytest.param(
            '[![i](j)]({{ x "y" }}/k "t")',
            [("link", "i", '{{ x "y" }}/k', '[![i](j)]({{ x "y" }}/k "t")', 0), ("image", "i", "j", "![i](j)", 0)],
            id="template in the target of a linked image",
        ),
        pytest.param("[a][b]\n\n[b]: {{c}}/d", [("link", "a", "{{c}}/d", "[a][b]", 0)], id="template in a definition"),
        pytest.param(
            "x <a href='{{ b }}/c'><img src='d' alt='a'></a>",
            [
                ("link", "a", "{{ b }}/c", "<a href='{{ b }}/c'><img src='d' alt='a'></a>", 0),
                ("image", "a", "d", "<img src='d' alt='a'>", 0),
            ],
            id="template in inline HTML, image in a link",
        ),
        pytest.param("[{{ a }}](b)", [("link", "{{ a }}", "b", "[{{ a }}](b)", 0)], id="template as text"),
    ],
)
def test_links(text: str, links: list[tuple[str, str, str, str, int]]) -> None:
    article = read(text)
    found = [(link.kind, link.text, link.target, text[link.start : link.end], link.block) for link in article.links]
    assert found == links


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        pytest.param("# A\n\n# B", [("A", "h1")], id="first heading"),
        pytest.param("## B\n\n# A", [("B", "heading"), ("A", "h1")], id="lower one first"),
        pytest.param(
            "---\ntitle: 012\n---\n# A", [("012", "front matter"), ("A", "h1")], id="front matter, as written"
        ),
        pytest.param("<h1>A <b>b</b></h1>\n", [("A b", "h1")], id="HTML heading"),
        pytest.param("# [A](b)\n", [("A", "h1")], id="link in the heading"),
        pytest.param("#\n\n## B", [("B", "heading")], id="empty heading is no title"),
        pytest.param("text", [], id="none"),
        pytest.param("---\ntitle:\n---\n", [], id="empty title"),
    ],
)
def test_titles(text: str, titles: list[tuple[str, str]]) -> None:
    found: list[Title] = list(read(text).titles)
    assert [(title.text, title.source) for title in found] == titles


def test_mdx_module_code_is_no_prose() -> None:
    article = read("import A from 'a'\n\n# T\n\nexport const x = 1\n", "a.mdx")
    assert [block.kind for block in article.blocks] == ["code", "heading", "code"]


def test_mdx_comment_has_no_text() -> None:
    comment, paragraph = read("{/* a *b* */}\n\n{/* c */} d\n", "a.mdx").blocks
    assert (comment.kind, comment.text) == ("html", "")
    assert paragraph.kind == "paragraph"


def test_language_of_the_front_matter() -> None:
    assert read("---\nlang: de-AT\n---\n").language == "de-AT"


def test_blocks_of_one_list_share_a_group() -> None:
    groups = [block.group for block in read("- a\n- b\n\nx\n\n> q\n\n1. c\n").blocks]
    assert groups[0] == groups[1] > 0
    assert groups[2] == 0
    assert len({groups[0], groups[3], groups[4]}) == 3
