"""Changes as a patch that `git apply` and `patch -p1` take: unified, bytes as they are."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

_CONTEXT = 3


def patch(path: str, old: bytes, new: bytes) -> bytes:
    """The change of one file; `path` is as seen from the folder where the patch will be applied."""
    before, after = lines(old), lines(new)
    head = f"--- {_name('a', path)}\n+++ {_name('b', path)}\n".encode("utf-8", "surrogateescape")
    return head + b"".join(hunks(before, after))


def hunks(before: Sequence[bytes], after: Sequence[bytes]) -> Iterator[bytes]:
    r"""The lines of the hunks; a line is what ends with \n, as git sees it."""
    for group in SequenceMatcher(None, before, after).get_grouped_opcodes(_CONTEXT):
        first, last = group[0], group[-1]
        yield f"@@ -{_range(first[1], last[2])} +{_range(first[3], last[4])} @@\n".encode()
        for kind, start, end, new_start, new_end in group:
            if kind == "equal":
                yield from _marked(b" ", before[start:end])
                continue
            yield from _marked(b"-", before[start:end])
            yield from _marked(b"+", after[new_start:new_end])


def lines(content: bytes) -> list[bytes]:
    return re.findall(rb"[^\n]*\n|[^\n]+", content)


def _marked(mark: bytes, lines: Sequence[bytes]) -> Iterator[bytes]:
    for line in lines:
        yield mark + line if line.endswith(b"\n") else mark + line + b"\n\\ No newline at end of file\n"


def _range(start: int, end: int) -> str:
    """A range of lines as unified diffs write it: an empty one stands after the line before it."""
    length = end - start
    return f"{start + 1 if length else start},{length}"


def _name(side: str, path: str) -> str:
    r"""The name in a patch's head, quoted as git quotes it; a tab ends a name that has blanks."""
    name = f"{side}/{path}"
    if any(character in '"\\' or character < " " or character == "\x7f" for character in name):
        return '"' + "".join(_escaped(character) for character in name) + '"'
    return f"{name}\t" if " " in name else name


def _escaped(character: str) -> str:
    if character in '"\\':
        return f"\\{character}"
    return character if character >= " " and character != "\x7f" else f"\\{ord(character):03o}"
