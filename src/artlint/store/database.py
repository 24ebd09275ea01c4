"""The SQLite file: what is known of each article under one specification.

A reader takes what it needs at once and a writer writes in one transaction at the end, so runs that share a
store hardly wait for each other. Nothing that is read is ever executed or unpickled.
"""

import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from artlint.examine import ArticleResult, Judgement
from artlint.facts import FactPack
from artlint.store.codec import (
    decode_judgement,
    decode_packs,
    decode_result,
    encode_judgement,
    encode_packs,
    encode_result,
)
from artlint.store.signatures import Signature

_FORMAT = 3
_KEPT_DAYS = 30
_MOST_SPECIFICATIONS = 8
_MOST_JUDGEMENTS = 6  # a hook asks for the states before and after, of a few branches
_WAIT_SECONDS = 10.0
_SCHEMA = """
CREATE TABLE specification (id INTEGER PRIMARY KEY, digest BLOB NOT NULL UNIQUE, used INTEGER NOT NULL);
CREATE TABLE article (
    id INTEGER PRIMARY KEY, specification INTEGER NOT NULL, path TEXT NOT NULL, size INTEGER NOT NULL,
    modified INTEGER NOT NULL, changed INTEGER NOT NULL, inode INTEGER NOT NULL, content BLOB NOT NULL,
    has_findings INTEGER NOT NULL, UNIQUE (specification, path)
);
CREATE TABLE finding (article INTEGER PRIMARY KEY, findings TEXT NOT NULL);
CREATE TABLE fact (article INTEGER PRIMARY KEY, packs BLOB NOT NULL);
CREATE TABLE judgement (
    id INTEGER PRIMARY KEY, specification INTEGER NOT NULL, collection BLOB NOT NULL, findings TEXT NOT NULL,
    UNIQUE (specification, collection)
);
"""


class StoreError(Exception):
    """The store cannot be used; where `is_damaged`, it is to be thrown away."""

    def __init__(self, cause: str, is_damaged: bool) -> None:
        super().__init__(cause)
        self.is_damaged = is_damaged


def _failed(error: Exception) -> StoreError:
    """SQLite's or the codec's error as ours: locked, full and read-only stores are sound."""
    if isinstance(error, sqlite3.Error):
        damage = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CONSTRAINT)
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
        return StoreError(str(error), code & 0xFF in damage)
    return StoreError(f"{type(error).__name__}: {error}", True)


class Known(NamedTuple):
    """An article as an earlier run saw it; `content` is the digest of its bytes."""

    id: int
    signature: Signature
    content: bytes
    has_findings: bool


class Entry(NamedTuple):
    """What a run has to say of one article."""

    signature: Signature
    content: bytes
    result: ArticleResult


