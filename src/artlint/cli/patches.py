"""Patches on standard output: bytes as they are, but nothing that moves a terminal."""

import sys

from artlint.reporters.escaping import visible


def write_patch(patch: bytes) -> None:
    """Write the patch as `git apply` takes it; to a terminal with all that could harm spelled out, to be read."""
    content = _readable(patch) if sys.stdout.isatty() else patch
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def _readable(patch: bytes) -> bytes:
    """The patch with tabs and line ends as they are, CR before LF too, and the rest as reports have it."""
    lines = patch.decode("utf-8", "surrogateescape").split("\n")
    return "\n".join(map(_shown, lines)).encode()


def _shown(line: str) -> str:
    return "\t".join(map(visible, line.removesuffix("\r").split("\t")))
