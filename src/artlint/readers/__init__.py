"""The engine's own readers by suffix; each loads its parser when it reads its first article."""

from collections.abc import Mapping

from artlint.hookspecs import Reader
from artlint.readers.html import HtmlReader
from artlint.readers.markdown import MarkdownReader
from artlint.readers.notebook import NotebookReader
from artlint.readers.text import TextReader

__all__ = ["READERS", "HtmlReader", "MarkdownReader", "NotebookReader", "TextReader"]

_TEXT, _MARKDOWN, _HTML, _NOTEBOOK = TextReader(), MarkdownReader(), HtmlReader(), NotebookReader()

READERS: Mapping[str, Reader] = {
    ".txt": _TEXT,
    ".text": _TEXT,
    ".md": _MARKDOWN,
    ".markdown": _MARKDOWN,
    ".mdown": _MARKDOWN,
    ".mkd": _MARKDOWN,
    ".mdx": _MARKDOWN,
    ".qmd": _MARKDOWN,
    ".rmd": _MARKDOWN,
    ".html": _HTML,
    ".htm": _HTML,
    ".xhtml": _HTML,
    ".ipynb": _NOTEBOOK,
}
