"""The documents of a folder that ``convert`` wrote, made again from its tables."""

from __future__ import annotations

import csv
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dieukhoan.batch.words import say
from dieukhoan.core.errors import UsageError
from dieukhoan.tables import TABLES, Table
from dieukhoan.tables.longcells import long_cells

if TYPE_CHECKING:
    from dieukhoan.core.records import Document
    from dieukhoan.rulebook import Rulebook

Named = Mapping[str, Any]
_CASTS: dict[str, Callable[[str], object]] = {
    "integer": int,
    "number": float,
    "boolean": lambda cell: cell == "true",
}
_BODIES, _BY_DUTY = "bodies", ("obligation_bodies", "obligation_deadlines")


class Converted:
    """A folder of results. Raises UsageError when there are neither CSV tables nor a database in it."""

    def __init__(self, folder: str | Path, lang: str) -> None:
        self._folder, self._lang = Path(folder), lang
        self._database = self._folder / "dieukhoan.sqlite"
        if not self._database.is_file() and not (self._folder / "csv" / "documents.csv").is_file():
            raise UsageError(say("not_converted", lang, path=folder))

    def documents(self) -> Iterator[Document]:
        """Every document that was read, in the order of the table ``documents``. Raises UsageError for tables that
        cannot be read."""
        from dieukhoan.tables.restore import restore

        by_document: dict[str, dict[str, list[Named]]] = {}
        bodies: dict[str, Named] = {}
        for table in TABLES:
            for row in self._sound(table):
                if table.name == _BODIES:
                    bodies[row["body_id"]] = row
                else:
                    by_document.setdefault(_owner(table, row), defaultdict(list))[table.name].append(row)
        for document_id, rows in by_document.items():
            text = self._folder / "text" / f"{document_id}.txt"
            if rows.get("documents") and text.is_file():
                rows[_BODIES] = _named_bodies(rows, bodies)
                yield restore(rows, text.read_bytes().decode("utf-8"))

    def _sound(self, table: Table) -> Iterator[Named]:
        try:
            yield from self._rows(table)
        except (sqlite3.Error, csv.Error, UnicodeDecodeError, ValueError) as error:
            raise UsageError(say("damaged_results", self._lang, path=self._folder, table=table.name)) from error

    def _rows(self, table: Table) -> Iterator[Named]:
        flags = [column.name for column in table.columns if column.type == "boolean"]
        if self._database.is_file():
            with closing(sqlite3.connect(self._database)) as database:
                found = database.execute(f'SELECT * FROM "{table.name}" ORDER BY rowid')
                names = [column[0] for column in found.description]
                for cells in found:
                    row = dict(zip(names, cells, strict=True))
                    yield row | {name: bool(row[name]) for name in flags if row[name] is not None}
            return
        path = self._folder / "csv" / f"{table.name}.csv"
        if path.is_file():
            with path.open(encoding="utf-8-sig", newline="") as file, long_cells():
                rows = list(csv.DictReader(file))
            for row in rows:
                yield {column.name: _cell(column.type, row.get(column.name)) for column in table.columns}


def resembling(template: Document, rules: Rulebook) -> Callable[[Document], bool]:
    """Tells of a document whether it may have been made from ``template``."""
    from dieukhoan.compare.resemble import FITS, likeness, prints

    own = prints(template, rules)
    return lambda document: likeness(prints(document, rules), own) >= FITS


def _cell(kind: str, cell: str | None) -> object:
    return None if not cell else _CASTS.get(kind, str)(cell)


def _owner(table: Table, row: Named) -> str:
    """The id of the document that a row belongs to."""
    return str(row["obligation_id"].rpartition("#")[0] if table.name in _BY_DUTY else row["document_id"])


def _named_bodies(rows: Mapping[str, list[Named]], bodies: Mapping[str, Named]) -> list[Named]:
    """The bodies that the rows of a document name, and those that they are part of."""
    tables = ("mentions", "parties", "signatures", "recipients", "obligation_bodies")
    wanted = list(dict.fromkeys(row["body_id"] for name in tables for row in rows.get(name, ()) if row["body_id"]))
    for body_id in wanted:
        above = bodies[body_id]["parent_id"] if body_id in bodies else None
        if above and above not in wanted:
            wanted.append(above)
    return [bodies[body_id] for body_id in wanted if body_id in bodies]
