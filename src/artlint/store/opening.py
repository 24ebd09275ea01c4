"""Opens the store's file, or makes it: the folder kept out of git and of backups, the tables of this format."""

import sqlite3
from pathlib import Path

from artlint.errors import StoreError
from artlint.store.database import Store, Transaction, failed

_FORMAT = 4
_WAIT_SECONDS = 10.0
_SCHEMA = """
CREATE TABLE specification (id INTEGER PRIMARY KEY, digest BLOB NOT NULL UNIQUE, used INTEGER NOT NULL);
CREATE TABLE article (
    id INTEGER PRIMARY KEY, specification INTEGER NOT NULL, path TEXT NOT NULL, size INTEGER NOT NULL,
    modified INTEGER NOT NULL, changed INTEGER NOT NULL, inode INTEGER NOT NULL, content BLOB NOT NULL,
    packs BLOB NOT NULL, has_findings INTEGER NOT NULL, UNIQUE (specification, path)
);
CREATE TABLE finding (article INTEGER PRIMARY KEY, findings TEXT NOT NULL);
CREATE TABLE fact (id INTEGER PRIMARY KEY, keys BLOB NOT NULL);
CREATE TABLE detail (id INTEGER PRIMARY KEY, places BLOB NOT NULL, texts BLOB NOT NULL);
CREATE TABLE judgement (
    id INTEGER PRIMARY KEY, specification INTEGER NOT NULL, collector INTEGER NOT NULL, collection BLOB NOT NULL,
    findings TEXT NOT NULL, UNIQUE (specification, collector, collection)
);
"""


def open_store(folder: Path, specification: bytes, collectors: int) -> Store:
    """The store in `folder`, made if it is not there.

    Raises OSError where the folder cannot be used, StoreError where the file cannot.
    """
    _prepare(folder)
    file = folder / "results.sqlite"
    if file.is_symlink():
        raise OSError("the store is a link; expected a file")
    try:
        connection = sqlite3.connect(file, timeout=_WAIT_SECONDS, isolation_level=None)
    except sqlite3.Error as error:
        raise failed(error) from None
    try:
        connection.execute("PRAGMA synchronous = OFF")  # a crash of the machine may cost the store, see StoreError
        connection.execute("PRAGMA trusted_schema = OFF")
        if connection.execute("PRAGMA user_version").fetchone()[0] != _FORMAT:
            _create(connection)
    except (sqlite3.Error, StoreError) as error:
        connection.close()
        raise error if isinstance(error, StoreError) else failed(error) from None
    return Store(connection, specification, collectors)


def _create(connection: sqlite3.Connection) -> None:
    """Empty tables, once, whoever comes first."""
    with Transaction(connection) as cursor:
        if cursor.execute("PRAGMA user_version").fetchone()[0] == _FORMAT:
            return
        names = cursor.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for (name,) in names:
            cursor.execute(f'DROP TABLE "{name}"')
        for statement in _SCHEMA.split(";\n"):
            cursor.execute(statement)
        cursor.execute(f"PRAGMA user_version = {_FORMAT}")


def _prepare(folder: Path) -> None:
    """The folder, kept out of git and of backups."""
    if folder.is_symlink():
        raise OSError("the store's folder is a link; expected a folder")
    if not folder.is_dir():
        folder.mkdir(parents=True, exist_ok=True)  # another run may make it at this moment
    for name, text in (
        (".gitignore", "*\n"),
        ("CACHEDIR.TAG", "Signature: 8a477f597d28d172789f06886806bc55\n# See https://bford.info/cachedir/\n"),
    ):
        file = folder / name
        if not file.exists():
            file.write_text(text)
