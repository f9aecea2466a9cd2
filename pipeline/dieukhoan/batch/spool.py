"""The rows of a whole run on disk: put in document by document, fetched table by table."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path

from dieukhoan.tables import TABLES, VIEWS, Bodies, Row, Rows, Table

_BODIES = "bodies"


class Spool:
    """Rows wait in a database of their own, so that memory holds one document and the bodies of the run."""

    def __init__(self, path: Path, tables: Sequence[Table] = (*VIEWS, *TABLES)) -> None:
        self._database = sqlite3.connect(path, isolation_level=None)
        self._database.execute("PRAGMA synchronous = OFF")
        self._database.execute("BEGIN")
        self._bodies = Bodies()
        for table in tables:
            columns = ", ".join(map(_quote, table.names))
            self._database.execute(f"CREATE TABLE {_quote(table.name)} ({columns})")

    def add(self, rows: Rows) -> None:
        """Take in the rows of the next document."""
        self._bodies.add(rows.get(_BODIES, ()))
        for name, table_rows in rows.items():
            if table_rows and name != _BODIES:
                marks = ", ".join("?" * len(table_rows[0]))
                self._database.executemany(f"INSERT INTO {_quote(name)} VALUES ({marks})", table_rows)

    def fetch(self, table: Table) -> Iterator[Row]:
        """All rows of ``table``: in the order of documents, or in the order that the table declares."""
        if table.name == _BODIES:
            return iter(self._bodies.rows())
        order = f"{_quote(table.order)}, rowid" if table.order else "rowid"
        stored = self._database.execute(f"SELECT * FROM {_quote(table.name)} ORDER BY {order}")
        return _typed(table, stored)

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()


def _typed(table: Table, stored: Iterator[Row]) -> Iterator[Row]:
    """Rows with booleans as booleans again, and numbered where the table says so."""
    flags = [place for place, column in enumerate(table.columns) if column.type == "boolean"]
    serial = table.index(table.serial) if table.serial else None
    for number, row in enumerate(stored, 1):
        cells = list(row)
        for place in flags:
            cells[place] = None if row[place] is None else bool(row[place])
        if serial is not None:
            cells[serial] = number
        yield tuple(cells)


def _quote(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
