"""Limits of sections, lines and words: off until a collection wants them."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from artlint import Article, Block, Severity
from artlint_lengths.limits import LengthRule, Piece
from artlint_lengths.measure import Unit, has_unspaced_script

_READ = frozenset(("paragraph", "item", "quote", "cell", "definition"))
_AS_WRITTEN = frozenset(("code", "html", "cell", "heading", "template"))


class SectionLength(LengthRule):
    """The section is too long or too short.

    A section is what stands between a heading and the next one of any level. Yoast's readability analysis
    asks for a subheading after 300 words; manuals and essays differ so much that the rule is off until it is
    switched on. Code and HTML blocks in Markdown don't count.

    Options:
        min: the least length; none by default
        max: the greatest length: 300, see above
        unit: `words` (UAX 29; an estimate where a script has no spaces), `sentences`, `graphemes`,
            `characters` (code points), `width` (columns), `bytes` (UTF-8), `auto`
        min_by_language: limits for languages, by tag: `{de: 20}`; `zh` holds for `zh-TW` too
        max_by_language: the same for the greatest length
        dictionary: count words of scripts without spaces by dictionaries (needs `artlint[icu]`)

    Bad:
        --- .artlint.yaml
        rules:
          length/section: {max: 10}
        --- a.md
        # The ferry

        ## Timetable

        It runs twice an hour, and every ten minutes on market days.

    Good:
        --- .artlint.yaml
        rules:
          length/section: {max: 10}
        --- a.md
        # The ferry

        ## Timetable

        It runs twice an hour.

        ### Market days

        It runs every ten minutes.
    """

    id: ClassVar[str] = "length/section"
    severity: ClassVar[Severity] = Severity.INFO
    enabled: ClassVar[bool] = False
    subject: ClassVar[str] = "section"
    max: int | None = 300

    def pieces(self, article: Article, most: int | None) -> Iterator[Piece]:
        yield from sections(article)


class LineLength(LengthRule):
    """The line of the source is too long.

    For collections whose sources are wrapped. 80 is the default of markdownlint and of most editors' rulers.
    Lines that cannot be broken there (a long address), code, tables, headings, HTML and front matter are
    left alone.

    Options:
        min: the least length; none by default
        max: the greatest length: 80, see above
        unit: `width` (columns), `graphemes`, `characters` (code points), `words`, `sentences`, `bytes`
            (UTF-8), `auto`
        min_by_language: limits for languages, by tag: `{de: 20}`; `zh` holds for `zh-TW` too
        max_by_language: the same for the greatest length
        dictionary: count words of scripts without spaces by dictionaries (needs `artlint[icu]`)

    Bad:
        --- .artlint.yaml
        rules:
          length/line: {max: 40}
        --- a.md
        # The ferry

        It runs twice an hour, and every ten minutes on market days.

    Good:
        --- .artlint.yaml
        rules:
          length/line: {max: 40}
        --- a.md
        # The ferry

        It runs twice an hour, and every ten
        minutes on market days.
    """

    id: ClassVar[str] = "length/line"
    severity: ClassVar[Severity] = Severity.INFO
    enabled: ClassVar[bool] = False
    subject: ClassVar[str] = "line"
    max: int | None = 80
    unit: Unit = "width"

    def pieces(self, article: Article, most: int | None) -> Iterator[Piece]:
        for block in article.blocks:
            if block.kind not in _AS_WRITTEN:
                for line in article.lines(block.start, block.end):
                    yield Piece(line.text, line.start, line.end)

    def is_meant(self, article: Article, piece: Piece) -> bool:
        """Whether there is a blank to break the line at, in front of the limit and not in its indentation."""
        return self.max is None or " " in piece.text.strip()[: self.max]


class WordLength(LengthRule):
    """The word is too long: text that was glued together.

    When markup is taken off or lines are joined without care, words run together
    (`budgetTheCouncilMetOnMonday`). 45 letters are those of the longest word in English dictionaries; German
    and Finnish compounds rarely reach it. Addresses, paths, code and scripts without spaces are left alone.

    Options:
        min: the least length; none by default
        max: the greatest length: 45, see above
        unit: `graphemes` (characters as readers see them), `characters` (code points), `width` (columns),
            `bytes` (UTF-8), `auto`
        min_by_language: limits for languages, by tag: `{de: 20}`; `zh` holds for `zh-TW` too
        max_by_language: the same for the greatest length
        dictionary: has no effect here

    Bad:
        --- .artlint.yaml
        rules:
          length/word: {max: 20}
        --- a.md
        # The ferry

        It runs twiceAnHourAndEveryTenMinutes on market days.

    Good:
        --- .artlint.yaml
        rules:
          length/word: {max: 20}
        --- a.md
        # The ferry

        See https://oster.example/timetable-of-the-ferry.
    """

    id: ClassVar[str] = "length/word"
    severity: ClassVar[Severity] = Severity.INFO
    enabled: ClassVar[bool] = False
    subject: ClassVar[str] = "word"
    max: int | None = 45
    unit: Unit = "graphemes"

    def pieces(self, article: Article, most: int | None) -> Iterator[Piece]:
        shortest = self.shortest(most)
        for block in article.blocks:
            if block.kind in _READ:
                for word in block.text.split():
                    if len(word) >= shortest:
                        start = max(article.text.find(word, block.start, block.end), block.start)
                        yield Piece(word, start, min(start + len(word), block.end))

    def is_meant(self, article: Article, piece: Piece) -> bool:
        bare = piece.text.strip(".,;:!?\"'()[]“”‘’«»…*_").replace("-", "").replace("’", "").replace("'", "")
        return bare.isalpha() and not has_unspaced_script(bare)


def sections(article: Article) -> Iterator[Piece]:
    """The text between headings, each placed at the heading above it."""
    heading: Block | None = None
    texts: list[str] = []
    for block in article.blocks:
        if block.kind == "heading":
            yield from _section(heading, texts)
            heading, texts = block, []
        elif block.kind in _READ:
            texts.append(block.text)
    yield from _section(heading, texts)


def _section(heading: Block | None, texts: Sequence[str]) -> Iterator[Piece]:
    if heading and texts:
        yield Piece("\n\n".join(texts), heading.start, heading.end)
