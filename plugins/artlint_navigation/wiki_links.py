"""References that are wiki links: `Next: [[Old town]]`, `[[a|Departure]]` after a label."""

import re
from collections.abc import Iterator

from artlint import Article
from artlint_navigation.labels import Labels
from artlint_navigation.lines import Line
from artlint_navigation.reference import Reference

_LINK = r"(?P<before>[^\[\]]{0,60})\[\[(?P<target>[^\]\[|#]{1,200})(?:#[^\]|]{0,100})?(?:\|(?P<text>[^\]]{0,200}))?\]\]"
_WORD = r"\w"


def wiki_references(article: Article, line: Line, labels: Labels) -> Iterator[Reference]:
    """The references of a line whose links all stand after labels, with no other words around them."""
    found = list(re.finditer(_LINK, line.text)) if "[[" in line.text else []
    if not found or re.search(r"^\s*\w", line.text[found[-1].end() :]):
        return
    named = [(match, labels.read(match["before"])) for match in found]
    if any(label is None and re.search(_WORD, match["before"]) for match, label in named):
        return
    for match, label in named:
        start = article.text.find(match["target"], line.start, line.end)
        if label and start >= 0:
            end = start + len(match["target"])
            yield Reference(
                label.direction,
                "markdown:wiki",
                article.place(start, end),
                match["target"].strip(),
                (match["text"] or "").strip(),
                label=match["before"].strip(" *_:：|·•-"),
                level=label.level,
                address=(start, end),
            )
