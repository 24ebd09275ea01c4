"""The SQLite file: what is known of each article under one specification.

A reader holds no lock between two questions and a writer writes in short transactions, so runs that share a
store hardly wait for each other. Nothing that is read is ever executed or unpickled.
"""

import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from artlint.errors import StoreError
from artlint.examine import ArticleResult, Judgement
from artlint.facts import PACK_DIGEST_BYTES, pack_digest
from artlint.store.codec import decode_judgement, decode_result, encode_judgement, encode_result
from artlint.store.signatures import Signature

_KEPT_DAYS = 30
_MOST_SPECIFICATIONS = 8
_MOST_JUDGEMENTS = 6  # of a collector; a hook asks for the states before and after, of a few branches
# The rows of one collector lie side by side: their numbers are made of specification, collector and article.
_ARTICLE_BITS, _COLLECTOR_BITS = 40, 8
_KEY_BYTES = 8


def failed(error: Exception) -> StoreError:
    """SQLite's or the codec's error as ours: locked, full and read-only stores are sound."""
    if isinstance(error, sqlite3.Error):
        damage = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CONSTRAINT)
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
        return StoreError(str(error), code & 0xFF in damage)
    return StoreError(f"{type(error).__name__}: {error}", True)


class Known(NamedTuple):
    """An article as an earlier run saw it: the digests of its bytes and of its packs, one after the other."""

    id: int
    signature: Signature
    content: bytes
    packs: bytes
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
        rows = self._rows("SELECT id FROM specification WHERE digest = ?", specification)
        self._number: int = rows[0][0] if rows else 0

    def known(self) -> dict[str, Known]:
        """All articles of this specification by path."""
        query = (
            "SELECT path, id, size, modified, changed, inode, content, packs, has_findings FROM article"
            " WHERE specification = ?"
        )
        rows = self._rows(query, self._number)
        length = self._collectors * PACK_DIGEST_BYTES
        if not all(isinstance(row[6], bytes) and isinstance(row[7], bytes) and len(row[7]) == length for row in rows):
            raise StoreError("a digest is no blob of its size", is_damaged=True)
        return {row[0]: Known(row[1], Signature(*row[2:6]), row[6], row[7], bool(row[8])) for row in rows}

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
                    raise failed(error) from None

    def keys(self, collector: int) -> dict[int, bytes]:
        """The keys of all packs of one collector, by the number of the article."""
        first = self._row(collector, 0)
        rows = self._rows("SELECT id, keys FROM fact WHERE id >= ? AND id < ?", first, self._row(collector + 1, 0))
        if not all(isinstance(keys, bytes) and len(keys) % _KEY_BYTES == 0 for _, keys in rows):
            raise StoreError("keys are no blob of their size", is_damaged=True)
        return {row - first: keys for row, keys in rows}

    def details(self, collector: int, articles: Sequence[int]) -> dict[int, tuple[bytes, str]]:
        """The places and values of one collector's packs, by the number of the article; for some hundred articles."""
        first = self._row(collector, 0)
        query = f"SELECT id, places, texts FROM detail WHERE id IN ({','.join('?' * len(articles))})"  # noqa: S608
        rows = self._rows(query, *(first + article for article in articles))
        try:
            return {row - first: (places, str(texts, "utf-8", "surrogatepass")) for row, places, texts in rows}
        except (TypeError, ValueError) as error:
            raise failed(error) from None

    def judgement(self, collector: int, collection: bytes) -> Judgement | None:
        """What one collector's rules found in the collection with this digest, if it was one of the last."""
        query = "SELECT findings FROM judgement WHERE specification = ? AND collector = ? AND collection = ?"
        for (text,) in self._rows(query, self._number, collector, collection):
            try:
                return decode_judgement(text)
            except (ValueError, TypeError, AttributeError) as error:
                raise failed(error) from None
        return None

    def save(
        self, entries: Sequence[Entry], touched: Sequence[tuple[int, Signature]], gone: Sequence[int]
    ) -> Sequence[Known]:
        """Keep new results, the new signatures of unchanged articles, and forget articles that are gone.

        Returns what is now known of the new ones.
        """
        if not (entries or touched or gone):
            return ()
        with self._transaction() as cursor:
            self._number = self._specification(cursor)
            cursor.executemany(
                "UPDATE article SET size = ?, modified = ?, changed = ?, inode = ? WHERE id = ?",
                [(*signature, number) for number, signature in touched],
            )
            self._forget(cursor, gone)
            known = [self._write(cursor, entry) for entry in entries]
            self._write_packs(cursor, entries, known)
            self._forget_old(cursor)
        return known

    def save_judgement(self, collector: int, collection: bytes, judgement: Judgement) -> None:
        """Keep what one collector's rules found in the collection with this digest, and the few before it."""
        with self._transaction() as cursor:
            self._number = self._specification(cursor)
            cursor.execute(
                "INSERT OR REPLACE INTO judgement (specification, collector, collection, findings) VALUES (?, ?, ?, ?)",
                (self._number, collector, collection, encode_judgement(judgement)),
            )
            kept = self._number, collector, self._number, collector, _MOST_JUDGEMENTS
            cursor.execute(
                "DELETE FROM judgement WHERE specification = ? AND collector = ? AND id NOT IN"
                " (SELECT id FROM judgement WHERE specification = ? AND collector = ? ORDER BY id DESC LIMIT ?)",
                kept,
            )

    def __del__(self) -> None:
        self._connection.close()  # with the last examination that asks it; a run has several

    def _rows(self, query: str, *values: object) -> list[tuple]:  # type: ignore[type-arg]  # SQLite's rows are untyped
        try:
            return self._connection.execute(query, values).fetchall()
        except sqlite3.Error as error:
            raise failed(error) from None

    def _transaction(self) -> "Transaction":
        return Transaction(self._connection)

    def _specification(self, cursor: sqlite3.Cursor) -> int:
        """The row of this specification, marked as used today."""
        row = (self._digest, _today())
        cursor.execute(
            "INSERT INTO specification (digest, used) VALUES (?, ?)"
            " ON CONFLICT (digest) DO UPDATE SET used = excluded.used",
            row,
        )
        return int(cursor.execute("SELECT id FROM specification WHERE digest = ?", row[:1]).fetchone()[0])

    def _row(self, collector: int, article: int) -> int:
        """The number of the row that holds the facts of one collector about one article."""
        return ((self._number << _COLLECTOR_BITS | collector) << _ARTICLE_BITS) + article

    def _write(self, cursor: sqlite3.Cursor, entry: Entry) -> Known:
        result = entry.result
        text = encode_result(result)
        packs = b"".join(map(pack_digest, result.packs))
        row = (self._number, result.path, *entry.signature, entry.content, packs, bool(text))
        cursor.execute(
            "INSERT INTO article (specification, path, size, modified, changed, inode, content, packs, has_findings)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (specification, path) DO UPDATE SET size = excluded.size,"
            " modified = excluded.modified, changed = excluded.changed, inode = excluded.inode,"
            " content = excluded.content, packs = excluded.packs, has_findings = excluded.has_findings RETURNING id",
            row,
        )
        number = cursor.fetchone()[0]
        if text:
            cursor.execute("INSERT OR REPLACE INTO finding VALUES (?, ?)", (number, text))
        else:
            cursor.execute("DELETE FROM finding WHERE article = ?", (number,))
        return Known(number, entry.signature, entry.content, packs, bool(text))

    def _write_packs(self, cursor: sqlite3.Cursor, entries: Sequence[Entry], known: Sequence[Known]) -> None:
        rows = [
            (self._row(collector, each.id), pack)
            for entry, each in zip(entries, known, strict=True)
            for collector, pack in enumerate(entry.result.packs)
        ]
        cursor.executemany("INSERT OR REPLACE INTO fact VALUES (?, ?)", [(row, pack.keys) for row, pack in rows])
        details = ((row, pack.places, pack.values.encode("utf-8", "surrogatepass")) for row, pack in rows if pack.keys)
        cursor.executemany("INSERT OR REPLACE INTO detail VALUES (?, ?, ?)", details)

    def _forget(self, cursor: sqlite3.Cursor, articles: Sequence[int]) -> None:
        for table in ("fact", "detail"):
            rows = ((self._row(collector, each),) for each in articles for collector in range(self._collectors))
            cursor.executemany(f"DELETE FROM {table} WHERE id = ?", rows)  # noqa: S608
        for table, column in (("finding", "article"), ("article", "id")):
            cursor.executemany(f"DELETE FROM {table} WHERE {column} = ?", [(each,) for each in articles])  # noqa: S608

    def _forget_old(self, cursor: sqlite3.Cursor) -> None:
        """Drop specifications that were not used for long, and all but the latest few."""
        rows = cursor.execute("SELECT id, used FROM specification ORDER BY used DESC, id DESC").fetchall()
        for place, (number, used) in enumerate(rows):
            if place < _MOST_SPECIFICATIONS and used > _today() - _KEPT_DAYS:
                continue
            bits = _COLLECTOR_BITS + _ARTICLE_BITS
            for table in ("fact", "detail"):
                query = f"DELETE FROM {table} WHERE id >= ? AND id < ?"  # noqa: S608
                cursor.execute(query, (number << bits, number + 1 << bits))
            query = "DELETE FROM finding WHERE article IN (SELECT id FROM article WHERE specification = ?)"
            cursor.execute(query, (number,))
            for table in ("article", "judgement"):
                cursor.execute(f"DELETE FROM {table} WHERE specification = ?", (number,))  # noqa: S608
            cursor.execute("DELETE FROM specification WHERE id = ?", (number,))


class Transaction:
    """One write, all or nothing; SQLite's errors become StoreError."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def __enter__(self) -> sqlite3.Cursor:
        try:
            return self._connection.execute("BEGIN IMMEDIATE")
        except sqlite3.Error as error:
            raise failed(error) from None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: object) -> None:
        try:
            self._connection.execute("COMMIT" if error is None else "ROLLBACK")
        except sqlite3.Error as problem:
            raise failed(problem) from None
        if isinstance(error, sqlite3.Error):
            raise failed(error) from None


def _today() -> int:
    return int(time.time() // 86_400)
