"""One fix for each of some articles, made under the same guards for its words and bytes as those of findings."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from artlint.article import Article
from artlint.examine import read_article
from artlint.finding import Fix
from artlint.fixing.edits import UnfitEditError, edited, source_of
from artlint.fixing.folders import WriteError
from artlint.fixing.guards import words_taken
from artlint.fixing.ordering import Change, Refusal
from artlint.fixing.writing import write
from artlint.hookspecs import Reader

FixOf = Callable[[Article], Fix | None]
"""The fix for an article; None where there is nothing to change."""


def rewritten(
    root: Path, paths: Iterable[str], readers: Mapping[str, Reader], fix_of: FixOf, *, dry: bool
) -> Iterator[Change | Refusal]:
    """What became of each of the articles at `paths`; with `dry` nothing is written. Others are left out."""
    for path in paths:
        try:
            change = _change(root, path, readers[Path(path).suffix.lower()], fix_of)
            if change is None:
                continue
            if not dry:
                write(root / path, change.old, change.new)
        except (OSError, WriteError, UnfitEditError) as error:
            yield Refusal(path, (error.strerror if isinstance(error, OSError) else None) or str(error))
        else:
            yield change


def _change(root: Path, path: str, reader: Reader, fix_of: FixOf) -> Change | None:
    content = (root / path).read_bytes()
    source = source_of(content, reader.name == "html")
    fix = fix_of(read_article(path, content, reader))
    if fix is None:
        return None
    new = edited(source, fix.edits)
    taken = words_taken(source.shown, fix.edits)
    if taken:
        raise UnfitEditError(f'it would take away "{taken[0]}", which it does not quote')
    return Change(path, content, new)
