"""Where a configuration file may stand, and which one counts."""

from collections.abc import Iterator
from os.path import isfile
from pathlib import Path

from artlint.errors import ConfigError

NAMES = (".artlint.yaml", "artlint.yaml", ".config/artlint.yaml", "pyproject.toml")


def find_config(start: Path, stop: Path) -> Path | None:
    """The configuration file for `start`: the nearest in it or the folders above, as far as `stop`.

    Raises ConfigError where the nearest one is a link that leads out of `stop`: what a repository brings may
    not have files elsewhere read.
    """
    stop = stop.resolve()
    for folder in _folders(start.resolve(), stop):
        for file in _candidates(folder):
            if not file.resolve().is_relative_to(stop):
                raise ConfigError(f"{file}: found a link that leads out of {stop}; expected a file inside of it")
            return file
    return None


def config_files_in(folder: Path) -> tuple[Path, ...]:
    """The configuration files that stand in one folder; the first counts, the others are not read."""
    return tuple(_candidates(folder))


def _folders(start: Path, stop: Path) -> Iterator[Path]:
    """`start` and the folders above as far as `stop`; `start` alone where it is not inside of `stop`."""
    yield start
    if start.is_relative_to(stop):
        yield from (folder for folder in start.parents if folder.is_relative_to(stop))


def _candidates(folder: Path) -> Iterator[Path]:
    for name in NAMES:
        file = folder / name
        # Path.is_file raises where a folder above may not be searched.
        if isfile(file) and (file.suffix != ".toml" or _sets_anything(file)):  # noqa: PTH113
            yield file


def _sets_anything(file: Path) -> bool:
    try:
        content = file.read_bytes()
    except OSError:
        return False
    if b"artlint" not in content:
        return False
    from artlint.config.toml_parsing import has_table  # projects with a word of artlint in their pyproject.toml alone

    return has_table(content)
