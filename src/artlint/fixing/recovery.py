"""Cleaning up after a run that was killed while it wrote: afterwards each file is old or new, and nothing is left."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from artlint.fixing.folders import JOURNAL, TEMPORARY, WriteError, discard, locked, sync
from artlint.fixing.journal import entry_in, restore
from artlint.report import Failure


def recover(folder: Path) -> None:
    """Put right what a killed run left in the folder, which the caller holds locked.

    Raises WriteError where that cannot be done without a person: the journal then stays.
    """
    journal = folder / JOURNAL
    if os.path.lexists(journal):
        entry = entry_in(journal)
        try:
            restore(folder, entry)
        except (WriteError, OSError) as error:
            reason = error.strerror if isinstance(error, OSError) else error
            raise WriteError(
                f"{entry.name} {reason}; its earlier content is in {JOURNAL}, delete that once the file is right"
            ) from error
        journal.unlink()
        sync(folder)
    if os.path.lexists(folder / TEMPORARY):
        discard(folder / TEMPORARY)


def recover_folders(folders: Iterable[tuple[Path, str]]) -> Iterator[Failure]:
    """Recover these folders, each given with an article in it; yields what a person must look at."""
    for folder, path in folders:
        try:
            with locked(folder):
                recover(folder)
        except (WriteError, OSError) as error:
            reason = error.strerror if isinstance(error, OSError) else error
            yield Failure(path, f"an earlier run was stopped while writing beside it: {reason}")
