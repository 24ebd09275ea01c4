"""Pages as the common generators make them: the article stays in, the site stays out, the title is the article's."""

import pytest

from artlint.readers import HtmlReader

SPHINX = """<html><head><title>Lists — Manual 1.0</title><link rel="next" href="b.html"></head><body>
<div class="related" role="navigation"><h3>Navigation</h3><ul><li><a href="b.html">next</a></li></ul></div>
<div class="document"><div class="documentwrapper"><div class="bodywrapper"><div class="body" role="main">
<section id="lists"><h1>Lists<a class="headerlink" href="#lists" title="Link here">¶</a></h1>
<p>The article.</p><dl><dt>f()<a class="headerlink" href="#f">¶</a></dt><dd><p>Does it.</p></dd></dl></section>
</div></div></div><div class="sphinxsidebar" role="navigation"><h4>Previous topic</h4><p>Site.</p></div></div>
<div class="footer">&copy; Site.</div></body></html>"""

READ_THE_DOCS = """<html><body class="wy-body-for-nav"><nav class="wy-nav-side"><p>Site.</p></nav>
<section class="wy-nav-content-wrap"><div class="rst-content"><div role="navigation"><ul class="wy-breadcrumbs">
<li>Site.</li></ul></div>
<div role="main" class="document"><div itemprop="articleBody"><section>
<h1>Lists<a class="headerlink" href="#l">¶</a></h1>
<p>The article.</p></section></div></div><footer><div class="rst-footer-buttons"><a href="b" rel="next">Next</a>
</div><p>Site.</p></footer>
</div></section></body></html>"""

DOCBOOK = """<html><head><title>Lists</title></head><body><div class="navheader"><table><tr>
<th colspan="3">Lists</th></tr>
<tr><td><a accesskey="p" href="a.html">Prev</a></td></tr></table><hr></div>
<div class="sect1"><div class="titlepage"><div><div><h2 class="title">1.1. Lists</h2></div></div></div>
<p>The article.</p></div>
<div class="navfooter"><hr><table><tr><td><a href="b.html">Next</a></td><td>Site.</td></tr></table></div></body>
</html>"""

PUBLICAN = """<html><body><p id="title"><a class="left" href="http://x"><img alt=""></a></p>
<ul class="docnav top"><li class="previous"><a accesskey="p" href="a.html"><strong>Prev</strong></a></li></ul>
<section class="section"><h1 class="title">1.1. Lists</h1><p>The article.</p></section>
<ul class="docnav"><li class="next"><a accesskey="n" href="b.html"><strong>Next</strong>Site.</a></li></ul></body>
</html>"""

WORDPRESS = """<html><head><title>Lists | Site</title><meta property="og:title" content="Lists"></head>
<body class="single-post"><header class="site-header"><h1 class="site-title"><a href="/">Site</a></h1>
<nav>Site.</nav></header>
<div id="content"><main id="main"><article id="post-1" class="post"><header class="entry-header">
<h1 class="entry-title">Lists</h1></header>
<div class="entry-content"><p>The article.</p><div class="sharedaddy"><h3>Share this:</h3></div>
<div id="jp-relatedposts" class="jp-relatedposts"><h3>Related</h3><p>Site.</p></div></div>
<footer class="entry-footer">Posted in Site.</footer></article>
<nav class="navigation post-navigation"><a href="a" rel="prev">Previous Site</a></nav>
<div id="comments" class="comments-area"><p>Site: first!</p></div></main></div>
<aside class="widget-area"><section class="widget"><h2>Recent Posts</h2><p>Site.</p></section></aside>
<div class="cookie-notice"><p>We use cookies. Site.</p></div><footer id="colophon"><p>Site.</p></footer></body>
</html>"""

OLD_WORDPRESS = """<html><body><div id="header"><h1><a href="/">Site</a></h1></div><div id="content">
<div class="post"><h2 class="entry-title">Lists</h2><div class="entry-content"><p>The article.</p></div></div>
<div class="navigation"><a href="a">&laquo; Site</a></div></div><div id="sidebar" class="sidebar"><p>Site.</p>
</div></body></html>"""

BLOGGER = """<html><body><div class="header"><h1 class="title">Site</h1></div><div class="main">
<div class="blog-posts"><div class="post">
<h3 class="post-title entry-title" itemprop="name">Lists</h3>
<div class="post-body entry-content" itemprop="description articleBody">
The article.</div><div class="post-footer"><p>Site.</p></div></div></div><div class="blog-pager" id="blog-pager">
<a class="blog-pager-newer-link" href="b">Newer Post</a></div></div><div class="sidebar"><p>Site.</p></div></body>
</html>"""

DOCUSAURUS = """<html lang="en"><head><title>Lists | Site</title></head><body><div id="__docusaurus">
<div role="region"><a class="skipToContent_x" href="#c">Skip</a></div>
<nav class="navbar">Site.</nav><div class="main-wrapper"><aside class="theme-doc-sidebar-container">Site.</aside>
<main><div class="row"><div class="col">
<article><nav class="theme-doc-breadcrumbs"><ul class="breadcrumbs"><li>Site.</li></ul></nav>
<div class="tocCollapsible theme-doc-toc-mobile"><button>On this page</button></div>
<div class="theme-doc-markdown markdown"><header><h1>Lists</h1></header><p>The article.</p>
<h2 class="anchor" id="x">Part<a href="#x" class="hash-link" title="Direct link">\u200b</a></h2></div>
<footer class="theme-doc-footer"><a href="/edit">Edit this page. Site.</a></footer></article>
<nav class="pagination-nav"><a class="pagination-nav__link--next" href="b"><div>Next</div><div>Site</div></a></nav>
</div></div></main></div>
<footer class="footer"><p>Site.</p></footer></div></body></html>"""

