"""Which lines of a plain text are its title, and which above it are headers, comments or drawn lines."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from artlint.article import Block, Line, Title, lines

# A headline's usual limits: 99.9 % of 14,000 titles of real articles are shorter.
_LONGEST_TITLE = 200
# More blocks of headers and comments than this stand above no article.
_MOST_SKIPPED = 5
_MOST_LINES = 100
# reStructuredText's comments and fields, AsciiDoc's attributes and comments, Org's keywords, HTML's comments.
_DIRECTIVE = r"\.\.(?:\s|$)|:[\w-]+:(?:\s|$)|#\+\w+|#!|//|<!--|-->|\w+::"
_HEADER = r"([A-Za-z][\w-]*):(?:\s|$)"
_MAIL = frozenset(("author", "authors", "date", "from", "newsgroups", "path", "slug", "subject", "tags", "title", "to"))
_LETTERHEAD = ("From:", "From ", "To:")  # a letter without a subject has no title
_NAMED = r"(?i)(?:\.\. |#\+|:)?(?:title|subject):[ \t]*(\S.*)"
# "# Title" and "# Title #" of Markdown, "= Title" of AsciiDoc, "% Title" of Pandoc.
_MARKED = r"(#|=|%)[ \t]+(\S[^=\n]*?)(?:[ \t]+#)?$"
_MANUAL = r"(\S+\([\dn]\w*\))[ \t]{2,}.*\s\1$"
_ITEM = r"(?:[-*+•][ \t]|-\w\b)"
_UNDERLINES = "=-~*_#^+\"'`.:"
_LEAST_INDENTATION = 8


class Headline(NamedTuple):
    """A title; `block` is the number of the block whose first lines, up to the offset `end`, are title and frame."""

    title: Title
    block: int
    end: int


def headline(text: str, blocks: Sequence[Block]) -> Headline | None:
    """The title of a plain text: named in header lines, or the first line that stands like one over the rest."""
    for number, block in enumerate(islice(blocks, _MOST_SKIPPED)):
        its_lines = [*islice(lines(text, text.rfind("\n", 0, block.start) + 1, block.end), _MOST_LINES)]
        if not _is_markup(its_lines):
            return _first_line(number, its_lines)
        named = next(_named(its_lines), None)
        if named:
            return Headline(named, number, block.start)
        if any(line.text.startswith(_LETTERHEAD) for line in its_lines):
            return None
    return None


def _is_markup(its_lines: Sequence[Line]) -> bool:
    """Whether all are header lines as of a mail, or directives and comments of another format."""
    outer = [line.text for line in its_lines if not line.text[:1].isspace()]
    if outer and all(re.match(_DIRECTIVE, line) for line in outer):
        return True
    headers = [re.match(_HEADER, line) for line in outer if not line.startswith("From ")]
    return len(headers) > 1 and all(headers) and any(found and found[1].lower() in _MAIL for found in headers)


def _named(its_lines: Sequence[Line]) -> Iterator[Title]:
    """The title that header lines give."""
    for line in its_lines:
        found = re.match(_NAMED, line.text.rstrip())
        if found:
            yield Title(found[1], "front matter", line.start + found.start(1), line.start + found.end(1))


def _first_line(number: int, its_lines: Sequence[Line]) -> Headline | None:
    """The headline at the head of a block: framed, centred, marked or simply the first line."""
    if len(its_lines) > 2 and all(_is_drawn(its_lines[place].text) for place in (0, 2)):
        title = _title(its_lines[1].text.strip(its_lines[0].text[:1] + " \t"), its_lines[1])
        return Headline(title, number, its_lines[2].end) if title else None
    if _are_centred(its_lines):
        start, end = its_lines[0].start, its_lines[-1].end
        text = " ".join(" ".join(line.text.split()) for line in its_lines)
        return Headline(Title(text, "first line", start, end), number, end) if _reads_like_title(text) else None
    first, following = its_lines[0], its_lines[1].text.strip() if len(its_lines) > 1 else ""
    is_underlined = _is_drawn(following)
    if following and not is_underlined and _continues(first.text.rstrip(), following):
        return None
    title = _title(_bare(first.text.strip(), following), first)
    return Headline(title, number, its_lines[is_underlined].end) if title else None


def _bare(line: str, following: str) -> str:
    """The line without the mark of a heading, "" for a comment, and of a manual's page its name alone."""
    marked = re.match(_MARKED, line)
    if marked:
        return "" if marked[1] == "#" and following.startswith("#") else marked[2]
    manual = re.match(_MANUAL, line)
    return manual[1] if manual else line


def _title(text: str, line: Line) -> Title | None:
    if not text or not _reads_like_title(text):
        return None
    start = line.start + line.text.index(text)
    return Title(text, "first line", start, start + len(text))


def _reads_like_title(line: str) -> bool:
    if len(line) > _LONGEST_TITLE or not any(map(str.isalnum, line)) or re.match(_ITEM, line):
        return False
    ends_sentence = line.endswith((".", "。", ",", ";", "،", "、")) and not line.endswith(("...", ".."))
    return not ends_sentence or (line.endswith(".") and len(line.split()) <= 6)


def _is_drawn(line: str) -> bool:
    """Whether the line is drawn of one character: above or below a title."""
    line = line.strip()
    return len(line) > 2 and line[0] in _UNDERLINES and line == line[0] * len(line)


def _are_centred(its_lines: Sequence[Line]) -> bool:
    """Whether two or three lines stand in the middle, one below the other, as of a title that is wrapped."""
    if not 2 <= len(its_lines) <= 3 or not its_lines[-1].text.startswith(" " * _LEAST_INDENTATION):
        return False
    middles = [len(line.text.rstrip()) * 2 - len(line.text.strip()) for line in its_lines]
    return max(middles) - min(middles) <= 4


def _continues(line: str, following: str) -> bool:
    """Whether two lines of one paragraph read as running text rather than as headline and text."""
    # Hard-wrapped prose fills its lines; a headline above text is shorter or ends where a clause ends.
    return following[:1].islower() or len(line) >= 60
