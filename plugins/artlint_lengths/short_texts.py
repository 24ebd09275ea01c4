"""Limits of the texts that stand in lists: titles, descriptions, headings."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from artlint import Article
from artlint_lengths.limits import LengthRule, Piece
from artlint_lengths.measure import Unit


@dataclass(frozen=True)
class TitleLength(LengthRule):
    """The title is too long or too short.

    Result lists, feeds and tabs cut a title off. 70 is where Google's result list has ended titles for most
    of its time (about 600 pixels since 2014: 55 to 70 characters) and where audits of sites warn; it is a
    limit of room, not of rank. Titles mostly of wide characters (Han, Kana, Hangul) are measured in columns,
    two for each, which is the same room.

    Options:
        min: the least length; none by default
        max: the greatest length: 70, see above
        unit: `auto` (characters as readers see them, or columns where wide ones prevail), `graphemes`,
            `characters` (code points), `width` (columns), `words`, `sentences`, `bytes` (UTF-8)
        min_by_language: limits for languages, by tag: `{de: 20}`; `zh` holds for `zh-TW` too
        max_by_language: the same for the greatest length
        dictionary: count words of scripts without spaces by dictionaries (needs `artlint[icu]`)

    Bad:
        --- a.md
        # Council agrees on the budget for the coming year after eleven hours of debate

        The council met on Monday.

    Good:
        --- a.md
        # Council agrees on the budget after eleven hours of debate

        The council met on Monday.
    """

    id: ClassVar[str] = "length/title"
    subject: ClassVar[str] = "title"
    max: int | None = 70
    unit: Unit = "auto"

    def pieces(self, article: Article) -> Iterator[Piece]:
        if article.title:
            yield Piece(article.title.text.rstrip("¶ "), article.title.start, article.title.end)
