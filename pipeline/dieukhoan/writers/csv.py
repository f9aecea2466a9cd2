"""CSV, one file a table: UTF-8 with BOM (Excel takes it for a code page otherwise), RFC 4180 (CRLF, quotes doubled).

Cells are data and stay exactly as they are, also those that begin with ``=``: what a spreadsheet makes of them is the
business of the XLSX writer.
"""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import TYPE_CHECKING

from dieukhoan.tables.datapackage import descriptor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dieukhoan.tables import Row, Table
    from dieukhoan.writers import Results

BOM = "\ufeff"


def write(results: Results, folder: Path) -> None:
    """Write ``folder/csv/<table>.csv``; column names are the same in every language.

    Beside them ``datapackage.json`` says what the columns are.
    """
    target = folder / "csv"
    target.mkdir()
    for table in results.tables:
        with (target / f"{table.name}.csv").open("w", encoding="utf-8", newline="") as file:
            file.write(BOM)  # the codec that would write it is slower, for it looks whether it has at every row
            out = csv.writer(file, lineterminator="\r\n")
            out.writerow(table.names)
            out.writerows(_plain(table, results.rows(table)))
    about = json.dumps(descriptor(results.tables, results.lang), ensure_ascii=False, indent=2)
    (target / "datapackage.json").write_bytes(f"{about}\n".encode())


def _plain(table: Table, rows: Iterator[Row]) -> Iterator[Row]:
    """Rows with booleans as JSON has them."""
    flags = [place for place, column in enumerate(table.columns) if column.type == "boolean"]
    return (_written(row, flags) for row in rows) if flags else rows


def _written(row: Row, flags: list[int]) -> Row:
    cells = list(row)
    for place in flags:
        if cells[place] is not None:
            cells[place] = str(cells[place]).lower()
    return tuple(cells)
