"""SQLite: one database with primary keys, foreign keys that hold, and an index on each of them.

The same rows give the same bytes: one transaction, rows in order, a fixed page size, no time of writing. SQLite keeps
no switch for foreign keys in the file: who writes to it later says ``PRAGMA foreign_keys = ON``.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from dieukhoan.tables import Column, Table

if TYPE_CHECKING:
    from dieukhoan.writers import Results

_TYPES = {"text": "TEXT", "date": "TEXT", "integer": "INTEGER", "boolean": "INTEGER", "number": "REAL"}
_PRAGMAS = ("page_size = 4096", "journal_mode = OFF", "synchronous = OFF")


def write(results: Results, folder: Path) -> None:
    """Write ``folder/dieukhoan.sqlite``. Raises sqlite3.IntegrityError for rows whose references lead nowhere."""
    with closing(sqlite3.connect(folder / "dieukhoan.sqlite", isolation_level=None)) as database:
        for pragma in _PRAGMAS:
            database.execute(f"PRAGMA {pragma}")
        database.execute("BEGIN")
        for table in results.tables:
            database.execute(_create(table))
        for table in results.tables:
            marks = ", ".join("?" * len(table.columns))
            database.executemany(f"INSERT INTO {_quote(table.name)} VALUES ({marks})", results.rows(table))
        for table in results.tables:
            for statement in _indexes(table):
                database.execute(statement)
        _check(database)
        database.execute("COMMIT")


def _check(database: sqlite3.Connection) -> None:
    # Once at the end: row by row, SQLite searches all children of a parent that comes after them.
    wrong = database.execute("PRAGMA foreign_key_check").fetchone()
    if wrong:
        raise sqlite3.IntegrityError(f"{wrong[0]}, row {wrong[1]}: no such row in {wrong[2]}")


def _create(table: Table) -> str:
    lines = [_column(column) for column in table.columns]
    if table.keys:
        lines.append(f"PRIMARY KEY ({', '.join(map(_quote, table.keys))})")
    for column in table.columns:
        if column.foreign:
            to, _, name = column.foreign.partition(".")
            # A body may stand before the body it is part of: references count when a transaction ends.
            lines.append(
                f"FOREIGN KEY ({_quote(column.name)}) REFERENCES {_quote(to)} ({_quote(name)}) "
                "DEFERRABLE INITIALLY DEFERRED"
            )
    return f"CREATE TABLE {_quote(table.name)} (\n  " + ",\n  ".join(lines) + "\n)"


def _column(column: Column) -> str:
    allowed = f" CHECK ({_quote(column.name)} IN (0, 1))" if column.type == "boolean" else ""
    return f"{_quote(column.name)} {_TYPES[column.type]}{' NOT NULL' if column.key else ''}{allowed}"


def _indexes(table: Table) -> Iterator[str]:
    for column in table.columns:
        if column.foreign and table.keys[:1] != (column.name,):
            name = _quote(f"{table.name}_{column.name}")
            yield f"CREATE INDEX {name} ON {_quote(table.name)} ({_quote(column.name)})"


def _quote(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
