"""The articles' files as fixes see them: one file under several names is one file."""

from collections.abc import Callable, Mapping
from pathlib import Path


class Files:
    """Reads articles by their path below `root`.

    `may_declare_charset` tells whether the article's format may name its own encoding; `given` holds contents
    that stand in for files.
    """

    def __init__(self, root: Path, may_declare_charset: Callable[[str], bool], given: Mapping[str, bytes]) -> None:
        self.root = root
        self.may_declare_charset = may_declare_charset
        self._given = given
        self._first_by_file: dict[tuple[int, int], str] = {}
        self._first_by_path: dict[str, str] = {}

    def read(self, path: str) -> bytes:
        """The article's content; raises OSError."""
        if path in self._given:
            return self._given[path]
        file = Path(self.root, path)
        status = file.stat()
        self._first_by_path[path] = self._first_by_file.setdefault((status.st_dev, status.st_ino), path)
        return file.read_bytes()

    def is_first(self, path: str) -> bool:
        """Whether no other name of the same file was read before; the file is fixed under that one."""
        return self._first_by_path.get(path, path) == path

    def shared(self, contents: Mapping[str, bytes]) -> dict[str, bytes]:
        """The contents, with each file's other names given that of the first one."""
        first = ((path, self._first_by_path.get(path, path)) for path in {*contents, *self._first_by_path})
        return {path: contents[name] for path, name in sorted(first) if name in contents}
