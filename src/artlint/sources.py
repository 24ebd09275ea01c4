"""The text of articles for excerpts in reports: read again, since the map keeps none."""

from codecs import BOM_UTF8
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from artlint.readers.decoding import decode


class Sources:
    """Gives an article's text by its path; "" where it can no longer be read.

    `given` holds contents that stand in for the files on disk, by path.
    """

    def __init__(self, root: Path, given: Mapping[str, bytes]) -> None:
        self._root = root
        self._given = given
        self._cached = lru_cache(maxsize=64)(self._read)  # a report goes from file to file

    def __call__(self, path: str) -> str:
        return self._cached(path)

    def _read(self, path: str) -> str:
        content = self._given.get(path)
        if content is None:
            try:
                content = (self._root / path).read_bytes()
            except OSError:
                return ""
        return text_in(content, path)


def text_in(content: bytes, path: str) -> str:
    """The text of an article's content; that at an HTML page's path may declare its own encoding.

    A byte that cannot be read is a lone surrogate, so that reports can tell it and columns count it as a byte.
    """
    decoded = decode(content, declares_charset=path.lower().endswith((".html", ".htm", ".xhtml")))
    if not decoded.problems:
        return decoded.text
    exact = content.removeprefix(BOM_UTF8).decode("utf-8", "surrogateescape")
    return exact if len(exact) == len(decoded.text) else decoded.text  # UTF-16 and its like are read otherwise
