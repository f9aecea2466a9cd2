"""Rows of a whole run in another order than that of its documents: sorted on the disk, not in memory."""

from __future__ import annotations

import json
import marshal
import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import cast

from dieukhoan.tables import Row, Table, collation_bytes

_RUN = 50_000  # rows that are sorted in memory
_PRAGMAS = ("page_size = 8192", "journal_mode = OFF", "synchronous = OFF", "cache_size = -16000")
_json = json.JSONEncoder(ensure_ascii=False).encode  # ``json.dumps`` would make an encoder for each row
_MAKE = "CREATE TABLE rows (id TEXT PRIMARY KEY, key BLOB, row TEXT) WITHOUT ROWID"


def arrange(table: Table, rows: Iterable[Row], target: Path) -> int:
    """Write ``rows`` of ``table`` to the file ``target`` for :func:`arranged`, and return how many they are there.

    Of a table that is merged the rows with the same key become one: the first that fills a cell wins.
    """
    if not table.merged:
        return _arrange(table, rows, target)
    database_path = target.with_name(f"{target.name}.merged")
    with closing(sqlite3.connect(database_path, isolation_level=None)) as database:
        for pragma in _PRAGMAS:
            database.execute(f"PRAGMA {pragma}")
        database.execute(_MAKE)
        database.execute("BEGIN")
        for row in rows:
            _merge(database, table, row)
        found = database.execute("SELECT row FROM rows ORDER BY key")
        with _Blocks(target) as blocks:
            while some := [tuple(json.loads(row)) for (row,) in islice(found, _RUN)]:
                blocks.add("", some)
            return blocks.rows


def _arrange(table: Table, rows: Iterable[Row], target: Path) -> int:
    """As :func:`arrange`: so many rows at a time go to the disk in blocks, each of the rows with one key."""
    place, left = table.index(table.order), iter(rows)
    with _Blocks(target) as blocks:
        while some := list(islice(left, _RUN)):
            by_key: defaultdict[str, list[Row]] = defaultdict(list)
            for row in some:
                by_key[str(row[place] or "")].append(row)
            for key, found in by_key.items():
                blocks.add(key, found)
        return blocks.rows


class _Blocks:
    """A file of blocks of rows, behind them a list of where those of each key are, in order, and where this begins."""

    def __init__(self, target: Path) -> None:
        self._file = target.open("wb")
        self._known: defaultdict[str, array[int]] = defaultdict(lambda: array("Q"))
        self.rows = 0

    def add(self, key: str, rows: list[Row]) -> None:
        """Add a block behind all others with this key."""
        data = marshal.dumps(rows)
        self._known[key].extend((self._file.tell(), len(data)))
        self._file.write(data)
        self.rows += len(rows)

    def __enter__(self) -> _Blocks:
        return self

    def __exit__(self, *_: object) -> None:
        with self._file as file:
            begins = file.tell()
            file.write(marshal.dumps([self._known[key].tobytes() for key in sorted(self._known)]))
            file.write(begins.to_bytes(8, "big"))


def _merge(database: sqlite3.Connection, table: Table, row: Row) -> None:
    name = _json(table.values(table.keys)(row))
    known = database.execute("SELECT row FROM rows WHERE id = ?", (name,)).fetchone()
    first = json.loads(known[0]) if known else row
    whole = tuple(later if cell is None else cell for cell, later in zip(first, row, strict=True))
    if known is None:
        database.execute("INSERT INTO rows (id, key, row) VALUES (?, ?, ?)", (name, *_stored(table, whole, name)))
    elif whole != tuple(first):
        database.execute("UPDATE rows SET key = ?, row = ? WHERE id = ?", (*_stored(table, whole, name), name))


def _stored(table: Table, row: Row, name: str) -> tuple[bytes, str]:
    """What a merged row is sorted by (its text as a Vietnamese list has it, then its key), and the row."""
    text = str(row[table.index(table.order)] or "")
    return collation_bytes(text) + b"\0" + name.encode(), _json(row)


def arranged(target: Path) -> Iterator[Row]:
    """The rows that :func:`arrange` wrote, in order."""
    with target.open("rb") as file:
        end = file.seek(-8, 2)
        begins = int.from_bytes(file.read(8), "big")
        file.seek(begins)
        for known in cast("list[bytes]", marshal.loads(file.read(end - begins))):
            where = array("Q", known)
            for start, size in zip(where[::2], where[1::2], strict=True):
                file.seek(start)
                yield from cast("list[Row]", marshal.loads(file.read(size)))
