"""Text from articles and file names made harmless for terminals and CI logs: nothing moves, hides or commands."""

import re
from functools import cache

# What .NET's string comparison skips; GitHub's and Azure's runners look for their commands with it.
_SKIPPED = "[\u00ad\u034f\u180b-\u180e\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff]*"


def _spaced(letters: str) -> str:
    """A pattern for `letters`, with what .NET skips before each."""
    return "".join(_SKIPPED + re.escape(letter) for letter in letters)


# GitHub's and Azure's ##[, Azure's ##vso[ and ##teamcity[: their runners take them anywhere in a line
# (actions/runner ActionCommand.cs, azure-pipelines-agent Command.cs), so the first # of each is spelled out.
_COMMAND = f"#(?={_spaced('#')}(?:{_spaced('[')}|{_spaced('vso[')}|{_spaced('teamcity[')}))"

# C0 and C1 controls, bidirectional controls, zero-width and line separators, surrogates of undecodable bytes,
# noncharacters that XML forbids. Each match is one character.
_HARMFUL = (
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060\u2066-\u2069\ufeff\ud800-\udfff"
    f"\ufffe\uffff]|{_COMMAND}"
)

_MARKUP = f"[&<>\"']|{_HARMFUL}"

# GitHub's runner takes ::command:: at the start of a line, after blanks; - begins an option, = + @ a formula.
_COMMAND_START = rf"(?:\s|{_SKIPPED[:-1]})*[-:#=+@~＝＋－＠]"


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """The pattern, compiled when a text first needs it: these take 5 ms together."""
    return re.compile(pattern)


def visible(text: str) -> str:
    r"""`text` with every harmful character spelled out, as \x1b or \u202e."""
    return text if _is_harmless(text) else _compiled(_HARMFUL).sub(_spelled, text)


def visible_parts(text: str, *cuts: int) -> list[str]:
    """`visible(text)`, cut where `text` has the offsets `cuts`; the parts are harmless when joined too."""
    characters = list(text)
    if not _is_harmless(text):
        for match in _compiled(_HARMFUL).finditer(text):
            characters[match.start()] = _spelled(match)
    return ["".join(characters[start:end]) for start, end in zip((0, *cuts), (*cuts, len(text)), strict=True)]


def shown_path(path: str) -> str:
    """A path at the start of a line or cell: visible, and no workflow command, option or formula."""
    is_plain = path[:1].isascii() and (path[:1].isalnum() or path[:1] in "._/")
    return f"./{visible(path)}" if not is_plain and _compiled(_COMMAND_START).match(path) else visible(path)


def in_json(text: str) -> str:
    r"""JSON text without harmful characters: each is a \u escape of the same value.

    A byte of a file name that is not UTF-8 has no value in JSON; it is spelled \xNN.
    """
    return text if _is_harmless(text) else _compiled(_HARMFUL).sub(_json_escape, text)


def in_xml(text: str) -> str:
    """`text` for the content or an attribute of XML and HTML; what these cannot hold is spelled out."""
    return _compiled(_MARKUP).sub(_xml_reference, text)


def _is_harmless(text: str) -> bool:
    """Whether a glance shows that nothing in `text` can be harmful."""
    return text.isprintable() and text.count("#") < 2


def _spelled(match: re.Match[str]) -> str:
    code = ord(match[0])
    if 0xDC80 <= code <= 0xDCFF:  # a byte of a file name that is not UTF-8
        return f"\\x{code - 0xDC00:02x}"
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def _json_escape(match: re.Match[str]) -> str:
    character = match[0]
    return f"\\{_spelled(match)}" if "\ud800" <= character <= "\udfff" else f"\\u{ord(character):04x}"


def _xml_reference(match: re.Match[str]) -> str:
    return f"&#{ord(match[0])};" if match[0] in "&<>\"'#" else _spelled(match)
