"""The cells of a notebook's JSON, joined to one text whose every character knows its place in the source."""

import json
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from artlint.article import Entry

_TOKEN = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"|[{}\[\],:]|[^\s{}\[\],:"]+', re.DOTALL)
# A pair of surrogates is one character.
_ESCAPE = re.compile(r"\\(?:u[dD][89abAB]..\\u[dD][c-fC-F]..|u....|.)", re.DOTALL)
_DEEPEST = 7  # worksheets, number, cells, number, source, number: what lies deeper is metadata and output
_KINDS = {"input": "source"}  # format 3 calls the source of a code cell its input


class NotebookError(Exception):
    """The text is no notebook; `offset` is where, in code points."""

    def __init__(self, message: str, offset: int = 0) -> None:
        super().__init__(message)
        self.offset = offset


class Cell(NamedTuple):
    """One cell: its decoded text, which begins at `start` of the notebook's joined text."""

    kind: str
    text: str
    start: int
    level: int


class _Run(NamedTuple):
    """Characters of the joined text from `start` on that stand one by one in the source from `source` on.

    An escape is a run of one character that is `width` characters wide; else `width` is 0.
    """

    start: int
    source: int
    width: int


@dataclass
class Notebook:
    """The cells, their texts joined, and the scalars of the notebook's metadata."""

    cells: list[Cell] = field(default_factory=list)
    text: str = ""
    metadata: dict[str, Entry] = field(default_factory=dict)
    runs: list[_Run] = field(default_factory=list)

    def source_start(self, offset: int) -> int:
        """Where the character at `offset` of the joined text stands in the source."""
        run = self._run(offset)
        return run.source + offset - run.start

    def source_end(self, offset: int) -> int:
        """Where the character before `offset` of the joined text ends in the source."""
        run = self._run(offset - 1)
        return run.source + (run.width or offset - run.start)

    def _run(self, offset: int) -> _Run:
        return self.runs[max(0, bisect_right(self.runs, offset, key=_start_of) - 1)]


@dataclass
class _Draft:
    """A cell as its values are met in the source; `pieces` are the ranges of its source's strings."""

    kind: str = ""
    level: int = 1
    pieces: list[tuple[int, int]] = field(default_factory=list)


def read_notebook(text: str) -> Notebook:
    """The notebook in `text`; raises NotebookError where it is none."""
    _check(text)
    notebook = Notebook()
    drafts: dict[tuple[str | int, ...], _Draft] = {}
    for path, start, end in _scalars(text):
        if path[0] == "metadata" and len(path) == 2:
            value = json.loads(text[start:end])
            quote = 1 if isinstance(value, str) else 0
            notebook.metadata[str(path[1])] = Entry(value, str(value), start + quote, end - quote)
        elif "cells" in path[:3:2]:
            depth = path.index("cells") + 2
            _take(drafts.setdefault(path[:depth], _Draft()), path[depth:], text, start, end)
    pieces: list[str] = []
    for draft in drafts.values():
        _join(notebook, draft, text, pieces)
    notebook.text = "".join(pieces)
    return notebook


def _check(text: str) -> None:
    try:
        root = json.loads(text)
    except json.JSONDecodeError as error:
        raise NotebookError(error.msg[:1].lower() + error.msg[1:], error.pos) from None
    except RecursionError:
        raise NotebookError("nested too deep") from None
    if not isinstance(root, dict) or not (isinstance(root.get("cells"), list) or "worksheets" in root):
        raise NotebookError('has no "cells"')


def _scalars(text: str) -> Iterator[tuple[tuple[str | int, ...], int, int]]:
    """Path and range of each string and number that lies no deeper than a cell's lines."""
    path: list[str | int | None] = []  # None in a mapping that awaits its next key
    for token in _TOKEN.finditer(text):
        first = text[token.start()]
        if first in "{[":
            path.append(None if first == "{" else 0)
        elif first in "}]":
            path.pop()
        elif first == ",":
            path[-1] = path[-1] + 1 if isinstance(path[-1], int) else None
        elif first == ":":
            continue
        elif path and path[-1] is None:
            path[-1] = json.loads(token[0])
        elif 1 < len(path) <= _DEEPEST:
            yield tuple(step for step in path if step is not None), token.start(), token.end()


def _take(draft: _Draft, path: tuple[str | int, ...], text: str, start: int, end: int) -> None:
    """File a value of a cell: its kind, its level, or a string of its source."""
    if path == ("cell_type",):
        draft.kind = str(json.loads(text[start:end]))
    elif path == ("level",) and text[start:end] in "123456":
        draft.level = int(text[start:end])
    elif path and _KINDS.get(str(path[0]), path[0]) == "source" and len(path) <= 2 and text[start] == '"':
        draft.pieces.append((start + 1, end - 1))


def _join(notebook: Notebook, draft: _Draft, text: str, pieces: list[str]) -> None:
    """Add the cell to the notebook, and its strings to the joined text."""
    start = position = notebook.runs[-1].start + 2 if notebook.runs else 0
    first = len(pieces)
    for piece_start, piece_end in draft.pieces:
        for run_start, source, characters, width in _decoded(text, piece_start, piece_end, position):
            notebook.runs.append(_Run(run_start, source, width))
            pieces.append(characters)
            position = run_start + len(characters)
    notebook.cells.append(Cell(draft.kind, "".join(pieces[first:]), start, draft.level))
    pieces.append("\n\n")
    # The blank line between cells has no place of its own; the next cell begins behind it.
    last = draft.pieces[-1][1] if draft.pieces else (notebook.runs[-1].source if notebook.runs else 0)
    notebook.runs.append(_Run(position, last, 0))


def _decoded(text: str, start: int, end: int, position: int) -> Iterator[tuple[int, int, str, int]]:
    """The runs of a string that stands between quotes at `text[start:end]`: start, source, characters, width."""
    for escape in _ESCAPE.finditer(text, start, end):
        if escape.start() > start:
            yield position, start, text[start : escape.start()], 0
            position += escape.start() - start
        character = re.sub("[\ud800-\udfff]", "\ufffd", json.loads(f'"{escape[0]}"'))  # half a pair is no character
        yield position, escape.start(), character, escape.end() - escape.start()
        position, start = position + len(character), escape.end()
    if end > start:
        yield position, start, text[start:end], 0


def _start_of(run: _Run) -> int:
    return run.start
