"""HTML: the article's own part of the page for blocks, the whole page for titles, metadata and relations."""

from typing import NamedTuple

from artlint.article import Article
from artlint.readers.front_matter import split_front_matter
from artlint.readers.markdown import front_matter_language, front_matter_titles


class HtmlReader(NamedTuple):
    """Reads HTML pages and fragments.

    Options:
        content: CSS selector of the part that is the article; the first match counts
    """

    content: str = ""
    name: str = "html"

    def read(self, path: str, text: str) -> Article:
        from artlint.readers.html_page import read_page  # turbohtml takes as long to load as all of the engine

        front = split_front_matter(text) if text.startswith(("---", "+++", "<!--")) else split_front_matter("")
        page = read_page(text, front.body, self.content)
        return Article(
            path,
            text,
            self.name,
            blocks=page.blocks,
            links=page.links,
            titles=[*front_matter_titles(front), *page.titles],
            metadata={**page.metadata, **front.metadata},
            language=front_matter_language(front) or page.language,
            body=front.body,
            problems=front.problems,
        )