class Store:
    """One specification's part of the file. Methods raise StoreError where the file cannot be used."""

    def __init__(self, connection: sqlite3.Connection, specification: bytes, collectors: int) -> None:
        self._connection = connection
        self._digest = specification
        self._collectors = collectors

    def known(self) -> dict[str, Known]:
        """All articles of this specification by path."""
        query = (
            "SELECT article.path, article.id, size, modified, changed, inode, content, has_findings FROM article"
            " JOIN specification ON specification.id = article.specification WHERE specification.digest = ?"
        )
        rows = self._rows(query, self._digest)
        if not all(isinstance(row[6], bytes) for row in rows):
            raise StoreError("a digest is no blob", is_damaged=True)
        return {row[0]: Known(row[1], Signature(*row[2:6]), row[6], bool(row[7])) for row in rows}

    def findings(self, known: Iterable[Known]) -> Iterator[ArticleResult]:
        """The findings and suppressions of those articles that have any; facts are left out."""
        wanted = {each.id for each in known if each.has_findings}
        if not wanted:
            return
        query = (
            "SELECT article.path, finding.article, findings FROM finding JOIN article ON article.id = finding.article"
        )
        for path, number, text in self._rows(query):
            if number in wanted:
                try:
                    yield decode_result(path, text)
                except (ValueError, TypeError, AttributeError) as error:
                    raise _failed(error) from None

    def packs(self) -> dict[str, tuple[FactPack, ...]]:
        """The facts of all articles of this specification, by path."""
        query = (
            "SELECT article.path, packs FROM fact JOIN article ON article.id = fact.article"
            " JOIN specification ON specification.id = article.specification WHERE specification.digest = ?"
        )
        packs = {}
        for path, blob in self._rows(query, self._digest):
            try:
                packs[path] = decode_packs(blob, self._collectors)
            except (ValueError, TypeError, AttributeError) as error:
                raise _failed(error) from None
        return packs

    def judgement(self, collection: bytes) -> Judgement | None:
        """The judgement on the collection with this digest, if it was one of the last."""
        query = (
            "SELECT findings FROM judgement JOIN specification ON specification.id = judgement.specification"
            " WHERE specification.digest = ? AND collection = ?"
        )
        for (text,) in self._rows(query, self._digest, collection):
            try:
                return decode_judgement(text)
            except (ValueError, TypeError, AttributeError) as error:
                raise _failed(error) from None
        return None

    def save(self, entries: Sequence[Entry], touched: Sequence[tuple[int, Signature]], gone: Sequence[int]) -> None:
        """Keep new results, the new signatures of unchanged articles, and forget articles that are gone."""
        if not (entries or touched or gone):
            return
        with self._transaction() as cursor:
            specification = self._specification(cursor)
            cursor.executemany(
                "UPDATE article SET size = ?, modified = ?, changed = ?, inode = ? WHERE id = ?",
                [(*signature, number) for number, signature in touched],
            )
            for table in ("finding", "fact"):
                cursor.executemany(f"DELETE FROM {table} WHERE article = ?", [(number,) for number in gone])  # noqa: S608
            cursor.executemany("DELETE FROM article WHERE id = ?", [(number,) for number in gone])
            for entry in entries:
                self._write(cursor, specification, entry)
            self._forget_old(cursor)

    def save_judgement(self, collection: bytes, judgement: Judgement) -> None:
        """Keep the judgement on the collection with this digest, and the few before it."""
        with self._transaction() as cursor:
            specification = self._specification(cursor)
            row = specification, collection, encode_judgement(judgement)
            cursor.execute(
                "INSERT OR REPLACE INTO judgement (specification, collection, findings) VALUES (?, ?, ?)", row
            )
            cursor.execute(
                "DELETE FROM judgement WHERE specification = ? AND id NOT IN"
                " (SELECT id FROM judgement WHERE specification = ? ORDER BY id DESC LIMIT ?)",
                (specification, specification, _MOST_JUDGEMENTS),
            )

    def __del__(self) -> None:
        self._connection.close()  # with the last examination that asks it; a run has several

    def _rows(self, query: str, *values: object) -> list[tuple]:  # type: ignore[type-arg]  # SQLite's rows are untyped
        try:
            return self._connection.execute(query, values).fetchall()
        except sqlite3.Error as error:
            raise _failed(error) from None

    def _transaction(self) -> "_Transaction":
        return _Transaction(self._connection)

    def _specification(self, cursor: sqlite3.Cursor) -> int:
        """The row of this specification, marked as used today."""
        row = (self._digest, _today())
        cursor.execute(
            "INSERT INTO specification (digest, used) VALUES (?, ?)"
            " ON CONFLICT (digest) DO UPDATE SET used = excluded.used",
            row,
        )
        return int(cursor.execute("SELECT id FROM specification WHERE digest = ?", row[:1]).fetchone()[0])

    def _write(self, cursor: sqlite3.Cursor, specification: int, entry: Entry) -> None:
        result = entry.result
        text = encode_result(result)
        row = (specification, result.path, *entry.signature, entry.content, bool(text))
        cursor.execute(
            "INSERT INTO article (specification, path, size, modified, changed, inode, content, has_findings)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (specification, path) DO UPDATE SET size = excluded.size,"
            " modified = excluded.modified, changed = excluded.changed, inode = excluded.inode,"
            " content = excluded.content, has_findings = excluded.has_findings RETURNING id",
            row,
        )
        number = cursor.fetchone()[0]
        cursor.execute("INSERT OR REPLACE INTO fact VALUES (?, ?)", (number, encode_packs(result.packs)))
        if text:
            cursor.execute("INSERT OR REPLACE INTO finding VALUES (?, ?)", (number, text))
        else:
            cursor.execute("DELETE FROM finding WHERE article = ?", (number,))

    def _forget_old(self, cursor: sqlite3.Cursor) -> None:
        """Drop specifications that were not used for long, and all but the latest few."""
        rows = cursor.execute("SELECT id, used FROM specification ORDER BY used DESC, id DESC").fetchall()
        for place, (number, used) in enumerate(rows):
            if place < _MOST_SPECIFICATIONS and used > _today() - _KEPT_DAYS:
                continue
            for table in ("finding", "fact"):
                query = f"DELETE FROM {table} WHERE article IN (SELECT id FROM article WHERE specification = ?)"  # noqa: S608
                cursor.execute(query, (number,))
            for table in ("article", "judgement"):
                cursor.execute(f"DELETE FROM {table} WHERE specification = ?", (number,))  # noqa: S608
            cursor.execute("DELETE FROM specification WHERE id = ?", (number,))


class _Transaction:
    """One write, all or nothing; SQLite's errors become StoreError."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def __enter__(self) -> sqlite3.Cursor:
        try:
            return self._connection.execute("BEGIN IMMEDIATE")
        except sqlite3.Error as error:
            raise _failed(error) from None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: object) -> None:
        try:
            self._connection.execute("COMMIT" if error is None else "ROLLBACK")
        except sqlite3.Error as failed:
            raise _failed(failed) from None
        if isinstance(error, sqlite3.Error):
            raise _failed(error) from None


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
        raise _failed(error) from None
    try:
        connection.execute("PRAGMA synchronous = OFF")  # a crash of the machine may cost the store, see StoreError
        connection.execute("PRAGMA trusted_schema = OFF")
        if connection.execute("PRAGMA user_version").fetchone()[0] != _FORMAT:
            _create(connection)
    except (sqlite3.Error, StoreError) as error:
        connection.close()
        raise error if isinstance(error, StoreError) else _failed(error) from None
    return Store(connection, specification, collectors)


def _create(connection: sqlite3.Connection) -> None:
    """Empty tables, once, whoever comes first."""
    with _Transaction(connection) as cursor:
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
        folder.mkdir(parents=True)
    for name, text in (
        (".gitignore", "*\n"),
        ("CACHEDIR.TAG", "Signature: 8a477f597d28d172789f06886806bc55\n# See https://bford.info/cachedir/\n"),
    ):
        file = folder / name
        if not file.exists():
            file.write_text(text)


def _today() -> int:
    return int(time.time() // 86_400)
