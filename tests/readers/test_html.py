"""HTML: blocks, links, titles and metadata, each at its place in the source."""

import pytest

from artlint import Article
from artlint.readers import HtmlReader


def read(text: str, content: str = "") -> Article:
    return HtmlReader(content).read("a.html", text)


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        pytest.param("", [], id="empty file"),
        pytest.param("---\ntitle: x\n---\n", [], id="front matter alone"),
        pytest.param("just text", [("paragraph", "just text", "just text")], id="text without tags"),
        pytest.param("<p>a <b>b</b>\n c</p>", [("paragraph", "a b\nc", "a <b>b</b>\n c")], id="paragraph"),
        pytest.param("<p> a </p>", [("paragraph", "a", "a")], id="blanks at the ends"),
        pytest.param("<p>a<p>b", [("paragraph", "a", "a"), ("paragraph", "b", "b")], id="no end tags"),
        pytest.param("<p>a\r\n<p>b\r\n", [("paragraph", "a", "a"), ("paragraph", "b", "b")], id="CRLF"),
        pytest.param("<p>a\r<p>é b", [("paragraph", "a", "a"), ("paragraph", "é b", "é b")], id="CR"),
        pytest.param(
            "<p>😀</p><p>e\u0301</p>", [("paragraph", "😀", "😀"), ("paragraph", "e\u0301", "e\u0301")], id="wide"
        ),
        pytest.param("<p>a &amp; &#98;</p>", [("paragraph", "a & b", "a &amp; &#98;")], id="character references"),
        pytest.param("<p>a<br>b</p>", [("paragraph", "a\nb", "a<br>b")], id="line break"),
        pytest.param("<p>a<!-- x -->b</p>", [("paragraph", "ab", "a<!-- x -->b")], id="comment"),
        pytest.param("<div>a<p>b</p>c</div>", [(("paragraph", x, x)) for x in "abc"], id="text round a block"),
        pytest.param("<ul><li>a<li>b</ul>", [("item", "a", "a"), ("item", "b", "b")], id="list"),
        pytest.param("<ul><li>a<ul><li>b</ul>c</ul>", [("item", x, x) for x in "abc"], id="nested list"),
        pytest.param("<li><p>a</p><p>b</p></li>", [("paragraph", "a", "a"), ("paragraph", "b", "b")], id="paragraphs"),
        pytest.param("<table><tr><td>a<th>b</table>", [("cell", "a", "a"), ("cell", "b", "b")], id="table"),
        pytest.param("<dl><dt>a<dd>b</dl>", [("definition", "a", "a"), ("definition", "b", "b")], id="definitions"),
        pytest.param("<blockquote>a<p>b</blockquote>", [("quote", "a", "a"), ("quote", "b", "b")], id="quote"),
        pytest.param("<pre>\n a\n  b\n</pre>", [("code", " a\n  b", "a\n  b")], id="code keeps its blanks"),
        pytest.param("<pre><span>a</span> <a href=x>b</a></pre>", None, id="code with links"),
        pytest.param("<pre>a\n<div>b\n</div></pre>", [("code", "a", "a"), ("code", "b", "b")], id="blocks in code"),
        pytest.param(
            '<div class="fragment"><div class="line"><span>1</span> a</div><div class="line">2 b</div></div><p>c</p>',
            [("code", "1 a", "<span>1</span> a"), ("code", "2 b", "2 b"), ("paragraph", "c", "c")],
            id="listing of Doxygen",
        ),
        pytest.param("<h2>a <code>b</code></h2>", [("heading", "a b", "a <code>b</code>")], id="heading"),
        pytest.param(
            '<h2>a<a href="#a">¶</a></h2>', [("heading", "a", 'a<a href="#a">¶</a>')], id="mark behind a heading"
        ),
        pytest.param(
            '<h2><a href="#a">a</a></h2>', [("heading", "a", '<a href="#a">a</a>')], id="heading as link to itself"
        ),
        pytest.param("<hr>", [("rule", "", "<hr>")], id="thematic break"),
        pytest.param("<p>a</p><script>b</script><style>c</style>", [("paragraph", "a", "a")], id="script and style"),
        pytest.param(
            "<p>a</p><form><button>b</button><select><option>c</select></form>", [("paragraph", "a", "a")], id="form"
        ),
        pytest.param('<p><img alt="a" src="b"> c</p>', [("paragraph", "a c", '<img alt="a" src="b"> c')], id="image"),
        pytest.param(
            "<p>a <svg><text>x</text></svg>b</p>",
            [("paragraph", "a b", "a <svg><text>x</text></svg>b")],
            id="drawing in running text",
        ),
        pytest.param("<div>a<script>x</script></div>", [("paragraph", "a", "a")], id="script behind text"),
        pytest.param("<div>a<video src=b>No video.</video></div>", [("paragraph", "a", "a")], id="video"),
        pytest.param("<p hidden>a</p><p>b</p>", [("paragraph", "b", "b")], id="hidden"),
        pytest.param("<P>A<BR>B</P>", [("paragraph", "A\nB", "A<BR>B")], id="capitals"),
        pytest.param("<p><b>a<p>b</b>", [("paragraph", "a", "<b>a"), ("paragraph", "b", "b</b>")], id="crossed tags"),
    ],
)
def test_blocks(text: str, blocks: list[tuple[str, str, str]] | None) -> None:
    article = read(text)
    found = [(block.kind, block.text, text[block.start : block.end]) for block in article.blocks]
    assert blocks is None or found == blocks


