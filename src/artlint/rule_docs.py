"""A rule's page, made from its docstring and fields: what `artlint explain` prints and the docs hold."""

import inspect
from dataclasses import fields

from artlint.finding import Severity
from artlint.rule import Rule, completed


def summary_of(rule: type[Rule]) -> str:
    """The docstring's first line: what is wrong."""
    return (inspect.getdoc(rule) or "").partition("\n")[0].rstrip(".")


def page_of(rule: type[Rule]) -> str:
    """The rule's page as Markdown: id, state, text, defaults, examples."""
    state = f"{Severity(rule.severity).label}, {'on' if rule.enabled else 'off'} by default"
    text = _with_fences(inspect.getdoc(rule) or "")
    defaults = "".join(
        f"    {option.name.replace('_', '-')}: {_shown(option.default)}\n" for option in fields(completed(rule))
    )
    with_defaults = f"\nDefaults:\n\n{defaults}" if defaults else ""
    return f"# {rule.id}\n\n{state}\n\n{text}\n{with_defaults}"


def _with_fences(text: str) -> str:
    """Sections that hold indented text get the blank line that Markdown wants before it."""
    return "\n".join(f"{line}\n" if line in ("Bad:", "Good:", "Options:") else line for line in text.splitlines())


def _shown(value: object) -> str:
    return value if isinstance(value, str) and value else repr(value)
