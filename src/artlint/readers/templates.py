"""Template tags (Liquid, Jinja, Hugo, Handlebars) taken out of the Markdown parser's sight."""

import re
from collections.abc import Iterator

FILLER = "\x1a"  # a control character of one byte that no Markdown construct knows

_TAG = re.compile(
    r"\{%-?\s*(?P<code>highlight|raw|codeblock|verbatim)\b[^%]*%\}.*?\{%-?\s*end(?P=code)\s*-?%\}"
    r"|\{\{(?:(?!\}\}|\n\s*\n).){0,2000}\}\}|\{%(?:(?!%\}|\n\s*\n).){0,2000}%\}",
    re.DOTALL,
)
_FILLED = re.compile(rf"{FILLER}[{FILLER}\n\r]*")


def mask(text: str) -> str:
    """`text` with each template tag replaced by as many bytes of filler; line ends stay."""
    if "{{" not in text and "{%" not in text:
        return text
    return _TAG.sub(_filler, text)


def unmasked(masked: str, sources: Iterator[str]) -> str:
    """`masked` with each run of filler replaced by the next source."""
    return _FILLED.sub(lambda _: next(sources, ""), masked)


def _filler(match: re.Match[str]) -> str:
    tag = match[0]
    if tag.isascii():
        return re.sub(r"[^\r\n]", FILLER, tag)
    return "".join(piece if piece in "\r\n" else FILLER * len(piece.encode()) for piece in tag)
