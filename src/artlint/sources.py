"""The text of articles for excerpts in reports: read again, since the map keeps none."""

from functools import lru_cache
from pathlib import Path

from artlint.readers.decoding import decode


class Sources:
    """Gives an article's text by its path; "" where it can no longer be read.

    `stdin` is the name and content of an article that came from standard input.
    """

    def __init__(self, root: Path, stdin: tuple[str, bytes] | None = None) -> None:
        self._root = root
        self._stdin = (Path(stdin[0]).absolute(), stdin[1]) if stdin else None
        self._cached = lru_cache(maxsize=64)(self._read)  # a report goes from file to file

    def __call__(self, path: str) -> str:
        return self._cached(path)

    def _read(self, path: str) -> str:
        file = self._root / path
        try:
            is_stdin = self._stdin is not None and self._stdin[0] == file
            content = self._stdin[1] if self._stdin and is_stdin else file.read_bytes()
        except OSError:
            return ""
        return decode(content, declares_charset=file.suffix.lower() in {".html", ".htm", ".xhtml"}).text
