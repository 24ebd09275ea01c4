"""What is no article of its own: parts of pages, templates, redirects, drafts."""

import re
from functools import lru_cache

from artlint import Article

# "components", "layout" and "macros" are chapters of manuals too; there they need the underscore.
_PART_NAMES = (
    "_includes includes _include _layouts layouts _layout _partials partials _partial _templates templates _template"
    " _snippets snippets _snippet _shared _fragments fragments _components _macros _shortcodes shortcodes _data"
    " archetypes overrides _sources _modules .github issue_template pull_request_template"
)
_PART_FOLDERS = frozenset(_PART_NAMES.split())
# Text files that machines read, and those that law or custom names: their first line is no headline.
_NO_ARTICLE_TEXTS = (
    r"(?i)(?:.*requirements.*|constraints.*|robots|humans|security|ads|llms|cmakelists|manifest|sources|filelist"
    r"|authors|contributors|thanks|maintainers|version|pin|search)\.te?xt"
    r"|.*\.rst\.txt"
)
_NO_ARTICLES = frozenset(("summary", "sidebar", "navbar", "toc"))
# Pages that generators add to the articles: all of them on one page, the index of words, the page for errors.
_GENERATED_PAGES = frozenset(("print", "genindex", "genindex-all", "search", "sitemap", "404", "500"))
_LEGAL = frozenset(("license", "licence", "copying", "copyright", "notice"))
_LEGAL_IN_CAPITALS = ("LICENSE", "LICENCE", "COPYING", "COPYRIGHT", "NOTICE")
_PART_INFIXES = frozenset(("partial", "include", "inc", "tmpl", "template", "j2"))
_REDIRECT_KEYS = ("redirect_to", "redirect", "redirect_url", "redirecturl", "dest_url")
_PAGE = r"(?i)<!doctype|<html|<head[\s>]|<body|<title"
_TEMPLATE_MARKS = ("{%", "{{", "<?php", "<?=", "<%", "${")
# Where a page says what it is: a head of scripts and styles is seldom longer.
_HEAD = 4000


def is_part(article: Article) -> bool:
    """Whether the names of file or folders say that it is a piece for other pages, or no text for readers."""
    return article.derived(_is_part)


def _is_part(article: Article) -> bool:
    folder, _, name = article.path.rpartition("/")
    return _is_part_name(name) or _is_part_folder(folder)


def _is_part_name(name: str) -> bool:
    stem, *infixes = name.lower().split(".")
    suffix = infixes[-1] if infixes else ""
    if name.startswith("_") and stem != "_index":
        return True
    if (
        stem in _LEGAL
        or name.startswith(_LEGAL_IN_CAPITALS)
        or stem.startswith("changelog")
        or (stem in _NO_ARTICLES and suffix != "txt")
        or (stem in _GENERATED_PAGES and suffix in ("html", "htm"))
    ):
        return True
    return not _PART_INFIXES.isdisjoint(infixes) or (
        suffix in ("txt", "text") and bool(re.fullmatch(_NO_ARTICLE_TEXTS, name))
    )


@lru_cache(maxsize=4096)
def _is_part_folder(folder: str) -> bool:
    names = folder.lower().split("/")
    return not _PART_FOLDERS.isdisjoint(names) or any(name.endswith((".egg-info", ".dist-info")) for name in names)


def is_fragment(article: Article) -> bool:
    """Whether it is HTML without a head of its own, or a template that gets its title elsewhere."""
    if article.format == "html" and not article.body and not re.search(_PAGE, article.text[:_HEAD]):
        return True
    return article.format == "html" and is_templated(article.text)


def is_templated(text: str) -> bool:
    """Whether template tags stand in `text`."""
    return any(mark in text for mark in _TEMPLATE_MARKS)


def is_redirect(article: Article) -> bool:
    """Whether the article only leads to another one."""
    metadata = article.metadata
    if any(key in metadata and metadata[key].text for key in _REDIRECT_KEYS):
        return True
    layout = metadata["layout"].text if "layout" in metadata else ""
    if layout and "redirect" in layout.lower():
        return True
    if article.format != "html":
        return False
    head = article.text[:_HEAD].lower()
    return "http-equiv" in head and bool(re.search(r"http-equiv\s*=\s*[\"']?refresh", head))


def is_unpublished(article: Article) -> bool:
    """Whether the front matter keeps the article from the public."""
    draft, published = article.metadata.get("draft"), article.metadata.get("published")
    return bool(draft and draft.value is True) or bool(published and published.value is False)
