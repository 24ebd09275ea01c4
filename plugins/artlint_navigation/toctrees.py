"""Sphinx's `toctree` directives, in reStructuredText and in MyST Markdown."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from artlint import Article, Block

_MOST = 200  # directives of one file; an unclosed fence is searched to the end of the text
_FENCE = r"(?m)^(?P<fence>`{3,}|:{3,})\{toctree\}[^\n]*\n"
_DIRECTIVE = (
    r"(?m)^(?P<indent>[ \t]*)\.\. toctree::[ \t]*\n"
    r"(?P<body>(?:(?P=indent)[ \t]+\S[^\n]*(?:\n|\Z)|[ \t]*\n)*)"
)
_OPTIONS = r"(?s)\s*---\n.*?\n---[ \t]*\n|(?:[ \t]*\n)*(?:[ \t]*:[^:\n]+:[^\n]*(?:\n|\Z))*"
_ENTRY = r"(?m)^[ \t]*(?P<entry>(?P<title>[^\s<][^<\n]*)<(?P<named>[^<>\n]+)>|(?P<bare>[^\s<>]+))[ \t]*$"
_REVERSED = r"(?m)^[ \t]*:?reversed\b"
# Directives whose content is read as part of the page; in all others, and after "::", a toctree is an example.
_TRANSPARENT = r"[ \t]*\.\. (?:only|ifconfig|container|cond|if|tab|tab-item|grid|grid-item|dropdown|hlist|toggle)::"


class TreeEntry(NamedTuple):
    """A line of a toctree: offsets into the text, the document as written, the title or ""."""

    start: int
    end: int
    target: str
    title: str


def toctrees(article: Article) -> Iterator[list[TreeEntry]]:
    """The entries of each toctree, in its order, without those that name other sites."""
    text = article.text
    if article.format == "markdown":
        code = [block for block in article.blocks if block.kind == "code"]
        if "{toctree}" in text:
            fences = (it for it in _matches(_FENCE, text) if not _is_inside(it.start(), code))
            yield from (_entries(text, it.end(), _end_of_fence(text, it)) for it in fences)
        if ".. toctree::" in text:
            evaluated = (it for it in _matches(_DIRECTIVE, text) if _is_evaluated(text, it, code))
            yield from (_entries(text, *it.span("body")) for it in evaluated)
    elif ".. toctree::" in text:
        own = (it for it in _matches(_DIRECTIVE, text) if _is_of_page(text, it))
        yield from (_entries(text, *it.span("body")) for it in own)


def _matches(pattern: str, text: str) -> Iterator[re.Match[str]]:
    return islice(re.finditer(pattern, text), _MOST)


def _end_of_fence(text: str, opening: re.Match[str]) -> int:
    """Where the fence's content ends; where it begins if the fence is never closed."""
    closing = re.compile(rf"(?m)^{opening['fence']}[ \t]*$").search(text, opening.end())
    return closing.start() if closing else opening.end()


def _is_inside(position: int, blocks: Sequence[Block]) -> bool:
    """Whether a block of code holds what begins there, rather than being it."""
    return any(block.start < position < block.end for block in blocks)


def _is_evaluated(text: str, directive: re.Match[str], code: Sequence[Block]) -> bool:
    """Whether the directive stands in a fence of MyST's that holds reStructuredText."""
    inside = (block for block in code if block.start < directive.start() < block.end)
    return any("{eval-rst}" in text[block.start : block.end].partition("\n")[0] for block in inside)


def _is_of_page(text: str, directive: re.Match[str]) -> bool:
    """Whether the directive is the page's own, rather than part of an example."""
    depth = len(directive["indent"])
    above = text[: directive.start()].split("\n")[:-1]
    while depth:
        line = next((line for line in reversed(above) if line.strip() and _depth(line) < depth), "")
        if not re.match(_TRANSPARENT, line):
            return False
        depth = _depth(line)
    return True


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())


def _entries(text: str, start: int, end: int) -> list[TreeEntry]:
    options = re.compile(_OPTIONS).match(text, start, end)
    if options:
        start = options.end()
    found = [
        TreeEntry(*match.span("entry"), match["named"] or match["bare"], (match["title"] or "").strip())
        for match in re.compile(_ENTRY).finditer(text, start, end)
    ]
    own = [entry for entry in found if "://" not in entry.target and entry.target not in ("self", "..")]
    return own[::-1] if options and re.search(_REVERSED, options[0]) else own
