"""Paths as the reader of a report wants them: from the working folder, or from the top of the repository."""

import os
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

from artlint.finding import Finding
from artlint.git import work_tree_of


def from_here(root: Path) -> Callable[[str], str]:
    """A function from an article's path below `root` to its path from the working folder, with `/`."""
    here, top = str(Path.cwd()), os.path.abspath(root)  # noqa: PTH100  links stay as they were reached

    @cache
    def shown(path: str) -> str:
        if not path:
            return ""
        absolute = os.path.join(top, path)  # noqa: PTH118  a Path costs ten times as much for each finding
        relative = os.path.relpath(absolute, here)
        return (absolute if len(absolute) < len(relative) else relative).replace(os.sep, "/")

    return shown


def from_repository(root: Path) -> Callable[[str], str]:
    """A function from an article's path below `root` to its path in the git work tree, as CI servers know it.

    Outside of git the path stays relative to `root`.
    """
    return _prefixed(folder_in_repository(root) or ".")


def message_of(finding: Finding, shown: Callable[[str], str]) -> str:
    """The finding's message with the paths in it as `shown` gives them; rules write paths from the root.

    A path in a message is that of a related place, outside of quotes. Where one stands there twice, the first
    is what the article says, and stays.
    """
    message = finding.message
    for path in dict.fromkeys(each.path for each in finding.related):
        if path in message and shown(path) != path:
            message = _with_path(message, path, shown(path))
    return message


def _with_path(message: str, path: str, shown: str) -> str:
    """The message with the last `path` that stands outside of quotes written as `shown`."""
    parts = message.split('"')
    for number in range((len(parts) - 1) // 2 * 2, -1, -2):
        found = [*re.finditer(rf"(?<![\w./-]){re.escape(path)}(?![\w/-]|\.\w)", parts[number])]
        if found:
            first, last = found[-1].span()
            parts[number] = parts[number][:first] + shown + parts[number][last:]
            break
    return '"'.join(parts)


def folder_in_repository(root: Path) -> str:
    """`root` relative to the top of its git work tree, with `/`; "" at the top and outside of git."""
    absolute = Path(os.path.abspath(root))  # noqa: PTH100  links stay: git names files as they are reached
    top = work_tree_of(absolute)
    return absolute.relative_to(top).as_posix() if top and top != absolute else ""


def as_uri(path: str) -> str:
    """The path as a relative URI reference: percent-encoded UTF-8, or the bytes of a name that is none."""
    from urllib.parse import quote  # 2 ms that reports for people need not pay

    return quote(os.fsencode(path), safe="/")


def _prefixed(folder: str) -> Callable[[str], str]:
    prefix = folder.replace(os.sep, "/")

    @cache
    def shown(path: str) -> str:
        return path if prefix == "." or not path else os.path.normpath(f"{prefix}/{path}").replace(os.sep, "/")

    return shown
