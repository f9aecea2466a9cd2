"""Rows of a whole run in another order than that of its documents: sorted on the disk, not in memory."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from dieukhoan.tables import Row, Table, collation_bytes

_PRAGMAS = ("page_size = 8192", "journal_mode = OFF", "synchronous = OFF", "cache_size = -16000")
_TOGETHER = 200  # rows
_json = json.JSONEncoder(ensure_ascii=False).encode  # ``json.dumps`` would make an encoder for each row
_MAKE = "CREATE TABLE rows (serial INTEGER PRIMARY KEY, key BLOB, id TEXT UNIQUE, row TEXT)"


def arrange(table: Table, rows: Iterable[Row], target: Path) -> int:
    """Write ``rows`` of ``table`` to the file ``target`` for :func:`arranged`, and return how many they are there.

    Of a table that is merged the rows with the same key become one: the first that fills a cell wins.
    """
    with closing(sqlite3.connect(target, isolation_level=None)) as database:
        for pragma in _PRAGMAS:
            database.execute(f"PRAGMA {pragma}")
        database.execute(_MAKE)
        database.execute("BEGIN")
        if table.merged:
            for row in rows:
                _merge(database, table, row)
        else:
            place = table.index(table.order)
            values = ((str(row[place] or "").encode(), _json(row)) for row in rows)
            database.executemany("INSERT INTO rows (key, row) VALUES (?, ?)", values)
        database.execute("CREATE INDEX sorted ON rows (key, serial)")
        database.execute("COMMIT")
        ((count,),) = database.execute("SELECT count(*) FROM rows")
        return int(count)


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
    with closing(sqlite3.connect(target)) as database:
        found = database.execute("SELECT row FROM rows ORDER BY key, serial")
        while some := found.fetchmany(_TOGETHER):
            # one text for the parser: to call it takes as long as to read a row
            yield from map(tuple, json.loads(f"[{','.join(row for (row,) in some)}]"))
