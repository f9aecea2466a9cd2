"""CSV, one file a table: UTF-8 with BOM (Excel takes it for a code page otherwise), RFC 4180 (CRLF, quotes doubled).

Cells are data and stay exactly as they are, also those that begin with ``=``: what a spreadsheet makes of them is the
business of the XLSX writer.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from dieukhoan.tables import Cell, Table

if TYPE_CHECKING:
    from dieukhoan.writers import Fetch


def write(tables: Sequence[Table], fetch: Fetch, folder: Path, lang: str) -> None:
    """Write ``folder/csv/<table>.csv``; column names are the same in every language."""
    target = folder / "csv"
    target.mkdir()
    for table in tables:
        with (target / f"{table.name}.csv").open("w", encoding="utf-8-sig", newline="") as file:
            out = csv.writer(file, lineterminator="\r\n")
            out.writerow(table.names)
            out.writerows([_plain(cell) for cell in row] for row in fetch(table))


def _plain(cell: Cell) -> Cell:
    return str(cell).lower() if isinstance(cell, bool) else cell
