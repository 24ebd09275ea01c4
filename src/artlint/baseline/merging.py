"""How git is told to keep the lines of both sides where two branches change a baseline at one place."""

import re
from pathlib import Path

from artlint.git import attribute, work_tree_of

_WANTED = "union"
_PLAIN_NAME = re.compile(r"[A-Za-z0-9._-]+")  # others need quotes, which not every reader of the file knows


def lacks_attribute(file: Path) -> bool:
    """Whether nobody has told git how to merge the file."""
    return work_tree_of(file.parent) is not None and not attribute(file, "merge")


def attribute_line(file: Path) -> str:
    """The line for a `.gitattributes` beside the file."""
    return f"/{file.name} merge={_WANTED}"


def write_attribute(file: Path) -> bool:
    """Whether the line could be added to the `.gitattributes` beside the file, all else in it as it was."""
    attributes = file.parent / ".gitattributes"
    if not _PLAIN_NAME.fullmatch(file.name):
        return False
    try:
        with attributes.open("a+b") as stream:
            stream.seek(0)
            content = stream.read()
            gap = b"" if not content or content.endswith(b"\n") else b"\n"
            stream.write(gap + attribute_line(file).encode() + b"\n")
    except OSError:
        return False
    return True
