"""The `readers` section: options by reader."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, TypeVar

from artlint.article import Entry
from artlint.config.kinds import reject
from artlint.config.options import Given, Option, options_of, read_options
from artlint.config.problems import Complain
from artlint.config.wording import nearest, quoted

Readers = Mapping[str, object]
AnyReader = TypeVar("AnyReader")


def read_readers(entry: Entry, readers: Readers, complain: Complain) -> Mapping[str, Mapping[str, Given]]:
    """The options that the section sets, by reader's name and field name."""
    by_reader: dict[str, Mapping[str, Given]] = {}
    for name, value in entry.keys.items():
        if name not in readers:
            complain(value.key_start, f"unknown reader {quoted(name)}{nearest(name, readers)}")
        elif not isinstance(value.value, dict | None):
            reject(value, name, "a mapping of options", complain)
        else:
            by_reader[name] = read_options(value, reader_options(readers[name]), f"reader {name}", complain)
    return by_reader


def reader_options(reader: object) -> Mapping[str, Option]:
    """The options of a reader, which is a dataclass or named tuple or has none; its name is no option."""
    owner = reader if isinstance(reader, type) else type(reader)
    return {name: option for name, option in options_of(owner).items() if name != "name"}


def configured_reader(reader: AnyReader, options: Mapping[str, object]) -> AnyReader:
    """`reader` with the plain `options`; raises ValueError where it does not accept them."""
    if not options:
        return reader
    known = reader_options(reader)
    changes: dict[str, Any] = {name: known[name].kind.build(value) for name, value in options.items()}  # any option
    if isinstance(reader, tuple):
        return reader._replace(**changes)  # type: ignore[attr-defined,no-any-return]  # only named tuples have options
    return replace(reader, **changes)  # type: ignore[type-var]  # and dataclasses
