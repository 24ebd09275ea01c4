"""Template tags (Liquid, Jinja, Hugo, Handlebars) and comments (Jinja, MDX), hidden from the Markdown parser."""

import re
from collections.abc import Iterator
from typing import NamedTuple

# Characters of two and three bytes that no text has and no Markdown construct knows: unassigned and private.
_TWO_BYTES, _THREE_BYTES = "\u0378", "\ue000"
FILLED = f"[{_TWO_BYTES}{_THREE_BYTES}]+"

_LONGEST_TAG = 2_000
_OPENING = r"\{(?:[{%]|/\*|#[ \n])"
# What stands between these and their end tags is code; between `raw` and `endraw` stands Markdown.
_CODE = r"\{%-?\s*(highlight|codeblock)\b[^%]{0,200}%\}"


# By the character behind the brace.
_CLOSINGS = {"{": "}}", "%": "%}", "#": "#}", "/": "*/}"}


class Masked(NamedTuple):
    """A text for the parser, of as many bytes as the source; `tags` are the masked ranges, in code points.

    `comments` are the starts of those that are comments.
    """

    text: str
    tags: list[tuple[int, int]]
    comments: frozenset[int] = frozenset()


def mask(text: str) -> Masked:
    """`text` with each template tag replaced by filler; line ends stay."""
    # Most articles have no brace, and one character is looked for ten times as fast as a pattern.
    if "{" not in text:
        return Masked(text, [])
    tags = list(_tags(text))
    if not tags:
        return Masked(text, [])
    comments = frozenset(start for start, _ in tags if text[start + 1] in "#/")
    pieces: list[str] = []
    done = 0
    for start, end in tags:
        pieces += (text[done:start], _filler(text[start:end]))
        done = end
    return Masked("".join((*pieces, text[done:])), tags, comments)


def _tags(text: str) -> Iterator[tuple[int, int]]:
    """The range of each tag; `{% highlight %}` and its like reach to their end tags."""
    unclosed: set[str] = set()  # searched for once: a text of openings alone must not cost its square
    position, opening = 0, re.compile(_OPENING)
    while found := opening.search(text, position):
        start = found.start()
        closing = _CLOSINGS[text[start + 1]]
        end = text.find(closing, start + 2, start + _LONGEST_TAG)
        position = start + 2
        if end < 0 or (closing != "*/}" and _has_blank_line(text, start, end)):
            continue
        position = end + len(closing)
        name = _code_name(text, start, position) if closing == "%}" else ""
        if name and name not in unclosed:
            last = re.compile(rf"\{{%-?\s*end{name}\s*-?%\}}").search(text, position)
            position = last.end() if last else position
            unclosed |= set() if last else {name}
        yield start, position


def _has_blank_line(text: str, start: int, end: int) -> bool:
    if text.find("\n", start, end) < 0:
        return False
    return re.search(r"\n[^\S\n]*\n", text[start:end]) is not None


def _code_name(text: str, start: int, end: int) -> str:
    found = re.match(_CODE, text[start:end])
    return found[1] if found else ""


def _filler(tag: str) -> str:
    """As many bytes as the tag has, line by line."""
    if "\n" not in tag and "\r" not in tag:
        return _bytes_of_filler(len(tag.encode()))
    pieces = re.split(r"([\r\n]+)", tag)
    return "".join(piece if piece[:1] in "\r\n" else _bytes_of_filler(len(piece.encode())) for piece in pieces)


def _bytes_of_filler(number: int) -> str:
    if number < 2:
        return "x" * number
    pairs = -number % 3
    return _THREE_BYTES * ((number - 2 * pairs) // 3) + _TWO_BYTES * pairs


def is_filled(text: str) -> bool:
    """Whether tags were taken out of `text`."""
    return _THREE_BYTES in text or _TWO_BYTES in text


def without_filler(text: str) -> str:
    """`text` without what stands for tags."""
    return text.replace(_THREE_BYTES, "").replace(_TWO_BYTES, "")
