"""Limits of running text: paragraphs and whole articles."""

from collections.abc import Iterator
from typing import ClassVar

from artlint import Article, Severity
from artlint_lengths.limits import LengthRule, Piece
from artlint_lengths.running_text import reads_as_prose

# What has fewer is a row of letters or figures, no prose.
_LEAST_CHARACTERS_A_WORD = 3
_PARAGRAPHS = frozenset(("paragraph", "quote"))
_READ = frozenset(("heading", "paragraph", "item", "quote", "cell", "definition"))


class ParagraphLength(LengthRule):
    """The paragraph is too long or too short.

    A wall of text is skipped rather than read. 150 words is the limit of Yoast's readability analysis, and
    99 of 100 paragraphs of the news and blogs that this rule was tried on are shorter. Lists, tables, code,
    verses and link collections that stand as a paragraph are left alone.

    Options:
        min: the least length; none by default
        max: the greatest length: 150, see above
        unit: `words` (UAX 29; an estimate where a script has no spaces), `sentences`, `graphemes`,
            `characters` (code points), `width` (columns), `bytes` (UTF-8), `auto`
        min_by_language: limits for languages, by tag: `{de: 20}`; `zh` holds for `zh-TW` too
        max_by_language: the same for the greatest length
        dictionary: count words of scripts without spaces by dictionaries (needs `artlint[icu]`)

    Bad:
        --- a.md
        # The long winter

        In the first week of December the river froze from bank to bank, and the ferry, which had crossed it
        twice an hour since the days of the old mayor, was drawn up on the shingle and covered with sailcloth.
        People said that it would not last, because it had not lasted in any year that they could remember,
        and they went on buying bread for two days at a time and leaving their boats in the water. By the
        second week the boats were held fast and the baker had begun to run short of flour, since the mill
        stands on the other bank and the bridge at Oster had been closed to carts in the autumn. In the third
        week a party of six walked across with ropes round their waists, bought what they could carry, and
        walked back before dark, and after that nobody spoke of anything but the ice, its thickness, its
        sounds at night, and the day on which the first cart might be sent over it to fetch flour, lamp oil
        and the post.

    Good:
        --- a.md
        # The long winter

        In the first week of December the river froze from bank to bank, and the ferry was drawn up on the
        shingle and covered with sailcloth.

        People said that it would not last, because it had not lasted in any year that they could remember.
    """

    id: ClassVar[str] = "length/paragraph"
    severity: ClassVar[Severity] = Severity.INFO
    subject: ClassVar[str] = "paragraph"
    max: int | None = 150

    def pieces(self, article: Article, most: int | None) -> Iterator[Piece]:
        shortest = self.shortest(most)
        shortest_ascii = _LEAST_CHARACTERS_A_WORD * (most or 0) if self.unit == "words" else shortest
        for block in article.blocks:
            text = block.text
            if len(text) >= (shortest_ascii if text.isascii() else shortest) and block.kind in _PARAGRAPHS:
                yield Piece(text, block.start, block.end)

    def is_meant(self, article: Article, piece: Piece) -> bool:
        return reads_as_prose(article, piece)


class ArticleLength(LengthRule):
    """The article is too long or too short.

    What is right depends on the collection, so nothing is reported until a limit is set; `artlint stats`
    shows the lengths that a collection has. Headings, paragraphs, lists, quotes and tables count; code, HTML
    blocks in Markdown and front matter do not.

    Options:
        min: the least length; none by default
        max: the greatest length; none by default
        unit: `words` (UAX 29; an estimate where a script has no spaces), `sentences`, `graphemes`,
            `characters` (code points), `width` (columns), `bytes` (UTF-8), `auto`
        min_by_language: limits for languages, by tag: `{de: 20}`; `zh` holds for `zh-TW` too
        max_by_language: the same for the greatest length
        dictionary: count words of scripts without spaces by dictionaries (needs `artlint[icu]`)

    Bad:
        --- .artlint.yaml
        rules:
          length/article: {min: 10}
        --- a.md
        # The ferry

        It runs twice an hour.

    Good:
        --- .artlint.yaml
        rules:
          length/article: {min: 10}
        --- a.md
        # The ferry

        It runs twice an hour, and every ten minutes on market days.
    """

    id: ClassVar[str] = "length/article"
    subject: ClassVar[str] = "article"

    def pieces(self, article: Article, most: int | None) -> Iterator[Piece]:
        texts = [block.text for block in article.blocks if block.kind in _READ]
        head = article.title
        start, end = (head.start, head.end) if head else (article.body, article.body)
        yield Piece("\n\n".join(texts), start, end)
