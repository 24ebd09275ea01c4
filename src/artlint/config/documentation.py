"""The documentation of options, which stands under `Options:` in the docstrings of the classes that declare them."""

import re
from collections.abc import Iterator, Mapping
from inspect import cleandoc

_SECTION = re.compile(r"^Options:[ \t]*\n((?:[ \t]+\S.*(?:\n|$)|[ \t]*\n)+)", re.MULTILINE)
_OPTION = re.compile(r"^`?([\w-]+)`?(?: \([^)]*\))?:[ \t]*", re.MULTILINE)


def summary(owner: type) -> str:
    """The first paragraph of the class's docstring on one line; empty if it has none of its own."""
    first, _, _ = _docstring(owner).partition("\n\n")
    return " ".join(first.split())


def option_docs(owner: type) -> Mapping[str, str]:
    """What the docstrings of the class and its bases say of each option, by field name."""
    return {name: text for base in reversed(owner.__mro__) for name, text in _documented(_docstring(base))}


def _documented(docstring: str) -> Iterator[tuple[str, str]]:
    section = _SECTION.search(docstring)
    pieces = _OPTION.split(cleandoc(f"\n{section[1]}")) if section else [""]
    for name, text in zip(pieces[1::2], pieces[2::2], strict=True):
        yield name.replace("-", "_"), " ".join(text.split())


def _docstring(owner: type) -> str:
    """The class's own docstring; the one that dataclasses make up is none."""
    text = cleandoc(owner.__dict__.get("__doc__") or "")
    return "" if text.startswith(f"{owner.__name__}(") else text
