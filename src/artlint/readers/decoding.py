"""From a file's bytes to text: UTF-8, or what an HTML page declares; anything else is a problem with a place."""

import codecs
import re
from typing import NamedTuple

from artlint.article import Problem

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
_DECLARATION = rb"(?:charset|<\?xml[^>]{0,100}\bencoding)\s*=\s*[\"']?\s*([\w.:-]+)"
# What a file whose ASCII is legible and that is not UTF-8 cannot be, whatever it says.
_NEVER = ("utf", "unicode", "raw", "idna", "punycode", "undefined", "mbcs", "oem")
# WHATWG's HTML standard has browsers look for a declaration in the first 1,024 bytes.
_DECLARATION_BYTES = 1024


class Decoded(NamedTuple):
    """A file's text without BOM, and its encoding; `problems` say why it must not be written back."""

    text: str
    problems: tuple[Problem, ...] = ()
    encoding: str = "utf-8"


def decode(content: bytes, declares_charset: bool = False) -> Decoded:
    """The text of `content`; `declares_charset` where the format may name its own encoding, as HTML does.

    Each byte that cannot be read becomes one U+FFFD, so that places stay right.
    """
    content = content.removeprefix(codecs.BOM_UTF8)
    if b"\0" in content or content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _wide_or_binary(content)
    try:
        return Decoded(content.decode())
    except UnicodeDecodeError as error:
        declared = declared_encoding(content) if declares_charset else ""
        if declared:
            return Decoded(content.decode(declared), encoding=declared)
        return _damaged(content, error.start)


def _wide_or_binary(content: bytes) -> Decoded:
    for bom, encoding, name in _BOMS:
        if content.startswith(bom):
            text = content.decode(encoding, "replace")
            return Decoded(text, (Problem("encoding", f"file is {name}; expected UTF-8", 0, 0),))
    offset = len(content[: content.index(b"\0")].decode("utf-8", "surrogateescape"))
    message = "NUL byte: the file is binary or in a wide encoding; expected UTF-8 text"
    return Decoded(_replaced(content), (Problem("encoding", message, offset, offset + 1),))


def _damaged(content: bytes, position: int) -> Decoded:
    text = content.decode("utf-8", "surrogateescape")
    count = sum("\udc80" <= character <= "\udcff" for character in text)
    others = f" (the first of {count:,} such bytes)" if count > 1 else ""
    offset = len(content[:position].decode())
    message = f"byte 0x{content[position]:02X} is not UTF-8{others}; expected UTF-8"
    return Decoded(_replaced(content), (Problem("encoding", message, offset, offset + 1),))


def _replaced(content: bytes) -> str:
    return re.sub("[\udc80-\udcff]", "\ufffd", content.decode("utf-8", "surrogateescape"))


def declared_encoding(content: bytes) -> str:
    """The encoding that a page declares if it is known and reads the whole file, else ""."""
    found = re.search(_DECLARATION, content[:_DECLARATION_BYTES], re.IGNORECASE)
    if not found or found[1].lower().startswith(tuple(map(str.encode, _NEVER))):
        return ""
    name = found[1].decode("ascii", "replace").lower()
    # Browsers read pages that declare Latin-1 or ASCII as windows-1252 (WHATWG Encoding, section 4.2).
    name = "windows-1252" if name in {"iso-8859-1", "latin1", "us-ascii", "ascii"} else name
    try:
        text = content.decode(name)
    except (LookupError, UnicodeDecodeError):
        return "latin-1" if name == "windows-1252" else ""
    return name if found[0].decode("ascii", "replace") in text else ""  # EBCDIC would not read its own declaration
