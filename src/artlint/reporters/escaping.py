"""Text from articles and file names made harmless for terminals: nothing moves, hides or breaks a line."""

import re

# C0 and C1 controls, bidirectional controls, zero-width and line separators, surrogates of undecodable bytes.
_HARMFUL = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060\u2066-\u2069\ufeff\ud800-\udfff]"
)


def visible(text: str) -> str:
    r"""`text` with every harmful character spelled out, as \x1b or \u202e."""
    return _HARMFUL.sub(_spelled, text) if not text.isascii() or not text.isprintable() else text


def _spelled(match: re.Match[str]) -> str:
    code = ord(match[0])
    if 0xDC80 <= code <= 0xDCFF:  # a byte of a file name that is not UTF-8
        return f"\\x{code - 0xDC00:02x}"
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def shown_path(path: str) -> str:
    """A path at the start of a line: visible, and no workflow command or option."""
    return f"./{visible(path)}" if path.startswith((":", "#", "-")) else visible(path)
