"""An article as rules see it: text, blocks, links, titles and metadata, each with its place."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate, repeat
from typing import NamedTuple, TypeVar, cast

Value = TypeVar("Value")

_new = tuple.__new__  # a NamedTuple's own constructor takes 2.5 times as long, and there are many lines and places


class Place(NamedTuple):
    """A half-open range of an article's text.

    `start` and `end` are 0-based offsets in code points of `Article.text`; lines and columns are
    1-based, columns in code points, `end_column` is the first column after the range.
    """

    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int


class Places(NamedTuple):
    """Several places in columns, one for each field of `Place`."""

    starts: Sequence[int]
    ends: Sequence[int]
    lines: Sequence[int]
    columns: Sequence[int]
    end_lines: Sequence[int]
    end_columns: Sequence[int]


NOWHERE = Place(0, 0, 0, 0, 0, 0)
NO_PLACES = Places((), (), (), (), (), ())


class Line(NamedTuple):
    """A line of the source without its end; offsets into `Article.text`."""

    text: str
    start: int
    end: int


class Block(NamedTuple):
    """One piece of the article's body.

    `kind` is `heading`, `paragraph`, `item`, `quote`, `cell`, `code`, `html`, `rule`, `definition`, or
    `template` for nothing but template tags.
    `text` is what a reader sees, markup taken off; source lines stay lines, joined by a newline.
    `start` and `end` are offsets into `Article.text` around its source. `level` is a heading's level
    (1 to 6), else the depth of lists and quotes it stands in. Blocks of one list, table or quote
    share a `group` number above 0.
    """

    kind: str
    text: str
    start: int
    end: int
    level: int = 0
    group: int = 0


class Link(NamedTuple):
    """A link, image or declared relation.

    `kind` is `link`, `image` or `relation` (HTML `<link rel>`). `text` is what a reader sees, `block` the
    index of its block in `Article.blocks` or -1 outside of all blocks. `rel` and `classes` are
    lower-case, space-separated; `classes` holds those of the four nearest ancestors too.
    """

    kind: str
    text: str
    target: str
    start: int
    end: int
    block: int = -1
    title: str = ""
    rel: str = ""
    classes: str = ""


class Title(NamedTuple):
    """A candidate for the article's title.

    `source` is `front matter`, `h1`, `title element`, `og:title`, `heading` or `first line`.
    """

    text: str
    source: str
    start: int
    end: int


class Entry(NamedTuple):
    """A value of the metadata with its place.

    `value` is a scalar, a list of entries or a dict of entries by key; `raw` is a scalar as written, quotes
    taken off (YAML reads a title `012` as the number 10). Offsets are into the text it was read from; the
    key's are -1 for list items.
    """

    value: object
    raw: str
    start: int
    end: int
    key_start: int = -1
    key_end: int = -1

    @property
    def text(self) -> str | None:
        """The scalar as written, without outer blanks; None for lists, mappings and null."""
        return None if self.value is None or isinstance(self.value, list | dict) else self.raw.strip()

    @property
    def items(self) -> Sequence["Entry"]:
        """The entries of a list; none for anything else."""
        return self.value if isinstance(self.value, list) else ()

    @property
    def keys(self) -> Mapping[str, "Entry"]:
        """The entries of a mapping by key; none for anything else."""
        return self.value if isinstance(self.value, dict) else {}


class Problem(NamedTuple):
    """A fault that the reader met: an engine finding `artlint/<rule>` at a range of the text."""

    rule: str
    message: str
    start: int
    end: int


class Article:
    """One document of the collection.

    `path` is relative to the project's root, with `/`. `format` is the reader's name (`text`, `markdown`,
    `html`, `notebook`). `titles` stand in the order of preference. `language` is a BCP 47 tag as written, or "".
    `body` is the offset where front matter ends.
    """

    __slots__ = (
        *("path", "text", "format", "blocks", "links", "titles", "metadata", "language", "body", "problems"),
        *("_line_starts", "_derived"),
    )

    def __init__(
        self,
        path: str,
        text: str,
        format: str,  # noqa: A002  the word for it
        blocks: Sequence[Block] = (),
        links: Sequence[Link] = (),
        titles: Sequence[Title] = (),
        metadata: Mapping[str, Entry] | None = None,
        language: str = "",
        body: int = 0,
        problems: Sequence[Problem] = (),
    ) -> None:
        self.path = path
        self.text = text
        self.format = format
        self.blocks = blocks
        self.links = links
        self.titles = titles
        self.metadata = {} if metadata is None else metadata
        self.language = language
        self.body = body
        self.problems = problems
        self._line_starts: list[int] = []
        self._derived: dict[Callable[[Article], object], object] = {}

    def __repr__(self) -> str:
        return f"Article({self.path!r}, format={self.format!r})"

    @property
    def title(self) -> Title | None:
        """The title that readers of the collection see; None where there is none."""
        return self.titles[0] if self.titles else None

    @property
    def line_starts(self) -> Sequence[int]:
        r"""The offset of each line's first character; lines end at \n, \r\n or \r alone."""
        if not self._line_starts:
            self._line_starts = line_starts(self.text)
        return self._line_starts

    def place(self, start: int, end: int) -> Place:
        """The place of `text[start:end]`."""
        starts = self.line_starts
        line = bisect_right(starts, start)
        is_within = line == len(starts) or end <= starts[line]
        end_line = line if is_within else bisect_right(starts, end - 1, line)
        its = start, end, line, start - starts[line - 1] + 1, end_line, end - starts[end_line - 1] + 1
        return _new(Place, its)

    def places(self, starts: Sequence[int], ends: Sequence[int]) -> Places:
        """The places of several ranges, in less than half of the time that one after the other takes."""
        line_starts = self.line_starts
        lines = list(map(bisect_right, repeat(line_starts), starts))
        after = [*line_starts[1:], len(self.text) + 1]  # where the next line starts
        end_lines = [
            line if end <= after[line - 1] else bisect_right(line_starts, end - 1, line)
            for line, end in zip(lines, ends, strict=True)
        ]
        columns = [start - line_starts[line - 1] + 1 for line, start in zip(lines, starts, strict=True)]
        end_columns = [end - line_starts[line - 1] + 1 for line, end in zip(end_lines, ends, strict=True)]
        return Places(starts, ends, lines, columns, end_lines, end_columns)

    def line_place(self, line: int) -> Place:
        """The place of the whole line `line` (1-based), its end not included."""
        starts = self.line_starts
        end = starts[line] if line < len(starts) else len(self.text)
        text = self.text[starts[line - 1] : end]
        return self.place(starts[line - 1], starts[line - 1] + len(text.rstrip("\r\n")))

    def lines(self, start: int = 0, end: int | None = None) -> Iterator[Line]:
        """The lines of `text[start:end]`, the first and last cut to the range."""
        return lines(self.text, start, len(self.text) if end is None else end)

    def derived(self, function: Callable[["Article"], Value]) -> Value:
        """`function(article)`, computed once however many rules ask for it.

        `function` must be a module-level function or another hashable value with equality.
        """
        if function not in self._derived:
            self._derived[function] = function(self)
        return cast(Value, self._derived[function])  # the same function put it there


def lines(text: str, start: int, end: int) -> Iterator[Line]:
    r"""The lines of `text[start:end]`; they end at \n, \r\n or \r alone."""
    if text.find("\r", start, end) >= 0:
        for match in re.finditer(r"([^\r\n]*)(?:\r\n|\n|\r|\Z)", text[start:end]):
            if match.end() > match.start():
                yield Line(match[1], start + match.start(), start + match.end(1))
        return
    for line in text[start:end].split("\n"):
        stop = start + len(line)
        if stop == start == end:
            return  # behind the last line's end
        yield _new(Line, (line, start, stop))
        start = stop + 1


def line_starts(text: str) -> list[int]:
    r"""The offset of each line's first character; lines end at \n, \r\n or \r alone."""
    if "\r" in text:
        return [0, *(match.end() for match in re.finditer(r"\r\n|\n|\r", text))]
    return [0, *accumulate(map((1).__add__, map(len, text.split("\n")[:-1])))]
