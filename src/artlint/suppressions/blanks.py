"""Blanks around a place in its line; found in time that depends on the blanks, not on the line."""

_BLANKS = " \t\f\v"


def before_blanks(text: str, offset: int) -> int:
    """Where the blanks that end at `offset` begin."""
    while offset and text[offset - 1] in _BLANKS:
        offset -= 1
    return offset


def after_blanks(text: str, offset: int) -> int:
    """Where the blanks that begin at `offset` end."""
    while offset < len(text) and text[offset] in _BLANKS:
        offset += 1
    return offset


def is_line_start(text: str, offset: int) -> bool:
    """Whether a line begins at `offset`."""
    return offset == 0 or text[offset - 1] in "\r\n"


def is_line_end(text: str, offset: int) -> bool:
    """Whether a line ends at `offset`."""
    return offset == len(text) or text[offset] in "\r\n"


def after_line_end(text: str, offset: int) -> int:
    """The offset behind the line end that stands at `offset`."""
    return offset + (2 if text.startswith("\r\n", offset) else 1 if offset < len(text) else 0)