@pytest.mark.parametrize(
    ("text", "links"),
    [
        pytest.param(
            '<p>x <a href=" b " title="T" rel="NEXT" class="C">a\n<b>c</b></a></p>',
            [("link", "a c", "b", "T", "next", "c", 0)],
            id="all of it",
        ),
        pytest.param('<a href="b"><img alt="a" src="c"></a>', None, id="linked image"),
        pytest.param(
            '<link rel="prev" href="b" title="T">', [("relation", "", "b", "T", "prev", "", -1)], id="relation"
        ),
        pytest.param(
            '<nav class="n"><ul id="u"><li><a href="b">a</a></li></ul></nav>',
            [("link", "a", "b", "", "", "u n", -1)],
            id="outside of all blocks",
        ),
        pytest.param('<a href="b" aria-label="a"></a>', [("link", "a", "b", "", "", "", -1)], id="named for the blind"),
        pytest.param('<a href="b"><div>a</div></a>', [("link", "a", "b", "", "", "", 0)], id="round a block"),
        pytest.param('<a href="b">a', [("link", "a", "b", "", "", "", 0)], id="never closed"),
        pytest.param('<a name="b">a</a>', [], id="anchor"),
        pytest.param('<p>x</p><p>y <a href="b">a</a></p>', [("link", "a", "b", "", "", "", 1)], id="second block"),
    ],
)
def test_links(text: str, links: list[tuple[object, ...]] | None) -> None:
    article = read(text)
    found = [
        (link.kind, link.text, link.target, link.title, link.rel, link.classes, link.block) for link in article.links
    ]
    assert links is None or found == links
    for link in article.links:
        assert text[link.start] == "<"
        assert text[link.end - 1] == ">"


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        pytest.param(
            "<title>A</title><h1>B</h1><h2>C</h2>", [("B", "h1"), ("A", "title element"), ("C", "heading")], id="all"
        ),
        pytest.param('<meta property="og:title" content="A &amp; B">', [("A & B", "og:title")], id="og:title"),
        pytest.param("<h1>A<a href='#a'>¶</a></h1>", [("A", "h1")], id="mark behind it"),
        pytest.param("<h1></h1><h1>A</h1>", [("A", "h1")], id="empty one first"),
        pytest.param("---\ntitle: F\n---\n<h1>A</h1>", [("F", "front matter"), ("A", "h1")], id="front matter"),
        pytest.param("<nav><h1>N</h1></nav><h1>A</h1>", [("A", "h1")], id="navigation"),
        pytest.param("<svg><title>S</title></svg><h3>A</h3>", [("A", "heading")], id="title of a drawing"),
        pytest.param("<p>a</p>", [], id="none"),
        pytest.param(
            "<title>Ferry</title><h1>Synopsis</h1><p>a</p><h1>Options</h1>",
            [("Ferry", "title element"), ("Synopsis", "h1")],
            id="sections as h1",
        ),
        pytest.param(
            "<title>Ferry</title><p>a</p><h1>Notes</h1>",
            [("Ferry", "title element"), ("Notes", "h1")],
            id="h1 below the text",
        ),
        pytest.param(
            "<title>Ferry | Oster</title><p>a</p><h1>Ferry</h1>",
            [("Ferry", "h1"), ("Ferry | Oster", "title element")],
            id="h1 below a lead-in",
        ),
    ],
)
def test_titles(text: str, titles: list[tuple[str, str]]) -> None:
    assert [(title.text, title.source) for title in read(text).titles] == titles


@pytest.mark.parametrize(
    ("text", "name", "written"),
    [
        pytest.param('<meta name="Description" content="A b">', "description", "A b", id="quoted"),
        pytest.param("<meta content=A name=author>", "author", "A", id="unquoted, content first"),
        pytest.param("<meta name='a'\r\n content='b'>", "a", "b", id="on two lines"),
    ],
)
def test_metadata_and_its_place(text: str, name: str, written: str) -> None:
    entry = read(text).metadata[name]
    assert (entry.value, text[entry.start : entry.end]) == (written, written)


def test_language() -> None:
    assert read('<html lang="pt-BR"><p>a').language == "pt-BR"


def test_blocks_of_one_list_share_a_group() -> None:
    first, second, third = read("<ul><li>a<li>b</ul><ol><li>c</ol>").blocks
    assert first.group == second.group != third.group
