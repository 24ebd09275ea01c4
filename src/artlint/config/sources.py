"""Where settings come from: a text with a name, and the places in it that messages point to."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from os.path import relpath
from pathlib import Path

from artlint.article import line_starts
from artlint.config.wording import printable


@dataclass(frozen=True)
class Source:
    """A text of settings.

    `name` is what messages call it. `label` is its origin where lines would not help (`preset:news`,
    `command line`). Relative files that it extends start from `folder` and must stand within `boundary`.
    `path` is its file with all links resolved.
    """

    name: str
    text: str
    folder: Path
    boundary: Path
    label: str = ""
    is_command_line: bool = False
    path: Path | None = None

    def place(self, offset: int) -> str:
        """`name:line:column` of an offset; the name alone for -1 and for the command line."""
        if offset < 0 or self.is_command_line:
            return self.name
        starts = _line_starts(self.text)
        line = bisect_right(starts, offset)
        return f"{self.name}:{line}:{offset - starts[line - 1] + 1}"

    def origin(self, offset: int) -> str:
        """What the user is told about where a value was set."""
        return self.label or (self.place(offset).rpartition(":")[0] if offset >= 0 else self.name)


@lru_cache(maxsize=8)
def _line_starts(text: str) -> list[int]:
    return line_starts(text)


MAX_BYTES = 1_000_000


class UnreadableError(Exception):
    """A file cannot be read as a text of settings; the text says why."""


def read_source(file: Path, boundary: Path, name: str = "", label: str = "") -> Source:
    """The source that a file is; `name` is by default its path as seen from the working folder.

    Raises UnreadableError.
    """
    path = file.resolve()
    name = name or shown_path(file)
    label = label or (f"{name}:[tool.artlint]" if path.suffix == ".toml" else "")
    return Source(name, _text(path), file.parent, boundary, label, path=path)


def shown_path(file: Path) -> str:
    """The path as messages give it: as seen from the working folder, or whole where that is shorter."""
    whole = file.absolute()
    try:
        seen = Path(relpath(whole)).as_posix()
    except ValueError:  # another drive
        seen = whole.as_posix()
    return printable(min(seen, whole.as_posix(), key=len))


def _text(path: Path) -> str:
    try:
        with path.open("rb") as stream:
            content = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise UnreadableError(f"cannot be read: {error.strerror or error}") from None
    if len(content) > MAX_BYTES:
        raise UnreadableError(f"has more than {MAX_BYTES:,} bytes")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise UnreadableError(f"is not UTF-8: byte 0x{content[error.start]:02x} in line {line}") from None
