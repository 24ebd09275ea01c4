"""How messages name things: the nearest valid name, choices, and text that is safe to print."""

from collections.abc import Collection, Sequence

_MOST_LISTED = 12
_LONGEST = 60


def nearest(name: str, valid: Collection[str]) -> str:
    """The end of a message about the unknown `name`: the valid name that was meant, else all if they are few."""
    from difflib import get_close_matches  # for faulty configurations alone

    close = get_close_matches(name, sorted(valid), n=1)
    if close:
        return f'; did you mean "{close[0]}"?'
    if 0 < len(valid) <= _MOST_LISTED:
        return f", expected {either(sorted(valid))}"
    return ""


def either(names: Sequence[str]) -> str:
    """`names` as an English choice: `a, b or c`."""
    return " or ".join(filter(None, [", ".join(names[:-1]), names[-1]]))


def quoted(text: str) -> str:
    """`text` in quotes, short and readable."""
    return f'"{readable(text)}"'


def readable(text: str) -> str:
    """`text` cut to a short piece of a line, without anything that could steer a terminal."""
    return printable(text if len(text) <= _LONGEST else f"{text[: _LONGEST - 3]}...")


def printable(text: str) -> str:
    """`text` with control, bidi and other invisible characters written as escapes."""
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)
