"""What is running text, and what is a list, a table or code that happens to stand as a paragraph."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import islice, pairwise, takewhile
from operator import attrgetter

from artlint import Article
from artlint_lengths.limits import Piece

_LIST_LINE = r"(?m)^[ \t]*(?:[*+•·‣–—-]\s|#\.\s|\(?[0-9a-zA-Z]{1,3}[.)]\s|o[ \t]+[-A-Z])"
_COMMENT_LINE = r"(?m)^[ \t]*(?:#|//|;;|%)"
_DRAWN = r"[\u2500-\u257f]|^[ \t]*(?:\+[-=]{3}|\|[^|\n]*\|)"
_LINK_DEFINITION = r"(?m)^[ \t]*\[[^\]\n]+\]:\s"
_BRACKETED_LINE = r"(?m)^[ \t]*\("
_SYMBOLS = b'(){}[]=<>_/\\|;:*&$#@+"`~^%'
_LETTERS = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_TELLING = 500  # characters of the beginning that are looked at
# Prose full of code and addresses stays under a tenth of symbols; program text has twice as many.
_MOST_SYMBOLS = 0.1
# Blanks, figures and marks take a fifth of prose.
_MOST_OTHERS = 0.4
# A gap inside of a line; one of two blanks stands behind full stops too.
_COLUMNS = r"\S(?:[ ]*\t\s*| {3,}|(?<![.!?:;\"')]) {2,})\S"
# Terms that law wrote long ago, under whatever name.
_TERMS = (
    r"(?i)permission (?:is|to) (?:hereby )?(?:granted|use)|redistributions? and use in source|licensed (?:under|to)"
    r"|as is['\"”’,]? (?:and|without)|in no event (?:shall|will)"
)
# In English, and by GNU's name beside the word for a licence in languages that write it with these letters.
_LICENCE = (
    r"(?i)general public licen[cs]e|free documentation licen[cs]e|creative commons .*\d\.\d"
    r"|\bgnu\b.{0,40}\bli[czs]en|\bli[czs]en.{0,40}\bgnu\b"
)
_CLAUSE_ENDS = (".", ",", ";", ":", "!", "?", ")", "-", "—", "–", "。", "、", "，")
# A line that a word of the next one would still fit into was ended on purpose; hand-wrapped lines differ by a fifth.
_FILLED = 0.8
_USUAL_WIDTH = 72
# Wrapped prose fills its lines, even with one clause a line; entries of lists, tables and verses do not.
_SHORTEST_LINES = 35


def reads_as_prose(article: Article, piece: Piece) -> bool:
    """Whether the piece is sentences one after the other."""
    text, source = piece.text, article.text[piece.start : piece.end]
    return not (
        source.startswith((">>> ", "$ "))
        or "{%" in source
        or _is_symbols(text)
        or _is_highlighted(source)
        or _is_made_of_lines(source if article.format == "text" else text, source)
        or _is_made_of_links(article, piece)
        or (article.format == "text" and _is_unfilled(article, piece))
        or bool(re.search(_TERMS, text))
        or article.derived(_is_licence)
    )


def _is_licence(article: Article) -> bool:
    """Whether the page is an appendix with the wording of a licence, which nobody may change."""
    name = article.path.rpartition("/")[2].lower()
    titles = " / ".join(title.text for title in article.titles)
    return name.startswith(("gpl", "lgpl", "fdl", "gfdl")) or bool(re.search(_LICENCE, titles))


def _is_symbols(text: str) -> bool:
    """Whether it is program text, a table of figures, an address book; its beginning tells."""
    start = text[:_TELLING]
    seen = start.encode("ascii", "ignore")
    symbols = len(seen) - len(seen.translate(None, _SYMBOLS))
    no_letters = len(seen.translate(None, _LETTERS))
    return symbols > _MOST_SYMBOLS * len(start) or no_letters > _MOST_OTHERS * len(start)


def _is_highlighted(source: str) -> bool:
    """Whether it is program text whose words bear classes for their colours."""
    return source.count('<span class="') > 5


def _is_made_of_lines(text: str, source: str) -> bool:
    """Whether each line stands for itself: list entries, link definitions, lines that breaks part."""
    lines = text.count("\n") + 1
    if source.count("<br") > 3 or ("]: " in text and len(re.findall(_LINK_DEFINITION, text)) > lines / 2):
        return True
    if lines > 2 and (len(re.findall(_LIST_LINE, text)) > 1 or len(re.findall(_BRACKETED_LINE, text)) > lines / 2):
        return True
    return lines > 4 and len(text) < _SHORTEST_LINES * lines


def _is_unfilled(article: Article, piece: Piece) -> bool:
    """Whether the plain text's lines are a table, a comment or a list of entries: most end before they are full."""
    start = article.text.rfind("\n", 0, piece.start) + 1
    end = article.text.find("\n", piece.end)
    lines = [line.text.strip() for line in article.lines(start, end if end >= 0 else len(article.text))]
    if len(re.findall(_DRAWN, "\n".join(lines), re.MULTILINE)) > 1 or _is_comment(lines):
        return True
    if sum(bool(re.search(_COLUMNS, line)) for line in lines) * 2 > len(lines):
        return True
    width = _FILLED * max(_USUAL_WIDTH, *map(len, lines))
    unfilled = sum(_is_ended(line, following, width) for line, following in pairwise(lines))
    return len(lines) > 2 and unfilled * 2 > len(lines) - 1


def _is_comment(lines: Sequence[str]) -> bool:
    """Whether a third of the lines or more are a program's comments: the others are its code."""
    return sum(bool(re.match(_COMMENT_LINE, line)) for line in lines) * 3 >= len(lines)


def _is_ended(line: str, following: str, width: float) -> bool:
    """Whether the line ends although the next word would have fitted, and no clause ends there."""
    return not line.endswith(_CLAUSE_ENDS) and len(line) + 1 + len(following.partition(" ")[0]) <= width


def _is_made_of_links(article: Article, piece: Piece) -> bool:
    """Whether more than half of the text is the text of links; an article's links are sorted by their start."""
    first = bisect_left(article.links, piece.start, key=attrgetter("start"))
    inside = takewhile(lambda link: link.start < piece.end, islice(article.links, first, None))
    return sum(len(link.text) for link in inside) > len(piece.text) / 2


def enumerates(text: str) -> bool:
    """Whether the sentence is an enumeration: names or items between commas, semicolons or bullets."""
    marks = sum(map(text.count, ",;、，；·•"))
    return marks > 5 and marks > len(text.split()) / 5