HUGO = """<html><body><header class="site-header"><a href="/">Site</a></header><main role="main">
<article class="td-content"><h1>Lists</h1>
<div class="lead">The article.</div>
<h2 id="p">Part<a class="td-heading-self-link" href="#p" aria-label="Heading self-link"></a></h2></article>
<aside class="book-toc"><nav>Site.</nav></aside></main><footer>Site.</footer></body></html>"""

JEKYLL = """<html><body><header class="site-header" role="banner">
<a class="site-title" rel="author" href="/">Site</a></header>
<main class="page-content"><div class="wrapper">
<article class="post h-entry" itemscope itemtype="http://schema.org/BlogPosting">
<header class="post-header"><h1 class="post-title p-name" itemprop="name headline">Lists</h1><p class="post-meta">
<time>Site.</time></p></header>
<div class="post-content e-content" itemprop="articleBody"><p>The article.</p></div></article></div></main>
<footer class="site-footer h-card"><p>Site.</p></footer></body></html>"""

MDBOOK = """<html><head><title>Lists - Site</title></head><body><nav id="sidebar" class="sidebar">
<ol class="chapter"><li>Site.</li></ol></nav>
<div id="page-wrapper"><div class="page"><div id="menu-bar"><h1 class="menu-title">Site</h1></div>
<div id="content" class="content"><main>
<h1 id="l"><a class="header" href="#l">Lists</a></h1><p>The article.</p></main><nav class="nav-wrapper">
<a rel="prev" href="a">Site</a></nav></div></div></div></body></html>"""

NEWS = (
    """<html><body><header><h1>Site</h1></header><main><article><h1>Lists</h1><p>The article. """
    + "It is long. " * 30
    + """</p></article>
<article class="card"><h2>Site teaser</h2><p>Site.</p></article><article class="card"><h2>Site teaser</h2>
</article></main></body></html>"""
)

API = """<html><head><title>Lists | Site Documentation</title></head><body>
<div id="content"><header><h1>Site documentation</h1></header>
<div id="x" role="main"><h2>Lists<a class="mark" href="#lists">#</a></h2><p>The article.</p></div>
</div></body></html>"""

PLAIN = "<html><body><h1>Lists</h1><p>The article.</p></body></html>"

WIKIPEDIA = """<html><body><div class="mw-page-container"><main id="content" class="mw-body"><header>
<h1 id="firstHeading">Lists</h1></header>
<div id="mw-content-text"><div class="mw-parser-output"><p>The article.</p>
<h2>Part<span class="mw-editsection">[<a href="/e">Site</a>]</span></h2>
<div class="navbox" role="navigation"><p>Site.</p></div></div></div></main><div class="mw-footer">
<footer>Site.</footer></div></div></body></html>"""


@pytest.mark.parametrize(
    ("page", "title"),
    [
        pytest.param(SPHINX, "Lists", id="Sphinx"),
        pytest.param(READ_THE_DOCS, "Lists", id="Read the Docs"),
        pytest.param(DOCBOOK, "Lists", id="DocBook"),
        pytest.param(PUBLICAN, "1.1. Lists", id="publican"),
        pytest.param(WORDPRESS, "Lists", id="WordPress"),
        pytest.param(OLD_WORDPRESS, "Lists", id="WordPress of old"),
        pytest.param(BLOGGER, "Lists", id="Blogger"),
        pytest.param(DOCUSAURUS, "Lists", id="Docusaurus"),
        pytest.param(HUGO, "Lists", id="Hugo"),
        pytest.param(JEKYLL, "Lists", id="Jekyll"),
        pytest.param(MDBOOK, "Lists", id="mdBook"),
        pytest.param(NEWS, "Lists", id="article among teasers"),
        pytest.param(WIKIPEDIA, "Lists", id="Wikipedia"),
        pytest.param(API, "Lists", id="site's name as top heading"),
        pytest.param(PLAIN, "Lists", id="plain page"),
    ],
)
def test_the_article_is_in_and_the_site_is_out(page: str, title: str) -> None:
    article = HtmlReader().read("a.html", page)
    text = "\n".join(block.text for block in article.blocks)
    assert "The article." in text
    assert "Site" not in text
    assert "¶" not in text
    assert article.title
    assert article.title.text == title


def test_a_list_of_articles_is_read_whole() -> None:
    articles = "<article><h2>A</h2><p>One two three.</p></article><article><h2>B</h2><p>Four five six.</p></article>"
    page = f"<main>{articles}</main>"
    texts = [block.text for block in HtmlReader().read("a.html", page).blocks]
    assert texts == ["A", "One two three.", "B", "Four five six."]


def test_the_users_selector_wins() -> None:
    page = "<article><p>a</p></article><div class='story'><p>b</p></div>"
    assert [block.text for block in HtmlReader(".story").read("a.html", page).blocks] == ["b"]


def test_navigation_is_read_from_the_whole_page() -> None:
    links = HtmlReader().read("a.html", DOCUSAURUS).links
    (forward,) = [link for link in links if link.target == "b"]
    assert (forward.text, forward.block) == ("NextSite", -1)
    assert "pagination-nav" in forward.classes
