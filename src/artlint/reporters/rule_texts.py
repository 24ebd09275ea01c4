"""What a rule's docstring says, in the pieces that reports show: a line, a paragraph, the whole page."""

import inspect
import re

from artlint.rule import Rule

_SECTION = re.compile(r"^(Options|Bad|Good):$", re.MULTILINE)


def short_text(rule: type[Rule]) -> str:
    """The docstring's first line: what is wrong."""
    return (inspect.getdoc(rule) or rule.id).partition("\n")[0]


def long_text(rule: type[Rule]) -> str:
    """The docstring up to its options and examples, as running text."""
    return " ".join(_SECTION.split(inspect.getdoc(rule) or rule.id, maxsplit=1)[0].split())


def page(rule: type[Rule]) -> str:
    """The whole docstring as Markdown, examples and options as indented code."""
    return _SECTION.sub(r"**\1**\n", inspect.getdoc(rule) or rule.id)
