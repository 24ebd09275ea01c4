"""The digest of all that a result depends on besides the article: versions, plugins, configuration."""

import sys
from collections.abc import Iterator
from pathlib import Path

from artlint.config import Config
from artlint.digests import blake2b
from artlint.plugin_loading import Plugins

_FORMAT = 4


def specification(config: Config, plugins: Plugins, version: str) -> bytes:
    """16 bytes that differ where artlint, Python, a plugin or a setting differs."""
    parts = [
        f"{_FORMAT} {version} {sys.version_info[:2]} {sys.byteorder}",
        repr(config._replace(root=Path(), file=None)),
        *(repr(found) for found in plugins.found),
        *_sources(plugins),
    ]
    return blake2b("\0".join(parts).encode("utf-8", "backslashreplace"), digest_size=16).digest()


def _sources(plugins: Plugins) -> Iterator[str]:
    """State of the code that versions do not tell: local plugin files, and packages under development."""
    for found in plugins.found:
        file = found.file or getattr(sys.modules.get(found.module.partition(":")[0]), "__file__", None)
        if file and (found.file or "site-packages" not in file):
            yield from _states(Path(file) if found.file else Path(file).parent)


def _states(path: Path) -> Iterator[str]:
    """Name, size and time of the file, or of all Python files below the folder."""
    for file in sorted(path.rglob("*.py")) if path.is_dir() else [path]:
        state = file.stat()
        yield f"{file} {state.st_size} {state.st_mtime_ns}"
