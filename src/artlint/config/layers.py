"""The layers of a configuration: each file after what it extends, then what the command line sets."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from artlint.article import Entry
from artlint.config.extending import extended_source
from artlint.config.file_keys import FileKeys
from artlint.config.kinds import shown
from artlint.config.options import options_of, read_options
from artlint.config.parsing import parse_assignment, parse_yaml
from artlint.config.problems import Complain, Problems
from artlint.config.sources import Source, UnreadableError, read_source, shown_path
from artlint.config.toml_parsing import parse_toml

COMMAND_LINE = "command line"


@dataclass(frozen=True)
class Layer:
    """One text of settings and what its top-level keys say."""

    source: Source
    keys: FileKeys


def file_layers(file: Path, root: Path, problems: Problems) -> Iterator[Layer]:
    """The layers of a configuration file, what it extends first."""
    boundary = root if file.resolve().is_relative_to(root.resolve()) else file.parent
    try:
        source = read_source(file, boundary)
    except UnreadableError as error:
        problems.add(Source(shown_path(file), "", file.parent, boundary), -1, str(error))
        return
    yield from _layers(source, problems, ())


def inline_layers(text: str, root: Path, problems: Problems) -> Iterator[Layer]:
    """The layers of one `KEY = VALUE` of the command line; files that it extends are relative to the working folder."""
    yield from _layers(Source(COMMAND_LINE, text, Path.cwd(), root, COMMAND_LINE, is_command_line=True), problems, ())


def _layers(source: Source, problems: Problems, above: Sequence[Source]) -> Iterator[Layer]:
    """The layers of `source`, which those `above` extend one by the other."""
    complain = problems.about(source)
    entry = _parse(source, complain)
    if entry is None:
        return
    if not isinstance(entry.value, dict | None):
        complain(entry.start, f"found {shown(entry)}, expected a mapping of settings")
        return
    way = (*above, source)
    for reference in _references(entry):
        extended = _extended(reference, way, complain)
        if extended:
            yield from _layers(extended, problems, way)
    yield Layer(source, _read_keys(entry, complain))


def _parse(source: Source, complain: Complain) -> Entry | None:
    if source.is_command_line:
        return parse_assignment(source, complain)
    toml = source.path is not None and source.path.suffix == ".toml"
    return parse_toml(source, complain) if toml else parse_yaml(source, complain)


def _references(entry: Entry) -> Sequence[Entry]:
    """What the mapping extends; what is no text is left to the check of its keys."""
    extends = entry.keys.get("extends")
    references = extends and (extends.items or (extends,))
    return [reference for reference in references or () if reference.text is not None]


def _extended(reference: Entry, way: Sequence[Source], complain: Complain) -> Source | None:
    try:
        source = extended_source(reference.raw, way[-1])
    except UnreadableError as error:
        complain(reference.start, str(error))
        return None
    if any(source.path == other.path for other in way):
        names = " -> ".join(other.name for other in (*way, source))
        complain(reference.start, f"extends itself: {names}")
        return None
    return source


def _read_keys(entry: Entry, complain: Complain) -> FileKeys:
    """The settings under the known keys, faulty ones left out after a complaint."""
    entries = dict(entry.keys)
    plugins = entries.pop("plugins", None)
    if plugins:
        reason = "configuration is data and loads no code; give plugins with --plugin FILE or install them"
        complain(plugins.key_start, f'"plugins" cannot be set here: {reason}')
    options = options_of(FileKeys)
    given = read_options(entry._replace(value=entries), options, "", complain)
    built: dict[str, Any] = {name: options[name].kind.build(value) for name, (value, _) in given.items()}  # by field
    return FileKeys(**built)
