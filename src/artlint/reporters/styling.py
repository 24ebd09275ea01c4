"""Colours for terminals (ECMA-48), taken off again where nobody sees them."""

import re
from functools import cache

_CODES = {"red": 31, "green": 32, "yellow": 33, "cyan": 36}


def styled(text: str, colour: str = "", *, bold: bool = False, dim: bool = False) -> str:
    """`text` between the codes that switch the style on and off."""
    codes = [_CODES[colour]] if colour else []
    codes += [1] * bold + [2] * dim
    on = "".join(f"\x1b[{code}m" for code in codes)
    return f"{on}{text}\x1b[0m"


def unstyled(text: str) -> str:
    """`text` without such codes."""
    return _pattern().sub("", text) if "\x1b" in text else text


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(r"\x1b\[[;?0-9]*[a-zA-Z]")
