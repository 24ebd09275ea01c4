"""Text to a tree of entries with their places: YAML, and `KEY = VALUE` from the command line."""

import re

from artlint.article import Entry
from artlint.config.problems import Complain
from artlint.config.sources import Source
from artlint.config.wording import printable, quoted
from artlint.yaml_loading import YamlError, load_yaml

_ASSIGNMENT = re.compile(r"\s*([^\s=:]+)\s*[=:]\s*(.*)", re.DOTALL)


def parse_yaml(source: Source, complain: Complain) -> Entry | None:
    """The mapping that the source's YAML holds; None if it is empty, or after a complaint."""
    try:
        document = load_yaml(source.text)
    except YamlError as error:
        complain(error.offset, f"no valid YAML: {printable(str(error))}")
        return None
    for key in document.repeated_keys:
        complain(key.start, f"key {quoted(key.raw)} stands twice")
    return document.root


def parse_assignment(source: Source, complain: Complain) -> Entry | None:
    """The tree that `a.b = value` means, the value read as YAML; None after a complaint."""
    assignment = _ASSIGNMENT.fullmatch(source.text)
    if assignment is None:
        complain(-1, f"found {quoted(source.text)}, expected KEY = VALUE")
        return None
    value = _value(assignment[1], assignment[2], complain)
    if value is None:
        return None
    for key in reversed(assignment[1].split(".")):
        value = Entry({key: value._replace(key_start=0, key_end=0)}, "", 0, 0)
    return value


def _value(key: str, text: str, complain: Complain) -> Entry | None:
    try:
        document = load_yaml(text)
    except YamlError as error:
        complain(-1, f"the value of {quoted(key)} is no valid YAML: {printable(str(error))}")
        return None
    for repeated in document.repeated_keys:
        complain(-1, f"key {quoted(repeated.raw)} stands twice in the value of {quoted(key)}")
    return document.root or Entry(None, "", 0, 0)
