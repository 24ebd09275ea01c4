"""Which part of a page is the article, and which parts inside of it are the site's."""

from functools import lru_cache

from turbohtml import Document, Element

# From the most explicit mark of an article to the least; content classes are those of the common generators.
_SCOPES = (
    "[itemprop~=articleBody]",
    "article",
    "main, [role=main]",
    ".post-content, .entry-content, .article-body, .article-content, .post-body, .markdown-body, .td-content",
    "#content, #main-content, .document .body, #mw-content-text",
)
# An article's share of the text of all <article> elements, from which on the others are teasers.
_SHARE_OF_THE_ARTICLE = 0.7
# More candidates make a list of articles, and each costs a reading of its text.
_MOST_CANDIDATES = 30

SKIPPED = frozenset(
    ("script", "style", "template", "nav", "svg", "math", "iframe", "object", "button", "select", "textarea", "head")
    + ("video", "audio", "canvas")  # what stands in these is shown where they cannot be
)
_SKIPPED_ROLES = frozenset(("navigation", "search", "banner", "contentinfo", "complementary", "menu", "menubar"))
# Navigation bars, share buttons and notes of the common generators, themes and shops: their text is no article's.
_NAVIGATION = frozenset(
    (
        "navheader",
        "navfooter",
        "docnav",
        "related",
        "breadcrumb",
        "breadcrumbs",
        "pagination",
        "pagination-nav",
        "pager",
    )
    + ("nav-links", "nav-previous", "nav-next", "nav-single", "nav-panel", "navigation", "post-navigation", "post-nav")
    + ("posts-navigation", "blog-pager", "page-nav", "prev-next", "prevnext", "rst-footer-buttons", "sphinxsidebar")
    + ("sphinxsidebarwrapper", "toc", "table-of-contents", "skip-link", "skiplink", "sharedaddy", "share-buttons")
    + (
        "social-share",
        "share-post",
        "addtoany_share_save_container",
        "jp-relatedposts",
        "related-posts",
        "comments-area",
    )
    + (
        "post-share-buttons",
        "mw-editsection",
        "navbox",
        "catlinks",
        "printfooter",
        "noprint",
        "site-header",
        "site-footer",
    )
    + (
        "cookie-banner",
        "cookie-notice",
        "cookie-consent",
        "cookie-law-info-bar",
        "gdpr",
        "newsletter-signup",
        "edit-this-page",
    )
    + ("theme-doc-footer", "theme-doc-breadcrumbs", "theme-doc-toc-mobile", "vpdocfooter", "book-menu", "book-toc")
)
# What is the site's where nothing marks the article, and may be an aside of the text where something does.
_OF_THE_SITE = frozenset(
    ("sidebar", "footer", "header", "menu", "nav", "navbar", "topbar", "masthead", "widget", "widget-area", "site-nav")
    + ("colophon", "copyright", "page-header", "page-footer", "off-canvas", "drawer", "cookies", "comments")
)


def article_scope(document: Document, content: str) -> Element | None:
    """The element that holds the article: the user's, the most explicit one that holds text, or the body."""
    if content:
        return document.select_one(content)
    for selector in _SCOPES:
        candidates = document.select(selector)
        if candidates and len(candidates) <= _MOST_CANDIDATES:
            found = _best(candidates, selector == "article")
            if found is not None:
                return found
    return document.select_one("body")


def _best(candidates: list[Element], may_be_a_list: bool) -> Element | None:
    """The candidate that is the article, None if none is: empty, in a sidebar, or one of many."""
    lengths = {
        element: len(element.text.strip())
        for element in candidates
        if element.closest("nav, aside, footer, [hidden]") is None
    }
    full = [element for element, length in lengths.items() if length]
    if not full:
        return None
    outermost = [element for element in full if not any(outer in lengths for outer in element.ancestors)]
    if len(outermost) == 1 or not may_be_a_list:
        return outermost[0]
    longest = max(outermost, key=lambda element: lengths[element])
    share = lengths[longest] / sum(lengths[element] for element in outermost)
    return longest if share >= _SHARE_OF_THE_ARTICLE else None


def is_of_the_site(element: Element, tag: str, scope_is_body: bool) -> bool:
    """Whether a block element is the site's rather than the article's."""
    if tag in SKIPPED or tag == "footer" or (scope_is_body and tag in ("header", "aside")):
        return True
    if len(element.attrs) == 0:
        return False
    classes, role = element.attr("class"), element.attr("role")
    if role in _SKIPPED_ROLES or element.attr("hidden") is not None:
        return True
    return bool(classes) and _names_navigation(str(classes), scope_is_body)


@lru_cache(maxsize=4096)
def _names_navigation(classes: str, scope_is_body: bool) -> bool:
    names = classes.lower().split()
    return not _NAVIGATION.isdisjoint(names) or (scope_is_body and not _OF_THE_SITE.isdisjoint(names))


def is_outside_text(element: Element) -> bool:
    """Whether the element stands in a part of the page that is no text: navigation, scripts, forms."""
    return element.closest(", ".join(sorted(SKIPPED))) is not None
