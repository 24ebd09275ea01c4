"""What a rule's docstring and fields say: a line, a paragraph, or its page, as `artlint explain` prints it."""

import inspect
import re
from dataclasses import MISSING, Field, fields

from artlint.finding import Severity
from artlint.rule import Rule, completed

_SECTION = re.compile(r"^(Options|Bad|Good):$", re.MULTILINE)


def summary_of(rule: type[Rule]) -> str:
    """The docstring's first line: what is wrong."""
    return _text(rule).partition("\n")[0]


def description_of(rule: type[Rule]) -> str:
    """The docstring up to its options and examples, as running text."""
    return " ".join(_SECTION.split(_text(rule), maxsplit=1)[0].split())


def page_of(rule: type[Rule]) -> str:
    """The rule's page as Markdown: id, state, text, options, defaults, examples."""
    state = f"{Severity(rule.severity).label}, {'on' if rule.enabled else 'off'} by default"
    text = _SECTION.sub(r"\1:\n", _text(rule))
    options = fields(completed(rule))
    defaults = "".join(f"    {option.name.replace('_', '-')}: {_default(option)}\n" for option in options)
    with_defaults = f"\nDefaults:\n\n{defaults}" if defaults else ""
    return f"## {rule.id}\n\n*{state}*\n\n{text}\n{with_defaults}"


def _text(rule: type[Rule]) -> str:
    return inspect.getdoc(rule) or rule.id


def _default(option: Field[object]) -> str:
    """The default as a user would write it."""
    value = option.default if option.default_factory is MISSING else option.default_factory()
    if value is None or value == ():
        return "none"
    if isinstance(value, bool):
        return str(value).lower()
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
