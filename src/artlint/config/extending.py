"""What a configuration file may extend: presets, installed packages, and files inside of the project."""

from collections.abc import Sequence
from pathlib import Path

from artlint.config.sources import Source, UnreadableError, read_source
from artlint.config.wording import nearest, quoted

PACKAGE_FILE = "artlint.yaml"

_PRESETS = Path(__file__).parent / "presets"


def preset_names() -> Sequence[str]:
    """The names of the presets that come with artlint, sorted."""
    return sorted(file.stem for file in _PRESETS.glob("*.yaml"))


def extended_source(reference: str, source: Source) -> Source:
    """What `reference`, written in `source`, means; raises UnreadableError with the reason where it is nothing."""
    kind, colon, name = reference.partition(":")
    if kind == "preset" and colon:
        return _preset(name)
    if kind == "package" and colon:
        return _package(name)
    if colon or not reference.isprintable() or reference in ("", ".") or Path(reference).is_absolute():
        expected = "preset:NAME, package:NAME or a file relative to this one"
        raise UnreadableError(f"found {quoted(reference)}, expected {expected}")
    return _file(reference, source)


def _preset(name: str) -> Source:
    if name not in preset_names():
        raise UnreadableError(f"unknown preset {quoted(name)}{nearest(name, preset_names())}")
    return read_source(_PRESETS / f"{name}.yaml", _PRESETS, f"preset:{name}", f"preset:{name}")


def _package(name: str) -> Source:
    """The settings file of an installed package, found and read without running any of the package's code."""
    for folder in _package_folders(name.replace("-", "_")):
        file = folder / PACKAGE_FILE
        if file.is_file():
            return read_source(file, folder.resolve(), f"package:{name}")
    raise UnreadableError(f"no package {quoted(name)} with a file {PACKAGE_FILE} is installed")


def _package_folders(module: str) -> Sequence[Path]:
    from importlib.util import find_spec  # for configurations that extend a package alone

    if not module.isidentifier():  # a dotted name would have its parent imported, and so run
        return ()
    try:
        spec = find_spec(module)
    except (ImportError, ValueError):
        return ()
    return [Path(folder) for folder in (spec and spec.submodule_search_locations) or ()]


def _file(reference: str, source: Source) -> Source:
    file = source.folder / reference
    if not file.resolve().is_relative_to(source.boundary.resolve()):
        raise UnreadableError(f"{quoted(reference)} leads out of the project; only files inside of it can be extended")
    try:
        return read_source(file, source.boundary)
    except UnreadableError as error:
        raise UnreadableError(f"{quoted(reference)} {error}") from None
