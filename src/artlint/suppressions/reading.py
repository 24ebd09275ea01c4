"""All suppressions of one article, from its comments and its front matter."""

from artlint.article import Article
from artlint.suppressions.suppression import Suppression

_MARK = "artlint-"
_FORMATS_WITHOUT_COMMENTS = frozenset(("text",))


def suppressions_of(article: Article) -> tuple[Suppression, ...]:
    """The suppressions in `article`, in the order of their places; an article without any costs one search."""
    entry = article.metadata.get("artlint")
    has_comments = _MARK in article.text and article.format not in _FORMATS_WITHOUT_COMMENTS
    if entry is None and not has_comments:
        return ()
    found: list[Suppression] = []
    if entry is not None and entry.start < article.body:
        from artlint.suppressions.front_matter import front_matter_suppressions

        found += front_matter_suppressions(article, entry)
    if has_comments:
        from artlint.suppressions.comments import comment_suppressions

        found += comment_suppressions(article)
    return tuple(sorted(found, key=lambda each: (each.place, each.name)))
