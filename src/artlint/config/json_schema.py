"""The JSON Schema of configuration files, made of the same declarations that files are read by."""

from collections.abc import Mapping, Sequence
from dataclasses import MISSING
from types import MappingProxyType
from typing import get_args

from artlint.config.composites import any_of
from artlint.config.documentation import option_docs, summary
from artlint.config.file_keys import FileKeys, PathRules
from artlint.config.kinds import Choice, Level, Schema
from artlint.config.model import FIX, SEVERITY, Permission
from artlint.config.options import Option, options_of
from artlint.config.reader_settings import Readers, reader_options
from artlint.config.rule_names import Rules, addressed, families
from artlint.config.rulesets import judges_collection

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema(rules: Rules, readers: Readers) -> Schema:
    """The JSON Schema (draft 2020-12) of a file that may name these rules and readers."""
    path_rules = object_schema(PathRules, {"rules": {"$ref": "#/$defs/path-rules"}})
    sections: Mapping[str, Schema] = {
        "rules": {"$ref": "#/$defs/rules"},
        "readers": {"$ref": "#/$defs/readers"},
        "overrides": {"anyOf": [{"type": "array", "items": path_rules}, path_rules, {"type": "null"}]},
    }
    file = object_schema(FileKeys, sections)
    return {
        "$schema": DIALECT,
        "title": "artlint",
        "description": summary(FileKeys),
        **file,
        "$defs": _defs(rules, readers),
    }


def object_schema(owner: type, sections: Mapping[str, Schema] = MappingProxyType({})) -> Schema:
    """The schema of a mapping that sets the fields of `owner`; `sections` stand in for those of their names."""
    options = options_of(owner)
    required = [option.key for option in options.values() if option.default is MISSING]
    properties = _properties(owner, options, sections)
    return _object(properties) | ({"required": required} if required else {})


def _defs(rules: Rules, readers: Readers) -> Schema:
    return {
        "state": {"enum": ["off", "on", *Level().choices, True, False]},
        "rules": _rules(rules, for_paths=False),
        "path-rules": _rules(rules, for_paths=True),
        "readers": _object({name: _reader(reader) for name, reader in readers.items()}, or_null=True),
    }


def _rules(rules: Rules, *, for_paths: bool) -> Schema:
    """The schema of a `rules` section; that of an override has no options of rules that judge the collection."""
    names = [*families(rules), *sorted(rules)]
    return _object({name: _rule(name, rules, for_paths=for_paths) for name in names}, or_null=True)


def _rule(name: str, rules: Rules, *, for_paths: bool) -> Schema:
    """What may stand under the name of a rule or of a family, whose options are those of all its rules."""
    meant = addressed(name, rules)
    options: dict[str, list[Schema]] = {SEVERITY: [Level().schema()], FIX: [Choice(get_args(Permission)).schema()]}
    for rule in meant.values():
        if not (for_paths and judges_collection(rule)):
            for key, option in _properties(rule, options_of(rule)).items():
                options.setdefault(key, []).append(option)
    properties = {key: _alternatives(kinds) for key, kinds in options.items()}
    text = summary(meant[name]) if name in meant else f"all rules of the family {name}"
    return {"description": text, "anyOf": [{"$ref": "#/$defs/state"}, _object(properties)]}


def _reader(reader: object) -> Schema:
    owner = reader if isinstance(reader, type) else type(reader)
    return _object(_properties(owner, reader_options(reader)), or_null=True)


def _properties(
    owner: type, options: Mapping[str, Option], sections: Mapping[str, Schema] = MappingProxyType({})
) -> Mapping[str, Schema]:
    """The schema of each option by its key, with what the docstring of `owner` says of it."""
    docs = option_docs(owner)
    return {
        option.key: _described(sections.get(name) or _option(option), docs.get(name, ""))
        for name, option in options.items()
    }


def _option(option: Option) -> Schema:
    default = {} if option.default in (MISSING, None) else {"default": option.kind.written(option.default)}
    return option.kind.schema() | default


def _described(option: Schema, text: str) -> Schema:
    return {"description": text, **option} if text else option


def _alternatives(options: Sequence[Schema]) -> Schema:
    """The schema of an option that several rules of a family have."""
    return options[0] if all(option == options[0] for option in options) else any_of(options)


def _object(properties: Mapping[str, object], *, or_null: bool = False) -> Schema:
    return {
        "type": ["object", "null"] if or_null else "object",
        "properties": properties,
        "additionalProperties": False,
    }
