"""The candidates for a page's title, in the order of preference."""

from collections.abc import Iterator

from turbohtml import Document, Element

from artlint.article import Entry, Title
from artlint.readers.html_blocks import one_line
from artlint.readers.html_scope import is_outside_text
from artlint.readers.html_source import Source

# Headlines that stand beside the text they belong to: schema.org, microformats, WordPress, Blogger, Jekyll.
_HEADLINES = "[itemprop~=headline], .entry-title, .post-title, .article-title, .p-name"
_OF_THE_SITE = (
    ".site-header, .site-title, .site-name, .blog-title, .masthead, .navbar, .logo, .branding, #header, #masthead"
    ", #site-title, [role=banner]"
)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_SELF_LINK_MARKS = " \t\n#§¶🔗\u200b"


def titles(document: Document, scope: Element | None, source: Source, metadata: dict[str, Entry]) -> Iterator[Title]:
    """The article's main heading, `<title>`, `og:title` and its first lower heading, as far as they are there."""
    main = _main_heading(document, scope)
    named = next(iter(document.select("head > title, body > title")), None)
    pages = [_page_title(named, source)] if named is not None and one_line(named.text) else []
    if pages and main is not None and _is_section(main, scope, pages[0].text):
        yield from pages
        pages = []
    if main is not None:
        yield _title(main, source)
    yield from pages
    og_title = metadata.get("og:title")
    if og_title and og_title.text:
        yield Title(og_title.text, "og:title", og_title.start, og_title.end)
    for level in _HEADINGS[1:]:
        lower = scope.select_one(level) if scope is not None else None
        if lower is not None and lower != main and _text(lower):
            yield _title(lower, source)
            return


def _page_title(named: Element, source: Source) -> Title:
    return Title(one_line(named.text), "title element", *source.inner(named))


def _is_section(main: Element, scope: Element | None, page: str) -> bool:
    """Whether the heading is one of several top-level ones, or stands below text, and the page is named otherwise.

    Wikis and converted manuals put the page's name into its frame and give each section an `<h1>`.
    """
    heading, page = _text(main).casefold(), page.casefold()
    if scope is None or heading in page or page in heading:
        return False
    inside = scope.select("h1")
    return main in inside and (len(inside) > 1 or _stands_below_text(main, scope))


def _stands_below_text(heading: Element, scope: Element) -> bool:
    first = scope.select_one("p")
    return first is not None and _start(first) < _start(heading) and first.closest("header, nav") is None


def _title(heading: Element, source: Source) -> Title:
    return Title(_text(heading), "h1" if heading.tag == "h1" else "heading", *source.inner(heading))


def _text(heading: Element) -> str:
    """The heading's text without the mark of a link to itself."""
    return one_line(heading.text).rstrip(_SELF_LINK_MARKS) if heading.select_one("a") else one_line(heading.text)


def _main_heading(document: Document, scope: Element | None) -> Element | None:
    """The `<h1>` inside of the article, else what is marked as its headline, else the nearest `<h1>` above it."""
    tops = [top for top in document.select("h1") if not is_outside_text(top) and _text(top)]
    if scope is None:
        return next(iter(tops), None)
    inside = scope.select_one("h1")
    if inside is not None and inside in tops and (scope.tag != "body" or len(tops) == 1):
        return inside
    marked = [each for each in document.select(_HEADLINES) if each.tag in _HEADINGS and _text(each)]
    if len(marked) == 1:
        return marked[0]
    articles = [top for top in tops if top.closest(_OF_THE_SITE) is None]
    if scope.tag == "body":
        return next(iter(articles or tops), None)
    above = [top for top in articles if _start(top) < _start(scope)]
    if above:
        lower = next(filter(None, map(scope.select_one, _HEADINGS[1:])), None)
        return lower if lower is not None and _is_named_instead(lower, above[-1], document) else above[-1]
    return next((top for top in tops if _start(top) > _start(scope)), None)


def _is_named_instead(lower: Element, top: Element, document: Document) -> bool:
    """Whether the page's `<title>` begins with the lower heading and not with the top one, the site's name then."""
    named = document.select_one("head > title")
    title = one_line(named.text).casefold() if named is not None else ""
    return title.startswith(_text(lower).casefold()) and not title.startswith(_text(top).casefold())


def _start(element: Element) -> int:
    location = element.source_location
    return location.start_tag.start_offset if location else 0
